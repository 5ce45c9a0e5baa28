/** The only way to what the extension keeps: on this computer, in the browser's own storage for this extension. */

import { store, stored } from "./browser.js";
import { DEFAULTS, faults, HISTORY, MOST, read } from "./settings.js";

/** @typedef {import("./settings.js").Settings} Settings */

/** The settings as they are now, whole and frozen. */
export async function load() {
  return read(await stored(Object.keys(DEFAULTS)));
}

/**
 * Changes some settings: `edit` is a patch, or makes one of the settings as they are. Pages of the extension and its
 * background take turns, so that no change is lost. Resolves to the new settings; rejects with a `TypeError` that names
 * the values that do not fit, and then nothing is changed.
 *
 * @param {Partial<Settings> | ((settings: Readonly<Settings>) => Partial<Settings>)} edit
 * @returns {Promise<Readonly<Settings>>}
 */
export async function change(edit) {
  return await navigator.locks.request("undertone-settings", async () => {
    const before = await load();
    const patch = typeof edit === "function" ? edit(before) : edit;
    const wrong = faults(patch);
    if (wrong.length > 0) throw new TypeError(`These settings do not fit: ${wrong.join(", ")}.`);
    await store(patch);
    return read({ ...before, ...patch });
  });
}

/** Asks another server from now on. The token was the other one's: it is forgotten. */
export function moveTo(/** @type {string} */ server) {
  return change((before) => (before.server === server ? {} : { server, token: "" }));
}

/** Adds a reading to the history, where the reader wants one; an older reading of the same address gives way. */
export function remember(/** @type {import("./settings.js").Reading} */ reading) {
  return change(({ keepHistory, history }) => {
    if (!keepHistory) return {};
    return { history: [reading, ...history.filter(({ url }) => url !== reading.url)].slice(0, HISTORY) };
  });
}

/** Keeps a remark that the reader called wrong; beyond the limit the oldest go. */
export function report(/** @type {Record<string, unknown>} */ wrong) {
  return change(({ reports }) => ({ reports: [...reports, wrong].slice(-MOST) }));
}
