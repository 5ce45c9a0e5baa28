/** The server that the reader chooses: with which permission it is kept, and when it is given up. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { install } from "./browser.mjs";

const ELSEWHERE = "https://undertone.newsroom.example:8443";
const PATTERN = "https://undertone.newsroom.example/*";
const { held, seen } = install();
const { choose, withdraw } = await import("../../extension/servers.js");
const { read } = await import("../../extension/options/transfer.js");

beforeEach(() => {
  for (const name of Object.keys(held)) delete held[name];
  for (const list of [seen.asked, seen.dropped]) list.splice(0);
});

test("a port of this computer needs no permission", async () => {
  held.token = "old";
  assert.equal(await choose("9000"), true);
  assert.deepEqual([held.server, held.token, seen.asked], ["http://127.0.0.1:9000", "", []]);
});

test("a server elsewhere is kept with the permission for its host alone, without the other one's token", async () => {
  held.token = "old";
  assert.equal(await choose("undertone.newsroom.example:8443"), true);
  assert.deepEqual([held.server, held.token, seen.asked], [ELSEWHERE, "", [PATTERN]]);
  assert.equal(await choose("8765"), true);
  assert.deepEqual(seen.dropped, [PATTERN]);
});

test("a site that is read by itself keeps its permission when the server there is left", async () => {
  Object.assign(held, { server: ELSEWHERE, autoSites: ["undertone.newsroom.example"] });
  await choose("8765");
  assert.deepEqual(seen.dropped, []);
});

test("where the reader says no, or it is no address, nothing changes", async () => {
  const { request } = globalThis.chrome.permissions;
  globalThis.chrome.permissions.request = async () => false;
  assert.equal(await choose(ELSEWHERE), false);
  globalThis.chrome.permissions.request = request;
  assert.equal(await choose("http://undertone.newsroom.example"), false);
  assert.equal(held.server, undefined);
});

test("a permission that is taken back ends what it was for, and nothing else", async () => {
  Object.assign(held, { server: ELSEWHERE, token: "theirs" });
  await withdraw(["news.test"]);
  assert.equal(held.server, ELSEWHERE);
  await withdraw(["undertone.newsroom.example"]);
  assert.deepEqual([held.server, held.token], ["http://127.0.0.1:8765", ""]);
});

test("a file of settings sends no page elsewhere: it moves the server on this computer alone", () => {
  const file = (server) => JSON.stringify({ schema: "undertone/settings/1", sensitivity: "calm", server });
  assert.deepEqual(read(file(ELSEWHERE)), { sensitivity: "calm" });
  assert.equal(read(file("http://127.0.0.1:9000")).server, "http://127.0.0.1:9000");
});
