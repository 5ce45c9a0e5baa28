/** Which rules are on: the server's list, by dimension, each with why it is there. */

import { rules as ask } from "../client.js";
import { language } from "../locale.js";
import { el } from "../panel/elements.js";
import { capital } from "../panel/texts.js";
import { titleOf } from "../panel/wording.js";
import { change, load } from "../storage.js";

/** @typedef {import("../locale.js").Words} Words */
/** @typedef {{id: string, dimension: string, message: string, reason: string}} Rule */

/** Where a rule's message takes in the words that it found. */
const BLANK = /\{\w+\}/g;
/** What a message begins with that only names the words: “…”: */
const WORDS = /^\P{L}*…\P{L}*:\s*/u;

/** Shows the rules in `root`; `refresh()` asks the server again, `draw()` only looks at the settings again. */
export function mount(/** @type {HTMLElement} */ root, /** @type {Words} */ say) {
  /** @type {Rule[]} */
  let known = [];

  async function refresh() {
    const settings = await load();
    const { server, token } = settings;
    const outcome = await ask({ server, token, language: language(settings.language) });
    if (outcome.kind === "answer") known = outcome.answer.rules;
    await draw();
  }

  async function draw() {
    const { rulesOff } = await load();
    const ids = known.map(({ id }) => id);
    const strange = rulesOff
      .filter((id) => !ids.includes(id))
      .map((id) => ({ id, dimension: "", message: titleOf(id), reason: "" }));
    const dimensions = [...new Set(known.map(({ dimension }) => dimension))];
    const groups = dimensions
      .map((dimension) => group(known, dimension, rulesOff, say))
      .filter((made) => made !== null);
    const open = [...root.querySelectorAll("details[open]")].map((details) => details.getAttribute("data-dimension"));
    for (const made of groups) made.open = open.includes(made.getAttribute("data-dimension"));
    const away = known.length > 0 ? [] : [el("p", {}, say("options_rules_away"))];
    root.replaceChildren(...away, ...groups, ...strange.map((rule) => choice(rule, rulesOff)));
  }

  root.addEventListener("change", async (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    await set(box.value, box.checked);
    for (const details of root.querySelectorAll("details")) count(details, say);
  });
  return { refresh, draw };
}

function set(/** @type {string} */ id, /** @type {boolean} */ on) {
  return change(({ rulesOff }) => {
    const others = rulesOff.filter((held) => held !== id);
    return { rulesOff: on ? others : [...others, id].sort() };
  });
}

/**
 * @param {Rule[]} known
 * @param {string} dimension
 * @param {readonly string[]} off
 * @param {Words} say
 */
function group(known, dimension, off, say) {
  const held = known.filter((rule) => rule.dimension === dimension);
  if (held.length === 0) return null;
  const title = el("summary", {}, say(`page_dimension_${dimension}`), el("span"));
  const made = el(
    "details",
    { class: "group", "data-dimension": dimension },
    title,
    ...held.map((rule) => choice(rule, off)),
  );
  count(made, say);
  return made;
}

/** Says in a group's title how many of its rules are on. */
function count(/** @type {HTMLDetailsElement} */ made, /** @type {Words} */ say) {
  const all = made.querySelectorAll("input").length;
  const on = made.querySelectorAll("input:checked").length;
  const told = made.querySelector("summary span");
  if (told) told.textContent = say("options_rules_on", { on, all });
}

function choice(/** @type {Rule} */ { id, message, reason }, /** @type {readonly string[]} */ off) {
  const box = el("input", { type: "checkbox", value: id, checked: !off.includes(id) });
  return el(
    "label",
    { class: "choice" },
    box,
    el(
      "span",
      {},
      capital(message.replace(BLANK, "…").replace(WORDS, "")),
      ...(reason ? [el("small", {}, reason)] : []),
    ),
  );
}
