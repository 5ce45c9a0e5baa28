/** The browser's extension API behind one module: no other module touches `chrome` or `browser`. */

/** @type {typeof chrome} */
const api = /** @type {any} */ (globalThis).browser ?? globalThis.chrome;

/** The name in the manifests that `undertone install` writes (server/install/browsers.py). */
const HOST = "org.undertone.host";

/** The panel, as a page of the extension. */
export const PANEL = "panel/panel.html";

/** @typedef {{id: number, windowId: number, url?: string, incognito: boolean}} Place a tab, as far as it may be known */

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

/**
 * Calls `ofPage(message, tab)` for each message of a script on a web page, `ofOwn(message)` for each of a page of the
 * extension: who sends is told by the browser, not by the message. Its promise is the answer.
 *
 * @param {(message: any, tab: Place) => unknown} ofPage
 * @param {(message: any) => unknown} ofOwn
 */
export function onMessage(ofPage, ofOwn) {
  api.runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== api.runtime.id || (!isOwn(sender) && !sender.tab)) return false;
    const heard = isOwn(sender)
      ? ofOwn(message)
      : ofPage(message, { ...place(sender.tab), url: sender.url ?? sender.tab?.url });
    Promise.resolve(heard).then(answer, () => answer(null));
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

/** Sends a message to the other parts of the extension; resolves to the answer, undefined where nobody listens. */
export async function send(/** @type {object} */ message) {
  return api.runtime.sendMessage(message).catch(() => undefined);
}

/** Calls `handle(message)` for each message that another part of the extension, no web page, sends here; what it returns,
 * unless nothing, is the answer. */
export function onOwnMessage(/** @type {(message: any) => unknown} */ handle) {
  api.runtime.onMessage.addListener((message, sender, answer) => {
    const said = isOwn(sender) ? handle(message) : undefined;
    if (said !== undefined) answer(said);
    return false;
  });
}

/** Calls `handle(tabId)` when what a tab shows may be another document. */
export function onNavigated(/** @type {(tabId: number) => void} */ handle) {
  api.tabs.onUpdated.addListener((tabId, { status }) => status && handle(tabId));
}

/** Calls `handle(tabId)` when a tab was closed, or another took its place. */
export function onGone(/** @type {(tabId: number) => void} */ handle) {
  api.tabs.onRemoved.addListener((tabId) => handle(tabId));
  api.tabs.onReplaced.addListener((_, tabId) => handle(tabId));
}

/** Closes this page, be it a tab or at the side of a window. */
export async function closeSelf() {
  const tab = await api.tabs.getCurrent();
  if (tab?.id) await api.tabs.remove(tab.id);
  else close();
}

/** The id of the window that this page is in. */
export async function ownWindow() {
  return (await api.windows.getCurrent()).id;
}

/** Calls `handle(tabId)` with the tab in front of a window, now and whenever that is another one. */
export async function followActive(
  /** @type {number | undefined} */ windowId,
  /** @type {(tabId: number | null) => void} */ handle,
) {
  const look = async () => {
    const [tab] = await api.tabs.query({ active: true, windowId });
    handle(tab?.id ?? null);
  };
  api.tabs.onActivated.addListener((tab) => tab.windowId === windowId && look());
  api.tabs.onReplaced.addListener(look);
  await look();
}

/** Calls `handle(changes)` when values that are kept until the browser ends changed: their new values by name. */
export function onKept(/** @type {(changes: Record<string, any>) => void} */ handle) {
  api.storage.session.onChanged.addListener((changes) =>
    handle(Object.fromEntries(Object.entries(changes).map(([name, { newValue }]) => [name, newValue]))),
  );
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

/**
 * Opens the panel beside a tab: at the side of the window, or, where the browser has no such place, in a tab of its own.
 * Must be called at once in the handler of a click.
 */
export async function openPanel(/** @type {Place} */ { id, windowId }) {
  const { sidePanel } = api;
  const sidebar = /** @type {any} */ (api).sidebarAction;
  if (sidePanel?.open)
    await sidePanel.open({ windowId }).catch(() => showPanelTab(id)); // a window of an app has no side
  else if (sidebar?.open) await sidebar.open();
  else await showPanelTab(id);
}

/** Shows the panel of one tab in a tab of its own. */
async function showPanelTab(/** @type {number} */ tabId) {
  const name = `panel.${tabId}`;
  const held = /** @type {number | undefined} */ ((await kept([name]))[name]);
  if (held && (await api.tabs.update(held, { active: true }).catch(() => null))) return;
  const { id } = await api.tabs.create({ url: api.runtime.getURL(`${PANEL}?tab=${tabId}`) });
  await keep({ [name]: id });
}

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

/** A tab by its id; null for one that is gone. */
export async function tabOf(/** @type {number} */ id) {
  const tab = await api.tabs.get(id).catch(() => null);
  return tab && place(tab);
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

/** Whether a message comes from a page of the extension or its background, and not from a script on a web page. */
function isOwn(/** @type {chrome.runtime.MessageSender} */ { id, url }) {
  return id === api.runtime.id && Boolean(url?.startsWith(api.runtime.getURL("")));
}

function place(/** @type {any} */ { id, windowId, url, incognito }) {
  return { id, windowId, url, incognito };
}

function pattern(/** @type {string} */ host) {
  return `*://${host}/*`;
}

/** What matches a server's address; the browser's patterns leave ports out. */
function patternOf(/** @type {string} */ address) {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

function hostOf(/** @type {string} */ origin) {
  return origin.replace(/^[^:]*:\/\/|\/\*$/g, "");
}

/** Runs in the page, and stands alone. @returns {any} */
function callPage(/** @type {string} */ name, /** @type {unknown[]} */ ...given) {
  return /** @type {any} */ (globalThis).undertone?.(name, ...given) ?? null;
}
