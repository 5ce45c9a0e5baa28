/** What the paste page takes a pasted text for; headlines as `tests/server/test_plain_text.py` has them. */

import assert from "node:assert/strict";
import test from "node:test";
import { recognise } from "../../server/service/static/pasted.js";

const KINDS = [
  ["", "empty"],
  [" \n\ufeff", "empty"],
  ["https://news.example/a?b=1#c", "link"],
  ["  http://localhost/x \n", "link"],
  ["https://news.example/one and more", "text"],
  ["<!DOCTYPE html>x", "html"],
  ["<p>One.", "html"],
  ["One<br/>two", "html"],
  ["<ARTICLE class='a'>", "html"],
  ["A fund <b>stays</b>.", "text"],
  ["5 < 6 and <3", "text"],
];

for (const [pasted, kind] of KINDS) {
  test(`${JSON.stringify(pasted)} is ${kind}`, () => assert.equal(recognise(pasted).kind, kind));
}

const HEADLINES = [
  ["Bridge shut\n\nIt rained.", "Bridge shut", "It rained."],
  ["\ufeff# Bridge shut\r\n \r\nIt rained.\n\nMore.", "Bridge shut", "It rained.\n\nMore."],
  ["Is it shut?\n\nIt is.", "Is it shut?", "It is."],
  ["It rained.\n\nMore.", null, "It rained.\n\nMore."],
  ["Bridge\nshut\n\nMore", null, "Bridge\nshut\n\nMore"],
  ["Bridge shut\n\n", null, "Bridge shut\n\n"],
  [`${"w".repeat(201)}\n\nMore.`, null, `${"w".repeat(201)}\n\nMore.`],
];

for (const [pasted, title, text] of HEADLINES) {
  test(`the headline of ${JSON.stringify(pasted.slice(0, 30))}`, () =>
    assert.deepEqual(recognise(pasted).asked, { text, title }));
}

test("a link is asked for of nobody, and may lack its scheme", () => {
  assert.deepEqual(recognise("www.news.example/a"), {
    kind: "link",
    asked: null,
    address: "https://www.news.example/a",
  });
});
