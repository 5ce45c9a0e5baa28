/** The conductor behind the toolbar: every event of the browser and every message of a page, and who handles it. */

import * as browser from "./browser.js";
import { meantAddress } from "./client.js";
import * as menus from "./menus.js";
import * as messages from "./messages.js";
import * as reading from "./reading.js";
import { faults, pick, SHARED } from "./settings.js";
import * as sites from "./sites.js";
import { change, moveTo, report } from "./storage.js";

/** @typedef {import("./browser.js").Place} Place */

const WELCOME = "welcome/welcome.html";

/** @type {Record<string, (message: any, tab: Place) => unknown>} */
const ANSWERS = {
  [messages.ANALYZE]: reading.answer,
  [messages.EXPORT]: reading.answerExport,
  [messages.CANCEL]: (_, tab) => reading.cancel(tab),
  [messages.CHANGE]: ({ patch }) => changeShared(patch),
  [messages.REPORT]: ({ report: wrong }) => report({ ...wrong, time: new Date().toISOString() }).then(() => true),
  [messages.MODEL_CARD]: reading.answerCard,
  [messages.RULE]: reading.answerRule,
  [messages.OPEN_OPTIONS]: () => browser.showOptions(),
  [messages.OPEN_WELCOME]: () => browser.show(WELCOME),
  [messages.CLOSED]: (_, tab) => reading.leave(tab.id),
  [messages.ADDRESS]: ({ address }) => keepAddress(address),
  [messages.ARRIVED]: async (_, tab) => (await sites.isWanted(tab.url)) && reading.readQuietly(tab),
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
browser.onMessage((message, tab) =>
  Object.hasOwn(ANSWERS, message?.type) ? ANSWERS[message.type](message, tab) : null,
);
browser.onWithdrawn(sites.remove);
browser.onStored((names) => names.includes("language") && menus.draw());
browser.onStartup(sites.align);
browser.onInstalled(async (reason) => {
  await menus.draw();
  await sites.align();
  if (reason === "install") await browser.show(WELCOME);
});

async function changeShared(/** @type {any} */ patch) {
  if (faults(patch, [...SHARED]).length > 0) return null;
  return pick(await change(patch), SHARED);
}

/** Stores another address of the server, if it is one on this computer. */
async function keepAddress(/** @type {string} */ typed) {
  const address = meantAddress(String(typed));
  if (!address) return false;
  await moveTo(address);
  return true;
}

/** Reads this page, and from now on every page of its site when it opens. */
async function readAlways(/** @type {Place} */ tab) {
  const host = sites.hostOf(tab.url);
  if (host && (await sites.add(host))) await reading.readQuietly(tab);
}
