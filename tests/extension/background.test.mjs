/** The background: who may change what, what is sent to the server, and what the toolbar button shows. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ARTICLE,
  bells,
  browser,
  calls,
  FRONT,
  held,
  order,
  PANEL,
  reading,
  seen,
  send,
  server,
  session,
  shown,
  TAB,
  tab,
  view,
} from "./backstage.mjs";

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
    ["f1", null, "Schlagzeile · Köder", ["It shouts.", "Readers are told, not shown."]],
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
