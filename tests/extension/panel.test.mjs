/** What the panel says: scores, sources, remarks and states in words, and never as markup. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { open } from "./page.mjs";

const { undertone, document, AbortController } = open("<!doctype html><body></body>");
const { scores, sources, remarks, card, states, texts, elements } = undertone;
const { signal } = new AbortController();
const ANSWER = JSON.parse(readFileSync(new URL("../browser/pages/answer.json", import.meta.url), "utf8"));

/** The texts of what a page's own array holds, as an array of this realm. */
const each = (elements, selector) =>
  Array.from(elements, (element) => plain(selector ? element.querySelector(selector) : element));
const plain = (element) => element.textContent.replaceAll("\u00a0", " ");
const changed = (dimension, score) => ({
  ...ANSWER,
  scores: { ...ANSWER.scores, [dimension]: { ...ANSWER.scores[dimension], ...score } },
});
const finding = (more) => ({
  dimension: "language",
  rule: "wording.loaded-adverb",
  severity: "notable",
  confidence: 0.86,
  voice: "author",
  counts: true,
  points: 9.04,
  exact: "bitterly",
  message: "It judges.",
  reason: "Nobody can check it.",
  suggestion: null,
  ...more,
});

test("each score has its name, level, number and place in the crowd, in words", () => {
  assert.deepEqual(each(scores.blocks(ANSWER), ".t"), [
    "Headlinestrong72",
    "Sourcingthin31",
    "Loaded wordingnotable44",
  ]);
  assert.deepEqual(each(scores.blocks(ANSWER), ".why"), [
    "More sensational than 88 % of 4,600 news articles",
    "Better balanced than 24 %. One of three identified by name and role",
    "More loaded than 61 %. Quoted words are not counted",
  ]);
});

test("a score that cannot be given says why, and the next one names the crowd", () => {
  const blocks = scores.blocks(changed("headline", { value: null, level: null, reason: "No headline was found." }));
  assert.equal(plain(blocks[0]), "Headlineno scoreNo headline was found.");
  assert.match(plain(blocks[1]), /Better balanced than 24 % of 4,600 news articles/);
});

test("an unknown crowd and the lowest place have their own words", () => {
  const answer = { ...changed("headline", { percentile: 0 }), engine: {} };
  const [block] = scores.blocks(answer);
  assert.equal(
    plain(block.querySelector(".why")),
    "More sensational than fewer than 1 % of the news articles compared",
  );
});

test("the strip holds score and interval on one scale, and says them to who cannot see", () => {
  const strip = scores.blocks(ANSWER)[0].querySelector(".strip");
  const at = (name) => ["x", "width"].map((key) => Math.round(strip.querySelector(`.${name}`).getAttribute(key)));
  assert.equal(strip.getAttribute("aria-label"), "72 of 100, likely between 58 and 84");
  assert.deepEqual(at("mark"), [243, 3]);
  assert.deepEqual(at("foot-mark"), [197, 88]);
});

test("where the crowd is known the strip shows it", () => {
  const answer = { ...ANSWER, engine: { reference: { articles: 10, crowd: { headline: [1, 4, 2, 1] } } } };
  const [headline, sourcing] = scores.blocks(answer).map((block) => block.querySelector(".strip"));
  assert.equal(headline.querySelectorAll(".fill").length + headline.querySelectorAll(".track").length, 4);
  assert.equal(headline.querySelectorAll(".fill").length, 3);
  assert.equal(sourcing.querySelectorAll(".quarter").length, 3);
});

test("who speaks: one row a source, those of one origin together, unnamed ones marked", () => {
  const section = sources.section(ANSWER);
  assert.deepEqual([...section.querySelectorAll("tr")].map(plain), [
    "BMara Bellingchair, port authority64 %",
    "PPort authoritycounted together with Mara Belling14 %",
    "?“Critics”unnamed22 %",
  ]);
  assert.equal(plain(section.querySelector(".aside")), "41 % of the text is attributed");
  assert.equal(plain(section.querySelector(".never")), "Never heard: the residents, the harbour firm");
});

test("sides fill the bar, and what has no side stays empty", () => {
  const facts = { ...ANSWER.scores.sourcing.facts, shares_by_side: { North: 0.2, South: 0.5, East: 0 } };
  const section = sources.section(changed("sourcing", { facts }));
  assert.deepEqual([...section.querySelectorAll(".key")].map(plain), ["South 50 %", "North 20 %", "no side 30 %"]);
});

test("nobody speaking is said; no section where nothing was judged", () => {
  assert.match(plain(sources.section({ ...ANSWER, sources: [] })), /Nobody is quoted/);
  assert.equal(sources.section({ ...changed("sourcing", { value: null }), sources: [] }), null);
});

const POINTS = [
  [{}, "adds 9 of 44"],
  [{ points: 0.53 }, "adds 0.5 of 44"],
  [{ points: 21.4 }, "adds 21 of 44"],
  [{ dimension: "sourcing", points: -6 }, "takes off 6"],
  [{ points: 0 }, "no points"],
  [{ dimension: "framing", points: 2 }, "adds 2"],
  [{ voice: "source:s1", counts: false, points: 0 }, "not counted: a source’s words"],
];
for (const [more, words] of POINTS) {
  test(`points in words: ${words}`, () => assert.equal(remarks.points(finding(more), ANSWER), words));
}

test("whose words they are", () => {
  const said = (voice) => remarks.voice(finding({ voice }), ANSWER);
  assert.deepEqual(
    [said("author"), said("source:s1"), said("source:unknown")],
    ["The writer’s own words", "Words of Mara Belling", "Words of a source"],
  );
});

test("markup in any text of a remark stays text", () => {
  const hostile = "<img src=x onerror=alert(1)>";
  const words = finding({
    exact: hostile,
    message: hostile,
    reason: `${hostile}!`,
    suggestion: hostile,
    rule: hostile,
  });
  const built = card.build([words], ANSWER, () => undefined, signal);
  assert.equal(built.querySelectorAll("img").length, 0);
  assert.equal(built.textContent.split(hostile).length, 6);
  const { element } = remarks.section(ANSWER, [words], {}, signal);
  assert.equal(element.querySelectorAll("img").length, 0);
});

test("a card holds every remark on its words, the first with the button that closes it", () => {
  const built = card.build([finding(), finding({ dimension: "sourcing" })], ANSWER, () => undefined, signal);
  assert.equal(built.querySelectorAll(".piece").length, 2);
  assert.equal(built.querySelectorAll("button").length, 1);
  assert.equal(built.getAttribute("aria-label"), "Loaded wording · loaded adverb");
});

const ROOM = { width: 1000, height: 700 };
const SIZE = { width: 330, height: 200 };
const PLACES = [
  ["below the words", { left: 100, top: 90, bottom: 110 }, { left: 100, top: 118 }],
  ["above them at the foot of the page", { left: 100, top: 600, bottom: 620 }, { left: 100, top: 392 }],
  ["inside at the right edge", { left: 950, top: 90, bottom: 110 }, { left: 662, top: 118 }],
  ["inside at the left edge", { left: -40, top: 90, bottom: 110 }, { left: 8, top: 118 }],
];
for (const [where, words, place] of PLACES) {
  test(`a card stands ${where}`, () => assert.deepEqual({ ...card.beside(words, SIZE, ROOM) }, place));
}

test("a card in a room too low for it stays on the screen", () => {
  const { top } = card.beside({ left: 0, top: 50, bottom: 80 }, SIZE, { width: 1000, height: 220 });
  assert.equal(top, 12);
});

const STATES = [
  [{ kind: "away", host: "127.0.0.1" }, /server is not running.*undertone serve.*make serve/],
  [{ kind: "timeout" }, /took too long/],
  [{ kind: "garbled", host: "127.0.0.1" }, /Something else answers.*127\.0\.0\.1/],
  [{ kind: "reload" }, /Reload this page/],
  [{ kind: "moved" }, /another page now/],
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

test("long words are cut at a space, short ones are not", () => {
  assert.equal(elements.shorten("one\n  two"), "one two");
  assert.equal(elements.shorten("alpha beta gamma", 12), "alpha beta…");
});

test("every mark in a text is filled, an unknown one is left", () => {
  assert.equal(texts.fill("{a} of {b} {c}", { a: 0, b: "x" }), "0 of x {c}");
  assert.equal(document.body.childElementCount, 0);
});
