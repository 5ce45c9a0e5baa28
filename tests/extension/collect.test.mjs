/** The text stream is the contract's, and a parser that reads the serialised page gets the same one. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import * as collect from "../../extension/page/collect.js";
import { open } from "./page.mjs";

const START = "<!doctype html><html lang=en><head><title>T</title></head>";

function streams(html, change = () => undefined) {
  const { document } = open(`${START}<body>${html}</body></html>`);
  change(document);
  const sent = collect.serialise(document);
  const parsed = new JSDOM(sent).window.document;
  return { here: collect.stream(document.body), there: collect.stream(parsed.body).text, sent };
}

test("the stream is the text under body without the elements that hold none", () => {
  const { here } = streams(
    "<p>One <b>two</b></p><!-- no --><script>no</script><style>no</style><textarea>no</textarea>" +
      "<button>no</button><svg><text>no</text></svg><select><option>no</option></select><p>three</p>",
  );
  assert.equal(here.text, "One twothree");
  assert.deepEqual(Array.from(here.starts), [0, 4, 7]);
});

test("the skipped elements are those of the contract", () => {
  const expected =
    "script style noscript template textarea iframe select option svg math object video audio canvas button title";
  assert.deepEqual([...collect.SKIPPED].sort(), expected.split(" ").sort());
});

test("the detector skips the same elements", () => {
  const source = readFileSync(new URL("../../detector/page/dom.py", import.meta.url), "utf8");
  const [, list] = source.match(/^SKIPPED = frozenset\(([\s\S]*?)\.split\(\)/m);
  const names = [...list.replace(/#.*$/gm, "").matchAll(/"([^"]*)"/g)].flatMap(([, text]) => text.trim().split(/\s+/));
  assert.deepEqual(names.sort(), [...collect.SKIPPED].sort());
});

test("wide characters are listed by code point", () => {
  const { here } = streams("<p>a🌊b</p><p>🛶c</p>");
  assert.deepEqual(Array.from(here.wide), [1, 3]);
});

const SAME = [
  ["entities and special characters", "<p>a &amp; b &lt;i&gt; c&nbsp;d &quot;e&quot;</p>"],
  ["split text nodes", "<p id=p>abc</p>", (page) => page.getElementById("p").firstChild.splitText(1)],
  ["a line break that opens pre", "<pre id=p>x</pre>", (page) => page.getElementById("p").prepend("\n\n")],
  ["a line break in pre that is none", "<pre>\n\nx</pre>"],
  ["a field with a line break", "<textarea>\n\nx</textarea><p>y</p>"],
  [
    "paragraphs within paragraphs",
    "<p id=p>a</p>b",
    (page) => {
      const inner = page.createElement("p");
      inner.textContent = "inner";
      page.getElementById("p").append(inner, "after");
    },
  ],
  [
    "a comment that would end early",
    "<p id=p>a</p>",
    (page) => page.body.append(page.createComment("--><p>no</p>"), "b"),
  ],
  ["carriage returns", "<p id=p></p>", (page) => page.getElementById("p").append("a\r\nb\rc")],
  ["half a surrogate pair", "<p id=p></p>", (page) => page.getElementById("p").append("a\ud83db")],
  [
    "links within links",
    "<p id=p></p>",
    (page) => {
      const [outer, inner] = [page.createElement("a"), page.createElement("a")];
      inner.textContent = "in";
      outer.append("out", inner, "end");
      page.getElementById("p").append(outer);
    },
  ],
  ["templates and noscript", "<p>a</p><template><p>no</p></template><noscript><p>no</p></noscript><p>b</p>"],
];

for (const [what, html, change] of SAME) {
  test(`a parser gets the same stream: ${what}`, () => {
    const { here, there } = streams(html, change);
    assert.equal(there, here.text.replace(/[\ud800-\udfff]/g, "\ufffd"));
    assert.notEqual(there, "");
  });
}

test("what is no text stays at home: scripts, fields, our own panel; JSON-LD and the title travel", () => {
  const { sent, here } = streams(
    '<p>a</p><script>secret()</script><script type=\'application/ld+json\'>{"@type":"NewsArticle"}</script>' +
      "<input value='typed'><textarea>typed</textarea><undertone-layer>ours</undertone-layer>",
  );
  assert.doesNotMatch(sent, /secret|typed|ours|undertone-layer/);
  assert.match(sent, /NewsArticle/);
  assert.match(sent, /<title>T<\/title>/);
  assert.equal(here.text, "a");
});

test("the page itself is not changed by being read", () => {
  const window = open(`${START}<body><!-- kept --><pre>x</pre><input value=v></body></html>`);
  const before = window.document.documentElement.outerHTML;
  collect.serialise(window.document);
  assert.equal(window.document.documentElement.outerHTML, before);
});

test("a very deep page is read without running out of stack", () => {
  const element = (parentNode) => ({ nodeType: 1, localName: "i", parentNode, firstChild: null, nextSibling: null });
  const root = element(null);
  let node = root;
  for (let depth = 0; depth < 200_000; depth++) {
    node.firstChild = element(node);
    node = node.firstChild;
  }
  node.firstChild = { nodeType: 3, data: "deep", parentNode: node, firstChild: null, nextSibling: null };
  assert.equal(collect.stream(root).text, "deep");
});
