/** How marks are painted: which pages are dark, and a style for every mark. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as paint from "../../extension/page/paint.js";

const INKS = [
  ["rgb(20, 20, 20)", false],
  ["rgb(236, 234, 228)", true],
  ["rgba(255, 255, 255, 0.8)", true],
  ["rgb(110, 110, 110)", false],
];
for (const [ink, isLight] of INKS) {
  test(`${ink} is ${isLight ? "light ink: a dark page" : "dark ink: a light page"}`, () => {
    assert.equal(paint.isLight(ink), isLight);
  });
}

test("a sentence is a tint of its own, and no mark", () => {
  const css = readFileSync(new URL("../../extension/page/paint.css", import.meta.url), "utf8");
  for (const dark of [true, false]) {
    const name = paint.nameOf({ dimension: "wording", scored: true, unit: "sentence" }, dark);
    assert.equal(name, `undertone-sentence${dark ? "-dark" : ""}`);
    assert.ok(css.includes(`::highlight(${name}) {\n    background-color`));
  }
});

test("every registry name has its rule in the style sheet", () => {
  const css = readFileSync(new URL("../../extension/page/paint.css", import.meta.url), "utf8");
  for (const dimension of ["headline", "sourcing", "wording", "other"]) {
    for (const scored of [true, false]) {
      for (const dark of [true, false]) {
        assert.ok(css.includes(`::highlight(${paint.nameOf({ dimension, scored }, dark)}) {\n    text-decoration`));
      }
    }
  }
});
