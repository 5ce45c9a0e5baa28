/** What is done to web pages and for them: scripts, style sheets, permissions for hosts. */

import { api, pattern } from "./api.js";

/**
 * Runs `func` with JSON values in the page's isolated world and returns its value; rejects where the browser forbids it.
 *
 * @param {number} tabId
 * @param {(...values: any[]) => unknown} func
 * @param {...unknown} values
 * @returns {Promise<any>}
 */
export async function run(tabId, func, ...values) {
  const [first] = await api.scripting.executeScript({ target: { tabId }, func, args: values });
  return first?.result;
}

/** Calls a function of our script on a page; null where it is not there. */
export function onPage(/** @type {number} */ tabId, /** @type {string} */ name, /** @type {unknown[]} */ ...given) {
  return run(tabId, callPage, name, ...given);
}

/** Injects a classic script. */
export async function inject(/** @type {number} */ tabId, /** @type {string} */ file) {
  await api.scripting.executeScript({ target: { tabId }, files: [file] });
}

/** Puts a style sheet on the page, beside its own and out of reach of its scripts. */
export async function insertCss(/** @type {number} */ tabId, /** @type {string} */ file) {
  await api.scripting.insertCSS({ target: { tabId }, files: [file] });
}

/** Takes that style sheet off again. */
export async function removeCss(/** @type {number} */ tabId, /** @type {string} */ file) {
  await api.scripting.removeCSS({ target: { tabId }, files: [file] });
}

/** Registers `file` to run in the pages of these hosts and of no others, now and after a restart. */
export async function runOn(/** @type {readonly string[]} */ hosts, /** @type {string} */ file) {
  const id = "arrival";
  const held = await api.scripting.getRegisteredContentScripts({ ids: [id] });
  if (held.length > 0) await api.scripting.unregisterContentScripts({ ids: [id] });
  if (hosts.length === 0) return;
  await api.scripting.registerContentScripts([{ id, js: [file], matches: hosts.map(pattern), runAt: "document_idle" }]);
}

/** Asks the reader to allow one host; must be called at once in the handler of a click. */
export async function requestHost(/** @type {string} */ host) {
  return api.permissions.request({ origins: [pattern(host)] });
}

/** Gives the permission for one host back. */
export async function dropHost(/** @type {string} */ host) {
  return api.permissions.remove({ origins: [pattern(host)] });
}

/** Which of these hosts the extension may read. */
export async function allowedHosts(/** @type {readonly string[]} */ hosts) {
  const allowed = await Promise.all(hosts.map((host) => api.permissions.contains({ origins: [pattern(host)] })));
  return hosts.filter((_, index) => allowed[index]);
}

/** Whether the extension may ask a server; some browsers let the reader take that back even for this computer. */
export async function allowedServer(/** @type {string} */ address) {
  return api.permissions.contains({ origins: [patternOf(address)] });
}

/** Asks the reader to allow that; must be called at once in the handler of a click. */
export async function requestServer(/** @type {string} */ address) {
  return api.permissions.request({ origins: [patternOf(address)] });
}

/** Gives that permission back. */
export async function dropServer(/** @type {string} */ address) {
  return api.permissions.remove({ origins: [patternOf(address)] });
}

/** What matches a server's address; the browser's patterns leave ports out. */
function patternOf(/** @type {string} */ address) {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Runs in the page, and stands alone. @returns {any} */
function callPage(/** @type {string} */ name, /** @type {unknown[]} */ ...given) {
  return /** @type {any} */ (globalThis).undertone?.(name, ...given) ?? null;
}
