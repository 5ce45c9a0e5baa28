/** One reading of one tab: has it read, marked and shown, tells on the toolbar button how it stands, ends it. */

import { addressed, requestOf } from "./asking.js";
import { reach } from "./background/reach.js";
import { labelled, showFace } from "./background/toolbar.js";
import { awake } from "./background/waking.js";
import { inject, insertCss, label, onPage, openPanel, removeCss, send } from "./browser.js";
import { analyze } from "./client.js";
import { language, pageTable, words } from "./locale.js";
import { CLOSE_PANEL, face, IS_OPEN, SCRIPT, STYLE } from "./messages.js";
import { FRESH } from "./panel/known.js";
import { sheetOf } from "./panel/sheet.js";
import { withSuspects } from "./panel/suspects.js";
import { say as sayPage, use } from "./panel/texts.js";
import { change, forget, look } from "./readings.js";
import { load, remember } from "./storage.js";

/** @typedef {import("./browser.js").Place} Place */
/** @typedef {import("./client.js").Outcome} Outcome */

const SECOND = 1000;
/** Seconds after which the button counts them. */
const LONG = 3;
/** Requests under way, by tab. @type {Map<number, AbortController>} */
const running = new Map();

/** Reads a tab and shows the panel; where both are there already, leaves the tab as it was. */
export async function toggle(/** @type {Place} */ tab) {
  const wasOpen = send({ type: IS_OPEN, tab: tab.id, window: tab.windowId });
  openPanel(tab); // at once: a browser opens it only at the reader's click
  const { reading } = await look(tab.id);
  if (!reading) return read(tab, "page");
  if (await wasOpen) await leave(tab.id);
}

/** Reads the text that is selected in a tab, and shows the panel. */
export async function readSelection(/** @type {Place} */ tab) {
  openPanel(tab);
  await read(tab, "selection");
}

/** Reads a page that opened by itself: it gets its marks only where there is something to judge. */
export async function readQuietly(/** @type {Place} */ tab) {
  if (!(await look(tab.id)).reading) await read(tab, "page", { isQuiet: true });
}

/**
 * Reads a tab. `how` is `page`, `anyway` or `selection`; with `isAgain` what is shown stays until the new answer is there;
 * with `isQuiet` nothing is shown where nothing could be judged.
 *
 * @param {Place} tab
 * @param {string} how
 * @param {{isAgain?: boolean, isQuiet?: boolean}} [more]
 */
export async function read(tab, how, { isAgain = false, isQuiet = false } = {}) {
  const since = Date.now();
  if (!isQuiet) await begin(tab, how, since, isAgain);
  await labelled(tab.id, "…", "action_running");
  if (!(await reach(tab.id))) return settle(tab, since, { ...NOBODY, kind: "restricted" });
  await inject(tab.id, SCRIPT);
  if (!isAgain) await onPage(tab.id, "clear");
  const handed = await onPage(tab.id, "collect", how);
  if (!handed) return settle(tab, since, { ...NOBODY, kind: "no-selection" });
  const { sent, url, words: count, unread } = handed;
  if (!isQuiet)
    await change(tab.id, (held) => (held?.since === since ? { reading: { url, words: count, unread } } : null));
  const outcome = await ask({ ...sent, url }, tab);
  if (isQuiet && (outcome.kind !== "answer" || face(outcome).key === "action_nothing"))
    return showFace(tab.id, outcome);
  if (isQuiet) await begin({ ...tab, url }, how, since, false, { words: count, unread });
  await take(tab, since, outcome, sent);
}

/** What an outcome is that no server was asked for. */
const NOBODY = { host: "", server: "" };

/**
 * @param {Place} tab
 * @param {string} how
 * @param {number} since
 * @param {boolean} isAgain
 * @param {Partial<import("./panel/known.js").Reading>} [more]
 */
async function begin({ id, url = "" }, how, since, isAgain, more) {
  const fresh = { url, words: 0, unread: { frames: 0, words: 0 }, outcome: null };
  await change(id, (held, view) =>
    isAgain && held
      ? { reading: { since, how, isBusy: true } }
      : { reading: { ...fresh, ...more, since, how, isBusy: false }, view: { ...FRESH, filter: view.filter } },
  );
}

/** Marks the page by an answer, and keeps it; what another reading has overtaken is dropped. */
async function take(
  /** @type {Place} */ tab,
  /** @type {number} */ since,
  /** @type {Outcome} */ outcome,
  /** @type {object} */ sent,
) {
  if ((await look(tab.id)).reading?.since !== since) return;
  if (outcome.kind !== "answer") return settle(tab, since, outcome);
  await insertCss(tab.id, STYLE);
  const { language: setting } = await load();
  use(await pageTable(setting), language(setting));
  const told = { ...outcome, answer: withSuspects(outcome.answer) };
  const sheet = sheetOf(told.answer, !("html" in sent), sayPage("open_panel"));
  const found = await onPage(tab.id, "mark", sheet);
  if (found) await settle(tab, since, told, { ...found, chosen: FRESH.chosen, hidden: false, grown: false });
  if (found && "html" in sent) await note(outcome, tab);
}

/**
 * Keeps the outcome of a reading, and shows on the button how it stands.
 *
 * @param {Place} tab
 * @param {number} since
 * @param {Outcome} outcome
 * @param {Partial<import("./panel/known.js").View>} [view]
 */
async function settle(tab, since, outcome, view) {
  const isOurs = await change(tab.id, (held) =>
    held?.since === since ? { reading: { outcome, isBusy: false }, view } : null,
  );
  if (!isOurs) return;
  if (outcome.kind !== "answer") await onPage(tab.id, "clear").catch(() => undefined); // a page that may not be reached
  await showFace(tab.id, outcome);
}

/** Ends the request of a tab; a wait that nobody answers any more ends too. */
export async function cancel(/** @type {number} */ tabId) {
  const held = running.get(tabId);
  held?.abort();
  if (held) return true;
  const { reading } = await look(tabId);
  const outcome = { ...NOBODY, kind: "cancelled" };
  if (reading && !reading.outcome) await settle({ id: tabId, windowId: -1, incognito: false }, reading.since, outcome);
  return true;
}

/** Calls a command of the page in a tab, where one is read: `next`, `previous`, `marks`. */
export async function command(/** @type {string} */ name, /** @type {Place} */ tab) {
  const { reading } = await look(tab.id);
  if (reading?.outcome?.kind !== "answer") return;
  if (name === "marks") await onPage(tab.id, "toggle");
  else await onPage(tab.id, "step", name === "next" ? 1 : -1, true);
}

/** What a page tells of itself, for the panel to see; nothing that it says goes anywhere else. */
export async function hear(/** @type {any} */ { event, ...said }, /** @type {Place} */ tab) {
  if (event === "left") return leave(tab.id, false);
  const sound = Object.hasOwn(HEARD, event) ? HEARD[event](said) : null;
  if (!sound) return false;
  if (sound.open) openPanel(tab);
  return change(tab.id, (reading, view) => (reading ? sound.edit(view) : null));
}

/** @type {Record<string, (said: any) => {edit: (view: import("./panel/known.js").View) => any, open?: boolean}>} */
const HEARD = {
  chosen: ({ id, open }) => ({ edit: (view) => choose(view, String(id), null), open: open === true }),
  source: ({ source }) => ({ edit: (view) => choose(view, null, String(source)) }),
  hidden: ({ hidden }) => ({ edit: () => ({ view: { hidden: hidden === true } }) }),
  placed: ({ places, quotes, seen }) => ({
    edit: () => ({ view: { places: shares(places), quotes: names(quotes), seen: names(seen) } }),
  }),
  seen: ({ seen }) => ({ edit: () => ({ view: { seen: names(seen) } }) }),
  grown: () => ({ edit: () => ({ view: { grown: true } }) }),
  moved: () => ({ edit: () => ({ reading: { outcome: { ...NOBODY, kind: "moved" }, isBusy: false, how: "page" } }) }),
};

/** @returns {Record<string, number>} */
function shares(/** @type {unknown} */ told) {
  return Object.fromEntries(Object.entries(told ?? {}).filter(([, share]) => Number.isFinite(share)));
}

function names(/** @type {unknown} */ told) {
  return [told ?? []].flat().map(String);
}

/**
 * @param {import("./panel/known.js").View} view
 * @param {string | null} id
 * @param {string | null} source
 */
function choose({ chosen }, id, source) {
  return { view: { chosen: { id, source, turn: chosen.turn + 1 } } };
}

/** Ends what a tab that shows another document now was being read for. */
export async function follow(/** @type {number} */ tabId) {
  const { reading } = await look(tabId);
  if (!reading || (!reading.outcome && reading.words === 0)) return; // nothing, or nothing yet, was put on the page
  const isThere = await onPage(tabId, "isOpen").catch(() => false);
  if (!isThere && (await look(tabId)).reading?.since === reading.since) await leave(tabId, false);
}

/** Ends the reading of a tab: no marks, no letters on the button, and, with `closes`, no panel. */
export async function leave(/** @type {number} */ tabId, closes = true) {
  running.get(tabId)?.abort();
  await forget(tabId);
  if (closes) await send({ type: CLOSE_PANEL, tab: tabId });
  await onPage(tabId, "close").catch(() => undefined); // the page is gone, or may not be reached
  await removeCss(tabId, STYLE).catch(() => undefined); // neither then
  await labelled(tabId, "", "action_idle");
  return true;
}

async function ask(/** @type {any} */ page, /** @type {Place} */ tab) {
  const control = new AbortController();
  const { signal } = control;
  running.get(tab.id)?.abort();
  running.set(tab.id, control);
  const asked = awake((held) => analyze(requestOf(page, held), { ...addressed(held), signal }), signal);
  const clock = setInterval(count, SECOND, tab.id, control, Date.now());
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

/** Puts a reading of an article into the history, unless the window is a private one. */
async function note(/** @type {Outcome} */ outcome, /** @type {Place} */ tab) {
  const { document, summary } = outcome.answer;
  if (tab.incognito || !document?.article?.is_article || !tab.url) return;
  const levels = summary?.levels ?? {};
  await remember({ title: document.title ?? "", url: tab.url, levels, time: new Date().toISOString() });
}
