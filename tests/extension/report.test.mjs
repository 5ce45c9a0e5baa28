/** What leaves the panel: quotations, annotations, reports in Markdown and as a page, and how good it all is. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ANSWER, each, finding, plain } from "./answer.mjs";
import { open } from "./page.mjs";

const { elements, lesson, exports, pages, quotations } = open("<!doctype html><body></body>").undertone;

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
  assert.ok(source.includes('was <mark class="wording">bitterly</mark> opposed.</p><p>She said'));
  assert.ok(source.startsWith('<!doctype html>\n<html lang="en">'));
  assert.equal(source.includes("<script"), false);
});

// the figures that the server sends
const FIGURES = JSON.parse(
  readFileSync(new URL("../../detector/encoder/weights/figures.json", import.meta.url), "utf8"),
);
const CARD = {
  model: { figures: FIGURES },
  rules: { count: 90 },
  reference: { articles: 4600 },
  limitations: ["It errs."],
};
const back = elements.el("button", {}, "back");

/** What the panel shows of a card: each figure's words by its name. */
function shown(card) {
  const list = lesson.quality(card, back).querySelectorAll("dl div");
  return Object.fromEntries(each(list, "dt").map((name, place) => [name, plain(list[place].querySelector("dd"))]));
}

/** A figure as the panel writes it. */
function figure(value) {
  return value.toLocaleString("en", { minimumFractionDigits: 2 });
}

test("how good it is: each figure of the card, with its interval", () => {
  const between = ({ interval }) => `(${figure(interval.low)} to ${figure(interval.high)})`;
  const [sentences, bait, subjective] = [
    FIGURES["loaded sentences (BABE)"],
    FIGURES["headline bait (Webis-Clickbait-17)"],
    FIGURES["subjective sentences (CheckThat!)"],
  ];
  const { precision, recall } = FIGURES["loaded words (BABE)"].shown;
  const moved = Object.values(FIGURES["shift when parties are swapped, in points of 100"]).map(({ mean }) =>
    figure(mean),
  );
  assert.deepEqual(shown(CARD), {
    "Loaded sentences told from plain ones": `F1 ${figure(sentences.macro_f1)} ${between(sentences)}`,
    "Loaded words found": `${Math.round(precision * 100)} % of marks right, ${Math.round(recall * 100)} % of words found`,
    "Headlines ordered as readers ordered them": `rank correlation ${figure(bait.spearman)} ${between(bait)}`,
    "Subjective sentences recognised": `F1 ${figure(subjective.macro_f1)} ${between(subjective)}`,
    "Shift when two parties are swapped": `Headline ${moved[0]}, Sourcing ${moved[1]}, Loaded wording ${moved[2]} of 100 points on average`,
  });
});

test("how good it is: what the rules were compared with, the limits, and that a card could not be had", () => {
  assert.match(plain(lesson.quality(CARD, back)), /90 rules.*4,600 articles.*It errs\./);
  assert.match(plain(lesson.quality(null, back)), /could not be fetched/);
});
