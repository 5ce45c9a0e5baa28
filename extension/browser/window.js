/** The browser's own surface: toolbar button, menus, the panel's place, tabs; and what it knows of this extension. */

import { api, place } from "./api.js";
import { keep, kept } from "./keeping.js";

/** @typedef {import("./api.js").Place} Place */

/** The name in the manifests that `undertone install` writes (server/install/browsers.py). */
const HOST = "org.undertone.host";

/** The panel, as a page of the extension. */
export const PANEL = "panel/panel.html";

/** Puts the entries into the context menus, in place of what stood there. */
export async function drawMenus(/** @type {chrome.contextMenus.CreateProperties[]} */ entries) {
  await api.contextMenus.removeAll();
  for (const entry of entries) api.contextMenus.create(entry);
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

/** The origin of this extension, as requests of its carry it. */
export function origin() {
  return api.runtime.getURL("").replace(/\/$/, "");
}

/** Sends a message to the other parts of the extension; resolves to the answer, undefined where nobody listens. */
export async function send(/** @type {object} */ message) {
  return api.runtime.sendMessage(message).catch(() => undefined);
}

/** What the program that `undertone install` registered answers to a message; rejects where there is none. */
export function askHost(/** @type {object} */ message) {
  return api.runtime.sendNativeMessage(HOST, message);
}
