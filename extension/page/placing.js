/** Where the words of a reading stand in the page: its remarks and its quotations, found, and found again. */

import { locate } from "./anchor.js";
import { stream as streamOf } from "./collect.js";

/**
 * What a page is told to mark. `close` and `open` name the card's buttons; `open` is empty where there is no panel to
 * open.
 *
 * @typedef {{remarks: import("./paint.js").Remark[], quotes: Quote[], labels: {close: string, open: string}}} Sheet
 * @typedef {{id: string, source: string | null, letter: string, name: string, tint: string,
 *   targets: import("./anchor.js").Target[]}} Quote
 * @typedef {import("./paint.js").Mark & {words: string | null}} Placed
 * @typedef {Quote & {ranges: Range[], spoken: string[]}} Spoken
 * @typedef {{marks: Placed[], quotes: Spoken[]}} Places
 */

/**
 * Finds the words of a sheet in `stream`, or, where the page has changed since, in the page as it is. A mark's `range` is
 * null where its words stand nowhere.
 *
 * @param {Element} root
 * @param {import("./collect.js").Stream} stream
 * @param {Sheet} sheet
 * @returns {Places}
 */
export function place(root, stream, { remarks, quotes }) {
  const again = () => streamOf(root);
  const ranges = locate(
    remarks.map(({ target }) => target),
    stream,
    again,
  );
  const marks = remarks.map((finding, index) => mark(finding, ranges[index]));
  const spoken = locate(
    quotes.flatMap(({ targets }) => targets),
    stream,
    again,
  );
  return { marks, quotes: quotes.map((quote) => said(quote, spoken.splice(0, quote.targets.length))) };
}

function mark(/** @type {import("./paint.js").Remark} */ finding, /** @type {Range | null} */ range) {
  return { finding, range, words: range && String(range) };
}

function said(/** @type {Quote} */ quote, /** @type {(Range | null)[]} */ found) {
  const ranges = found.filter((range) => range !== null);
  return { ...quote, ranges, spoken: ranges.map(String) };
}

/** Whether words have left their place, or words without a place may have come. */
export function isBroken(/** @type {Places} */ { marks, quotes }) {
  const isLost = (/** @type {Placed} */ { finding, range, words }) =>
    finding.target !== null && (range === null || String(range) !== words);
  const isTorn = (/** @type {Spoken} */ { ranges, spoken }) =>
    ranges.some((range, index) => String(range) !== spoken[index]);
  return marks.some(isLost) || quotes.some(isTorn);
}
