/** The marks of a reading as they are drawn on the page, and where they stand. */

import { canvas } from "./paint.js";

const STILL = 300;
const PAUSE = 80;

/**
 * What a page tells of itself: `chosen` (a remark, by its id; `open` where the panel is to be shown), `source` (a
 * speaker's initial was clicked), `hidden` (marks off or on), `placed` (where its marks stand, as shares of its height,
 * the ids of the quotations found, and of the remarks in view), `seen` (other remarks are in view), `grown`, `moved` (it
 * is another page now), `left` (the reading is over).
 *
 * @typedef {(event: string, more?: Record<string, unknown>) => void} Tell
 * @typedef {import("./placing.js").Sheet} Sheet
 * @typedef {import("./placing.js").Places} Places
 * @typedef {{host: HTMLElement, shadow: ShadowRoot, initials: ReturnType<typeof import("./initials.js").open>}} Drawn
 * @typedef {{html: string} | {text: string, title: string | null}} Sent
 */

/**
 * The state of a reading. `wanted` are the ids of the remarks shown, null for all of them.
 *
 * @typedef {object} Session
 * @property {Element} root holds the text that was analysed
 * @property {Tell} tell
 * @property {AbortSignal} signal ends with the reading
 * @property {import("./collect.js").Stream | null} stream
 * @property {Sent | null} sent
 * @property {string} selected the text that is or was last selected
 * @property {Sheet} sheet
 * @property {Places} places
 * @property {ReadonlySet<string> | null} wanted
 * @property {boolean} hidden
 * @property {string | null} chosen
 * @property {string[]} seen the ids of the remarks that were last told to be in view
 * @property {ReturnType<typeof canvas> | null} canvas
 * @property {Drawn | null} drawn our layer over the page
 * @property {import("./walk.js").OpenCard | null} card
 * @property {ReturnType<typeof setTimeout>} [hold]
 * @property {ReturnType<typeof setTimeout>} [still]
 * @property {ReturnType<typeof setTimeout>} [look]
 * @property {boolean} isMarked
 * @property {boolean} hasGrown
 * @property {string} address
 * @property {number} length
 */

/** Where the marks stand, as shares of the page's height, which quotations were found, and which remarks are in view. */
export function told(/** @type {Session} */ session) {
  const { places } = session;
  session.seen = inView(session);
  const whole = Math.max(document.documentElement.scrollHeight, innerHeight, 1);
  const spots = places.marks.flatMap(({ finding, range }) => {
    if (!range) return [];
    const share = (range.getBoundingClientRect().top + scrollY) / whole;
    return [[finding.id, Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000]];
  });
  const quotes = places.quotes.filter(({ ranges }) => ranges.length > 0).map(({ id }) => id);
  return { places: Object.fromEntries(spots), quotes, seen: session.seen };
}

/** The ids of the remarks shown whose words are in view, in the order of the page. */
function inView(/** @type {Session} */ { places, wanted }) {
  const shown = places.marks.filter(({ range, finding }) => range && (wanted === null || wanted.has(finding.id)));
  const seen = shown.filter(({ range }) => {
    const { top, bottom } = /** @type {Range} */ (range).getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  return seen.map(({ finding }) => finding.id);
}

/** Tells which remarks are in view once scrolling pauses, where they are others than before. */
export function look(/** @type {Session} */ session) {
  clearTimeout(session.look);
  session.look = setTimeout(() => {
    const seen = session.canvas ? inView(session) : [];
    if (seen.join() === session.seen.join()) return;
    session.seen = seen;
    session.tell("seen", { seen });
  }, PAUSE);
}

/** Paints the marks anew. */
export function paint(/** @type {Session} */ session) {
  const { places, wanted, hidden, drawn } = session;
  session.canvas?.clear();
  session.canvas = canvas(places.marks, places.quotes);
  if (hidden) return drawn?.initials.clear();
  session.canvas.show(({ id }) => wanted === null || wanted.has(id));
  drawn?.initials.draw(places.quotes);
}

/** Brings what is drawn over the page back to its words after the page moved, and tells where they are now. */
export function settle(/** @type {Session} */ session) {
  if (!session.canvas || session.hidden) return;
  session.drawn?.initials.redraw();
  clearTimeout(session.still);
  session.still = setTimeout(() => session.canvas && session.tell("placed", told(session)), STILL);
}
