/** The panel's sections: each is a module that adds itself, in the order of `scripts.js`. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SCRIPTS } from "../../extension/page/scripts.js";
import { ANSWER, plain } from "./answer.mjs";
import { open } from "./page.mjs";

const FOLDER = new URL("../../extension/", import.meta.url);
const TOY = `((undertone) => {
  const { el } = undertone.elements;
  undertone.sections.push(({ answer }) => ({ nodes: [el("section", {}, "Sources: " + answer.sources.length)] }));
})(globalThis.undertone);`;

/** What the sections of a window show of the sample, as text. */
function shown({ undertone, AbortController }) {
  const told = { answer: ANSWER, placed: [], lost: [], quotes: [], about: { how: "page", unread: {} }, aside: 0 };
  const around = { actions: {}, signal: new AbortController().signal };
  const nodes = undertone.sections.flatMap((section) => section(told, around).nodes);
  return Array.from(nodes.filter(Boolean), plain);
}

test("a new section is its module and its place among the scripts; nothing else knows of it", () => {
  const window = open("<!doctype html><body></body>", "page/sources.js");
  window.eval(TOY);
  for (const file of SCRIPTS.slice(SCRIPTS.indexOf("page/sources.js") + 1, SCRIPTS.indexOf("page/session.js")))
    window.eval(readFileSync(new URL(file, FOLDER), "utf8"));
  const withToy = shown(window);
  const without = shown(open("<!doctype html><body></body>"));
  const at = withToy.indexOf(`Sources: ${ANSWER.sources.length}`);
  assert.match(withToy[at - 1], /^Who speaks/);
  assert.match(withToy[at + 1], /^Remarks/);
  assert.deepEqual(
    withToy.filter((_, index) => index !== at),
    without,
  );
});

test("a report begins with its sentence and what it is about, then its scores", () => {
  const [sentence, scope, ...others] = shown(open("<!doctype html><body></body>"));
  assert.equal(sentence, ANSWER.summary.sentence);
  assert.match(scope, /not whether it is true/);
  const scores = others.findIndex((text) => text.startsWith("Headline"));
  assert.ok(scores >= 0 && others[scores + 1].startsWith("Sourcing"));
});
