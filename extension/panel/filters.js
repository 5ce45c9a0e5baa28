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
  const chosen = { ...filter };
  const groups = KINDS.map((kind) => {
    const present = values[kind].filter((value) => findings.some((finding) => finding[kind] === value));
    return present.length > 1 ? present.map((value) => chip(kind, value, findings, chosen, change, signal)) : [];
  });
  if (groups.every((group) => group.length === 0)) return null;
  return el("div", { class: "chips", role: "group", "aria-label": say("filter") }, groups.flat());
}

/**
 * @param {Kind} kind
 * @param {string} value
 * @param {readonly Finding[]} findings
 * @param {Filter} filter what is chosen, changed by each press
 * @param {(filter: Filter) => void} change
 * @param {AbortSignal} signal
 */
function chip(kind, value, findings, filter, change, signal) {
  const count = findings.filter((finding) => finding[kind] === value).length;
  const state = { "aria-pressed": String(filter[kind].includes(value)), [`data-${kind}`]: value };
  const act = () => {
    const isOn = filter[kind].includes(value);
    filter[kind] = isOn ? filter[kind].filter((other) => other !== value) : [...filter[kind], value];
    made.setAttribute("aria-pressed", String(!isOn));
    change({ ...filter });
  };
  const made = button(say(`${kind}_${value}`), act, signal, { class: "chip", ...state });
  made.append(" ", el("b", {}, String(count)));
  return made;
}
