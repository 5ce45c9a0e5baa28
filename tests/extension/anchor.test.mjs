/** A remark is placed where its words stand, by position, else by quote and context, else nowhere. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as anchor from "../../extension/page/anchor.js";
import * as collect from "../../extension/page/collect.js";
import { open } from "./page.mjs";

function page(html) {
  const window = open(`<!doctype html><body>${html}</body>`);
  return { document: window.document, read: () => collect.stream(window.document.body) };
}

/** The target of the given occurrence of words, as the server would write it. */
function targetOf(text, words, occurrence = 0) {
  let at = -1;
  for (let count = 0; count <= occurrence; count++) at = text.indexOf(words, at + 1);
  const points = (slice) => Array.from(slice).length;
  const start = points(text.slice(0, at));
  return {
    start,
    end: start + points(words),
    exact: words,
    prefix: text.slice(Math.max(0, at - 32), at),
    suffix: text.slice(at + words.length, at + words.length + 32),
  };
}

test("words are found at their position, counted in code points", () => {
  const { read } = page("<p>🌊 high 🛶 <b>wa</b>ter</p>");
  const stream = read();
  const target = targetOf(stream.text, "water");
  assert.deepEqual({ ...anchor.place(stream, target) }, { start: 11, end: 16, how: "position" });
  const [range] = anchor.locate([target], stream, read);
  assert.equal(String(range), "water");
});

test("code points become UTF-16 units at every offset", () => {
  const { read } = page("<p>a🌊🌊b🛶</p>");
  const stream = read();
  const units = [0, 1, 2, 3, 4, 5].map((point) => anchor.units(stream, point));
  assert.deepEqual(units, [0, 1, 3, 5, 6, 8]);
});

test("after text came in before them, the words are found by quote and context", () => {
  const { read } = page("<p>New on top.</p><p>The so-called plan. Then the so-called fund of the town.</p>");
  const was = "The so-called plan. Then the so-called fund of the town.";
  const found = anchor.place(read(), targetOf(was, "so-called", 1));
  assert.equal(found.how, "quote");
  assert.equal(read().text.slice(found.start - 4, found.end + 5), "the so-called fund");
});

test("typographic quotes, white space and soft hyphens do not hide the words", () => {
  const { read } = page("<p>X. She called it “an  utter\n dis\u00adgrace” on Monday, twice.</p>");
  const found = anchor.place(read(), targetOf('She called it "an utter disgrace" on Monday, twice.', "utter disgrace"));
  assert.equal(read().text.slice(found.start, found.end), "utter\n dis\u00adgrace");
});

test("a short word with no context is refused, not guessed", () => {
  const { read } = page("<p>It was bad here and bad there, all of it bad.</p>");
  const target = { start: 900, end: 903, exact: "bad", prefix: "nothing like", suffix: "this at all" };
  assert.equal(anchor.place(read(), target), null);
});

test("two places that fit equally well are refused", () => {
  const { read } = page("<p>shift</p><p>a very plain repeated line</p><p>a very plain repeated line</p>");
  const target = { start: 0, end: 26, exact: "a very plain repeated line", prefix: "", suffix: "" };
  assert.equal(anchor.place(read(), target), null);
});

test("words that left the page and empty words have no place", () => {
  const { read } = page("<p>Something else.</p>");
  assert.equal(anchor.place(read(), { start: 0, end: 5, exact: "words", prefix: "the ", suffix: " here" }), null);
  assert.equal(anchor.place(read(), { start: 0, end: 1, exact: " ", prefix: "", suffix: "" }), null);
});

test("nodes that were replaced since are found again in the page as it is now", () => {
  const { document, read } = page("<p id=p>residents had bitterly opposed the plan</p>");
  const stream = read();
  const target = targetOf(stream.text, "bitterly");
  const old = document.getElementById("p");
  old.replaceWith(Object.assign(document.createElement("p"), { textContent: `Update. ${old.textContent}` }));
  const [range, none] = anchor.locate([target, null], stream, read);
  assert.equal(String(range), "bitterly");
  assert.ok(range.startContainer.isConnected);
  assert.equal(none, null);
});

test("a W3C target is read into its parts", () => {
  const selector = [
    { type: "TextPositionSelector", start: 3, end: 5 },
    { type: "TextQuoteSelector", exact: "ab", prefix: "p", suffix: "s" },
  ];
  assert.deepEqual({ ...anchor.read({ selector }) }, { start: 3, end: 5, exact: "ab", prefix: "p", suffix: "s" });
});

test("words of the analysed text alone find their place on a page that spaces it otherwise", () => {
  const { read } = page("<p>One 🌊 wave.</p><figure>A picture</figure><p>The second\u00a0wave\n came “late”.</p>");
  const text = [..."One 🌊 wave.\n\nThe second wave came “late”."];
  const start = text.lastIndexOf("w");
  const target = anchor.quoteOf(text, start, start + 4);
  assert.deepEqual([target.exact, target.prefix], ["wave", "The second "]);
  const [range] = anchor.locate([target], read(), read);
  assert.equal(range.startContainer.data.slice(range.startOffset - 1, range.endOffset + 2), "\u00a0wave\n ");
});
