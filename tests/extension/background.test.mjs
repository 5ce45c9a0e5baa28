/** The background: who may change what, what is sent to the server, and what the toolbar button shows. */

import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { beforeEach, test } from "node:test";
import { install } from "./browser.mjs";

const TAB = { id: 7, url: "http://news.test/story", incognito: false };
const ARTICLE = {
  schema: "undertone/analysis/1",
  document: { title: "A story", article: { is_article: true } },
  summary: { levels: { headline: "strong", sourcing: "thin", wording: "low" } },
  scores: { headline: { value: 70 } },
  findings: [{ severity: "strong", scored: true }],
};
const FRONT = { ...ARTICLE, document: { article: { is_article: false } }, scores: { headline: { value: null } } };

const server = { answer: ARTICLE, seen: [] };
const tab = { open: false, forbidden: false };
const { held, seen, bells } = install({ held: {}, page: inPage });
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
function inPage({ func, files }) {
  if (tab.forbidden) throw new Error("The extensions gallery cannot be scripted.");
  if (files?.includes("page/main.js")) tab.open = true;
  if (func?.name === "isOpen") return tab.open;
  if (func?.name === "closeOpen") {
    const wasOpen = tab.open;
    tab.open = false;
    return wasOpen;
  }
  return func?.name === "serialise" ? "<p>the page</p>" : true;
}

/** Sends a message as a page script does and resolves to the answer. */
function send(message, from = TAB, id = "undertone") {
  return new Promise((resolve) => {
    const sender = { id, tab: from, url: from?.url };
    bells.message.tell(message, sender, resolve).then((kept) => kept.includes(true) || resolve("unheard"));
  });
}

const shown = (name) => seen.labels.filter((label) => name in label).at(-1)?.[name];

beforeEach(() => {
  for (const name of Object.keys(held)) delete held[name];
  held.token = "t";
  for (const list of Object.values(seen)) list.splice(0);
  Object.assign(server, { answer: ARTICLE, seen: [] });
  Object.assign(tab, { open: false, forbidden: false });
});

test("installing draws the menus and opens the first page; an update does not open it", async () => {
  await bells.installed.tell({ reason: "install" });
  assert.deepEqual(seen.shown, ["chrome-extension://undertone/welcome/welcome.html"]);
  assert.deepEqual(
    seen.menus.map(({ id, title }) => [id, title.length > 0]),
    ["selection", "always", "no-more", "first-page"].map((id) => [id, true]),
  );
  await bells.installed.tell({ reason: "update" });
  assert.equal(seen.shown.length, 1);
});

test("a click sets the scene in the reader's language, then the scripts", async () => {
  held.language = "de";
  await bells.clicked.tell(TAB);
  const scene = seen.injected.find(({ func }) => func?.name === "setScene").args[0];
  assert.equal(scene.language, "de");
  assert.equal(scene.wanted, "page");
  assert.ok(Object.keys(scene.messages).every((key) => key.startsWith("page_")));
  assert.equal(shown("text"), "…");
  assert.match(shown("title"), /gelesen/);
});

test("a second click ends the session and blanks the button", async () => {
  await bells.clicked.tell(TAB);
  await bells.clicked.tell(TAB);
  assert.equal(tab.open, false);
  assert.equal(shown("text"), "");
});

test("a page that the browser forbids gets a mark and a small page that says so", async () => {
  tab.forbidden = true;
  await bells.clicked.tell(TAB);
  assert.equal(shown("text"), "!");
  assert.deepEqual(seen.popups, [{ tabId: 7, popup: "restricted/restricted.html" }]);
});

test("a request carries the token and the reader's options, and the answer comes back", async () => {
  Object.assign(held, { token: "t", sensitivity: "strong", sitesOff: { "news.test": ["headline.bait"] } });
  tab.open = true;
  const outcome = await send({ type: "analyze", html: "<p>x</p>", url: TAB.url });
  assert.deepEqual(outcome.answer, ARTICLE);
  const [{ path, headers, body }] = server.seen;
  assert.equal(path, "/v1/analyze");
  assert.equal(headers.Authorization, "Bearer t");
  const options = { min_severity: "strong", disable: ["headline.bait"], ignore: [] };
  assert.deepEqual(body, { html: "<p>x</p>", url: TAB.url, include: ["text"], options });
  assert.equal(shown("text"), "1");
});

test("a report is asked for as a file, with what was read and the reader's options", async () => {
  Object.assign(held, { token: "t", ignoredWords: ["doom"], sitesOff: { "news.test": ["headline.bait"] } });
  const headers = { "Content-Type": "text/markdown", "Content-Disposition": 'attachment; filename="undertone-x.md"' };
  server.answer = new Response("# Notes", { headers });
  const outcome = await send({ type: "export", format: "markdown", html: "<p>x</p>", url: TAB.url });
  assert.equal(outcome.answer.text, "# Notes");
  const [{ path, headers: sent, body }] = server.seen;
  assert.deepEqual([path, sent.Authorization], ["/v1/export/markdown", "Bearer t"]);
  const options = { min_severity: "mild", disable: ["headline.bait"], ignore: ["doom"] };
  assert.deepEqual(body, { html: "<p>x</p>", url: TAB.url, include: ["text"], options });
  server.answer = new Response("# Notes", { headers });
  await send({ type: "export", format: "../rules", text: "words", title: null, url: TAB.url });
  assert.equal(server.seen[1].path, "/v1/export/..%2Frules");
  assert.deepEqual(Object.keys(server.seen[1].body), ["text", "title", "include", "options"]);
});

test("a selection is sent as text, without its address, and is not remembered", async () => {
  held.keepHistory = true;
  await send({ type: "analyze", text: "words", title: "T", url: TAB.url });
  assert.deepEqual(Object.keys(server.seen[0].body), ["text", "title", "include", "options"]);
  assert.equal(held.history, undefined);
});

test("an article is remembered if the reader wants it, but never from a private window, and no front page", async () => {
  await send({ type: "analyze", html: "x", url: TAB.url });
  assert.equal(held.history, undefined);
  held.keepHistory = true;
  await send({ type: "analyze", html: "x", url: TAB.url }, { ...TAB, incognito: true });
  server.answer = FRONT;
  await send({ type: "analyze", html: "x", url: TAB.url });
  assert.equal(held.history, undefined);
  server.answer = ARTICLE;
  await send({ type: "analyze", html: "x", url: TAB.url });
  const [{ title, url, levels }] = held.history;
  assert.deepEqual({ title, url, levels }, { title: "A story", url: TAB.url, levels: ARTICLE.summary.levels });
});

test("giving up ends the request", async () => {
  const before = globalThis.fetch;
  globalThis.fetch = (address, { signal } = {}) =>
    signal
      ? new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)))
      : before(address);
  const waiting = send({ type: "analyze", html: "x", url: TAB.url });
  while (shown("text") !== "…") await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(await send({ type: "cancel" }), true);
  assert.equal((await waiting).kind, "cancelled");
  globalThis.fetch = before;
});

test("a page sees its settings and changes them, but neither token nor server nor history", async () => {
  held.token = "secret";
  await bells.clicked.tell(TAB);
  const { settings } = seen.injected.find(({ func }) => func?.name === "setScene").args[0];
  assert.deepEqual(Object.keys(settings).sort(), [
    "ignoredWords",
    "language",
    "panel",
    "rulesOff",
    "sensitivity",
    "sitesOff",
  ]);
  assert.equal((await send({ type: "change", patch: { sensitivity: "notable" } })).sensitivity, "notable");
  for (const patch of [{ token: "x" }, { keepHistory: true }, { autoSites: ["a.test"] }, { language: "xx" }, null]) {
    assert.equal(await send({ type: "change", patch }), null);
  }
  assert.deepEqual(held, { token: "secret", sensitivity: "notable" });
});

test("a report is kept with its time", async () => {
  assert.equal(await send({ type: "report", report: { rule: "wording.fear", exact: "doom" } }), true);
  assert.equal(held.reports[0].exact, "doom");
  assert.ok(Date.parse(held.reports[0].time) > 0);
  assert.deepEqual(server.seen, []);
});

test("the address of another computer is not kept", async () => {
  assert.equal(await send({ type: "address", address: "http://news.test" }), false);
  assert.equal(await send({ type: "address", address: "http://127.0.0.1:9000" }), true);
  assert.equal(held.server, "http://127.0.0.1:9000");
});

test("other messages, and those of others, are not answered with anything", async () => {
  assert.equal(await send({ type: "toString" }), null);
  assert.equal(await send(null), null);
  assert.equal(await send({ type: "cancel" }, TAB, "another-extension"), "unheard");
  assert.equal(await send({ type: "cancel" }, null), "unheard");
});

test("commands reach the session of the tab", async () => {
  await bells.command.tell("next", TAB);
  const { func, args, target } = seen.injected.at(-1);
  assert.deepEqual([func.name, args, target], ["callSession", ["next"], { tabId: 7 }]);
});

test("the menu reads a selection", async () => {
  await bells.menu.tell({ menuItemId: "selection" }, TAB);
  assert.equal(seen.injected.find(({ func }) => func?.name === "setScene").args[0].wanted, "selection");
});

test("a site is read by itself after the reader allowed this one host, until no more", async () => {
  await bells.menu.tell({ menuItemId: "always" }, TAB);
  assert.deepEqual(seen.asked, ["*://news.test/*"]);
  assert.deepEqual(held.autoSites, ["news.test"]);
  assert.deepEqual(
    seen.registered.map(({ js, matches }) => ({ js, matches })),
    [{ js: ["arrival.js"], matches: ["*://news.test/*"] }],
  );
  assert.equal(tab.open, true);
  await bells.menu.tell({ menuItemId: "no-more" }, TAB);
  assert.deepEqual(held.autoSites, []);
  assert.deepEqual(seen.dropped, ["*://news.test/*"]);
  assert.deepEqual(seen.registered, []);
});

test("taking the permission back in the browser's settings ends it too", async () => {
  await bells.menu.tell({ menuItemId: "always" }, TAB);
  await bells.removed.tell({ origins: ["*://news.test/*"] });
  assert.deepEqual(held.autoSites, []);
  assert.deepEqual(seen.registered, []);
});

test("a page that opens by itself is asked about once, and shows its panel", async () => {
  held.autoSites = ["news.test"];
  await send({ type: "arrived" });
  assert.equal(tab.open, true);
  const outcome = await send({ type: "analyze", html: "<p>the page</p>", url: TAB.url });
  assert.deepEqual(outcome.answer, ARTICLE);
  assert.equal(server.seen.length, 1);
  assert.equal(shown("text"), "1");
});

test("a front page that opens by itself shows no panel, only the dash", async () => {
  held.autoSites = ["news.test"];
  server.answer = FRONT;
  await send({ type: "arrived" });
  assert.equal(tab.open, false);
  assert.equal(shown("text"), "–");
});

test("a page of another site that claims to have arrived is not read", async () => {
  held.autoSites = ["other.test"];
  await send({ type: "arrived" });
  assert.deepEqual(server.seen, []);
});

test("a server that is away is a mark on the button, without a panel", async () => {
  held.autoSites = ["news.test"];
  server.answer = new Response("{}", { status: 401 });
  await send({ type: "arrived" });
  assert.equal(tab.open, false);
  assert.equal(shown("text"), "!");
});
