/** What the panel says: scores, sources, remarks and states in words, and never as markup. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { MESSAGES, open } from "./page.mjs";

const { undertone, document, AbortController } = open("<!doctype html><body></body>");
const { scores, sources, remarks, card, states, texts, elements, filters, lesson, exports, pages, quotations } =
  undertone;
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

const speakers = (answer, quotes = []) => sources.section(answer, quotes, {}, signal).element;

test("who speaks: one row a source, those of one origin together, unnamed ones marked", () => {
  const section = speakers(ANSWER);
  assert.deepEqual([...section.querySelectorAll(".who > li")].map(plain), [
    "BMara Bellingchair, port authority64 %",
    "PPort authoritycounted together with Mara Belling14 %",
    "?“Critics”unnamed22 %",
  ]);
  assert.equal(plain(section.querySelector(".aside")), "41 % of the text is attributed");
  assert.equal(plain(section.querySelector(".never")), "Never heard: the residents, the harbour firm");
});

test("sides fill the bar, and what has no side stays empty", () => {
  const facts = { ...ANSWER.scores.sourcing.facts, shares_by_side: { North: 0.2, South: 0.5, East: 0 } };
  const section = speakers(changed("sourcing", { facts }));
  assert.deepEqual([...section.querySelectorAll(".key")].map(plain), ["South 50 %", "North 20 %", "no side 30 %"]);
});

test("where the article links to is one line, and nothing where nobody could tell", () => {
  const line = (more) => {
    const facts = { ...ANSWER.scores.sourcing.facts, ...more };
    return plain(speakers(changed("sourcing", { facts })).lastElementChild);
  };
  const never = plain(speakers(ANSWER).lastElementChild);
  assert.equal(line({ links_out: null, linked_sites: [] }), never);
  assert.equal(line({ links_out: 0, linked_sites: [] }), "Links to no other site");
  assert.equal(line({ links_out: 2, linked_sites: ["who.int"] }), "Links to one other site: who.int");
  const sites = [..."abcdef"].map((letter) => `${letter}.org`);
  assert.equal(
    line({ links_out: 9, linked_sites: sites }),
    "Links to 6 other sites: a.org, b.org, c.org, d.org, e.org …",
  );
});

test("nobody speaking is said; no section where nothing was judged", () => {
  assert.match(plain(speakers({ ...ANSWER, sources: [] })), /Nobody is quoted/);
  assert.equal(speakers({ ...changed("sourcing", { value: null }), sources: [] }), null);
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

const ACTS = Object.fromEntries(
  ["close", "dismiss", "ignore", "ruleOff", "siteOff", "complain", "learn"].map((name) => [name, () => undefined]),
);

test("markup in any text of a remark stays text", () => {
  const hostile = "<img src=x onerror=alert(1)>";
  const words = finding({
    exact: hostile,
    message: hostile,
    reason: `${hostile}!`,
    suggestion: hostile,
    rule: hostile,
  });
  const built = card.build([words], ANSWER, ACTS, signal);
  assert.equal(built.querySelectorAll("img").length, 0);
  assert.equal(built.textContent.split(hostile).length, 6);
  const { element } = remarks.section(ANSWER, [words], { filters: null, actions: {}, signal });
  assert.equal(element.querySelectorAll("img").length, 0);
});

test("a card holds every remark on its words, the first with the button that closes it", () => {
  const built = card.build([finding(), finding({ dimension: "sourcing" })], ANSWER, { close: () => undefined }, signal);
  assert.equal(built.querySelectorAll(".piece").length, 2);
  assert.equal(built.querySelectorAll("button").length, 1);
  assert.equal(built.getAttribute("aria-label"), "Loaded wording · loaded adverb");
});

const ROOM = { left: 0, width: 1000, height: 700 };
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
  const { top } = card.beside({ left: 0, top: 50, bottom: 80 }, SIZE, { left: 0, width: 1000, height: 220 });
  assert.equal(top, 12);
});

const STATES = [
  [{ kind: "away", host: "127.0.0.1" }, /server is not running.*undertone serve.*make serve/],
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
  const window = open("<!doctype html><body></body>");
  let now = 0;
  let tick = null;
  window.Date.now = () => now;
  window.setInterval = (act) => {
    tick = act;
  };
  const told = [];
  const { waiting } = window.undertone.states;
  const state = waiting("1,200", () => told.push("cancelled"), new window.AbortController().signal);
  now = 9_000;
  tick();
  assert.equal(plain(state.querySelector("h2")), "Reading the page…");
  now = 10_000;
  tick();
  assert.equal(plain(state.querySelector("h2")), "Still working");
  assert.match(plain(state), /10 seconds so far. A page of about 1,200 words/);
  state.querySelector("button").click();
  assert.deepEqual(told, ["cancelled"]);
});

test("chips say what there is of each kind, and none where a choice would change nothing", () => {
  const found = [finding(), finding({ dimension: "sourcing", severity: "strong" }), finding()];
  const filter = filters.none();
  const told = [];
  const built = filters.chips(
    found,
    filter,
    () => told.push(found.filter((one) => filters.passes(filter, one)).length),
    signal,
  );
  assert.deepEqual([...built.querySelectorAll(".chip")].map(plain), [
    "Sourcing 1",
    "Loaded wording 2",
    "strong 1",
    "notable 2",
  ]);
  const press = (name) => built.querySelector(`[data-${name}]`).click();
  press("dimension=sourcing");
  press("severity=notable");
  press("dimension=sourcing");
  assert.deepEqual(told, [1, 0, 2]);
  assert.equal(
    filters.chips([finding(), finding()], filter, () => undefined, signal),
    null,
  );
});

test("a source unfolds its quotations, and a quotation leads to its place", () => {
  const quotes = [
    { source: "s1", style: "direct", words: "“One <b>thing</b>”", isPlaced: true },
    { source: "s1", style: "indirect", words: "another", isPlaced: false },
  ];
  const shown = [];
  const { element, open } = sources.section(ANSWER, quotes, { reveal: (quote) => shown.push(quote.words) }, signal);
  const [list] = element.querySelectorAll(".quotes");
  assert.equal(list.hidden, true);
  open("s1");
  assert.equal(list.hidden, false);
  assert.equal(element.querySelector("button.row").getAttribute("aria-expanded"), "true");
  list.querySelector("button.quote").click();
  assert.deepEqual(shown, ["“One <b>thing</b>”"]);
  assert.equal(list.querySelectorAll("button.quote").length, 1);
  assert.match(plain(list), /another.*not found on the page/);
});

const TOLD = {
  ...ANSWER,
  document: {
    ...ANSWER.document,
    text: "The plan 🌊 was bitterly opposed.\n\nShe said “no”.",
    url: "http://news.test/a",
  },
  findings: [finding({ id: "f1", start: 15, end: 23 })],
  quotes: [{ id: "q1", source: "s1", style: "direct", content: [[43, 47]] }],
};

test("quotations have the words of the text, the speaker's letter, and the tint of their side", () => {
  const [quote] = quotations.read(TOLD);
  assert.deepEqual([quote.words, quote.letter, quote.tint], ["“no”", "B", "0"]);
  assert.equal(quote.targets[0].prefix, "She said ");
  assert.equal(Array.from(quotations.read({ ...TOLD, document: {} })).length, 0);
});

test("W3C annotations hold position, quote, why and rule", () => {
  const page = exports.annotations(TOLD);
  assert.equal(page.type, "AnnotationPage");
  const [item] = page.items;
  assert.equal(item.target.source, "http://news.test/a");
  const [position, quote] = item.target.selector;
  assert.deepEqual(
    [position.start, position.end, quote.exact, quote.suffix.slice(0, 8)],
    [15, 23, "bitterly", " opposed"],
  );
  assert.deepEqual(Array.from(item.body, ({ value }) => value).slice(1), ["wording.loaded-adverb", "notable"]);
});

test("the report in Markdown escapes what comes from the page", () => {
  const told = exports.markdown({ ...TOLD, findings: [finding({ exact: "*so* [called](x) <b>" })] });
  assert.match(told, /^# How it is written: City council caves/);
  assert.ok(told.includes("**\\*so\\* \\[called\\](x) \\<b\\>**"));
  assert.ok(told.includes("Never heard: the residents, the harbour firm"));
});

test("a report says where the article links to, in Markdown and as a page", () => {
  const facts = { ...TOLD.scores.sourcing.facts, links_out: 2, linked_sites: ["who.int"] };
  const told = { ...TOLD, scores: { ...TOLD.scores, sourcing: { ...TOLD.scores.sourcing, facts } } };
  assert.ok(exports.markdown(told).includes("\n\nLinks to one other site: who.int\n\n"));
  assert.ok(pages.html(told).includes("<p>Links to one other site: who.int</p>"));
  assert.equal(exports.markdown(TOLD).includes("Links to"), false);
});

test("the report as a page holds texts only, and the marks in the text", () => {
  const hostile = "<img src=x onerror=alert(1)>";
  const source = pages.html({ ...TOLD, summary: { sentence: hostile }, findings: [...TOLD.findings] });
  assert.equal(source.includes("<img"), false);
  assert.ok(source.includes('was <mark class="language">bitterly</mark> opposed.</p><p>She said'));
  assert.ok(source.startsWith('<!doctype html>\n<html lang="en">'));
  assert.equal(source.includes("<script"), false);
});

const CARD = {
  model: {
    figures: {
      "loaded sentences (BABE)": { macro_f1: 0.8, interval_95: [0.76, 0.84] },
      "headline bait (W)": { spearman: 0.65 },
    },
  },
  rules: { count: 90 },
  reference: { articles: 4600 },
  limitations: ["It errs."],
};

test("how good it is: the card's figures in words, its limits, and what is missing left out", () => {
  const told = plain(lesson.quality(CARD, elements.el("button", {}, "back")));
  assert.match(told, /Loaded sentences told from plain onesF1 0\.80 \(0\.76 to 0\.84\)/);
  assert.match(told, /rank correlation 0\.65.*90 rules.*4,600 articles.*It errs\./);
  assert.match(plain(lesson.quality(null, elements.el("button", {}, "back"))), /could not be fetched/);
});

test("every text that a page script names is in both languages", () => {
  const folder = new URL("../../extension/page/", import.meta.url);
  const german = JSON.parse(readFileSync(new URL("../_locales/de/messages.json", folder), "utf8"));
  const named = readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .flatMap((name) => [...readFileSync(new URL(name, folder), "utf8").matchAll(/\bsay\("([a-z0-9_]+)"/g)])
    .map((match) => `page_${match[1]}`);
  assert.ok(named.length > 80);
  assert.deepEqual(
    named.filter((name) => !(name in MESSAGES && name in german)),
    [],
  );
});
