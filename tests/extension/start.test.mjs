/** The panel's page names every module that it needs, so that the browser fetches all of them at once. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const PAGE = new URL("../../extension/panel/panel.html", import.meta.url);

/** All modules that a module needs, itself included. */
function needed(address, found = new Set()) {
  if (found.has(address.href)) return found;
  found.add(address.href);
  const imports = readFileSync(address, "utf8").matchAll(/^(?:import|export)[^;]*?from "(\.[^"]+)";/gm);
  for (const [, path] of imports) needed(new URL(path, address), found);
  return found;
}

test("no module is found only once another one has been read", () => {
  const html = readFileSync(PAGE, "utf8");
  const named = [...html.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(
    ([, path]) => new URL(path, PAGE).href,
  );
  const own = new URL("panel.js", PAGE);
  assert.deepEqual(named.sort(), [...needed(own)].filter((address) => address !== own.href).sort());
});

test("something is painted before any of them runs", () => {
  assert.match(
    readFileSync(PAGE, "utf8"),
    /<main id="panel" class="panel">\s*<header class="bar">[\s\S]*class="skeleton"/,
  );
});
