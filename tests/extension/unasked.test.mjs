/** What the background does without a click: commands, sites that are always read, what others say. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ARTICLE,
  bells,
  calls,
  FRONT,
  held,
  order,
  reading,
  seen,
  send,
  server,
  shown,
  TAB,
  tab,
} from "./backstage.mjs";

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
