/** How a reader goes about on the page: into the card of marked words and out, to the words of a remark, to the next. */

import * as cards from "./card.js";
import { look, paint, settle } from "./marking.js";

/**
 * @typedef {import("./marking.js").Session} Session
 * @typedef {import("./paint.js").Remark} Remark
 * @typedef {{element: HTMLElement, range: Range, isPassing: boolean, before: Element | null}} OpenCard
 */

const MARGIN = 80;
const HOLD = 600;
const LEAVE = 350;

/** Listens to the page on behalf of a session. Only what the reader does counts, nothing that the page makes up. */
export function listen(/** @type {Session} */ session) {
  const { signal } = session;
  const shift = () => session.card && moveCard(session.card);
  const quick = { signal, capture: true, passive: true };
  document.addEventListener("click", (event) => press(session, event), { signal, capture: true });
  document.addEventListener("pointermove", (event) => hover(session, event), quick);
  addEventListener("keydown", (event) => retreat(session, event), { signal, capture: true });
  addEventListener("scroll", (event) => scroll(session, event, shift), quick);
  const resize = () => {
    shift();
    settle(session);
  };
  addEventListener("resize", resize, { signal, passive: true });
  signal.addEventListener("abort", () => {
    clearTimeout(session.hold);
    clearTimeout(session.look);
  });
}

function scroll(/** @type {Session} */ session, /** @type {Event} */ { target }, /** @type {() => void} */ shift) {
  shift();
  if (target !== document && session.canvas && !session.hidden) session.drawn?.initials.redraw();
  session.drawn?.initials.veil();
  look(session);
}

function press(/** @type {Session} */ session, /** @type {MouseEvent} */ event) {
  clearTimeout(session.hold);
  if (!event.isTrusted || event.target === session.drawn?.host || session.hidden) return;
  const findings = session.canvas?.at(event.clientX, event.clientY) ?? [];
  if (findings.length > 0) openCard(session, findings, { x: event.clientX, y: event.clientY }, true);
  else closeCard(session);
}

/** Resting on marked words opens their card, without the focus; leaving both closes it again. */
function hover(/** @type {Session} */ session, /** @type {PointerEvent} */ event) {
  const { target, clientX: x, clientY: y, buttons, pointerType } = event;
  clearTimeout(session.hold);
  if (!event.isTrusted || session.hidden || buttons > 0 || pointerType === "touch") return;
  if (target === session.drawn?.host) return;
  if (session.card?.isPassing) session.hold = setTimeout(() => closeCard(session), LEAVE);
  if (session.card) return;
  session.hold = setTimeout(() => {
    const findings = session.canvas?.at(x, y) ?? [];
    if (findings.length > 0) openCard(session, findings, { x, y }, false);
  }, HOLD);
}

/**
 * @param {Session} session
 * @param {readonly Remark[]} findings
 * @param {{x: number, y: number} | null} point
 * @param {boolean} focus whether the card gets the focus
 */
function openCard(session, findings, point, focus) {
  closeCard(session);
  const range = session.canvas?.activate(findings[0]);
  if (!range || !session.drawn) return;
  choose(session, findings[0]);
  const actions = {
    close: () => closeCard(session),
    open: (/** @type {Remark} */ finding) => session.tell("chosen", { id: finding.id, open: true }),
  };
  const element = cards.build(findings, session.sheet.labels, actions, session.signal);
  const card = { element, range, isPassing: !focus, before: document.activeElement };
  session.card = card;
  session.drawn.shadow.append(element);
  cards.move(element, range, point);
  element.addEventListener("focusin", () => {
    card.isPassing = false;
  });
  if (focus) element.focus({ preventScroll: true });
}

function choose(/** @type {Session} */ session, /** @type {Remark} */ { id }) {
  session.chosen = id;
  session.tell("chosen", { id });
}

function moveCard(/** @type {OpenCard} */ { element, range }) {
  if (range.startContainer.isConnected) cards.move(element, range, null);
}

/** Closes the open card; the focus that it had goes back to where it came from. */
export function closeCard(/** @type {Session} */ session) {
  clearTimeout(session.hold);
  if (!session.card) return;
  const { element, before } = session.card;
  const hadFocus = element.contains(/** @type {ShadowRoot} */ (element.getRootNode()).activeElement);
  element.remove();
  session.card = null;
  session.canvas?.quieten();
  if (hadFocus && before?.isConnected) /** @type {HTMLElement} */ (before).focus?.({ preventScroll: true });
}

function retreat(/** @type {Session} */ session, /** @type {KeyboardEvent} */ event) {
  if (!event.isTrusted || event.key !== "Escape" || !session.card) return;
  event.stopPropagation();
  closeCard(session);
}

/** Goes to the words of a remark: scrolls them into view and lights them up. Returns whether they stand somewhere. */
export function go(/** @type {Session} */ session, /** @type {string} */ id, card = false) {
  closeCard(session);
  const finding = session.sheet.remarks.find((remark) => remark.id === id);
  if (!finding || !session.canvas) return false;
  if (session.hidden) toggle(session);
  choose(session, finding);
  const range = session.canvas.activate(finding);
  if (!range) return false;
  bring(session, range);
  if (card) openCard(session, [finding], null, document.hasFocus());
  return true;
}

/** Goes to the words of a quotation. */
export function reveal(/** @type {Session} */ session, /** @type {string} */ id) {
  const [range] = session.places.quotes.find((quote) => quote.id === id)?.ranges ?? [];
  if (range) bring(session, range);
  return Boolean(range);
}

/** Scrolls words into view and lights them up for a moment. */
function bring(/** @type {Session} */ session, /** @type {Range} */ range) {
  range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
  const words = range.getBoundingClientRect();
  if (words.top < MARGIN || words.bottom > innerHeight - MARGIN) {
    window.scrollBy({ top: words.top - innerHeight / 2, behavior: "instant" });
  }
  session.canvas?.flash(range);
}

/** Goes to the next remark shown (`by` 1) or the previous (-1); with `card` into its card. */
export function step(/** @type {Session} */ session, /** @type {number} */ by, card = false) {
  const { wanted, places, chosen } = session;
  const shown = places.marks.filter(({ range, finding }) => range && (wanted === null || wanted.has(finding.id)));
  if (shown.length === 0) return false;
  const at = shown.findIndex(({ finding }) => finding.id === chosen);
  const from = at >= 0 ? at : by > 0 ? -1 : 0;
  return go(session, shown[(from + by + shown.length) % shown.length].finding.id, card);
}

/** Hides the marks or shows them again. */
export function toggle(/** @type {Session} */ session) {
  session.hidden = !session.hidden;
  closeCard(session);
  paint(session);
  session.tell("hidden", { hidden: session.hidden });
  return true;
}
