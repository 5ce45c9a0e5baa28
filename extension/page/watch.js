/** Follows a page while it is read: its changes, its address, and what it does to our marks. */

const STILL = 400;
const LONGEST = 2000;
const PATROL = 1000;

/** Where the page is, without the part that only scrolls. */
export function address() {
  return location.origin + location.pathname + location.search;
}

/**
 * Calls `changed()` once the page has been still for a moment after a change, and at least every two seconds of
 * change; `moved()` when its size changes, `patrol()` every second, until `signal` ends.
 *
 * @param {Element} root
 * @param {{changed: () => void, moved: () => void, patrol: () => void}} steps
 * @param {AbortSignal} signal
 */
export function watch(root, { changed, moved, patrol }, signal) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let since = 0;
  const act = () => {
    since = 0;
    changed();
  };
  const note = () => {
    since ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(act, Math.max(0, Math.min(STILL, since + LONGEST - Date.now())));
  };
  const observer = new MutationObserver(note);
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  /** @type {any} */ (globalThis).navigation?.addEventListener("navigatesuccess", note, { signal });
  window.addEventListener("popstate", note, { signal });
  const sizes = globalThis.ResizeObserver ? new ResizeObserver(moved) : null;
  sizes?.observe(document.body);
  const round = setInterval(patrol, PATROL);
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    clearInterval(round);
    observer.disconnect();
    sizes?.disconnect();
  });
}
