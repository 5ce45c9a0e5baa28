/** Nothing that a reader could see shows NaN, undefined, null, a place that was not filled, or the key of a text. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import * as choices from "../../extension/panel/choices.js";
import * as elements from "../../extension/panel/elements.js";
import * as foot from "../../extension/panel/foot.js";
import * as lesson from "../../extension/panel/lesson.js";
import { SECTIONS } from "../../extension/panel/sections.js";
import { inOrder, sheetOf } from "../../extension/panel/sheet.js";
import * as states from "../../extension/panel/states.js";
import { use } from "../../extension/panel/texts.js";
import { open as openView } from "../../extension/panel/view.js";
import { ANSWER, finding } from "./answer.mjs";
import { open } from "./page.mjs";

const { AbortController, document } = open();
const control = new AbortController();
const { signal } = control;
after(() => control.abort()); // what waits counts seconds until then
const UNFIT = /\b(?:NaN|undefined|null|Infinity|object Object)\b|\$[A-Z_]+\$|\{\w+\}|\b(?:page_)?[a-z]+_[a-z_]+\b/;
const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const FIGURES = read("detector/encoder/weights/figures.json");
const CARD = {
  model: { figures: FIGURES },
  rules: { count: 90 },
  reference: { articles: 4600 },
  limitations: ["It errs."],
};
const KINDS =
  "away timeout garbled reload not-paired version rate-limited crash cancelled no-selection moved restricted problem unreachable new";
const FINDINGS = [
  finding({ id: "f1", start: 0, end: 5, target: null }),
  finding({ id: "f2", start: 6, end: 8, target: null, points: -6, dimension: "sourcing", suggestion: "less" }),
  finding({
    id: "f3",
    start: 9,
    end: 12,
    target: null,
    scored: false,
    points: 0,
    voice: { kind: "source", source: "s1" },
  }),
  finding({
    id: "f4",
    start: 13,
    end: 14,
    target: null,
    scored: false,
    voice: { kind: "unknown-source", source: null },
  }),
];
const NOTICES = ["opinion", "not-an-article", "paywalled", "one-that-is-new"].map((code) => ({
  code,
  message: "Said.",
}));
const PARTS = [
  { kind: "start", id: "full-marks", points: 100, text: "where every score starts" },
  { kind: "finding", id: "f2", points: -6, text: null },
];

/** The report of an answer with the scores as `change` makes them. */
function answerOf(change) {
  const scores = Object.fromEntries(
    Object.entries(ANSWER.scores).map(([name, score]) => [name, { ...score, ...change }]),
  );
  return { ...ANSWER, findings: FINDINGS, scores, document: { ...ANSWER.document, notices: NOTICES } };
}

/** Everything that the panel can show, by what it is. */
function* shown() {
  const actions = new Proxy(
    {},
    { get: (_, name) => (name === "version" ? "0.1.0" : name === "level" ? () => "normal" : () => undefined) },
  );
  const around = { actions, signal, folds: new Map() };
  const changes = [
    {},
    { parts: PARTS, percentile: 0 },
    { percentile: null, interval: null, facts: {} },
    { value: null, level: null, reason: "Why." },
  ];
  for (const [place, change] of changes.entries()) {
    const answer = answerOf(change);
    const about = { how: place % 2 ? "selection" : "page", unread: { frames: place, words: 28 } };
    const told = { answer, placed: FINDINGS.slice(0, 2), lost: FINDINGS.slice(2), quotes: [], about, aside: place };
    const filter = { dimension: [], severity: [] };
    const nodes = SECTIONS.flatMap((section) => section({ ...told, filter, unscored: false }, around).nodes);
    yield [`report ${place}`, elements.el("div", {}, nodes)];
    for (const remark of sheetOf(answer, true, "").remarks)
      yield ["card", elements.el("p", {}, Object.values(remark.card).flat())];
    assert.equal(inOrder(answer).length, FINDINGS.length);
  }
  for (const kind of KINDS.split(" "))
    for (const more of [
      {},
      { status: 500, host: "127.0.0.1", detail: "Said.", request: "r-1", server: "http://127.0.0.1:1" },
    ])
      yield [kind, states.failure({ kind, ...more }, actions, signal)];
  yield ["idle", elements.el("div", {}, states.idle("Alt+U"), states.idle(""))];
  yield [
    "waiting",
    states.waiting(
      () => ({ since: 0, words: "1,200" }),
      () => undefined,
      signal,
    ),
  ];
  for (const card of [CARD, null]) yield ["quality", lesson.quality(card, elements.el("button", {}, "×"))];
  for (const rule of [{ source: "A book", bad: [{ headline: "", body: "So." }], good: [] }, null])
    yield ["rule", lesson.section(rule)];
  const made = foot.build(actions, signal);
  made.show({ host: "127.0.0.1", hasMarks: true, isScored: true });
  for (const card of [null, CARD]) {
    made.judge(card);
    yield ["foot", made.element];
  }
  const root = document.createElement("main");
  openView(root, actions, signal);
  yield ["frame", root];
}

/** The texts and labels of an element. */
function* words(element) {
  yield element.textContent;
  for (const each of [element, ...element.querySelectorAll("*")])
    for (const name of ["title", "aria-label", "placeholder", "alt"])
      if (each.hasAttribute(name)) yield each.getAttribute(name);
}

for (const language of ["en", "de", "fr"]) {
  test(`${language}: panel and card show words and numbers, and nothing that was left open`, () => {
    use(read(`extension/_locales/${language}/messages.json`), language);
    let count = 0;
    for (const [name, element] of shown()) {
      for (const text of words(element)) assert.doesNotMatch(text ?? "", UNFIT, `${name}: ${text}`);
      count += 1;
    }
    assert.ok(count > 40);
  });
}

test("what a choice of the reader's says is a sentence", async () => {
  use(read("extension/_locales/en/messages.json"), "en");
  const said = [];
  const made = choices.make({
    ...{
      aside: () => [],
      setAside: () => undefined,
      url: () => "http://news.test/",
      hasSite: true,
      again: async () => undefined,
    },
    ...{
      settings: async () => ({ ignoredWords: [], rulesOff: [], sitesOff: {} }),
      change: async () => true,
      report: async () => true,
    },
    told: (text) => said.push(text),
  });
  for (const name of ["dismiss", "ignore", "ruleOff", "siteOff"]) await made[name](FINDINGS[0]);
  for (const level of ["calm", "normal", "thorough"]) await made.sense(level);
  await made.complain(FINDINGS[0], {});
  assert.equal(said.length, 8);
  for (const text of said) assert.doesNotMatch(text, UNFIT);
});
