/**
 * What is known of each tab that is read, until it ends: in the browser's memory, never on its disk, where pages of the
 * extension see it and web pages do not. The background alone writes it.
 *
 * `reading.<tab>` holds what was read and the server's outcome, `view.<tab>` how it is shown, as `panel/known.js` has
 * them.
 */

import { drop, keep, kept, keptAll } from "./browser.js";
import { FRESH } from "./panel/known.js";

/** @typedef {import("./panel/known.js").Reading} Reading */
/** @typedef {import("./panel/known.js").View} View */

/** The names under which a tab's reading and view are kept. */
export function namesOf(/** @type {number} */ tabId) {
  return { reading: `reading.${tabId}`, view: `view.${tabId}` };
}

/** The reading and the view of a tab, both null where it is not read. */
export async function look(/** @type {number} */ tabId) {
  const names = namesOf(tabId);
  const found = await kept(Object.values(names));
  return {
    reading: /** @type {Reading | null} */ (found[names.reading] ?? null),
    view: /** @type {View | null} */ (found[names.view] ?? null),
  };
}

/** @type {Map<number, Promise<unknown>>} */
const turns = new Map();

/**
 * Changes what is kept of a tab, one change after the other: `edit` makes a patch of the reading and of the view, or null
 * for none. Resolves to what is kept then.
 *
 * @param {number} tabId
 * @param {(reading: Reading | null, view: View) => {reading?: Partial<Reading>, view?: Partial<View>} | null} edit
 */
export function change(tabId, edit) {
  const turn = (turns.get(tabId) ?? Promise.resolve()).then(() => apply(tabId, edit));
  turns.set(
    tabId,
    turn.catch(() => undefined),
  );
  return turn;
}

/** @param {number} tabId @param {Parameters<typeof change>[1]} edit */
async function apply(tabId, edit) {
  const names = namesOf(tabId);
  const { reading, view } = await look(tabId);
  const patch = edit(reading, view ?? FRESH);
  /** @type {Record<string, unknown>} */
  const values = {};
  if (patch?.reading) values[names.reading] = { ...reading, ...patch.reading };
  if (patch?.view) values[names.view] = { ...(view ?? FRESH), ...patch.view };
  if (patch) await keepAll(tabId, values);
  return patch !== null;
}

/** Keeps values; where the browser's memory for them is full, the other tabs' readings make room. */
async function keepAll(/** @type {number} */ tabId, /** @type {Record<string, unknown>} */ values) {
  try {
    await keep(values);
  } catch {
    const own = Object.values(namesOf(tabId));
    await drop(Object.keys(await keptAll()).filter((name) => name.startsWith("reading.") && !own.includes(name)));
    await keep(values);
  }
}

/** Forgets a tab. */
export function forget(/** @type {number} */ tabId) {
  const turn = (turns.get(tabId) ?? Promise.resolve()).then(() => drop(Object.values(namesOf(tabId))));
  turns.set(tabId, turn);
  return turn.then(() => turns.get(tabId) === turn && turns.delete(tabId)); // unless another waits by now
}
