/** The browser's extension API behind one module: no other module touches `chrome` or `browser`. */

/** @type {typeof chrome} */
const api = /** @type {any} */ (globalThis).browser ?? globalThis.chrome;

/** The name in the manifests that `undertone install` writes (server/install/browsers.py). */
const HOST = "org.undertone.host";
const OWN = "http://127.0.0.1/*";

/** @typedef {{id: number, url?: string, incognito: boolean}} Place a tab, as far as it may be known */

/** Calls `handle` when the extension was installed (`install`) or brought up to date (`update`). */
export function onInstalled(/** @type {(reason: string) => void} */ handle) {
  api.runtime.onInstalled.addListener(({ reason }) => handle(reason));
}

/** Calls `handle` when the browser starts. */
export function onStartup(/** @type {() => void} */ handle) {
  api.runtime.onStartup.addListener(handle);
}

/** Calls `handle(tab)` at each click on the toolbar button or its shortcut. */
export function onClick(/** @type {(tab: Place) => void} */ handle) {
  api.action.onClicked.addListener((tab) => handle(place(tab)));
}

/** Calls `handle(name, tab)` for each keyboard command but the button's own. */
export function onCommand(/** @type {(name: string, tab: Place) => void} */ handle) {
  api.commands.onCommand.addListener((name, tab) => tab && handle(name, place(tab)));
}

/** Calls `handle(id, tab)` for each choice in a context menu. */
export function onMenu(/** @type {(id: string, tab: Place) => void} */ handle) {
  api.contextMenus.onClicked.addListener((info, tab) => tab && handle(String(info.menuItemId), place(tab)));
}

/** Calls `handle(message, tab)` for each message of a script in a tab; its promise is the answer. */
export function onMessage(/** @type {(message: any, tab: Place) => unknown} */ handle) {
  api.runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== api.runtime.id || !sender.tab) return false;
    const tab = { ...place(sender.tab), url: sender.url ?? sender.tab.url };
    Promise.resolve(handle(message, tab)).then(answer, () => answer(null));
    return true;
  });
}

/** What the program that `undertone install` registered answers to a message; rejects where there is none. */
export function askHost(/** @type {object} */ message) {
  return api.runtime.sendNativeMessage(HOST, message);
}

/** The origin of this extension, as requests of its carry it. */
export function origin() {
  return api.runtime.getURL("").replace(/\/$/, "");
}

/** Calls `handle(names)` when stored values changed. */
export function onStored(/** @type {(names: string[]) => void} */ handle) {
  api.storage.local.onChanged.addListener((changes) => handle(Object.keys(changes)));
}

/** Calls `handle(hosts)` when the reader took back the permission for hosts. */
export function onWithdrawn(/** @type {(hosts: string[]) => void} */ handle) {
  api.permissions.onRemoved.addListener(({ origins = [] }) => handle(origins.map(hostOf)));
}

/** Puts the entries into the context menus, in place of what stood there. */
export async function drawMenus(/** @type {chrome.contextMenus.CreateProperties[]} */ entries) {
  await api.contextMenus.removeAll();
  for (const entry of entries) api.contextMenus.create(entry);
}

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

/** Injects classic scripts, in order. */
export async function inject(/** @type {number} */ tabId, /** @type {string[]} */ files) {
  await api.scripting.executeScript({ target: { tabId }, files });
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

/** Whether the extension may ask this computer; some browsers let the reader take that back. */
export async function allowedOwn() {
  return api.permissions.contains({ origins: [OWN] });
}

/** Asks the reader to allow that again; must be called at once in the handler of a click. */
export async function requestOwn() {
  return api.permissions.request({ origins: [OWN] });
}

/** Sets the badge's letters and the button's title for one tab; a tab that is gone is no error. */
export async function label(/** @type {number} */ tabId, /** @type {string} */ text, /** @type {string} */ title) {
  const set = [
    api.action.setBadgeText({ tabId, text }),
    api.action.setBadgeBackgroundColor({ tabId, color: "#5c6670" }),
    api.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
    api.action.setTitle({ tabId, title }),
  ];
  await Promise.allSettled(set);
}

/** Shows a small page of the extension at the button; until the tab goes elsewhere, a click shows it again. */
export async function popUp(/** @type {number} */ tabId, /** @type {string} */ popup) {
  await api.action.setPopup({ tabId, popup });
  await api.action.openPopup?.().catch(() => undefined); // an old browser: the next click opens it
}

/** The stored values under the names given, as far as there are any. */
export async function stored(/** @type {string[]} */ names) {
  return api.storage.local.get(names);
}

/** Stores values by their names. */
export async function store(/** @type {Record<string, unknown>} */ values) {
  await api.storage.local.set(values);
}

/** Opens a page of the extension, or any address, in a tab. */
export async function show(/** @type {string} */ path) {
  await api.tabs.create({ url: URL.canParse(path) ? path : api.runtime.getURL(path) });
}

/** Opens the options page. */
export async function showOptions() {
  await api.runtime.openOptionsPage();
}

/** The text of one of the extension's own files. */
export async function file(/** @type {string} */ path) {
  return (await fetch(api.runtime.getURL(path))).text();
}

/** The language of the browser's own interface, as in `de-AT`. */
export function uiLanguage() {
  return api.i18n.getUILanguage();
}

/** The keyboard shortcut of a command as the reader has it, empty for none. */
export async function shortcut(/** @type {string} */ name) {
  const held = await api.commands.getAll();
  return held.find((command) => command.name === name)?.shortcut ?? "";
}

/** The extension's own version. */
export function version() {
  return api.runtime.getManifest().version;
}

function place(/** @type {chrome.tabs.Tab} */ { id, url, incognito }) {
  return { id: /** @type {number} */ (id), url, incognito };
}

function pattern(/** @type {string} */ host) {
  return `*://${host}/*`;
}

function hostOf(/** @type {string} */ origin) {
  return origin.replace(/^[^:]*:\/\/|\/\*$/g, "");
}
