/** The sum behind a score: what its number means, every part of it with its points, and the facts, each with its place. */

import { button, el } from "./elements.js";
import { figure, has, nameOf, quoted, say, shorten } from "./texts.js";

/** @typedef {import("./wording.js").Answer} Answer */
/** @typedef {import("./sections.js").Around} Around */
/** @typedef {{kind: string, id: string, points: number, text: string | null}} Part a part of a score, as the server sends it */
/** @typedef {{name: string, points: number, finding: any}} Row a line of the sum; `finding` where it is a remark's */

const TENTHS = 10;
const MOST = 99; // of 100 articles: nothing is said to be more than all

/** The names of both ends of a score's scale, or null for a dimension that has none. */
export function ends(/** @type {string} */ dimension) {
  if (!has(nameOf("end_low", dimension))) return null;
  return { low: say(nameOf("end_low", dimension)), high: say(nameOf("end_high", dimension)) };
}

/**
 * The lines of a score's sum, in tenths of a point. They sum to its number exactly: what rounding moved is the last line.
 *
 * @param {Answer} answer
 * @param {string} dimension
 * @returns {Row[]}
 */
export function rows(answer, dimension) {
  const { parts, value } = answer.scores[dimension];
  const tenths = shareOut(parts.map((/** @type {Part} */ { points }) => points * TENTHS));
  const found = new Map(answer.findings.map((/** @type {any} */ finding) => [finding.id, finding]));
  const told = parts.map((/** @type {Part} */ { kind, id, text }, /** @type {number} */ place) => {
    const finding = kind === "finding" ? (found.get(id) ?? null) : null;
    return { name: text ?? (finding ? quoted(shorten(finding.exact, 60)) : id), points: tenths[place], finding };
  });
  const rest = value * TENTHS - told.reduce((/** @type {number} */ sum, /** @type {Row} */ row) => sum + row.points, 0);
  return rest === 0 ? told : [...told, { name: say("sum_rounding"), points: rest, finding: null }];
}

/** Numbers made whole so that they sum to their rounded sum: those cut most are made up for first (largest remainder). */
function shareOut(/** @type {number[]} */ numbers) {
  const whole = numbers.map(Math.floor);
  const sum = (/** @type {number[]} */ all) => all.reduce((total, each) => total + each, 0);
  const lacking = Math.round(sum(numbers)) - sum(whole);
  const cut = numbers.map((number, place) => ({ place, lost: number - whole[place] }));
  for (const { place } of cut.sort((a, b) => b.lost - a.lost).slice(0, lacking)) whole[place] += 1;
  return whole;
}

/** Points as they are shown, with their sign. */
function signed(/** @type {number} */ tenths) {
  const size = figure(Math.abs(tenths) / TENTHS, 1);
  return `${tenths < 0 ? "\u2212" : "+"}${size}`;
}

/** What opens under a score: `{element, toggle}`; `toggle(isOpen)` shows or hides it. */
export function build(
  /** @type {Answer} */ answer,
  /** @type {string} */ dimension,
  /** @type {Around} */ around,
  /** @type {readonly {id: string}[]} */ placed,
) {
  const score = answer.scores[dimension];
  const lines = rows(answer, dimension).map((row) => line(row, around, placed));
  const total = el("tr", { class: "total" }, el("th", { scope: "row" }, say("sum_total")), cell(String(score.value)));
  return el(
    "div",
    { class: "breakdown", hidden: true },
    meaning(dimension, score).map((said) => el("p", {}, said)),
    facts(dimension, score.facts ?? {}, around),
    el("table", { "aria-label": say("sum_parts") }, el("tbody", {}, lines), el("tfoot", {}, total)),
  );
}

function line(
  /** @type {Row} */ { name, points, finding },
  /** @type {Around} */ { actions, signal },
  /** @type {readonly {id: string}[]} */ placed,
) {
  const canGo = finding && placed.some(({ id }) => id === finding.id);
  const label = canGo ? button(name, () => actions.choose(finding), signal, { class: "btn link" }) : name;
  const why = finding ? el("small", {}, finding.message) : null;
  return el("tr", {}, el("th", { scope: "row" }, label, why), cell(signed(points)));
}

function cell(/** @type {string} */ text) {
  return el("td", {}, text);
}

/** What the number, its place among others and its interval mean, in a sentence each. */
function meaning(/** @type {string} */ dimension, /** @type {any} */ { value, level, percentile, interval }) {
  const { low = "", high = "" } = ends(dimension) ?? {};
  const scale = low ? say("sum_scale", { value, low, high, level: say(`level_${level}`) }) : null;
  const below = typeof percentile === "number" ? Math.min(percentile, MOST) : null;
  const rank = below === null ? null : below < 1 ? say("sum_rank_none") : say("sum_rank", { count: below });
  const isSpread = interval && interval[0] !== interval[1];
  const likely = isSpread ? say("sum_interval", { low: interval[0], high: interval[1] }) : null;
  return [scale, rank, likely].filter((said) => said !== null);
}

/** What was counted, each with where it is shown. @type {Record<string, [string, string][]>} */
const FACTS = {
  headline: [["remarks", "remarks"]],
  sourcing: [
    ["sources", "speakers"],
    ["identified", "speakers"],
    ["camps", "speakers"],
    ["unheard", "speakers"],
  ],
  wording: [
    ["loaded_by_author", "remarks"],
    ["loaded_sentences", "remarks"],
    ["loaded_by_others", "remarks"],
  ],
};

function facts(
  /** @type {string} */ dimension,
  /** @type {Record<string, any>} */ given,
  /** @type {Around} */ { actions, signal },
) {
  const counts = { ...given, camps: campsOf(given), unheard: given.never_heard?.length ?? 0 };
  const told = (FACTS[dimension] ?? []).flatMap(([name, place]) => {
    const count = /** @type {Record<string, any>} */ (counts)[name];
    if (typeof count !== "number" || (count === 0 && name !== "sources")) return [];
    const words = count === 1 ? say(`fact_${name}_one`) : say(`fact_${name}`, { count: figure(count) });
    return [button(words, () => actions.turnTo?.(place, dimension), signal, { class: "btn link" })];
  });
  return told.length > 0 ? el("p", { class: "facts" }, told) : null;
}

/** How many camps the sources speak for: those named, and those from outside as one. */
function campsOf(/** @type {Record<string, any>} */ { shares_by_camp: shares = {} }) {
  return Object.values(shares).filter((share) => share > 0).length;
}
