/**
 * Usage: `node sums.mjs REPORTS`. The file holds lines of JSON, each `{name, report}`. Prints, as JSON lines, what the
 * panel shows of each score: its number, and the sum of the points beside the parts.
 */

import { readFileSync } from "node:fs";
import * as scores from "../../extension/panel/scores.js";
import { use } from "../../extension/panel/texts.js";
import { open } from "./page.mjs";

const { AbortController } = open();
const around = { actions: {}, signal: new AbortController().signal };

/** Points as shown, in tenths: `−6,5` is -65. */
function tenths(text) {
  return Number(text.replace("\u2212", "-").replace(/[.,](?=\d$)/, ""));
}

/** What is shown of a score; null where there is none. */
function shown(block) {
  const lines = [...block.querySelectorAll(".breakdown tbody tr")];
  const number = block.querySelector("button.v");
  if (!number) return null;
  const points = lines.map((row) => tenths(row.querySelector("td").textContent));
  const names = lines.map((row) => row.querySelector("th").textContent);
  const sum = points.reduce((total, each) => total + each, 0) / 10;
  return { number: Number(number.textContent), sum, parts: lines.length, blank: names.filter((name) => !name).length };
}

for (const line of readFileSync(process.argv[2], "utf8").trim().split("\n")) {
  const { name, language, report } = JSON.parse(line);
  use(
    JSON.parse(readFileSync(new URL(`../../extension/_locales/${language}/messages.json`, import.meta.url), "utf8")),
    language,
  );
  const blocks = scores.blocks(report, around, report.findings);
  console.log(JSON.stringify({ name, scores: blocks.map(shown), text: blocks.map((block) => block.textContent) }));
}
