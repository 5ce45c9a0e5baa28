/** The remarks in reading order, at first those that matter most, and those with no place on the page. */

import * as complaint from "./complaint.js";
import { button, el } from "./elements.js";
import * as filters from "./filters.js";
import { fold } from "./fold.js";
import { FIRST, foremost } from "./foremost.js";
import * as lesson from "./lesson.js";
import * as notices from "./notices.js";
import * as scrolling from "./scrolling.js";
import { isSuspect } from "./suspects.js";
import { capital, number, say, shorten } from "./texts.js";
import { instead, lines, points, ruleName, sure, voice } from "./wording.js";

/** @typedef {import("./wording.js").Answer} Answer */
/** @typedef {import("./wording.js").Finding} Finding */
/** @typedef {import("./sections.js").Around} Around */
/**
 * What the panel does with the list: `mark` opens one remark and closes the others, `bring` scrolls to one, `near` says
 * which ones' words are in view on the page, `show` hides those that a filter leaves out, `focus` puts the focus on one,
 * `position` says where it stands among those shown.
 * @typedef {object} List
 * @property {(finding: Finding | null) => void} mark
 * @property {(finding: Finding) => void} bring
 * @property {(ids: readonly string[]) => void} near
 * @property {(filter: filters.Filter) => void} show
 * @property {(finding: Finding) => void} focus
 * @property {(finding: Finding) => string} position
 */

/** What can be done about a suspicion: no rule stands behind it that could be turned off or looked up. */
const OF_SUSPECTS = ["dismiss", "wrong"];

/** @type {import("./sections.js").Section} */
export function section({ answer, placed, lost, filter, aside, unscored }, around) {
  const kinds = [...Object.keys(answer.scores), "claims"]; // which have no score
  const chips = filters.chips(placed, kinds, filter, around.actions.narrow, around.signal);
  const { element, list } = open(answer, placed, { chips, filter }, around);
  const nodes = [
    placed.length + lost.length === 0 && unscored ? null : element,
    aside > 0 ? notices.aside(aside, around) : null,
    astray(answer, lost, around),
  ];
  return { nodes, list };
}

/**
 * The section of the remarks that stand on the page: at first those that matter most, all of them with their chips once
 * the reader asks for more, filters, or goes to another one.
 *
 * @param {Answer} answer
 * @param {readonly Finding[]} placed
 * @param {{chips: HTMLElement | null, filter: filters.Filter}} narrowed
 * @param {Around} around
 * @returns {{element: HTMLElement, list: List}}
 */
export function open(answer, placed, { chips, filter: given }, around) {
  const { actions, signal, folds } = around;
  const items = new Map(placed.map((finding) => [finding.id, entry(finding, answer, around)]));
  const first = foremost(placed);
  const position = el("span", { class: "aside position" });
  const title = el("h2", { tabindex: "-1" });
  const all = button(say("show_all"), () => actions.narrow(filters.none()), signal, { class: "btn link" });
  const none = el("p", { class: "quiet", hidden: true }, `${say("none_match")} `, all);
  const more = button(say("all_remarks", { count: placed.length }), unfold, signal, {
    class: "btn boxed more-remarks",
  });
  let filter = given;
  let isWhole = placed.length <= FIRST || (folds?.get("remarks") ?? false);

  /** Shows all remarks; the focus goes on to the first that was not there before. */
  function unfold() {
    const [next] = placed.filter(({ id }) => !first.has(id));
    widen();
    items.get(next.id)?.words.focus({ preventScroll: true });
  }

  function widen() {
    isWhole = true;
    folds?.set("remarks", true);
    show(filter);
  }

  function place(/** @type {Finding | null} */ finding) {
    const wanted = placed.filter((one) => filters.passes(filter, one));
    const index = wanted.findIndex(({ id }) => id === finding?.id);
    const count = wanted.length;
    position.textContent = index < 0 ? String(count) : say("position", { index: index + 1, count });
    return position.textContent;
  }

  function mark(/** @type {Finding | null} */ finding) {
    if (finding && !isWhole && !first.has(finding.id)) widen();
    for (const [id, item] of items) item.turn(id === finding?.id);
    place(finding);
  }

  function bring(/** @type {Finding} */ { id }) {
    const item = items.get(id);
    if (item) scrolling.bring(item.element);
  }

  const near = scrolling.follow([...items.values()].map(({ element, finding }) => ({ id: finding.id, element })));

  function show(/** @type {filters.Filter} */ chosen) {
    filter = chosen;
    if (filters.narrows(filter)) isWhole = true;
    let count = 0;
    for (const [id, { element, finding }] of items) {
      const isWanted = filters.passes(filter, finding);
      element.hidden = !isWanted || !(isWhole || first.has(id));
      if (isWanted) count += 1;
    }
    none.hidden = count > 0 || placed.length === 0;
    more.hidden = isWhole;
    title.textContent = say(isWhole ? "remarks" : "foremost");
    if (chips) {
      chips.hidden = !isWhole;
      filters.press(chips, filter);
    }
    place(null);
  }

  show(given);
  const steps = placed.length > 0 ? [step("↑", -1, around), step("↓", 1, around)] : [];
  const head = el("header", {}, title, position, steps);
  const elements = [...items.values()].map(({ element }) => element);
  const held = placed.length > 0 ? el("ol", { class: "list" }, elements) : nothing(answer, Boolean(actions.sense));
  const focus = (/** @type {Finding} */ { id }) => items.get(id)?.words.focus({ preventScroll: true });
  return {
    element: el("section", { class: "sec", "data-section": "remarks" }, head, chips, none, held, more),
    list: { mark, bring, near, show, focus, position: place },
  };
}

function step(/** @type {string} */ sign, /** @type {number} */ by, /** @type {Around} */ { actions, signal }) {
  const label = say(by < 0 ? "previous" : "next");
  return button(sign, () => actions.step(by), signal, { class: "btn icon", "aria-label": label, title: label });
}

/** That there is nothing to remark, at the reader's level where one can be chosen, and in how many words of how many
 * sources; no praise. */
function nothing(/** @type {Answer} */ answer, /** @type {boolean} */ hasLevels) {
  const { sources = 0 } = answer.scores.sourcing?.facts ?? {};
  const many = sources > 1 ? say("independent_many", { count: number(sources) }) : say("independent_one");
  const said = sources === 0 ? say("independent_none") : capital(many);
  return el(
    "p",
    { class: "quiet" },
    say(hasLevels ? "no_remarks" : "no_remarks_at_all", { words: answer.document.words, sources: said }),
  );
}

/** @typedef {ReturnType<typeof entry>} Entry */

/** An entry: its words are a button; the chosen one is open and says all there is, with what can be done about it. */
function entry(/** @type {Finding} */ finding, /** @type {Answer} */ answer, /** @type {Around} */ around) {
  const words = el("button", { type: "button", class: "x", "aria-expanded": "false" }, shorten(finding.exact));
  const more = el("div", { class: "extra", "aria-live": "polite" });
  const rest = el("div", { class: "rest", hidden: true });
  const element = el("li", dress("f", finding), words, ...body(finding, answer), rest);
  const choose = (/** @type {Event} */ { target }) => {
    if (!rest.contains(/** @type {Node} */ (target))) around.actions.choose(finding);
  };
  element.addEventListener("click", choose, { signal: around.signal });
  const turn = (/** @type {boolean} */ isOn) => {
    element.classList.toggle("on", isOn);
    words.setAttribute("aria-expanded", String(isOn));
    rest.hidden = !isOn;
    if (!isOn) more.replaceChildren();
    if (isOn && !rest.firstChild) rest.append(about(finding, answer), choices(finding, more, around) ?? "", more);
  };
  return { element, words, turn, finding };
}

/** By which rule the remark is made, whose words it is about, and how sure it is. */
function about(/** @type {Finding} */ finding, /** @type {Answer} */ answer) {
  return el("p", { class: "about" }, [capital(ruleName(finding)), voice(finding, answer), sure(finding)].join(" · "));
}

/** The quiet buttons under a remark; those that cannot be had here are left out. */
function choices(
  /** @type {Finding} */ finding,
  /** @type {HTMLElement} */ more,
  /** @type {Around} */ { actions, signal },
) {
  const show = (/** @type {HTMLElement} */ content) => {
    more.replaceChildren(content);
    more.querySelector("input")?.focus({ preventScroll: true });
    more.scrollIntoView({ block: "nearest", behavior: "instant" });
  };
  const complain = actions.complain?.bind(null, finding);
  /** @type {[string, ((finding: Finding) => unknown) | null | undefined][]} */
  const doing = [
    ["dismiss", actions.dismiss],
    ["ignore", actions.ignore],
    ["rule_off", actions.ruleOff],
    ["site_off", actions.siteOff],
    ["wrong", complain && (() => show(complaint.form(complain, signal)))],
    ["learn", actions.learn && (async () => show(lesson.section(await actions.learn(finding.rule))))],
  ];
  const able = doing.filter(([name, act]) => act && (!isSuspect(finding) || OF_SUSPECTS.includes(name)));
  if (able.length === 0) return null;
  return el(
    "div",
    { class: "acts" },
    able.map(([name, act]) => button(say(name), () => act?.(finding), signal)),
  );
}

/** Why a remark is made, what it is about, and what it does to its score. */
function body(/** @type {Finding} */ finding, /** @type {Answer} */ answer) {
  const plainer = instead(finding);
  return [
    ...lines(finding).map((line, index) => el("p", { class: index > 0 ? "more" : null }, line)),
    plainer && el("p", { class: "more alt" }, plainer),
    el(
      "div",
      { class: "meta" },
      el("span", {}, say(`dimension_${finding.dimension}`)),
      el("span", { class: "pts" }, points(finding, answer)),
    ),
  ];
}

function dress(/** @type {string} */ name, /** @type {Finding} */ finding) {
  const { dimension, scored, unit } = finding;
  return { class: name, "data-dimension": dimension, "data-scored": String(scored), "data-unit": unit };
}

/**
 * The remarks that have no place on the page, or null where all have one.
 *
 * @param {Answer} answer
 * @param {readonly Finding[]} findings
 * @param {Around} around
 */
function astray(answer, findings, around) {
  if (findings.length === 0) return null;
  const items = findings.map((finding) =>
    el("li", dress("f lost", finding), el("span", { class: "x" }, shorten(finding.exact)), ...body(finding, answer)),
  );
  const head = { title: say("unplaced"), aside: String(findings.length) };
  return fold(
    "unplaced",
    head,
    [el("p", { class: "quiet" }, say("unplaced_why")), el("ul", { class: "list" }, items)],
    around,
  );
}
