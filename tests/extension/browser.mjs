/** A stand-in for the browser's extension API, as far as `browser.js` uses it; every call that matters is on record. */

import { readFile } from "node:fs/promises";

const ROOT = new URL("../../extension/", import.meta.url);

/** Something to listen to; `tell` calls the listeners and resolves to what they returned. */
class Bell {
  #heard = [];
  addListener(handle) {
    this.#heard.push(handle);
  }
  async tell(...values) {
    return Promise.all(this.#heard.map((handle) => handle(...values)));
  }
}

/** Puts a fresh browser into the global scope. `held` is what its storage holds, `page` what scripts in tabs return. */
export function install({ held = {}, language = "en-GB", allowed = [], page = () => undefined, host = null } = {}) {
  const seen = {
    labels: [],
    opened: [],
    shown: [],
    menus: [],
    injected: [],
    asked: [],
    dropped: [],
    registered: [],
    woken: [],
    told: [],
  };
  const session = {};
  const granted = new Set(allowed);
  const changed = new Bell();
  const kept = new Bell();
  /** What other parts of the extension answer to a message, and how many characters the session's storage takes. */
  const browser = { held, seen, session, answer: () => undefined, room: 10_000_000 };
  const bells = Object.fromEntries(
    ["installed", "startup", "message", "clicked", "command", "menu", "removed", "updated", "closed", "replaced"].map(
      (name) => [name, new Bell()],
    ),
  );
  const label = (name) => async (value) => seen.labels.push({ name, ...value });
  globalThis.chrome = {
    runtime: {
      id: "undertone",
      onInstalled: bells.installed,
      onStartup: bells.startup,
      onMessage: bells.message,
      getURL: (path) => `chrome-extension://undertone/${path}`,
      getManifest: () => ({ version: "0.1.0" }),
      sendNativeMessage: async (name, message) => {
        seen.woken.push({ name, message });
        if (!host) throw new Error("Specified native messaging host not found.");
        return host(message);
      },
      sendMessage: async (message) => {
        seen.told.push(message);
        return browser.answer(message);
      },
      openOptionsPage: async () => seen.shown.push("options"),
    },
    action: {
      onClicked: bells.clicked,
      setBadgeText: label("text"),
      setTitle: label("title"),
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
    },
    sidePanel: { open: async (value) => seen.opened.push(value) },
    commands: { onCommand: bells.command, getAll: async () => [{ name: "next", shortcut: "Alt+Shift+J" }] },
    contextMenus: {
      onClicked: bells.menu,
      removeAll: async () => seen.menus.splice(0),
      create: (entry) => seen.menus.push(entry),
    },
    i18n: { getUILanguage: () => language },
    permissions: {
      onRemoved: bells.removed,
      request: async ({ origins }) => {
        seen.asked.push(...origins);
        for (const origin of origins) granted.add(origin);
        return true;
      },
      remove: async ({ origins }) => {
        seen.dropped.push(...origins);
        return origins.every((origin) => granted.delete(origin));
      },
      contains: async ({ origins }) => origins.every((origin) => granted.has(origin)),
    },
    scripting: {
      executeScript: async (order) => {
        seen.injected.push(order);
        return [{ result: await page(order) }];
      },
      insertCSS: async () => undefined,
      removeCSS: async () => undefined,
      getRegisteredContentScripts: async () => [...seen.registered],
      unregisterContentScripts: async () => seen.registered.splice(0),
      registerContentScripts: async (scripts) => seen.registered.push(...scripts),
    },
    storage: {
      session: {
        onChanged: kept,
        get: async (names) =>
          structuredClone(
            Object.fromEntries(Object.entries(session).filter(([name]) => !names || names.includes(name))),
          ),
        set: async (values) => {
          if (JSON.stringify({ ...session, ...values }).length > browser.room)
            throw new Error("Session storage quota bytes exceeded.");
          Object.assign(session, structuredClone(values));
          await kept.tell(
            Object.fromEntries(Object.entries(values).map(([name, newValue]) => [name, structuredClone({ newValue })])),
          );
        },
        remove: async (names) => {
          for (const name of names) delete session[name];
          await kept.tell(Object.fromEntries(names.map((name) => [name, {}])));
        },
      },
      local: {
        onChanged: changed,
        get: async (names) => Object.fromEntries(Object.entries(held).filter(([name]) => names.includes(name))),
        set: async (values) => {
          Object.assign(held, structuredClone(values));
          await changed.tell(values);
        },
      },
    },
    tabs: {
      onUpdated: bells.updated,
      onRemoved: bells.closed,
      onReplaced: bells.replaced,
      get: async (id) => ({ id, windowId: 1, url: "http://news.test/story", incognito: false }),
      create: async ({ url }) => seen.shown.push(url),
    },
  };
  globalThis.navigator = { locks: locks() };
  globalThis.fetch = async (address) => {
    const path = String(address).replace("chrome-extension://undertone/", "");
    return new Response(await readFile(new URL(path, ROOT), "utf8"));
  };
  return Object.assign(browser, { bells });
}

/** Web locks, one after the other whatever their name. */
function locks() {
  let last = Promise.resolve();
  return {
    request: (_, act) => {
      const next = last.then(act);
      last = next.catch(() => undefined);
      return next;
    },
  };
}
