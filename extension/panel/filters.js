/** The chips over the list of remarks: by what they are about, and by how strong they are. */

import { button, el } from "./elements.js";
import { say } from "./texts.js";

/** @typedef {{dimension: string[], severity: string[]}} Filter the values chosen of each kind, none chosen for all */
/** @typedef {"dimension" | "severity"} Kind */
/** @typedef {import("./wording.js").Finding} Finding */

const SEVERITIES = ["strong", "notable", "mild"];
/** @type {readonly Kind[]} */
const KINDS = ["dimension", "severity"];

/** A filter that lets every remark through. @returns {Filter} */
export function none() {
  return { dimension: [], severity: [] };
}

/** Whether a filter lets a remark through. */
export function passes(/** @type {Filter} */ filter, /** @type {Finding} */ finding) {
  return KINDS.every((kind) => filter[kind].length === 0 || filter[kind].includes(finding[kind]));
}

/** Whether a filter leaves anything out. */
export function narrows(/** @type {Filter} */ filter) {
  return KINDS.some((kind) => filter[kind].length > 0);
}

/**
 * The chips for these remarks, or null where a choice would change nothing; `dimensions` are all ids in their order, and
 * `change(filter)` is told of every choice.
 *
 * @param {readonly Finding[]} findings
 * @param {readonly string[]} dimensions
 * @param {Filter} filter
 * @param {(filter: Filter) => void} change
 * @param {AbortSignal} signal
 */
export function chips(findings, dimensions, filter, change, signal) {
  /** @type {Record<Kind, readonly string[]>} */
  const values = { dimension: dimensions, severity: SEVERITIES };
  const group = el("div", { class: "chips", role: "group", "aria-label": say("filter") });
  const act = (/** @type {Event} */ { currentTarget }) => {
    const pressed = /** @type {HTMLElement} */ (currentTarget);
    pressed.setAttribute("aria-pressed", String(pressed.getAttribute("aria-pressed") !== "true"));
    change(pressedOf(group));
  };
  for (const kind of KINDS) {
    const present = values[kind].filter((value) => findings.some((finding) => finding[kind] === value));
    if (present.length > 1) group.append(...present.map((value) => chip(kind, value, findings, act, signal)));
  }
  press(group, filter);
  return group.firstChild ? group : null;
}

/** Presses those chips of a group that a filter names, and no others. */
export function press(/** @type {HTMLElement} */ group, /** @type {Filter} */ filter) {
  for (const kind of KINDS)
    for (const made of group.querySelectorAll(`[data-${kind}]`))
      made.setAttribute("aria-pressed", String(filter[kind].includes(made.getAttribute(`data-${kind}`) ?? "")));
}

/** The filter that the pressed chips of a group stand for. */
function pressedOf(/** @type {HTMLElement} */ group) {
  const filter = none();
  for (const kind of KINDS)
    for (const made of group.querySelectorAll(`[data-${kind}][aria-pressed="true"]`))
      filter[kind].push(made.getAttribute(`data-${kind}`) ?? "");
  return filter;
}

/**
 * @param {Kind} kind
 * @param {string} value
 * @param {readonly Finding[]} findings
 * @param {(event: Event) => void} act
 * @param {AbortSignal} signal
 */
function chip(kind, value, findings, act, signal) {
  const count = findings.filter((finding) => finding[kind] === value).length;
  const made = button(say(`${kind}_${value}`), act, signal, { class: "chip", [`data-${kind}`]: value });
  made.append(" ", el("b", {}, String(count)));
  return made;
}
