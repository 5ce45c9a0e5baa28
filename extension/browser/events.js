/** What the browser tells: clicks, commands, messages, tabs that come and go, values that change. */

import { api, hostOf, isOwn, place } from "./api.js";

/** @typedef {import("./api.js").Place} Place */

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
