/** What the panel says of remarks, in words and never as markup, and which of them it shows. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { beside, build } from "../../extension/page/card.js";
import * as filters from "../../extension/panel/filters.js";
import { foremost } from "../../extension/panel/foremost.js";
import * as remarks from "../../extension/panel/remarks.js";
import { sheetOf } from "../../extension/panel/sheet.js";
import { use } from "../../extension/panel/texts.js";
import { buckets } from "../../extension/panel/view.js";
import * as wording from "../../extension/panel/wording.js";
import { ANSWER, finding, plain } from "./answer.mjs";
import { MESSAGES, open } from "./page.mjs";

const { AbortController } = open();
const { signal } = new AbortController();

const ALL = { chips: null, filter: filters.none() };

const POINTS = [
  [{}, "adds 9 of 44"],
  [{ points: 0.53 }, "adds 0.5 of 44"],
  [{ points: 21.4 }, "adds 21 of 44"],
  [{ dimension: "sourcing", points: -6 }, "takes off 6"],
  [{ points: 0 }, "no points: a hint that does not move the score"],
  [{ points: 44.4 }, "adds 44"],
  [{ dimension: "numbers", points: 2 }, "adds 2"],
  [{ voice: { kind: "source", source: "s1" }, scored: false, points: 0 }, "not counted: a source’s words"],
];
for (const [more, words] of POINTS) {
  test(`points in words: ${words}`, () => assert.equal(wording.points(finding(more), ANSWER), words));
}

test("a rule is called by its name in the reader's language, one that is not known by its id", () => {
  const called = () =>
    ["wording.editorial-adverb", "wording.of-years-to-come"].map((rule) => wording.ruleName({ rule }));
  assert.deepEqual(called(), ["editorial adverb", "of years to come"]);
  use(JSON.parse(readFileSync(new URL("../../extension/_locales/de/messages.json", import.meta.url), "utf8")), "de");
  assert.deepEqual(called(), ["wertendes Adverb", "of years to come"]);
  use(MESSAGES, "en");
});

test("whose words they are", () => {
  const said = (kind, source = null) => wording.voice(finding({ voice: { kind, source } }), ANSWER);
  assert.deepEqual(
    [said("author"), said("source", "s1"), said("unknown-source")],
    ["The writer’s own words", "Words of Mara Belling", "Words of a source"],
  );
});

/** The card of findings on the page, as the sheet of an answer has them. */
function cardOf(findings) {
  const numbered = findings.map((one, index) => ({ ...one, id: `f${index}`, start: index, end: index, target: null }));
  const sheet = sheetOf({ ...ANSWER, findings: numbered }, false, "Show in the panel");
  const actions = { close: () => undefined, open: () => undefined };
  return build(sheet.remarks, sheet.labels, actions, signal);
}

const ACTS = Object.fromEntries(
  ["close", "dismiss", "ignore", "ruleOff", "siteOff", "complain", "learn"].map((name) => [name, () => undefined]),
);

test("markup in any text of a remark stays text", () => {
  const hostile = "<img src=x onerror=alert(1)>";
  const words = finding({
    exact: hostile,
    message: hostile,
    reason: `${hostile}!`,
    suggestion: hostile,
    rule: hostile,
  });
  const built = cardOf([words]);
  assert.equal(built.querySelectorAll("img").length, 0);
  assert.equal(built.textContent.split(hostile).length, 6);
  const { element, list } = remarks.open(ANSWER, [words], ALL, { actions: ACTS, signal });
  list.mark(words);
  assert.equal(element.querySelectorAll("img").length, 0);
  assert.equal(element.textContent.split(hostile).length, 6);
});

test("a card holds every remark on its words, the first with the button that closes it", () => {
  const built = cardOf([finding(), finding({ dimension: "sourcing" })]);
  assert.equal(built.querySelectorAll(".piece").length, 2);
  assert.equal(built.querySelectorAll(".leave").length, 1);
  assert.equal(built.querySelector("button").getAttribute("aria-label"), "Close");
  assert.equal(built.getAttribute("aria-label"), "Loaded wording · loaded adverb");
});

const ROOM = { left: 0, width: 1000, height: 700 };
const SIZE = { width: 330, height: 200 };
const PLACES = [
  ["below the words", { left: 100, top: 90, bottom: 110 }, { left: 100, top: 118 }],
  ["above them at the foot of the page", { left: 100, top: 600, bottom: 620 }, { left: 100, top: 392 }],
  ["inside at the right edge", { left: 950, top: 90, bottom: 110 }, { left: 662, top: 118 }],
  ["inside at the left edge", { left: -40, top: 90, bottom: 110 }, { left: 8, top: 118 }],
];
for (const [where, words, place] of PLACES) {
  test(`a card stands ${where}`, () => assert.deepEqual({ ...beside(words, SIZE, ROOM) }, place));
}

test("a card in a room too low for it stays on the screen", () => {
  const { top } = beside({ left: 0, top: 50, bottom: 80 }, SIZE, { left: 0, width: 1000, height: 220 });
  assert.equal(top, 12);
});

test("where there is nothing to remark, the reader's level is spoken of where one can be chosen", () => {
  const said = (actions) => plain(remarks.open(ANSWER, [], ALL, { actions, signal }).element);
  assert.match(said({ sense: () => undefined }), /No remark above your level in/);
  assert.match(said({}), /No remarks in \d+ words/);
});

test("chips say what there is of each kind, and none where a choice would change nothing", () => {
  const found = [finding(), finding({ dimension: "sourcing", severity: "strong" }), finding()];
  const filter = filters.none();
  const told = [];
  const built = filters.chips(
    found,
    Object.keys(ANSWER.scores),
    filter,
    (chosen) => told.push(found.filter((one) => filters.passes(chosen, one)).length),
    signal,
  );
  assert.deepEqual([...built.querySelectorAll(".chip")].map(plain), [
    "Sourcing 1",
    "Loaded wording 2",
    "strong 1",
    "notable 2",
  ]);
  const press = (name) => built.querySelector(`[data-${name}]`).click();
  press("dimension=sourcing");
  press("severity=notable");
  press("dimension=sourcing");
  assert.deepEqual(told, [1, 0, 2]);
  assert.equal(
    filters.chips([finding(), finding()], ["wording"], filter, () => undefined, signal),
    null,
  );
});

test("every text that a module of the panel names is in both languages", () => {
  const folder = new URL("../../extension/panel/", import.meta.url);
  const german = JSON.parse(readFileSync(new URL("../_locales/de/messages.json", folder), "utf8"));
  const named = readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .flatMap((name) => [...readFileSync(new URL(name, folder), "utf8").matchAll(/\bsay\("([a-z0-9_]+)"/g)])
    .map((match) => `page_${match[1]}`);
  assert.ok(named.length > 80);
  assert.deepEqual(
    named.filter((name) => !(name in MESSAGES && name in german)),
    [],
  );
});

test("an open remark offers what can be done about it, and only one is open", () => {
  const done = [];
  const ids = ["dismiss", "ignore", "ruleOff", "siteOff"];
  const actions = {
    ...Object.fromEntries(ids.map((name) => [name, ({ id }) => done.push([name, id])])),
    choose: ({ id }) => done.push(["choose", id]),
  };
  const [first, second] = ["a", "b"].map((id) => finding({ id }));
  const { element, list } = remarks.open(ANSWER, [first, second], ALL, { actions, signal });
  list.mark(first);
  const [one, other] = element.querySelectorAll(".f");
  assert.deepEqual([...one.querySelectorAll(".acts button")].map(plain), [
    "Not a problem here",
    "Ignore these words",
    "Turn rule off",
    "Off on this site",
  ]);
  for (const button of one.querySelectorAll(".acts button")) button.click();
  assert.deepEqual(
    done,
    ids.map((name) => [name, "a"]),
  );
  list.mark(second);
  assert.deepEqual(
    [one, other].map((item) => item.querySelector("button").getAttribute("aria-expanded")),
    ["false", "true"],
  );
  assert.equal(one.querySelector(".rest").hidden, true);
  one.querySelector("p").click();
  assert.deepEqual(done.at(-1), ["choose", "a"]);
});

test("ticks that would touch are one", () => {
  const spots = [0.5, 0.1, 0.505, 0.9].map((place) => ({ finding: finding({ id: String(place) }), place }));
  const found = buckets(spots, 700);
  assert.deepEqual(
    found.map(({ findings }) => findings.map(({ id }) => id)),
    [["0.1"], ["0.5", "0.505"], ["0.9"]],
  );
});

const SIX = [
  { id: "a", points: 2 },
  { id: "b", points: 9 },
  { id: "c", points: 0, scored: false, voice: { kind: "source", source: "s1" }, severity: "strong" },
  { id: "d", points: -20, dimension: "sourcing" },
  { id: "e", points: 2, severity: "strong" },
  { id: "f", points: 2, severity: "mild" },
].map((more, start) => finding({ ...more, start }));

test("the remarks that matter most move a score most, then are stronger; a source's words come last", () => {
  assert.deepEqual([...foremost(SIX)].sort(), ["b", "d", "e"]);
  assert.deepEqual([...foremost(SIX.slice(0, 1))], ["a"]);
});

test("at first the remarks that matter most are shown, all of them once they are asked for or one of them is chosen", () => {
  const folds = new Map();
  const opened = () => remarks.open(ANSWER, SIX, ALL, { actions: ACTS, signal, folds });
  const shown = (element) => [...element.querySelectorAll(".f")].filter(({ hidden }) => !hidden).length;
  const { element, list } = opened();
  assert.equal(plain(element.querySelector("h2")), "The remarks that matter most");
  assert.equal(shown(element), 3);
  list.mark(SIX[1]);
  assert.equal(shown(element), 3);
  list.mark(SIX[5]);
  assert.equal(shown(element), 6);
  assert.equal(element.querySelector(".more-remarks").hidden, true);
  assert.equal(shown(opened().element), 6);
  folds.clear();
  const again = opened().element;
  again.querySelector(".more-remarks").click();
  assert.equal(shown(again), 6);
  assert.equal(plain(again.querySelector("h2")), "Remarks");
});

test("what a filter leaves in is shown whole, and its chips say so", () => {
  const chips = filters.chips(SIX, Object.keys(ANSWER.scores), filters.none(), () => undefined, signal);
  const { element, list } = remarks.open(ANSWER, SIX, { chips, filter: filters.none() }, { actions: ACTS, signal });
  assert.equal(chips.hidden, true);
  list.show({ dimension: ["wording"], severity: [] });
  assert.equal([...element.querySelectorAll(".f")].filter(({ hidden }) => !hidden).length, 5);
  assert.equal(chips.hidden, false);
  assert.equal(chips.querySelector('[data-dimension="wording"]').getAttribute("aria-pressed"), "true");
});
