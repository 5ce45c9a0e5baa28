/** Whether a web page lets itself be read. */

import { run } from "../browser.js";

const TRIES = 10;
const PAUSE = 50;

/** Whether the page may be read. The grant of a click reaches the page a moment after the click itself: asks again. */
export async function reach(/** @type {number} */ tabId) {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      return await run(tabId, () => document.body !== null);
    } catch (error) {
      if (!/Cannot access contents|Missing host permission/.test(String(error))) return false;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  return false;
}
