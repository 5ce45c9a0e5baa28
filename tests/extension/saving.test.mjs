/** A report leaves the panel as the server made it: as a file, or on the clipboard; a failure is said. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ANSWER } from "./answer.mjs";
import { open } from "./page.mjs";

const SAVING = readFileSync(new URL("../../extension/page/saving.js", import.meta.url), "utf8");
const FILE = {
  text: "# Notes\n",
  type: "text/markdown; charset=utf-8",
  disposition: 'attachment; filename="undertone-markdown.md"',
};

/** A page that saves and copies into lists, and a session whose server gives `outcome`. */
function scene(outcome, isCopied = true) {
  const window = open("<!doctype html><body><undertone-panel></undertone-panel></body>", "page/panel.js");
  window.document.querySelector("undertone-panel").attachShadow({ mode: "open" });
  const { elements } = window.undertone;
  const seen = { saved: [], copied: [], asked: [], told: [] };
  elements.save = (...given) => seen.saved.push(given);
  elements.put = async (text) => seen.copied.push(text) && isCopied;
  window.eval(SAVING); // binds its helpers as it loads
  const ask = async (format) => {
    seen.asked.push(format);
    return outcome;
  };
  const session = { answer: ANSWER, export: ask };
  const save = (form) => window.undertone.saving.save(form, session, (text) => seen.told.push(text));
  return { save, seen, window };
}

test("a file is saved under the story's name, with the server's ending and type", async () => {
  const { save, seen } = scene({ kind: "answer", answer: FILE });
  await save("markdown");
  assert.deepEqual(seen.asked, ["markdown"]);
  const [[name, text, type]] = seen.saved;
  assert.match(name, /^undertone-city-council-caves-.*\.md$/);
  assert.deepEqual([text, type], [FILE.text, FILE.type]);
  assert.deepEqual(seen.told, ["Making the file…", `Saved as ${name}.`]);
});

test("copying asks for the notes, and says whether they are on the clipboard", async () => {
  for (const [isCopied, words] of [
    [true, /on the clipboard/],
    [false, /did not let/],
  ]) {
    const { save, seen } = scene({ kind: "answer", answer: FILE }, isCopied);
    await save("copy");
    assert.deepEqual([seen.asked, seen.copied, seen.saved], [["markdown"], [FILE.text], []]);
    assert.match(seen.told.at(-1), words);
  }
});

test("a failure is said with its reason, and nothing is saved", async () => {
  for (const [outcome, words] of [
    [{ kind: "away" }, /^Nothing was saved. Undertone’s server is not running.$/],
    [{ kind: "problem", status: 413, detail: "Send less." }, /^Nothing was saved. .* Send less.$/],
    [{ kind: "crash", status: 500, request: "5f3c" }, /went wrong in the server. 5f3c$/],
    [{ kind: "reload" }, /Undertone was updated/],
    [null, /^Nothing was saved. /],
  ]) {
    const { save, seen } = scene(outcome);
    await save("report");
    assert.deepEqual(seen.saved, []);
    assert.match(seen.told.at(-1), words);
  }
});

test("the menu offers every format, and the clipboard", () => {
  const { window } = scene({ kind: "away" });
  const asked = [];
  const { signal } = new window.AbortController();
  const { element } = window.undertone.foot.build({ export: (form) => asked.push(form) }, signal);
  for (const button of element.querySelectorAll(".forms button")) button.click();
  assert.deepEqual(asked, [...window.undertone.formats, "copy"]);
});
