/** How far reading reaches: what of a page was not read, and its visible text for a reader who wants it read anyway. */

import { HOST, SKIPPED } from "./collect.js";

const SMALLEST = { width: 200, height: 120 };
const FEWEST = 20;
const LINE = 6;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu;

/** How many words a text has. */
export function words(/** @type {string} */ text) {
  return text.match(WORD)?.length ?? 0;
}

/** What is on a page but not in its text stream: embedded frames large enough to read, words in shadow trees. */
export function unread(/** @type {Element} */ root) {
  const frames = [...root.querySelectorAll("iframe, frame")].filter(isReadable).length;
  const hidden = [...root.querySelectorAll("*")].reduce((sum, element) => sum + wordsWithin(element), 0);
  return { frames, words: hidden < FEWEST ? 0 : hidden };
}

function isReadable(/** @type {Element} */ frame) {
  const { width, height } = frame.getBoundingClientRect();
  return width >= SMALLEST.width && height >= SMALLEST.height && getComputedStyle(frame).visibility !== "hidden";
}

function wordsWithin(/** @type {Element} */ element) {
  if (!element.shadowRoot || element.localName === HOST) return 0;
  let sum = 0;
  /** @type {Node[]} */
  const waiting = [...element.shadowRoot.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeType === 3) sum += words(/** @type {Text} */ (node).data);
    const inner = /** @type {Element} */ (node);
    if (node.nodeType !== 1 || SKIPPED.has(inner.localName)) continue;
    waiting.push(...inner.childNodes);
    sum += wordsWithin(inner);
  }
  return sum;
}

/** The page's visible text as one story, `{title, text}`: its lines without those too short to be prose. */
export function story(/** @type {Document} */ page) {
  const body = page.querySelector("main, [role=main]") ?? page.body;
  const lines = visible(body).split(/\s*\n\s*/);
  const title = visible(page.querySelector("h1") ?? page.createElement("h1")).replace(/\s+/g, " ");
  const prose = lines.filter((line) => words(line) >= LINE && line.trim() !== title.trim());
  return { title: title.trim() || null, text: prose.join("\n\n") };
}

function visible(/** @type {Element} */ element) {
  return /** @type {HTMLElement} */ (element).innerText ?? element.textContent;
}
