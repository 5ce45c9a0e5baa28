/** What the panel makes of an answer beside its remarks: quotations, and how good it all is. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as elements from "../../extension/panel/elements.js";
import * as lesson from "../../extension/panel/lesson.js";
import * as quotations from "../../extension/panel/quotations.js";
import { ANSWER, each, plain } from "./answer.mjs";
import { open } from "./page.mjs";

open();

const TOLD = {
  ...ANSWER,
  document: {
    ...ANSWER.document,
    text: "The plan 🌊 was bitterly opposed.\n\nShe said “no”.",
  },
  quotes: [{ id: "q1", source: "s1", style: "direct", content: [[43, 47]] }],
};

test("quotations have the words of the text, the speaker's letter, and the tint of their side", () => {
  const [quote] = quotations.read(TOLD);
  assert.deepEqual([quote.words, quote.letter, quote.tint], ["“no”", "B", "0"]);
  assert.equal(quote.targets[0].prefix, "She said ");
  assert.equal(Array.from(quotations.read({ ...TOLD, document: {} })).length, 0);
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

/** How many of 100 are right, of those that get more than an even chance; the figure behind it on request. */
function right({ reliability }, behind) {
  const named = reliability.filter(({ score }) => score >= 0.5);
  const [marked, all] = named.reduce(([sum, count], { n, share }) => [sum + n * share, count + n], [0, 0]);
  return `Of 100 that it names, ${Math.round((100 * marked) / all)} are right.The figure behind it${behind}`;
}

test("how good it is: each figure of the card in plain words, the figure itself behind a click", () => {
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
    "Loaded sentences told from plain ones": right(sentences, `F1 ${figure(sentences.macro_f1)} ${between(sentences)}`),
    "Loaded words found": `Of the words it marks, ${Math.round(precision * 100)}% are marked by experts too; of the experts’ words it finds ${Math.round(recall * 100)}%.`,
    "Bait in headlines recognised": `Of 100 that it names, ${Math.round(100 * bait.found.precision)} are right.The figure behind itrank correlation ${figure(bait.spearman)} ${between(bait)}`,
    "Subjective sentences recognised": right(subjective, `F1 ${figure(subjective.macro_f1)} ${between(subjective)}`),
    "Shift when two parties are swapped": `Headline ${moved[0]}, Sourcing ${moved[1]}, Loaded wording ${moved[2]} of 100 points on average`,
  });
});

test("how good it is: what the rules were compared with, the limits, and that a card could not be had", () => {
  assert.match(plain(lesson.quality(CARD, back)), /90 rules.*4,600 articles.*It errs\./);
  assert.match(plain(lesson.quality(null, back)), /could not be fetched/);
});

test("an example that quotes somebody itself has single quotation marks within the double ones", () => {
  const rule = { source: null, bad: [{ headline: "", body: "“Sadly, we must close,” she said." }], good: [] };
  assert.equal(plain(lesson.section(rule)), "Is marked: “‘Sadly, we must close,’ she said.”");
});

test("a body that the role names is not named twice", () => {
  assert.equal(quotations.bodyOf({ role: "spokeswoman of the Board", affiliation: "board" }), null);
  assert.equal(quotations.bodyOf({ role: "spokeswoman", affiliation: "Harbour Board" }), "Harbour Board");
  assert.equal(quotations.bodyOf({ role: null, affiliation: "Harbour Board" }), "Harbour Board");
  assert.equal(quotations.bodyOf({ role: "nurse", affiliation: null }), null);
});
