/** “Same words, other names”: has the text read again under other names, and says what changes. */

import { button, el } from "./elements.js";
import { fold } from "./fold.js";
import { compare, texts } from "./renamed.js";
import { figure, say } from "./texts.js";

/** @typedef {import("./sections.js").Around} Around */

/** The section; nothing where the text cannot be read again, or names nobody. @type {import("./sections.js").Section} */
export function section({ answer, unscored }, around) {
  const { actions, signal } = around;
  const changed = actions.readText && !unscored ? texts(answer) : null;
  if (!changed) return { nodes: [] };
  const { given, other, others } = changed;
  const result = el("div", { class: "outcome", "aria-live": "polite" });
  /** Below the button there may be no more room in view. */
  const bring = () => result.scrollIntoView({ block: "nearest", behavior: "instant" });
  const run = async () => {
    start.disabled = true;
    result.replaceChildren(el("p", { class: "quiet" }, say("renamed_running")));
    bring();
    const [before, after] = [await actions.readText(given), await actions.readText(other)];
    if (signal.aborted) return;
    start.disabled = false;
    result.replaceChildren(...(before && after ? changes(compare(before, after)) : [el("p", {}, say("renamed_away"))]));
    bring();
  };
  const start = button(say("renamed_start"), run, signal, { class: "btn boxed" });
  const names = told(others);
  const content = [el("p", { class: "quiet" }, say("renamed_why")), el("p", { class: "quiet" }, names), start, result];
  return { nodes: [fold("renamed", { title: say("renamed"), aside: null }, content, around)] };
}

/** Which names are exchanged; two for each other once. */
function told(/** @type {ReadonlyMap<string, string>} */ others) {
  const once = [...others].filter(([from, to]) => others.get(to) !== from || from < to);
  return once.map(([from, to]) => `${from} ${others.has(to) ? "↔" : "→"} ${to}`).join(", ");
}

/** What changes, in words, and the scores beside each other. */
function changes(/** @type {ReturnType<typeof compare>} */ { scores, remarks, isSame }) {
  const rows = scores.map(({ dimension, before, after }) =>
    el("tr", {}, el("th", { scope: "row" }, say(`dimension_${dimension}`)), cell(before), cell(after)),
  );
  const counts = el("tr", {}, el("th", { scope: "row" }, say("remarks")), cell(remarks.before), cell(remarks.after));
  const head = el(
    "tr",
    {},
    el("td"),
    ...["renamed_as_is", "renamed_other"].map((key) => el("th", { scope: "col" }, say(key))),
  );
  const table = el("table", {}, el("thead", {}, head), el("tbody", {}, rows, counts));
  return [el("p", {}, say(isSame ? "renamed_same" : "renamed_changed")), el("div", { class: "breakdown" }, table)];
}

function cell(/** @type {number | null} */ value) {
  return el("td", {}, value === null ? say("unscored") : figure(value));
}
