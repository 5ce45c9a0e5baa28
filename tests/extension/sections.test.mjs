/** The panel's sections: each is a module with its line in `sections.js`, whose order is that of the panel. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { el } from "../../extension/panel/elements.js";
import { SECTIONS } from "../../extension/panel/sections.js";
import * as sources from "../../extension/panel/sources.js";
import { ANSWER, plain } from "./answer.mjs";
import { open } from "./page.mjs";

const { AbortController } = open();
/** A new section. */
const toy = ({ answer }) => ({ nodes: [el("section", {}, `Sources: ${answer.sources.length}`)] });

/** What sections show of the sample, as text. */
function shown(sections, { answer = ANSWER, actions = {} } = {}) {
  const about = { how: "page", unread: { frames: 0, words: 0 } };
  const filter = { dimension: [], severity: [] };
  const told = { answer, placed: [], lost: [], quotes: [], about, filter, aside: 0, unscored: false };
  const around = { actions, signal: new AbortController().signal, folds: new Map() };
  return sections
    .flatMap((section) => section(told, around).nodes)
    .filter(Boolean)
    .map(plain);
}

test("a new section is its function and its place in the list; nothing else knows of it", () => {
  const at = SECTIONS.indexOf(sources.section) + 1;
  const withToy = shown(SECTIONS.toSpliced(at, 0, toy));
  const place = withToy.indexOf(`Sources: ${ANSWER.sources.length}`);
  assert.match(withToy[place - 1], /^Who speaks/);
  assert.ok(withToy.some((text, index) => index < place - 1 && text.startsWith("Remarks")));
  assert.deepEqual(withToy.toSpliced(place, 1), shown(SECTIONS));
  const names = ["notices", "scores", "sources", "remarks"];
  const folder = new URL("../../extension/panel/", import.meta.url);
  for (const file of ["view.js", "controller.js", "panel.js", "desk.js"]) {
    const source = readFileSync(new URL(file, folder), "utf8");
    const known = names.filter((name) => name !== "notices" && source.includes(`import * as ${name} from`));
    assert.deepEqual(known, [], file);
  }
});

test("a report begins with its sentence and what it is about, then its scores", () => {
  const [sentence, scope, ...others] = shown(SECTIONS);
  assert.equal(sentence, ANSWER.summary.sentence);
  assert.match(scope, /not whether it is true/);
  const scores = others.findIndex((text) => text.startsWith("Headline"));
  assert.ok(scores >= 0 && others[scores + 1].startsWith("Sourcing"));
});

test("where server and extension differ, the older one is named, and how to update it", () => {
  const told = (server, extension) => {
    const answer = { ...ANSWER, engine: { ...ANSWER.engine, version: server } };
    return shown(SECTIONS, { answer, actions: { version: extension } }).filter((text) => text.includes("do not match"));
  };
  assert.deepEqual(told("0.1.0", "0.1.0"), []);
  assert.deepEqual(told("0.1.0", undefined), []); // the server's own page
  assert.match(told("0.9.0", "0.10.0")[0], /server is version 0\.9\.0, this extension 0\.10\.0.*uv tool upgrade/);
  assert.match(told("1.0.0", "0.10.0")[0], /extension is version 0\.10\.0, the server 1\.0\.0.*page for extensions/);
});
