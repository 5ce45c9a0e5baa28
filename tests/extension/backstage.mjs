/** The background at work for its tests: a browser, a server that holds its pairing, and a tab. */

import { createHash, createHmac } from "node:crypto";
import { beforeEach } from "node:test";
import { install } from "./browser.mjs";

export const TAB = { id: 7, windowId: 1, url: "http://news.test/story", incognito: false };
export const PANEL = "chrome-extension://undertone/panel/panel.html";
export const ARTICLE = {
  schema: "undertone/analysis/1",
  document: { title: "A story", article: { is_article: true }, text: "It is strong." },
  summary: { levels: { headline: "strong", sourcing: "thin", wording: "low" } },
  scores: { headline: { value: 70 } },
  sources: [],
  quotes: [],
  findings: [
    {
      ...{ id: "f1", dimension: "headline", rule: "headline.bait", severity: "strong", unit: "words", confidence: 0.9 },
      ...{ voice: { kind: "author", source: null }, scored: true, points: 12, start: 6, end: 12, exact: "strong" },
      ...{ message: "It shouts.", reason: "Readers are told, not shown.", suggestion: null, target: null },
    },
  ],
};
export const FRONT = {
  ...ARTICLE,
  document: { article: { is_article: false } },
  scores: { headline: { value: null } },
};

export const server = { answer: ARTICLE, seen: [] };
/** What the tab holds: whether the page's script is open, may be reached, and what it was told to do. */
export const tab = { open: false, forbidden: false, called: [] };
export const browser = install({ held: {}, page: inPage });
export const { held, seen, bells, session } = browser;
const own = globalThis.fetch;
globalThis.fetch = async (address, options = {}) => {
  if (String(address).startsWith("chrome-extension:")) return own(address);
  const [, nonce] = /\/pair\/proof\/([0-9a-f]{64})$/.exec(String(address)) ?? [];
  if (nonce) return Response.json({ proofs: [prove(nonce, new URL(address).port)] });
  server.seen.push({
    path: new URL(address).pathname,
    headers: options.headers,
    body: JSON.parse(options.body ?? null),
  });
  return server.answer instanceof Response ? server.answer.clone() : Response.json(server.answer);
};
await import("../../extension/background.js");

/** What the server answers to a nonce: it holds the pairing of this browser. */
function prove(nonce, port) {
  const key = createHash("sha256").update(held.token).digest();
  return createHmac("sha256", key).update(`undertone:${port}:${nonce}`).digest("hex");
}

/** What the functions that the background runs in a page return there. */
function inPage({ func, args = [] }) {
  if (tab.forbidden) throw new Error("The extensions gallery cannot be scripted.");
  if (func?.name !== "callPage") return true;
  const [name, ...given] = args;
  tab.called.push([name, ...given]);
  if (name === "collect") {
    tab.open = true;
    const sent = given[0] === "selection" ? { text: "words", title: null } : { html: "<p>the page</p>" };
    return { sent, url: TAB.url, words: 3, unread: { frames: 0, words: 0 } };
  }
  if (!tab.open) return null;
  if (name === "mark") return { places: { f1: 0.1 }, quotes: [] };
  if (name === "close") tab.open = false;
  return true;
}

/** Sends a message as a script on a web page does, or as `url` says, and resolves to the answer. */
export function send(message, { from = TAB, id = "undertone", url = from?.url } = {}) {
  return new Promise((resolve) => {
    const sender = { id, tab: from, url };
    bells.message.tell(message, sender, resolve).then((kept) => kept.includes(true) || resolve("unheard"));
  });
}

/** Sends a message as the panel does. */
export const order = (message) => send({ tab: TAB.id, ...message }, { from: undefined, url: PANEL });
export const reading = () => session[`reading.${TAB.id}`];
export const view = () => session[`view.${TAB.id}`];
export const calls = (name) => tab.called.filter(([called]) => called === name);

export const shown = (name) => seen.labels.filter((label) => name in label).at(-1)?.[name];

beforeEach(async () => {
  await bells.closed.tell(TAB.id);
  for (const name of Object.keys(held)) delete held[name];
  for (const name of Object.keys(session)) delete session[name];
  held.token = "t";
  for (const list of Object.values(seen)) list.splice(0);
  Object.assign(server, { answer: ARTICLE, seen: [] });
  Object.assign(tab, { open: false, forbidden: false, called: [] });
  Object.assign(browser, { answer: () => undefined, room: 10_000_000 });
});
