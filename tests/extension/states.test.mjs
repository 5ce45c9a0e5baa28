/** What the panel says where there is no report, or not yet, and how its texts are filled. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mock, test } from "node:test";
import * as states from "../../extension/panel/states.js";
import * as texts from "../../extension/panel/texts.js";
import { plain } from "./answer.mjs";
import { open } from "./page.mjs";

const { document, AbortController } = open();
const { signal } = new AbortController();

const STATES = [
  [{ kind: "away", host: "127.0.0.1" }, /server is not running.*folder:make serve.*pip:undertone serve/],
  [{ kind: "timeout" }, /took too long/],
  [{ kind: "garbled", host: "127.0.0.1" }, /Something else answers.*127\.0\.0\.1/],
  [{ kind: "reload" }, /Reload this page/],
  [{ kind: "not-paired" }, /not paired with the server.*code/],
  [{ kind: "version", host: "127.0.0.1" }, /do not match.*127\.0\.0\.1/],
  [{ kind: "rate-limited", retryAfter: 7 }, /asks for a pause.*in 7 s/],
  [{ kind: "crash", status: 500, request: "r-17" }, /went wrong.*500.*r-17/],
  [{ kind: "crash", status: 500, request: null }, /went wrong.*500.*start the server anew/],
  [{ kind: "cancelled" }, /Cancelled/],
  [{ kind: "no-selection" }, /No text is selected/],
  [{ kind: "moved" }, /another page now/],
  [{ kind: "restricted" }, /does not let extensions read this page.*Undertone’s own page/],
  [{ kind: "problem", status: 413, detail: "Send <b>less</b>." }, /could not read this page.*Send <b>less<\/b>\./],
  [{ kind: "problem", status: 500, detail: null, title: null }, /status 500/],
];
for (const [outcome, words] of STATES) {
  test(`a plain text for ${outcome.kind} ${outcome.status ?? ""}`, () => {
    const state = states.failure(outcome, {}, signal);
    assert.match(plain(state), words);
    assert.doesNotMatch(plain(state), /\{\w+\}|undefined|null/);
    assert.equal(state.querySelectorAll("b").length, 0);
  });
}

test("why the server refused is said in the reader's words where there are any, else in its own", () => {
  const refused = { kind: "problem", status: 413, code: "page-too-costly", detail: "More than 60 seconds." };
  assert.match(plain(states.failure(refused, {}, signal)), /took too long, so the server gave up/);
  assert.match(plain(states.failure({ ...refused, code: "newer" }, {}, signal)), /More than 60 seconds\./);
  const late = { kind: "rate-limited", retryAfter: 7, code: "busy", detail: "All workers are busy." };
  const read = (code) =>
    JSON.parse(readFileSync(new URL(`../../extension/_locales/${code}/messages.json`, import.meta.url)));
  texts.use(read("de"), "de");
  assert.match(plain(states.failure(late, {}, signal)), /liest gerade andere Seiten.*in 7 s/);
  texts.use(read("en"), "en");
});

test("long words are cut at a space, short ones are not", () => {
  assert.equal(texts.shorten("one\n  two"), "one two");
  assert.equal(texts.shorten("alpha beta gamma", 12), "alpha beta…");
});

test("every place in a text is filled, one without a value stays, and a name without a text is shown", () => {
  assert.equal(texts.say("position", { index: 0 }), "0 of $COUNT$");
  assert.equal(texts.say("nothing_of_this_name"), "nothing_of_this_name");
  assert.equal(document.body.childElementCount, 0);
});

test("failures that may pass are tried again by themselves, the others are not", () => {
  const pauses = ["away", "timeout", "not-paired", "version", "crash"].map((kind) => states.pause({ kind }));
  assert.deepEqual(pauses, [3, null, null, null, null]);
  assert.equal(states.pause({ kind: "rate-limited", retryAfter: 7 }), 7);
});

test("waiting says after ten seconds that it still works, for how long and on how much, and can be given up", () => {
  const timers = mock.timers;
  timers.enable({ apis: ["setInterval", "Date"], now: 5_000 });
  const told = [];
  const look = () => ({ since: 5_000, words: "1,200" });
  const state = states.waiting(look, () => told.push("cancelled"), signal);
  timers.tick(9_000);
  assert.equal(plain(state.querySelector("h2")), "Reading the page…");
  timers.tick(1_000);
  assert.equal(plain(state.querySelector("h2")), "Still working");
  assert.match(plain(state), /10 seconds so far. A page of about 1,200 words/);
  state.querySelector("button").click();
  assert.deepEqual(told, ["cancelled"]);
  timers.reset();
});

test("where the browser lets nobody read, the way leads to the server's own page, and nothing is tried again", () => {
  const told = [];
  const state = states.failure({ kind: "restricted" }, { paste: () => told.push("paste") }, signal);
  const [button, ...others] = state.querySelectorAll("button");
  button.click();
  assert.deepEqual([told, others], [["paste"], []]);
});

test("a tab that was not read says how to have it read, with the reader's keys where there are any", () => {
  assert.match(plain(states.idle("Alt+Shift+U")), /Nothing has been read.*or press Alt\+Shift\+U\./);
  assert.match(plain(states.idle("")), /click Undertone’s button in the toolbar\.$/);
});
