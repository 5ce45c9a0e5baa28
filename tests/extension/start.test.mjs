/** The panel is seen before its modules are there: browsers show a page at the side of a window once it has loaded. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (name) => readFileSync(new URL(`../../extension/panel/${name}`, import.meta.url), "utf8");

test("nothing but its styles and a script without imports holds up the page's loading", () => {
  const html = read("panel.html");
  const fetched = [...html.matchAll(/<(?:script|link)[^>]*(?:src|href)="([^"]+)"/g)].map(([, path]) => path);
  assert.deepEqual(fetched, ["../icons/32.png", "palette.css", "panel.css", "start.js"]);
  assert.doesNotMatch(html, /type="module"|modulepreload/);
  assert.doesNotMatch(read("start.js"), /^import /m);
});

test("something is painted before any of them runs", () => {
  assert.match(read("panel.html"), /<main id="panel" class="panel">\s*<header class="bar">[\s\S]*class="skeleton"/);
});

test("the modules come once the page has loaded, not while it does", () => {
  const heard = new Map();
  const later = [];
  const run = new Function("addEventListener", "setTimeout", read("start.js").replace("import(", "(() => later)("));
  run(
    (name, handle) => heard.set(name, handle),
    (act) => later.push(act),
  );
  assert.deepEqual([...heard.keys()], ["load"]);
  heard.get("load")();
  assert.equal(later.length, 1);
});
