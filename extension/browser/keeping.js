/** What the browser keeps for the extension: until it ends, or for good. */

import { api } from "./api.js";

/** The values under these names that are kept in memory until the browser ends, as far as there are any. */
export async function kept(/** @type {string[]} */ names) {
  return api.storage.session.get(names);
}

/** All values that are kept in memory until the browser ends. */
export async function keptAll() {
  return api.storage.session.get();
}

/** Keeps values in memory until the browser ends; no web page can read them. */
export async function keep(/** @type {Record<string, unknown>} */ values) {
  await api.storage.session.set(values);
}

/** Forgets such values. */
export async function drop(/** @type {string[]} */ names) {
  await api.storage.session.remove(names);
}

/** The stored values under the names given, as far as there are any. */
export async function stored(/** @type {string[]} */ names) {
  return api.storage.local.get(names);
}

/** Stores values by their names. */
export async function store(/** @type {Record<string, unknown>} */ values) {
  await api.storage.local.set(values);
}
