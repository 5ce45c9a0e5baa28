/** Hands a text to the reader: onto the clipboard, or as a file. */

import { el } from "./elements.js";

/**
 * Copies a text; where the page may not use the clipboard (plain http), through a selection of `element`, which shows it.
 * Resolves to whether it is copied.
 *
 * @param {string} text
 * @param {HTMLElement} element
 */
export async function copy(text, element) {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by the browser: the older way below still works.
    }
  }
  getSelection()?.selectAllChildren(element);
  return document.execCommand("copy");
}

/** Saves a text as a file of the reader's. */
export function save(/** @type {string} */ name, /** @type {string} */ text, /** @type {string} */ type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
