/** Scores in the panel: name, level, number, place in the crowd, and the sum behind the number. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf } from "../../extension/page/paint.js";
import * as filters from "../../extension/panel/filters.js";
import * as scores from "../../extension/panel/scores.js";
import { ANSWER, changed, each, finding, plain } from "./answer.mjs";
import { MESSAGES, open } from "./page.mjs";

const { AbortController } = open();
const { signal } = new AbortController();
const around = { actions: {}, signal, folds: new Map() };

test("each score has its name, level, number and place in the crowd, in words", () => {
  assert.deepEqual(each(scores.blocks(ANSWER, around), ".t"), [
    "Headlinestrong72",
    "Sourcingthin31",
    "Loaded wordingnotable44",
  ]);
  assert.deepEqual(each(scores.blocks(ANSWER, around), ".why"), [
    "More sensational than 88% of 4,600 news articles",
    "Better balanced than 24%. One of three identified by name and role",
    "More loaded than 61%. Quoted words are not counted",
  ]);
});

test("a score that cannot be given says why, and the next one names the crowd", () => {
  const blocks = scores.blocks(
    changed("headline", { value: null, level: null, reason: "No headline was found." }),
    around,
  );
  assert.equal(plain(blocks[0]), "Headlineno scoreNo headline was found.");
  assert.match(plain(blocks[1]), /Better balanced than 24% of 4,600 news articles/);
});

test("an unknown crowd and the lowest place have their own words", () => {
  const [block] = scores.blocks(changed("headline", { percentile: 0, facts: {} }), around);
  assert.equal(plain(block.querySelector(".why")), "More sensational than almost none of the news articles compared");
});

test("a range without breadth is not said", () => {
  const [block] = scores.blocks(changed("headline", { value: 0, interval: [0, 0] }), around);
  assert.equal(block.querySelector(".strip").getAttribute("aria-label"), "0 of 100");
  assert.equal(block.querySelector(".likely"), null);
});

test("nothing is more than all", () => {
  const [block] = scores.blocks(changed("headline", { percentile: 100 }), around);
  assert.match(plain(block.querySelector(".why")), /More sensational than 99% of/);
});

test("the strip holds score and interval on one scale, and says them to who cannot see", () => {
  const strip = scores.blocks(ANSWER, around)[0].querySelector(".strip");
  const at = (name) => ["x", "width"].map((key) => Math.round(strip.querySelector(`.${name}`).getAttribute(key)));
  assert.equal(strip.getAttribute("aria-label"), "72 of 100, likely between 58 and 84");
  assert.deepEqual(at("mark"), [243, 3]);
  assert.deepEqual(at("foot-mark"), [197, 88]);
});

test("where the crowd is known the strip shows it", () => {
  const answer = changed("headline", { facts: { reference: { articles: 10, crowd: [1, 4, 2, 1] } } });
  const [headline, sourcing] = scores.blocks(answer, around).map((block) => block.querySelector(".strip"));
  assert.equal(headline.querySelectorAll(".fill").length + headline.querySelectorAll(".track").length, 4);
  assert.equal(headline.querySelectorAll(".fill").length, 3);
  assert.equal(sourcing.querySelectorAll(".quarter").length, 3);
});

test("a dimension that the modules do not know is shown like the others, once it has its texts", () => {
  const texts = {
    dimension_numbers: "Numbers",
    rank_again_numbers: "More numbers than $SHARE$",
    level_numeric: "numeric",
  };
  for (const [name, message] of Object.entries(texts)) MESSAGES[`page_${name}`] = { message };
  const answer = changed("numbers", { ...ANSWER.scores.wording, level: "numeric", percentile: 50, facts: {} });
  assert.match(plain(scores.blocks(answer, around).at(-1)), /^Numbersnumeric44.*More numbers than 50%/);
  const found = [finding(), finding({ dimension: "numbers" })];
  const chips = filters.chips(found, Object.keys(answer.scores), filters.none(), () => undefined, signal);
  assert.deepEqual([...chips.querySelectorAll(".chip")].map(plain), ["Loaded wording 1", "Numbers 1"]);
  assert.equal(nameOf({ dimension: "numbers", scored: true }, false), "undertone-other");
});

/** The lines of the sum of a score as they are shown: names and points; the last is the number itself. */
function sumOf(block) {
  return [...block.querySelectorAll(".breakdown tr")].map((row) => [
    plain(row.querySelector("th")),
    plain(row.querySelector("td")),
  ]);
}

test("a click on a number opens its sum, and it stays open when the report is drawn anew", () => {
  const folds = new Map();
  const [block] = scores.blocks(ANSWER, { actions: {}, signal, folds });
  const opener = block.querySelector("button.v");
  assert.equal(opener.getAttribute("aria-label"), "How the number 72 comes about");
  assert.equal(block.querySelector(".breakdown").hidden, true);
  opener.click();
  assert.equal(opener.getAttribute("aria-expanded"), "true");
  assert.equal(block.querySelector(".breakdown").hidden, false);
  const [again] = scores.blocks(ANSWER, { actions: {}, signal, folds });
  assert.equal(again.querySelector(".breakdown").hidden, false);
  assert.deepEqual(each(block.querySelectorAll(".ends span")), ["plain", "loud"]);
});

test("the sum says what number, place and interval mean, and names every part with its points", () => {
  const chosen = [];
  const actions = { choose: ({ id }) => chosen.push(id), turnTo: (...to) => chosen.push(to) };
  const parts = [
    { kind: "start", id: "full-marks", points: 100, text: "where every score starts" },
    { kind: "finding", id: "f9", points: -20.25, text: null },
    { kind: "feature", id: "sides", points: -48.6166, text: "one side speaks most" },
  ];
  const said = finding({ id: "f9", dimension: "sourcing", exact: "the firm", message: "It is not heard." });
  const answer = { ...changed("sourcing", { value: 31, parts }), findings: [said] };
  const block = scores.blocks(answer, { actions, signal }, [said])[1];
  assert.deepEqual(sumOf(block), [
    ["where every score starts", "+100.0"],
    ["“the firm”It is not heard.", "−20.3"],
    ["one side speaks most", "−48.6"],
    ["Rounding to a whole number", "−0.1"],
    ["Together", "31"],
  ]);
  assert.match(
    plain(block.querySelector(".breakdown")),
    /^31 points on a scale from 0 \(one-sided\) to 100 \(balanced\)\. We call that “thin”\.Of 100 news articles, about 24/,
  );
  block.querySelector(".breakdown td").click();
  block.querySelector(".breakdown th button").click();
  block.querySelector(".facts button").click();
  assert.deepEqual(chosen, ["f9", ["speakers", "sourcing"]]);
});

test("a remark without a place is named in the sum, and leads nowhere", () => {
  const [block] = scores.blocks(ANSWER, around, []);
  assert.equal(block.querySelector(".breakdown th button"), null);
});
