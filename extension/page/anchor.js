/** Finds a remark's words on the page: by position, proved by the words; else by quote and context; else refuses. */

/** @typedef {import("./collect.js").Stream} Stream */
/** @typedef {{exact: string, prefix: string, suffix: string, expected: number}} Quote */
/** @typedef {{start: number, end: number, exact: string, prefix: string, suffix: string}} Target offsets in code points */

const INVISIBLE = /[\s\u00ad\u200b\u2060\ufeff]/;
/** @type {Record<string, string>} */
const PLAIN = { "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-" };
const CANDIDATES = 2000;
/** Letters that quote and context must bring together before a place found by quote is believed. */
const PROOF = 28;
const AROUND = 32;
const BREAK = /\n{2,}/;

/** The UTF-16 offset in `stream.text` of a code point offset. */
export function units(/** @type {Stream} */ stream, /** @type {number} */ points) {
  let low = 0;
  let high = stream.wide.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stream.wide[middle] < points) low = middle + 1;
    else high = middle;
  }
  return points + low;
}

/** What a W3C target says: `{start, end, exact, prefix, suffix}`, offsets in code points. */
export function read(/** @type {{selector: any[]}} */ target) {
  const of = (/** @type {string} */ type) => target.selector.find((selector) => selector.type === type) ?? {};
  const { start = 0, end = 0 } = of("TextPositionSelector");
  const { exact = "", prefix = "", suffix = "" } = of("TextQuoteSelector");
  return { start, end, exact, prefix, suffix };
}

/**
 * A target for `[start, end)` of a text (its code points as an array): the words, and what stands around them in their
 * paragraph; beyond it a page may hold what is no part of the text.
 *
 * @param {readonly string[]} points
 * @param {number} start
 * @param {number} end
 * @returns {Target}
 */
export function quoteOf(points, start, end) {
  const cut = (/** @type {number} */ from, /** @type {number} */ to) => points.slice(Math.max(0, from), to).join("");
  const [prefix] = cut(start - AROUND, start)
    .split(BREAK)
    .slice(-1);
  const [suffix] = cut(end, end + AROUND).split(BREAK);
  return { start, end, exact: cut(start, end), prefix, suffix };
}

/**
 * The place of a target in a stream, `{start, end, how}` in UTF-16 units, or null. `how` is `position` where the
 * words stand where they should, `quote` where they and their context were found elsewhere.
 */
export function place(/** @type {Stream} */ stream, /** @type {Target} */ target) {
  if (!target.exact.trim()) return null;
  const start = units(stream, target.start);
  const end = units(stream, target.end);
  return stands(stream.text, target, start, end) ? { start, end, how: "position" } : search(stream, target, start);
}

/**
 * @param {string} text
 * @param {Target} target
 * @param {number} start
 * @param {number} end
 */
function stands(text, { exact, prefix = "", suffix = "" }, start, end) {
  if (text.slice(start, end) !== exact) return false;
  const before = text.slice(Math.max(0, start - prefix.length), start);
  return before === prefix && text.startsWith(suffix, end);
}

function search(/** @type {Stream} */ stream, /** @type {Target} */ target, /** @type {number} */ hint) {
  stream.skeleton ??= skeleton(stream.text);
  const { text, map } = stream.skeleton;
  const [exact, prefix, suffix] = [target.exact, target.prefix, target.suffix].map((part = "") => skeleton(part).text);
  if (!exact) return null;
  const expected = (hint * text.length) / Math.max(1, stream.text.length);
  const index = best(text, { exact, prefix, suffix, expected });
  if (index === null) return null;
  return { start: map[index], end: map[index + exact.length - 1] + 1, how: "quote" };
}

/** The text without white space and with plain quotes and dashes, and where each character came from. */
function skeleton(/** @type {string} */ text) {
  /** @type {string[]} */
  const kept = [];
  /** @type {number[]} */
  const map = [];
  for (let index = 0; index < text.length; index++) {
    const letter = text[index];
    if (INVISIBLE.test(letter)) continue;
    kept.push(PLAIN[letter] ?? letter);
    map.push(index);
  }
  return { text: kept.join(""), map };
}

/** The occurrence with the most context; null where its context proves too little or two are equally good. */
function best(/** @type {string} */ text, /** @type {Quote} */ quote) {
  const found = [];
  let at = text.indexOf(quote.exact);
  while (at >= 0 && found.length < CANDIDATES) {
    found.push({ at, context: context(text, quote, at), away: Math.abs(at - quote.expected) });
    at = text.indexOf(quote.exact, at + 1);
  }
  found.sort((a, b) => b.context - a.context || a.away - b.away);
  const [first, second] = found;
  if (!first) return null;
  const needed = Math.min(quote.prefix.length + quote.suffix.length, PROOF - quote.exact.length / 2);
  const doubtful = second?.context === first.context;
  return first.context >= needed && !doubtful ? first.at : null;
}

function context(/** @type {string} */ text, /** @type {Quote} */ quote, /** @type {number} */ at) {
  let before = 0;
  while (before < quote.prefix.length && text[at - 1 - before] === quote.prefix.at(-1 - before)) before++;
  const end = at + quote.exact.length;
  let after = 0;
  while (after < quote.suffix.length && text[end + after] === quote.suffix[after]) after++;
  return before + after;
}

/**
 * The live range of `[start, end)` in UTF-16 units, or null where its nodes left the page or changed.
 *
 * @param {Stream} stream
 * @param {number} start
 * @param {number} end
 */
export function range(stream, start, end) {
  const [first, last] = [nodeAt(stream, start), nodeAt(stream, end - 1)];
  for (let index = first; index <= last; index++) if (!isIntact(stream, index)) return null;
  const found = stream.nodes[first].ownerDocument.createRange();
  found.setStart(stream.nodes[first], start - stream.starts[first]);
  found.setEnd(stream.nodes[last], end - stream.starts[last]);
  return found;
}

function nodeAt(/** @type {Stream} */ stream, /** @type {number} */ offset) {
  let low = 0;
  let high = stream.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (stream.starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isIntact(/** @type {Stream} */ stream, /** @type {number} */ index) {
  const node = stream.nodes[index];
  const start = stream.starts[index];
  const end = stream.starts[index + 1] ?? stream.text.length;
  return node.isConnected && node.data === stream.text.slice(start, end);
}

/**
 * The live ranges of many targets: first in the stream as it was read, then, where the page has changed since, in
 * the stream as it is now (`again()` reads it). Returns one range or null for each target.
 *
 * @param {readonly (Target | null)[]} targets
 * @param {Stream} stream
 * @param {() => Stream} again
 */
export function locate(targets, stream, again) {
  /** @type {Stream | null} */
  let fresh = null;
  const attempt = (/** @type {Stream} */ now, /** @type {Target | null} */ target) => {
    const found = target && place(now, target);
    return found ? range(now, found.start, found.end) : null;
  };
  return targets.map((target) => {
    const known = attempt(stream, target);
    if (known || !target) return known;
    fresh ??= again();
    return attempt(fresh, target);
  });
}
