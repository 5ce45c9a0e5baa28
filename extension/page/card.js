/** The small card at marked words: rule, words, why, a plainer wording, whose voice, points, how sure. */

import { button, el } from "../panel/elements.js";

const GAP = 8;

/** @typedef {import("./paint.js").Remark} Remark */

/**
 * The card of the remarks about the same words. `labels` name its buttons, `close()` and `open(finding)` are what they
 * do; only a reader's own click does it, none that a page makes up.
 *
 * @param {readonly Remark[]} findings
 * @param {{close: string, open: string}} labels
 * @param {{close: () => void, open: (finding: Remark) => void}} actions
 * @param {AbortSignal} signal
 */
export function build(findings, labels, actions, signal) {
  const leave = button("✕", trusted(actions.close), signal, { class: "btn leave", "aria-label": labels.close });
  const pieces = findings.map((finding, index) =>
    piece(
      finding,
      index === 0 ? leave : null,
      labels.open,
      trusted(() => actions.open(finding)),
      signal,
    ),
  );
  return el("div", { class: "card", role: "dialog", "aria-label": findings[0].card.title, tabindex: "-1" }, pieces);
}

/** @returns {(event: Event) => void} */
function trusted(/** @type {() => void} */ act) {
  return ({ isTrusted }) => isTrusted && act();
}

/**
 * @param {Remark} finding
 * @param {HTMLElement | null} leave
 * @param {string} label
 * @param {(event: Event) => void} open
 * @param {AbortSignal} signal
 */
function piece({ dimension, scored, unit, card }, leave, label, open, signal) {
  return el(
    "section",
    { class: "piece", "data-dimension": dimension, "data-scored": String(scored), "data-unit": unit },
    el("div", { class: "k" }, el("span", {}, card.title), leave),
    el("span", { class: "x" }, card.words),
    card.lines.map((line, index) => el("p", { class: index > 0 ? "more" : null }, line)),
    card.instead && el("p", { class: "more alt" }, card.instead),
    el("div", { class: "meta" }, card.meta),
    label && el("div", { class: "acts" }, button(label, open, signal)),
  );
}

/**
 * Where a card of this size goes in a room: below the words, else above.
 *
 * @param {{left: number, top: number, bottom: number}} words
 * @param {{width: number, height: number}} size
 * @param {{width: number, height: number}} room
 */
export function beside(words, size, room) {
  const below = words.bottom + GAP;
  const above = words.top - GAP - size.height;
  const fits = below + size.height <= room.height - GAP;
  const top = fits || above < GAP ? Math.min(below, room.height - GAP - size.height) : above;
  const left = Math.min(Math.max(words.left, GAP), room.width - GAP - size.width);
  return { top: Math.max(GAP, top), left: Math.max(GAP, left) };
}

/**
 * Moves the card beside the line of `range` nearest to `point`, or its first line; out of sight with the words.
 *
 * @param {HTMLElement} card
 * @param {Range} range
 * @param {{x: number, y: number} | null} point
 */
export function move(card, range, point) {
  const lines = [...range.getClientRects()].filter((line) => line.width > 0);
  const words = lines.find((line) => point && point.y >= line.top && point.y <= line.bottom) ?? lines[0];
  if (!words) return;
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const { top, left } = beside(words, size, { width: document.documentElement.clientWidth, height: innerHeight });
  card.style.setProperty("top", `${top}px`);
  card.style.setProperty("left", `${left}px`);
}
