/** What the model suspects: sentences beyond the remarks, marked as such, and how the choice says how much is right. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf } from "../../extension/page/paint.js";
import * as foot from "../../extension/panel/foot.js";
import * as remarks from "../../extension/panel/remarks.js";
import { sheetOf } from "../../extension/panel/sheet.js";
import { isSuspect, withSuspects } from "../../extension/panel/suspects.js";
import { points } from "../../extension/panel/wording.js";
import { ANSWER, finding, plain } from "./answer.mjs";
import { open } from "./page.mjs";

const { AbortController } = open();
const { signal } = new AbortController();
const TEXT = "A title 🌊\n\nThey caved in at once. It rained. They bowed bitterly. “We did not.”";
const AUTHOR = { kind: "author", source: null };
const at = (words, more) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return { start, end: start + [...words].length, voice: AUTHOR, loaded: 0.9, ...more };
};
const SENTENCES = [
  at("A title 🌊"),
  at("They caved in at once."),
  at("It rained.", { loaded: 0.1 }),
  at("They bowed bitterly."),
  at("“We did not.”", { voice: { kind: "source", source: "s1" } }),
];
const bitterly = finding({ id: "f1", unit: "words", exact: "bitterly", ...at("bitterly") });
const GIVEN = {
  ...ANSWER,
  document: { ...ANSWER.document, title: "A title 🌊", text: TEXT },
  findings: [bitterly],
  sentences: SENTENCES,
  quotes: [],
};

test("suspected are the writer's own sentences below the title on which no remark stands", () => {
  const { findings } = withSuspects(GIVEN);
  assert.deepEqual(
    findings.map(({ id, exact }) => [id, exact]),
    [
      ["f1", "bitterly"],
      ["m1", "They caved in at once."],
    ],
  );
  assert.equal(isSuspect(findings[1]), true);
  assert.equal(points(findings[1], GIVEN), "a suspicion, not counted");
});

test("where no sentences were asked for, or the wording has no score, an answer stays as it is", () => {
  const plainAnswer = { ...GIVEN, sentences: null };
  assert.equal(withSuspects(plainAnswer), plainAnswer);
  const unscored = { ...GIVEN, scores: { ...ANSWER.scores, wording: { ...ANSWER.scores.wording, value: null } } };
  assert.equal(withSuspects(unscored), unscored);
});

test("a suspicion is found by its words and drawn with a thin line of its own", () => {
  const sheet = sheetOf(withSuspects(GIVEN), false, "");
  const remark = sheet.remarks.find(({ id }) => id === "m1");
  assert.equal(remark.target.exact, "They caved in at once.");
  assert.equal(nameOf(remark, false), "undertone-other-quoted");
  assert.equal(nameOf({ ...remark, scored: true }, true), "undertone-sentence-dark");
});

test("of a suspicion no rule is turned off, looked up or ignored", () => {
  const [, suspect] = withSuspects(GIVEN).findings;
  const names = ["dismiss", "ignore", "ruleOff", "siteOff", "complain", "learn"];
  const actions = Object.fromEntries(names.map((name) => [name, () => undefined]));
  const narrowed = { chips: null, filter: { dimension: [], severity: [] } };
  const { element, list } = remarks.open(GIVEN, [suspect], narrowed, { actions, signal });
  list.mark(suspect);
  assert.deepEqual([...element.querySelectorAll(".acts button")].map(plain), ["Not a problem here", "Wrong?"]);
});

test("a text that was read on this computer is said to be, another one with its server", () => {
  const made = foot.build({}, signal);
  const told = (host) => {
    made.show({ host, hasMarks: true, isScored: true });
    return plain(made.element.querySelector(".checked"));
  };
  for (const host of ["127.0.0.1", "localhost", "[::1]"])
    assert.equal(told(host), "Text analysed on this computer, not stored");
  assert.equal(told("undertone.example"), "Text analysed by undertone.example, not stored");
});

test("the choice says what is shown, and how much of it was right once that is known", () => {
  const chosen = [];
  const made = foot.build({ sense: (level) => chosen.push(level), level: () => "normal" }, signal);
  made.show({ host: "127.0.0.1", hasMarks: true, isScored: true });
  const right = made.element.querySelector(".right");
  assert.equal(plain(right), "All remarks.");
  const figures = { calm: { share: 0.9 }, normal: { share: 0.8 }, thorough: { share: 0.7 } };
  made.judge({ model: { figures: { "remarks as an editor judges them": figures } } });
  assert.equal(plain(right), "All remarks. By an editor’s guide, 80% of them were right.");
  assert.match(made.element.querySelector("label").title, /^Only what is sure\. By an editor’s guide, 90/);
  made.judge(null);
  assert.equal(plain(right), "All remarks.");
});
