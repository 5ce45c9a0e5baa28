/** The browser's extension API, which the modules of this folder alone touch, and what they share. */

/** @type {typeof chrome} */
export const api = /** @type {any} */ (globalThis).browser ?? globalThis.chrome;

/** @typedef {{id: number, windowId: number, url?: string, incognito: boolean}} Place a tab, as far as it may be known */

/** Whether a message comes from a page of the extension or its background, and not from a script on a web page. */
export function isOwn(/** @type {chrome.runtime.MessageSender} */ { id, url }) {
  return id === api.runtime.id && Boolean(url?.startsWith(api.runtime.getURL("")));
}

/** A tab, as far as it may be known. @returns {Place} */
export function place(/** @type {any} */ { id, windowId, url, incognito }) {
  return { id, windowId, url, incognito };
}

/** The pattern of a host's pages. */
export function pattern(/** @type {string} */ host) {
  return `*://${host}/*`;
}

/** The host of such a pattern. */
export function hostOf(/** @type {string} */ origin) {
  return origin.replace(/^[^:]*:\/\/|\/\*$/g, "");
}
