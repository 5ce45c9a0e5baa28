/** Claims worth checking in the panel: who makes them, what is given, what is missing, published checks, where to look. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { read, section } from "../../extension/panel/claims.js";
import { sheetOf } from "../../extension/panel/sheet.js";
import { ANSWER, each, finding, plain } from "./answer.mjs";
import { open } from "./page.mjs";

const { AbortController } = open();
const TEXT = "The ferry line lost $4.5 million. “It is the oldest boat on the coast,” said Ana Ruiz.";
const CHECK = {
  claim: "The ferry lost 4.5 million.",
  publisher: "Tide Check",
  rating: "Mostly <b>true</b>",
  url: "https://tide.example/1",
  date: "2026-03-02",
  similarity: 0.93,
};
const claim = (start, end, more) => ({
  ...{ start, end, score: 0.8, by: { kind: "author", source: null }, evidence: "none", fact_checks: [] },
  ...more,
});
const ANSWERED = {
  ...ANSWER,
  document: { ...ANSWER.document, text: TEXT },
  sources: [{ ...ANSWER.sources[0], id: "s1", name: "Ana Ruiz" }],
  quotes: [],
  findings: [
    finding({ id: "f1", dimension: "claims", rule: "claims.unsourced-figure", start: 20, end: 32, target: null }),
  ],
  claims: [
    claim(0, 33, { fact_checks: [CHECK, { ...CHECK, publisher: "Coast Desk", rating: "False", date: null }] }),
    claim(35, 69, { by: { kind: "source", source: "s1" }, evidence: "document" }),
  ],
};

function shown(answer = ANSWERED, actions = {}) {
  const claims = read(answer).map((one) => ({ ...one, isPlaced: one.id === "c1" }));
  return section({ answer, claims }, { actions, signal: new AbortController().signal, folds: new Map() });
}

test("each claim has its number, its words, its maker, what is given and what is missing", () => {
  const [first, second] = each(shown().nodes[0].querySelectorAll("li"), ".n");
  assert.match(first, /^The ferry line lost \$4\.5 million\./);
  assert.match(first, /own words · no evidence given · figure without a source/);
  assert.match(second, /It is the oldest boat on the coast.*Words of Ana Ruiz · given: a document/);
});

test("claims are numbered in reading order, whichever is worth more", () => {
  const [first, second] = read({ ...ANSWERED, claims: [...ANSWERED.claims].reverse() });
  assert.deepEqual([first.letter, first.claim.start, second.letter], ["1", 0, "2"]);
});

test("checks of several publishers stand side by side, their ratings word for word", () => {
  const links = [...shown().nodes[0].querySelectorAll(".check a")];
  assert.deepEqual(links.map(plain), [
    "Checked by Tide Check on 2026-03-02: Mostly <b>true</b>",
    "Checked by Coast Desk: False",
  ]);
  assert.ok(links.every((link) => link.rel === "noopener noreferrer" && link.target === "_blank"));
});

test("where there is no check, links lead to where one may be, with the claim's words", () => {
  const [checked, unchecked] = shown().nodes[0].querySelectorAll("li");
  assert.equal(checked.querySelector(".look"), null);
  const [explorer, engine] = [...unchecked.querySelectorAll(".look a")].map((link) => link.getAttribute("href"));
  assert.match(explorer, /factcheck.explorer.search.It%20is%20the%20oldest/);
  assert.match(engine, /^https:..duckduckgo\.com/);
  const own = shown(ANSWERED, { engine: () => "startpage" }).nodes[0].querySelector("li:last-child .look a:last-child");
  assert.match(own.getAttribute("href"), /startpage/);
});

test("only a claim that stands on the page is a button, which goes there", () => {
  const told = [];
  const [first, second] = shown(ANSWERED, { reveal: (one) => told.push(one.id) }).nodes[0].querySelectorAll("li");
  first.querySelector("button").click();
  assert.deepEqual(told, ["c1"]);
  assert.equal(second.querySelector("button"), null);
});

test("a claim's number on the page opens it in the panel, and no other", () => {
  const { nodes, voices } = shown();
  for (const row of nodes[0].querySelectorAll("li")) row.scrollIntoView = () => undefined;
  assert.equal(voices.open("s1"), false);
  assert.equal(nodes[0].open, false);
  assert.equal(voices.open("c2"), true);
  assert.equal(nodes[0].open, true);
});

test("the page marks claims with a look of their own", () => {
  const quotes = sheetOf(ANSWERED, true, "").quotes.filter(({ tint }) => tint === "claim");
  assert.deepEqual(
    quotes.map(({ letter, source }) => [letter, source]),
    [
      ["1", "c1"],
      ["2", "c2"],
    ],
  );
});

test("an answer without claims, or of an older server, has no such section", () => {
  assert.deepEqual(shown({ ...ANSWERED, claims: [] }).nodes, []);
  assert.deepEqual(shown({ ...ANSWERED, claims: undefined }).nodes, []);
});
