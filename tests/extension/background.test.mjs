/** The background: who may change what, what is sent to the server, and what the toolbar button shows. */

import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { beforeEach, test } from "node:test";
import { install } from "./browser.mjs";

const TAB = { id: 7, windowId: 1, url: "http://news.test/story", incognito: false };
const PANEL = "chrome-extension://undertone/panel/panel.html";
const ARTICLE = {
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
const FRONT = { ...ARTICLE, document: { article: { is_article: false } }, scores: { headline: { value: null } } };

const server = { answer: ARTICLE, seen: [] };
/** What the tab holds: whether the page's script is open, may be reached, and what it was told to do. */
const tab = { open: false, forbidden: false, called: [] };
const browser = install({ held: {}, page: inPage });
const { held, seen, bells, session } = browser;
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
function send(message, { from = TAB, id = "undertone", url = from?.url } = {}) {
  return new Promise((resolve) => {
    const sender = { id, tab: from, url };
    bells.message.tell(message, sender, resolve).then((kept) => kept.includes(true) || resolve("unheard"));
  });
}

/** Sends a message as the panel does. */
const order = (message) => send({ tab: TAB.id, ...message }, { from: undefined, url: PANEL });
const reading = () => session[`reading.${TAB.id}`];
const view = () => session[`view.${TAB.id}`];
const calls = (name) => tab.called.filter(([called]) => called === name);

const shown = (name) => seen.labels.filter((label) => name in label).at(-1)?.[name];

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

test("a click opens the panel at once, puts one script on the page and marks it in the reader's language", async () => {
  held.language = "de";
  const clicked = bells.clicked.tell(TAB);
  assert.deepEqual(seen.opened, [{ windowId: 1 }]); // before anything is waited for
  await clicked;
  assert.deepEqual(
    seen.injected.filter(({ files }) => files).map(({ files }) => files),
    [["page/injected.js"]],
  );
  const [[, sheet]] = calls("mark");
  assert.equal(sheet.labels.open, "Im Panel zeigen");
  const [{ id, target, card }] = sheet.remarks;
  assert.deepEqual(
    [id, target, card.title, card.lines],
    ["f1", null, "Schlagzeile · bait", ["It shouts.", "Readers are told, not shown."]],
  );
  assert.equal(shown("text"), "1");
  assert.match(shown("title"), /eine starke Anmerkung/);
  assert.equal(reading().outcome.kind, "answer");
  assert.deepEqual([view().places, view().hidden], [{ f1: 0.1 }, false]);
});

test("while a page is read the button and the panel say so", async () => {
  let resolve;
  const promise = new Promise((done) => {
    resolve = done;
  });
  const before = globalThis.fetch;
  globalThis.fetch = async (...call) => {
    if (String(call[0]).endsWith("/v1/analyze")) await promise;
    return before(...call);
  };
  const clicked = bells.clicked.tell(TAB);
  while (!reading()?.words) await new Promise((done) => setImmediate(done));
  assert.deepEqual([reading().outcome, reading().words, shown("text")], [null, 3, "…"]);
  resolve();
  await clicked;
  globalThis.fetch = before;
  assert.equal(reading().outcome.kind, "answer");
});

test("a second click ends the reading, closes the panel and blanks the button", async () => {
  await bells.clicked.tell(TAB);
  browser.answer = ({ type }) => type === "is-open" || undefined;
  await bells.clicked.tell(TAB);
  assert.equal(tab.open, false);
  assert.equal(reading(), undefined);
  assert.equal(shown("text"), "");
  assert.deepEqual(seen.told.at(-1), { type: "close-panel", tab: 7 });
});

test("a click on a page that is read brings a panel back that the reader closed, and asks nobody", async () => {
  await bells.clicked.tell(TAB);
  await bells.clicked.tell(TAB);
  assert.equal(seen.opened.length, 2);
  assert.equal(server.seen.length, 1);
  assert.equal(reading().outcome.kind, "answer");
});

test("a page that the browser forbids gets a mark, and the panel says so", async () => {
  tab.forbidden = true;
  await bells.clicked.tell(TAB);
  assert.equal(shown("text"), "!");
  assert.match(shown("title"), /does not let extensions read/);
  assert.equal(reading().outcome.kind, "restricted");
});

test("a request carries the token and the reader's options", async () => {
  Object.assign(held, { token: "t", sensitivity: "calm", sitesOff: { "news.test": ["headline.bait"] } });
  await bells.clicked.tell(TAB);
  assert.deepEqual(reading().outcome.answer, ARTICLE);
  const [{ path, headers, body }] = server.seen;
  assert.equal(path, "/v1/analyze");
  assert.equal(headers.Authorization, "Bearer t");
  const options = { min_severity: "notable", disable: ["headline.bait"], ignore: [] };
  assert.deepEqual(body, { html: "<p>the page</p>", url: TAB.url, include: ["text"], options });
  assert.equal(shown("text"), "1");
});

test("a selection is sent as text, without its address, and is not remembered; its words are found by themselves", async () => {
  held.keepHistory = true;
  await bells.menu.tell({ menuItemId: "selection" }, TAB);
  assert.deepEqual(Object.keys(server.seen[0].body), ["text", "title", "include", "options"]);
  assert.equal(held.history, undefined);
  assert.equal(calls("mark")[0][1].remarks[0].target.exact, "strong");
  assert.equal(reading().how, "selection");
});

test("an article is remembered if the reader wants it, but never from a private window, and no front page", async () => {
  const read = async (from) => {
    await bells.closed.tell(TAB.id);
    await bells.clicked.tell(from);
  };
  await read(TAB);
  assert.equal(held.history, undefined);
  held.keepHistory = true;
  await read({ ...TAB, incognito: true });
  server.answer = FRONT;
  await read(TAB);
  assert.equal(held.history, undefined);
  server.answer = ARTICLE;
  await read(TAB);
  const [{ title, url, levels }] = held.history;
  assert.deepEqual({ title, url, levels }, { title: "A story", url: TAB.url, levels: ARTICLE.summary.levels });
});

/** Has the server answer only when the request is given up; resolves once it waits. */
async function hold() {
  const before = globalThis.fetch;
  globalThis.fetch = (address, { signal } = {}) =>
    String(address).endsWith("/v1/analyze")
      ? new Promise((_, reject) => {
          if (signal.aborted) reject(signal.reason);
          signal.addEventListener("abort", () => reject(signal.reason));
        })
      : before(address, { signal });
  const clicked = bells.clicked.tell(TAB);
  while (!reading()?.words) await new Promise((resolve) => setImmediate(resolve));
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  return async () => {
    await clicked;
    globalThis.fetch = before;
  };
}

test("giving up ends the request", async () => {
  const released = await hold();
  assert.equal(await order({ type: "cancel" }), true);
  await released();
  assert.equal(reading().outcome.kind, "cancelled");
  assert.equal(shown("text"), "");
});

test("a tab that is closed, or shows another document, ends its request and its reading", async () => {
  for (const leave of [() => bells.closed.tell(TAB.id), () => bells.updated.tell(TAB.id, { status: "complete" })]) {
    const released = await hold();
    tab.open = false;
    await leave();
    await released();
    assert.deepEqual(Object.keys(session), []);
  }
});

test("what a page says of itself while nothing else happened to it changes nothing but its view", async () => {
  await bells.clicked.tell(TAB);
  await bells.updated.tell(TAB.id, { status: "complete" });
  assert.equal(reading().outcome.kind, "answer");
  const tell = (event, more) => send({ type: "page", event, ...more });
  await tell("chosen", { id: "f1" });
  assert.deepEqual(view().chosen, { id: "f1", source: null, turn: 1 });
  await tell("source", { source: "s1" });
  assert.deepEqual(view().chosen, { id: null, source: "s1", turn: 2 });
  await tell("hidden", { hidden: true });
  await tell("grown");
  await tell("placed", { places: { f1: 0.5, f2: "x", f3: null }, quotes: ["q1"], aside: ["everything"] });
  assert.deepEqual(
    [view().hidden, view().grown, view().places, view().quotes, view().aside],
    [true, true, { f1: 0.5 }, ["q1"], []],
  );
  assert.equal(await tell("toString"), false);
  await tell("moved");
  assert.equal(reading().outcome.kind, "moved");
  await tell("left");
  assert.equal(reading(), undefined);
});

test("a page's script can order nothing: what the panel may say is not heard from it", async () => {
  await bells.clicked.tell(TAB);
  const before = structuredClone({ held, session });
  for (const type of ["read", "cancel", "end", "view", "export", "change", "report", "address", "open-options"]) {
    const message = {
      type,
      tab: TAB.id,
      how: "page",
      view: { aside: ["x"] },
      patch: { token: "x" },
      address: "http://127.0.0.1:1",
    };
    assert.equal(await send(message), null, type);
    assert.equal(await send(message, { url: `${TAB.url}?${PANEL}` }), null, type);
  }
  assert.deepEqual({ held, session }, before);
  assert.equal(server.seen.length, 1);
});

test("the panel has a tab read again, as it was read or otherwise, and keeps how it is shown", async () => {
  await bells.clicked.tell(TAB);
  await order({ type: "view", view: { aside: ["a"], filter: { dimension: ["wording"], severity: [] } } });
  await order({ type: "read", how: "page", isAgain: true });
  assert.deepEqual([view().aside, view().filter.dimension], [["a"], ["wording"]]);
  assert.equal(calls("clear").length, 1); // of the first reading: what is shown stays until the answer is there
  await order({ type: "read", how: "anyway" });
  assert.deepEqual([reading().how, view().aside, view().filter.dimension], ["anyway", [], ["wording"]]);
  assert.equal(server.seen.length, 3);
  await order({ type: "end" });
  assert.equal(reading(), undefined);
});

test("where the browser's memory is full, the readings of other tabs make room", async () => {
  await bells.clicked.tell({ ...TAB, id: 8 });
  browser.room = JSON.stringify(session).length + 500;
  await bells.clicked.tell(TAB);
  assert.equal(reading().outcome.kind, "answer");
  assert.equal(session["reading.8"], undefined);
});

test("other messages, and those of others, are not answered with anything", async () => {
  assert.equal(await send({ type: "toString" }), null);
  assert.equal(await send(null), null);
  assert.equal(await order({ type: "toString" }), null);
  assert.equal(await send({ type: "cancel" }, { id: "another-extension" }), "unheard");
  assert.equal(await send({ type: "cancel" }, { from: null, url: undefined }), "unheard");
});

test("commands reach the page of a tab that is read, and no other", async () => {
  await bells.command.tell("next", TAB);
  assert.deepEqual(tab.called, []);
  await bells.clicked.tell(TAB);
  await bells.command.tell("next", TAB);
  await bells.command.tell("previous", TAB);
  await bells.command.tell("marks", TAB);
  assert.deepEqual(tab.called.slice(-3), [["step", 1, true], ["step", -1, true], ["toggle"]]);
});

test("a site is read by itself after the reader allowed this one host, until no more", async () => {
  await bells.menu.tell({ menuItemId: "always" }, TAB);
  assert.deepEqual(seen.asked, ["*://news.test/*"]);
  assert.deepEqual(held.autoSites, ["news.test"]);
  assert.deepEqual(
    seen.registered.map(({ js, matches }) => ({ js, matches })),
    [{ js: ["arrival.js"], matches: ["*://news.test/*"] }],
  );
  assert.equal(reading().outcome.kind, "answer");
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

test("a page that opens by itself is asked about once and marked; a click shows its panel", async () => {
  held.autoSites = ["news.test"];
  await send({ type: "arrived" });
  assert.equal(calls("mark").length, 1);
  assert.equal(shown("text"), "1");
  assert.deepEqual(seen.opened, []);
  await bells.clicked.tell(TAB);
  assert.deepEqual(seen.opened, [{ windowId: 1 }]);
  assert.deepEqual(reading().outcome.answer, ARTICLE);
  assert.equal(server.seen.length, 1);
});

test("a front page that opens by itself gets no marks, only the dash", async () => {
  held.autoSites = ["news.test"];
  server.answer = FRONT;
  await send({ type: "arrived" });
  assert.equal(calls("mark").length, 0);
  assert.equal(reading(), undefined);
  assert.equal(shown("text"), "–");
});

test("a page of another site that claims to have arrived is not read", async () => {
  held.autoSites = ["other.test"];
  await send({ type: "arrived" });
  assert.deepEqual(server.seen, []);
});

test("a server that is away is a mark on the button, without anything on the page", async () => {
  held.autoSites = ["news.test"];
  server.answer = new Response("{}", { status: 401 });
  await send({ type: "arrived" });
  assert.equal(calls("mark").length, 0);
  assert.equal(reading(), undefined);
  assert.equal(shown("text"), "!");
});
