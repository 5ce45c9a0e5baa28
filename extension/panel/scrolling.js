/** How the panel scrolls within itself, never what is around it: to a remark, and along with its page. */

/** @typedef {{id: string, element: HTMLElement}} Item */

const NEAR = "near";
/** How far down in the panel its list may begin for the reader to be taken to look at it: a share of its height. */
const LOOKED_AT = 0.5;

/** Scrolls the panel so far that all of an element is seen, or as much of it as it has room for. */
export function bring(/** @type {HTMLElement} */ element) {
  const scroller = scrollerOf(element);
  if (!scroller) return;
  const [item, room] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const above = item.top - room.top;
  const below = item.bottom - room.bottom;
  if (above < 0) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += Math.min(below, above);
}

/**
 * What follows the page: given the ids of what is in view there, shows which items those are, and brings the chosen one
 * of them, else the first, into view here. It only shows them where the list has just been made, where the reader is at
 * work in the panel, or has not come to the list yet.
 *
 * @param {readonly Item[]} items
 * @returns {(ids: readonly string[]) => void}
 */
export function follow(items) {
  /** @type {string | null} */
  let before = null;
  return (ids) => {
    const told = ids.join();
    if (told === before) return;
    const isNew = before === null;
    before = told;
    for (const { id, element } of items) element.classList.toggle(NEAR, ids.includes(id));
    const near = items.map(({ element }) => element).filter((one) => !one.hidden && one.classList.contains(NEAR));
    const first = near.find((one) => one.classList.contains("on")) ?? near[0];
    if (!isNew && first && isLookedAt(first)) bring(first);
  };
}

/** Whether the list of an item is what the reader looks at, and does no more than that. */
function isLookedAt(/** @type {HTMLElement} */ item) {
  const scroller = scrollerOf(item);
  const list = item.parentElement;
  if (!scroller || !list || item.closest(".panel")?.matches(":hover")) return false;
  const { top, bottom } = list.getBoundingClientRect();
  const room = scroller.getBoundingClientRect();
  return bottom > room.top && top < room.top + room.height * LOOKED_AT;
}

/** What of the panel scrolls: its body, or in a low window all of it. */
function scrollerOf(/** @type {HTMLElement} */ element) {
  const body = /** @type {HTMLElement | null} */ (element.closest(".body"));
  const isBody = body !== null && getComputedStyle(body).overflowY !== "visible";
  return isBody ? body : /** @type {HTMLElement | null} */ (element.closest(".panel"));
}
