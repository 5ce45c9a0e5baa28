/** The speakers' initials in the margin beside their quotations, drawn in our own layer: never in the page's elements. */

import { el } from "../panel/elements.js";
import { isLight, isUncovered } from "./paint.js";

const SIZE = 18;
const GAP = 4;

/** @typedef {import("./placing.js").Spoken} Spoken */
/** @typedef {{x: number, y: number, range: Range, quote: Spoken}} Letter */

/**
 * Initials in the shadow root of `host`; `tell(source)` is what a click does. `draw(quotes)` shows them, `veil()` hides
 * those whose words the page has laid something over, `mend()` draws them anew where their words have moved, `clear()`
 * takes them away.
 *
 * @param {HTMLElement} host
 * @param {ShadowRoot} shadow
 * @param {(source: string | null) => void} tell
 * @param {AbortSignal} signal
 */
export function open(host, shadow, tell, signal) {
  const home = el("div", { class: "initials", "aria-hidden": "true" });
  shadow.prepend(home);
  /** @type {readonly Spoken[]} */
  let drawn = [];
  /** @type {(Letter & {made: HTMLElement})[]} */
  let placed = [];
  let frame = 0;

  function draw(/** @type {readonly Spoken[]} */ quotes) {
    drawn = quotes;
    placed = letters(quotes, host).map((letter) => ({ ...letter, made: initial(letter, tell, signal) }));
    home.replaceChildren(...placed.map(({ made }) => made));
    veil();
  }

  function veil() {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      for (const { made, range } of placed) made.toggleAttribute("data-veiled", isCovered(range));
    });
  }

  /** Looks at the first of them only: what moves words aside without changing the page's size moves them all. */
  function mend() {
    const [first] = placed;
    const [now] = first ? letters([first.quote], host) : [];
    if (first && (now?.x !== first.x || now.y !== first.y)) draw(drawn);
  }

  signal.addEventListener("abort", () => cancelAnimationFrame(frame));
  return { draw, veil, mend, redraw: () => draw(drawn), clear: () => draw([]) };
}

/** Whether words that should be in view are not what is seen there. */
function isCovered(/** @type {Range} */ range) {
  const line = firstLine(range);
  if (!line) return true;
  const [x, y] = [line.left + 1, line.top + line.height / 2];
  const inView = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
  return inView && !isUncovered(range, x, y);
}

/**
 * Where the initials go: in the margin before the first line of each quotation, in the layer's own coordinates, so
 * that they scroll with the page. Two on one line stand side by side. Where the margin has no room there is none: it
 * would stand on the words.
 *
 * @param {readonly Spoken[]} quotes
 * @param {HTMLElement} host
 * @returns {Letter[]}
 */
function letters(quotes, host) {
  const origin = host.getBoundingClientRect();
  const taken = new Set();
  return quotes.flatMap((quote) => {
    const [range] = quote.ranges;
    const line = range && firstLine(range);
    if (!line) return [];
    const edge = margin(range, line);
    const place = (/** @type {number} */ step) => `${Math.round(line.top)} ${Math.round(edge.x)} ${step}`;
    let step = 0;
    while (taken.has(place(step))) step++;
    const x = edge.x + edge.way * step * (SIZE - 2);
    if (x < 0 || x + SIZE > innerWidth || taken.has(`${place(0)} ${quote.source}`)) return [];
    taken.add(place(step)).add(`${place(0)} ${quote.source}`);
    return [{ x: x - origin.left, y: line.top + (line.height - SIZE) / 2 - origin.top, range, quote }];
  });
}

function firstLine(/** @type {Range} */ range) {
  return [...range.getClientRects()].find(({ width, height }) => width > 1 && height > 1);
}

/** The side of the words' block on which its lines begin, and which way further letters go. */
function margin(/** @type {Range} */ range, /** @type {DOMRect} */ line) {
  let block = range.startContainer.parentElement;
  while (block?.parentElement && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
  const style = block ? getComputedStyle(block) : { direction: "ltr", paddingLeft: "0", paddingRight: "0" };
  const box = block?.getBoundingClientRect() ?? line;
  if (style.direction === "rtl") return { x: box.right - Number.parseFloat(style.paddingRight || "0") + GAP, way: 1 };
  return { x: box.left + Number.parseFloat(style.paddingLeft || "0") - SIZE - GAP, way: -1 };
}

/**
 * @param {Letter} letter
 * @param {(source: string | null) => void} tell
 * @param {AbortSignal} signal
 */
function initial({ x, y, range, quote }, tell, signal) {
  const parent = range.startContainer.parentElement;
  const dark = parent !== null && isLight(getComputedStyle(parent).color);
  const made = el(
    "button",
    { type: "button", class: "initial", tabindex: "-1", title: quote.name, "data-tint": quote.tint, "data-dark": dark },
    quote.letter,
  );
  made.style.setProperty("transform", `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`);
  made.addEventListener("click", ({ isTrusted }) => isTrusted && tell(quote.source), { signal });
  return made;
}
