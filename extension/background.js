/** The conductor behind the toolbar button: a click reads the page, a second click leaves it as it was. */

import { inject, insertCss, label, onClick, onMessage, removeCss, run, store, stored, text } from "./browser.js";
import { analyze, isOwn, SERVER } from "./client.js";
import { ADDRESS, ANALYZE, CLOSED, face, SCRIPTS, STYLE } from "./messages.js";

const TRIES = 10;
const PAUSE = 50;

onClick(async (tab) => {
  if (!(await reach(tab.id))) {
    await label(tab.id, "!", text("action_restricted"));
    return;
  }
  if (await run(tab.id, closeOpen)) {
    await leave(tab.id);
    return;
  }
  await label(tab.id, "…", text("action_running"));
  await insertCss(tab.id, STYLE);
  await inject(tab.id, SCRIPTS);
});

onMessage((message, tabId) => {
  if (message.type === ANALYZE) return answer(message, tabId);
  if (message.type === ADDRESS) return keep(message.address);
  return message.type === CLOSED ? leave(tabId) : null;
});

async function answer({ html, url }, tabId) {
  await label(tabId, "…", text("action_running"));
  const outcome = await analyze({ html, url }, await stored({ server: SERVER }));
  const { letters, key, values } = face(outcome);
  if (await run(tabId, isOpen).catch(() => false)) await label(tabId, letters, text(key, ...values));
  return outcome;
}

/** Stores another address of the server, if it is one on this computer. */
async function keep(address) {
  if (!isOwn(address)) return false;
  await store({ server: address });
  return true;
}

/** Whether the page may be read. The grant of a click reaches the page a moment after the click itself: asks again. */
async function reach(tabId) {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      return await run(tabId, () => document.body !== null);
    } catch (error) {
      if (!/Cannot access contents|Missing host permission/.test(String(error))) return false;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  return false;
}

async function leave(tabId) {
  await removeCss(tabId, STYLE).catch(() => undefined);
  await label(tabId, "", text("action_idle"));
  return null;
}

/** Runs in the page: removes an open session and tells whether there was one. */
function closeOpen() {
  return globalThis.undertone?.session?.close() ?? false;
}

/** Runs in the page: whether a session is open. */
function isOpen() {
  return globalThis.undertone?.session?.isOpen() ?? false;
}
