/** How a reading stands, on the toolbar button of its tab. */

import { label } from "../browser.js";
import { words } from "../locale.js";
import { face } from "../messages.js";
import { load } from "../storage.js";

/** Shows an outcome. */
export async function showFace(/** @type {number} */ tabId, /** @type {import("../client.js").Outcome} */ outcome) {
  const { letters, key, values } = face(outcome);
  await labelled(tabId, letters, key, values);
}

/**
 * Shows letters, and as its title a text by its key.
 *
 * @param {number} tabId
 * @param {string} letters
 * @param {string} key
 * @param {Record<string, number>} [values]
 */
export async function labelled(tabId, letters, key, values) {
  const { say } = await words((await load()).language);
  await label(tabId, letters, say(key, values));
}
