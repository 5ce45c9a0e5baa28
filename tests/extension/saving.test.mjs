/** A report leaves the panel as the server made it: as a file, or on the clipboard; a failure is said. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { build } from "../../extension/panel/foot.js";
import { FORMATS } from "../../extension/panel/formats.js";
import { save } from "../../extension/panel/saving.js";
import { ANSWER } from "./answer.mjs";
import { open } from "./page.mjs";

const FILE = {
  text: "# Notes\n",
  type: "text/markdown; charset=utf-8",
  disposition: 'attachment; filename="undertone-markdown.md"',
};

mock.timers.enable({ apis: ["setTimeout"] }); // an address is given up only after a minute

/** A page that saves and copies into lists, and a server that gives `outcome`. */
function scene(outcome, isCopied = true) {
  const window = open();
  const seen = { saved: [], copied: [], asked: [], told: [] };
  const held = [];
  globalThis.URL.createObjectURL = (blob) => held.push(blob) && "blob:made";
  window.HTMLAnchorElement.prototype.click = function click() {
    if (this.download) seen.saved.push([this.download, held.at(-1)]);
  };
  const writeText = async (text) => {
    if (!isCopied) throw new Error("refused");
    seen.copied.push(text);
  };
  Object.defineProperty(window.navigator, "clipboard", { value: { writeText } });
  window.document.execCommand = () => false;
  const ask = async (format) => {
    seen.asked.push(format);
    return outcome;
  };
  return { save: (form) => save(form, ANSWER, ask, (text) => seen.told.push(text)), seen, window };
}

test("a file is saved under the story's name, with the server's ending and type", async () => {
  const { save, seen } = scene({ kind: "answer", answer: FILE });
  await save("markdown");
  assert.deepEqual(seen.asked, ["markdown"]);
  const [[name, blob]] = seen.saved;
  assert.match(name, /^undertone-city-council-caves-.*-markdown\.md$/);
  assert.deepEqual([await blob.text(), blob.type], [FILE.text, FILE.type]);
  assert.deepEqual(seen.told, ["Making the file…", `Saved as ${name}.`]);
});

test("copying asks for the notes, and says whether they are on the clipboard", async () => {
  for (const [isCopied, copied, words] of [
    [true, [FILE.text], /on the clipboard/],
    [false, [], /did not let/],
  ]) {
    const { save, seen, window } = scene({ kind: "answer", answer: FILE }, isCopied);
    await save("copy");
    assert.deepEqual([seen.asked, seen.copied, seen.saved], [["markdown"], copied, []]);
    assert.match(seen.told.at(-1), words);
    assert.equal(window.document.body.childElementCount, 0);
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
  const { element } = build({ export: (form) => asked.push(form) }, signal);
  for (const button of element.querySelectorAll(".forms button")) button.click();
  assert.deepEqual(asked, [...FORMATS, "copy"]);
});
