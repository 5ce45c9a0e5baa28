/** What is kept on this computer: changes take turns, wrong ones change nothing, the history only grows if wanted. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { HISTORY } from "../../extension/settings.js";
import { install } from "./browser.mjs";

const { held } = install();
const { change, load, remember, report } = await import("../../extension/storage.js");

const reading = (url) => ({
  title: "A story",
  url,
  levels: { headline: "strong", sourcing: "thin", wording: null },
  time: "2026-11-26T04:00:00Z",
});

function hold(values) {
  for (const name of Object.keys(held)) delete held[name];
  Object.assign(held, values);
}

test("changes made at once are all kept", async () => {
  hold({});
  const words = ["one", "two", "three"];
  const add = (word) => change(({ ignoredWords }) => ({ ignoredWords: [...ignoredWords, word] }));
  await Promise.all(words.map(add));
  assert.deepEqual((await load()).ignoredWords, words);
});

test("a change that does not fit names the value and changes nothing", async () => {
  hold({});
  await assert.rejects(change({ language: "xx", sensitivity: "calm" }), /TypeError: .*: language\./);
  assert.deepEqual(held, {});
  assert.equal((await change({ language: "de" })).language, "de");
});

test("nothing is remembered unless the reader wants it", async () => {
  hold({});
  await remember(reading("http://news.test/1"));
  assert.deepEqual(held, {});
});

test("the history is newest first, one entry for an address, and bounded", async () => {
  hold({ keepHistory: true });
  await remember(reading("http://news.test/1"));
  await remember(reading("http://news.test/2"));
  await remember(reading("http://news.test/1"));
  assert.deepEqual(
    held.history.map(({ url }) => url),
    ["http://news.test/1", "http://news.test/2"],
  );
  held.history = Array.from({ length: HISTORY }, (_, index) => reading(`http://news.test/${index}`));
  await remember(reading("http://news.test/new"));
  assert.equal(held.history.length, HISTORY);
  assert.equal(held.history[0].url, "http://news.test/new");
});

test("reports are kept in the order in which they came; beyond the limit the oldest go", async () => {
  hold({ reports: Array.from({ length: 1000 }, (_, index) => ({ index })) });
  await report({ rule: "wording.fear" });
  assert.equal(held.reports.length, 1000);
  assert.deepEqual(held.reports[0], { index: 1 });
  assert.deepEqual(held.reports.at(-1), { rule: "wording.fear" });
});
