/** The quotations of an answer: who says them, with which letter and tint, and where their words stand. */

import { quoteOf } from "../page/anchor.js";
import { say } from "./texts.js";

/** @typedef {import("./wording.js").Answer} Answer */
/** @typedef {{name: string, share: number}} Side */
/**
 * @typedef {import("../page/placing.js").Quote & {style: string, words: string}} Quotation
 */

const SIDES = 3;

/** The sides by their share of the words, the largest first. @returns {Side[]} */
export function sides(/** @type {Answer} */ answer) {
  return Object.entries(answer.scores.sourcing?.facts?.shares_by_side ?? {})
    .map(([name, share]) => ({ name, share }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

/** The tint of a source: the place of its side, `none` where it has no side or one beyond the third. */
export function tintOf(/** @type {any} */ source, /** @type {readonly Side[]} */ order) {
  const place = order.findIndex(({ name }) => name === source?.side);
  return place >= 0 && place < SIDES ? String(place) : "none";
}

/** Whom a source belongs to, where its role does not say so already. @returns {string | null} */
export function bodyOf(/** @type {any} */ { affiliation, role }) {
  return affiliation && !role?.toLowerCase().includes(affiliation.toLowerCase()) ? affiliation : null;
}

/** The letter that stands for a source: of the surname for a person, of the first word for anything else. */
export function letterOf(/** @type {any} */ source) {
  if (!source || (!source.named && source.kind !== "document")) return "?";
  const word = source.kind === "person" ? source.name.trim().split(/\s+/).at(-1) : source.name;
  return (word.match(/[\p{L}\p{N}]/u)?.[0] ?? "?").toUpperCase();
}

/**
 * The quotations with their words; none without a text. What is thought, and by nobody that is known, is nobody's words.
 * @returns {Quotation[]}
 */
export function read(/** @type {Answer} */ answer) {
  const { text } = answer.document;
  if (!text) return [];
  const points = [...text];
  const order = sides(answer);
  const known = new Map(answer.sources.map((/** @type {any} */ source) => [source.id, source]));
  const spoken = (answer.quotes ?? []).filter((/** @type {any} */ { kind, source }) => kind === "speech" || source);
  return spoken.map((/** @type {any} */ { id, source, style, content }) => {
    const who = known.get(source);
    const look = { letter: letterOf(who), name: who?.name ?? say("quoting_unknown"), tint: tintOf(who, order) };
    const targets = content.map((/** @type {[number, number]} */ [start, end]) => quoteOf(points, start, end));
    const words = targets.map((/** @type {{exact: string}} */ { exact }) => exact.replace(/,$/, "")).join(" … ");
    return { id, source, style, ...look, words, targets };
  });
}
