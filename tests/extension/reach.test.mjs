/** What was not read is told, and what a reader wants read anyway is gathered. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as reach from "../../extension/page/reach.js";
import { open } from "./page.mjs";

const WORDS =
  "A shadow tree of its own holds these words, which are quite a few, since it wants to have twenty of them at least.";

function page(html) {
  return open(`<!doctype html><body>${html}</body>`);
}

/** Gives every frame the size that its attributes say. */
function lay(document) {
  for (const frame of document.querySelectorAll("iframe")) {
    frame.getBoundingClientRect = () => ({ width: Number(frame.width), height: Number(frame.height) });
  }
}

test("frames large enough to read are counted, small and hidden ones are not", () => {
  const frames = [
    '<iframe width="400" height="200"></iframe>',
    '<iframe width="1" height="1"></iframe>',
    '<iframe width="400" height="200" style="visibility: hidden"></iframe>',
  ];
  const { document } = page(frames.join(""));
  lay(document);
  assert.deepEqual({ ...reach.unread(document.body) }, { frames: 1, words: 0 });
});

test("words in shadow trees are counted, nested ones too, but not a few, nor those of scripts and our own layer", () => {
  const { document } = page("<a-box></a-box><undertone-layer></undertone-layer><c-box></c-box>");
  const [box, own, few] = document.body.children;
  box.attachShadow({ mode: "open" }).innerHTML = `<style>p { color: red }</style><b-box></b-box>`;
  box.shadowRoot.querySelector("b-box").attachShadow({ mode: "open" }).textContent = WORDS;
  own.attachShadow({ mode: "open" }).textContent = WORDS;
  assert.equal(reach.unread(document.body).words, 24);
  box.remove();
  few.attachShadow({ mode: "open" }).textContent = "Only a label.";
  assert.equal(reach.unread(document.body).words, 0);
});

test("the story of a page: its heading, and its lines without those too short to be prose", () => {
  const { document } = page("<nav>Home News</nav><main><h1>Ein  Titel</h1><p>x</p></main>");
  const lines =
    "Ein Titel\nHome\n\n  This line is long enough to be prose.\n\n\nShort one\nÜber den Fluss führt eine neue Brücke.";
  Object.defineProperty(document.querySelector("main"), "innerText", { value: lines });
  const main = document.querySelector("main");
  main.append(Object.assign(document.createElement("h1"), { textContent: "Ein  Titel" }));
  const { title, text } = reach.story(document);
  assert.equal(title, "Ein Titel");
  assert.equal(text, "This line is long enough to be prose.\n\nÜber den Fluss führt eine neue Brücke.");
});
