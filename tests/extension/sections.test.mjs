/** The panel's sections: each is a module with a line in `sections.js`, whose order is that of the panel. */

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { el } from "../../extension/panel/elements.js";
import * as notices from "../../extension/panel/notices.js";
import { SECTIONS } from "../../extension/panel/sections.js";
import * as sources from "../../extension/panel/sources.js";
import { ANSWER, plain } from "./answer.mjs";
import { MESSAGES, open } from "./page.mjs";

const { AbortController, document } = open();
const TOLD = {
  ...{ answer: ANSWER, placed: [], lost: [], quotes: [], aside: 0, unscored: false },
  about: { how: "page", unread: { frames: 0, words: 0 } },
  filter: { dimension: [], severity: [] },
};
/** A new section. */
const toy = ({ answer }) => ({ nodes: [el("section", {}, `Sources: ${answer.sources.length}`)] });

/** What sections show of the sample, as text. */
function shown(sections, { answer = ANSWER, actions = {}, quotes = [] } = {}) {
  const told = { ...TOLD, answer, quotes };
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
});

test("a new section costs its module and one line, which the panel then shows", async () => {
  const root = mkdtempSync(join(tmpdir(), "undertone-section-"));
  after(() => rmSync(root, { recursive: true }));
  cpSync(new URL("../../extension/", import.meta.url), root, { recursive: true });
  writeFileSync(join(root, "package.json"), '{"type": "module"}'); // as the repository's own says of its modules
  writeFileSync(
    join(root, "panel", "toy.js"),
    `import { el } from "./elements.js";
export const section = ({ answer }) => ({ nodes: [el("section", {}, "Sources: " + answer.sources.length)] });
`,
  );
  const list = join(root, "panel", "sections.js");
  const source = readFileSync(list, "utf8");
  writeFileSync(list, source.replace('  import("./symmetry.js"),\n', '$&  import("./toy.js"),\n'));
  const from = (name) => import(pathToFileURL(join(root, "panel", name)).href);
  const [{ use }, { open: openView }] = [await from("texts.js"), await from("view.js")];
  use(MESSAGES, "en");
  const main = document.createElement("main");
  const panel = openView(main, {}, new AbortController().signal);
  panel.report({ ...TOLD, host: "" });
  assert.match(plain(main), new RegExp(`Sources: ${ANSWER.sources.length}`));
});

test("a report begins with its sentence and what it is about, then its scores", () => {
  const [sentence, scope, ...others] = shown(SECTIONS);
  assert.equal(sentence, ANSWER.summary.sentence);
  assert.match(scope, /not whether it is true/);
  const isKeyed = (quotes) => shown([notices.section], { quotes })[1].includes("letters stand for those who speak");
  assert.deepEqual([[], [{ isPlaced: false }], [{ isPlaced: true }]].map(isKeyed), [false, false, true]);
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
