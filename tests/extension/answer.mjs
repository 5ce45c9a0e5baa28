/** What the tests of the panel share: an answer, a finding, and texts read off elements. */

import { readFileSync } from "node:fs";

/** An answer of the server. */
export const ANSWER = JSON.parse(
  readFileSync(new URL("../../tools/browser/pages/answer.json", import.meta.url), "utf8"),
);

/** The texts of what a page's own array holds, as an array of this realm. */
export const each = (elements, selector) =>
  Array.from(elements, (element) => plain(selector ? element.querySelector(selector) : element));
/** The text of an element, its hard spaces as spaces. */
export const plain = (element) => element.textContent.replaceAll("\u00a0", " ");
/** The answer with another score. */
export const changed = (dimension, score) => ({
  ...ANSWER,
  scores: { ...ANSWER.scores, [dimension]: { ...ANSWER.scores[dimension], ...score } },
});
/** A finding with other properties. */
export const finding = (more) => ({
  dimension: "language",
  rule: "wording.loaded-adverb",
  severity: "notable",
  confidence: 0.86,
  voice: "author",
  counts: true,
  points: 9.04,
  exact: "bitterly",
  message: "It judges.",
  reason: "Nobody can check it.",
  suggestion: null,
  ...more,
});
