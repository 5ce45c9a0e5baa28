/** One reading of one tab: opens it, answers its page scripts, shows on the toolbar button how it stands, ends it. */

import { awake } from "./background/waking.js";
import { inject, insertCss, label, popUp, removeCss, run } from "./browser.js";
import { analyze, exportFile, modelCard, rule } from "./client.js";
import { language, pageTable, words } from "./locale.js";
import { face, STYLE } from "./messages.js";
import { SCRIPTS } from "./page/scripts.js";
import { pick, SHARED, wishes } from "./settings.js";
import { load, remember } from "./storage.js";

/** @typedef {import("./browser.js").Place} Place */
/** @typedef {import("./client.js").Outcome} Outcome */

const TRIES = 10;
const PAUSE = 50;
const SECOND = 1000;
/** Seconds after which the button counts them. */
const LONG = 3;
const FORBIDDEN = "restricted/restricted.html";
const COLLECT = SCRIPTS.slice(0, SCRIPTS.indexOf("page/collect.js") + 1);
/** Requests under way, and answers that wait for the page scripts to ask, both by tab. @type {Map<number, any>} */
const running = new Map();
/** @type {Map<number, {html: string, outcome: Outcome}>} */
const waiting = new Map();

/** Reads a tab, or, where it is being read, leaves it as it was. */
export async function toggle(/** @type {Place} */ tab) {
  if (!(await reach(tab.id))) return forbid(tab.id);
  return (await run(tab.id, closeOpen)) ? leave(tab.id) : open(tab.id, "page");
}

/** Reads the text that is selected in a tab. */
export async function readSelection(/** @type {Place} */ tab) {
  return (await reach(tab.id)) ? open(tab.id, "selection") : forbid(tab.id);
}

/** Reads a page that opened by itself: the panel comes only where there is something to judge. */
export async function readQuietly(/** @type {Place} */ tab) {
  if (!(await reach(tab.id)) || (await run(tab.id, isOpen))) return;
  await prepare(tab.id, "page");
  await inject(tab.id, COLLECT);
  const html = await run(tab.id, serialise);
  const outcome = await ask({ html, url: tab.url }, tab);
  await show(tab.id, outcome);
  if (outcome.kind !== "answer" || face(outcome).key === "action_nothing") return;
  waiting.set(tab.id, { html, outcome });
  await open(tab.id, "page");
}

/** Calls a command of the session in a tab, where one is open. */
export async function command(/** @type {string} */ name, /** @type {Place} */ tab) {
  await run(tab.id, callSession, name).catch(() => undefined);
}

/** The outcome for a page script that asks for an analysis. */
export async function answer(/** @type {any} */ { html, text, title, url }, /** @type {Place} */ tab) {
  const held = waiting.get(tab.id);
  waiting.delete(tab.id);
  const outcome = held && held.html === html ? held.outcome : await ask({ html, text, title, url }, tab);
  if (await run(tab.id, isOpen).catch(() => false)) await show(tab.id, outcome);
  if (outcome.kind === "answer" && html !== undefined) await note(outcome, tab);
  return outcome;
}

/** Ends the request of a tab. */
export function cancel(/** @type {Place} */ tab) {
  running.get(tab.id)?.abort();
  return true;
}

/** The outcome of asking for a report as a file. */
export async function answerExport(/** @type {any} */ { format, ...page }) {
  const settings = await load();
  return exportFile(String(format), requestOf(page, settings), addressed(settings));
}

/** The outcome of asking for the model card. */
export async function answerCard() {
  return modelCard(addressed(await load()));
}

/** The outcome of asking for one rule. */
export async function answerRule(/** @type {any} */ { id }) {
  return rule(String(id), addressed(await load()));
}

/** Takes the marks' style sheet off a tab whose session ended, and blanks the button. */
export async function leave(/** @type {Place["id"]} */ tabId) {
  cancel({ id: tabId, incognito: false });
  await removeCss(tabId, STYLE).catch(() => undefined);
  await labelled(tabId, "", "action_idle");
  return true;
}

async function open(/** @type {number} */ tabId, /** @type {string} */ wanted) {
  if (!waiting.has(tabId)) await labelled(tabId, "…", "action_running");
  await prepare(tabId, wanted);
  await insertCss(tabId, STYLE);
  await inject(tabId, SCRIPTS);
}

async function prepare(/** @type {number} */ tabId, /** @type {string} */ wanted) {
  const settings = await load();
  const messages = await pageTable(settings.language);
  const scene = { messages, language: language(settings.language), settings: pick(settings, SHARED), wanted };
  await run(tabId, setScene, scene);
}

/**
 * What the server is asked about a page or a text, with the options that follow from the settings.
 *
 * @param {any} page
 * @param {import("./settings.js").Settings} settings
 */
function requestOf({ html, text, title, url }, settings) {
  const options = wishes(settings, URL.canParse(url) ? new URL(url).hostname : "");
  const what = text === undefined ? { html, url } : { text, title };
  return { ...what, include: ["text"], options };
}

/** Where the server is asked, as whom, and in which language it answers: that of the interface. */
function addressed(/** @type {import("./settings.js").Settings} */ settings) {
  return { server: settings.server, token: settings.token, language: language(settings.language) };
}

async function ask(/** @type {any} */ page, /** @type {Place} */ tab) {
  const control = new AbortController();
  const { signal } = control;
  running.get(tab.id)?.abort();
  running.set(tab.id, control);
  const asked = awake((held) => analyze(requestOf(page, held), { ...addressed(held), signal }), signal);
  const clock = setInterval(count, SECOND, tab.id, control, Date.now());
  await labelled(tab.id, "…", "action_running");
  const outcome = await asked;
  clearInterval(clock);
  if (running.get(tab.id) === control) running.delete(tab.id);
  return outcome;
}

/** Shows on the button for how many seconds a long page has been read, while it is. */
async function count(/** @type {number} */ tabId, /** @type {AbortController} */ control, /** @type {number} */ since) {
  const seconds = Math.round((Date.now() - since) / SECOND);
  if (seconds < LONG) return;
  const { say } = await words((await load()).language);
  if (running.get(tabId) === control) await label(tabId, `${seconds}s`, say("action_running"));
}

async function show(/** @type {number} */ tabId, /** @type {Outcome} */ outcome) {
  const { letters, key, values } = face(outcome);
  await labelled(tabId, letters, key, values);
}

/** Puts a reading of an article into the history, unless the window is a private one. */
async function note(/** @type {Outcome} */ outcome, /** @type {Place} */ tab) {
  const { document, summary } = outcome.answer;
  if (tab.incognito || !document?.article?.is_article || !tab.url) return;
  const levels = summary?.levels ?? {};
  await remember({ title: document.title ?? "", url: tab.url, levels, time: new Date().toISOString() });
}

/** Whether the page may be read. The grant of a click reaches the page a moment after the click itself: asks again. */
async function reach(/** @type {number} */ tabId) {
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

async function forbid(/** @type {number} */ tabId) {
  await labelled(tabId, "!", "action_restricted");
  await popUp(tabId, FORBIDDEN);
}

/**
 * @param {number} tabId
 * @param {string} letters
 * @param {string} key
 * @param {Record<string, number>} [values]
 */
async function labelled(tabId, letters, key, values) {
  const { say } = await words((await load()).language);
  await label(tabId, letters, say(key, values));
}

// The functions below run in the page: each stands alone.

/** @returns {any} */
function setScene(/** @type {object} */ scene) {
  const world = /** @type {any} */ (globalThis);
  world.undertone = Object.assign(world.undertone ?? {}, scene);
}

function serialise() {
  return /** @type {any} */ (globalThis).undertone.collect.serialise(document);
}

function closeOpen() {
  return /** @type {any} */ (globalThis).undertone?.session?.close() ?? false;
}

function isOpen() {
  return /** @type {any} */ (globalThis).undertone?.session?.isOpen() ?? false;
}

function callSession(/** @type {string} */ name) {
  return /** @type {any} */ (globalThis).undertone?.session?.command?.(name) ?? false;
}
