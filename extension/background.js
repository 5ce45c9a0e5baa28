/** The conductor behind the toolbar: every event of the browser and every message, and who handles it. */

import * as browser from "./browser.js";
import * as menus from "./menus.js";
import * as messages from "./messages.js";
import * as reading from "./reading.js";
import { change, forget } from "./readings.js";
import * as servers from "./servers.js";
import * as sites from "./sites.js";

/** @typedef {import("./browser.js").Place} Place */

const WELCOME = "welcome/welcome.html";

/** What a script on a web page may say. @type {Record<string, (message: any, tab: Place) => unknown>} */
const OF_PAGE = {
  [messages.PAGE]: reading.hear,
  [messages.ARRIVED]: async (_, tab) => (await sites.isWanted(tab.url)) && reading.readQuietly(tab),
};

/** What the panel may say. @type {Record<string, (message: any) => unknown>} */
const OF_PANEL = {
  [messages.READ]: async ({ tab, how, isAgain }) => {
    const place = await browser.tabOf(tab);
    if (place) await reading.read(place, how, { isAgain });
  },
  [messages.CANCEL]: ({ tab }) => reading.cancel(tab),
  [messages.END]: ({ tab }) => reading.leave(tab),
  [messages.VIEW]: ({ tab, view }) => change(tab, (held) => (held ? { view } : null)),
};

/** @type {Record<string, (tab: Place) => unknown>} */
const CHOICES = {
  [menus.SELECTION]: reading.readSelection,
  [menus.ALWAYS]: readAlways,
  [menus.NO_MORE]: (tab) => sites.remove([sites.hostOf(tab.url)].filter((host) => host !== null)),
  [menus.FIRST_PAGE]: () => browser.show(WELCOME),
};

browser.onClick(reading.toggle);
browser.onCommand(reading.command);
browser.onMenu((id, tab) => CHOICES[id]?.(tab));
browser.onMessage(
  (message, tab) => (Object.hasOwn(OF_PAGE, message?.type) ? OF_PAGE[message.type](message, tab) : null),
  (message) => (Object.hasOwn(OF_PANEL, message?.type) ? OF_PANEL[message.type](message) : null),
);
browser.onNavigated(reading.follow);
browser.onGone(async (tabId) => {
  await reading.cancel(tabId);
  await forget(tabId);
});
browser.onWithdrawn(async (hosts) => {
  await sites.remove(hosts);
  await servers.withdraw(hosts);
});
browser.onStored((names) => names.includes("language") && menus.draw());
browser.onStartup(sites.align);
browser.onInstalled(async (reason) => {
  await menus.draw();
  await sites.align();
  if (reason === "install") await browser.show(WELCOME);
});

/** Reads this page, and from now on every page of its site when it opens; shows the panel. */
async function readAlways(/** @type {Place} */ tab) {
  browser.openPanel(tab);
  const host = sites.hostOf(tab.url);
  if (host && (await sites.add(host))) await reading.read(tab, "page");
}
