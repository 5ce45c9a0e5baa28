/** What the panel says: scores, sources, remarks and states in words, and never as markup. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { beside, build } from "../../extension/page/card.js";
import { nameOf } from "../../extension/page/paint.js";
import * as filters from "../../extension/panel/filters.js";
import * as remarks from "../../extension/panel/remarks.js";
import * as scores from "../../extension/panel/scores.js";
import { sheetOf } from "../../extension/panel/sheet.js";
import * as sources from "../../extension/panel/sources.js";
import { buckets } from "../../extension/panel/view.js";
import * as wording from "../../extension/panel/wording.js";
import { ANSWER, changed, each, finding, plain } from "./answer.mjs";
import { MESSAGES, open } from "./page.mjs";

const { AbortController } = open();
const { signal } = new AbortController();

test("each score has its name, level, number and place in the crowd, in words", () => {
  assert.deepEqual(each(scores.blocks(ANSWER), ".t"), [
    "Headlinestrong72",
    "Sourcingthin31",
    "Loaded wordingnotable44",
  ]);
  assert.deepEqual(each(scores.blocks(ANSWER), ".why"), [
    "More sensational than 88 % of 4,600 news articles",
    "Better balanced than 24 %. One of three identified by name and role",
    "More loaded than 61 %. Quoted words are not counted",
  ]);
});

test("a score that cannot be given says why, and the next one names the crowd", () => {
  const blocks = scores.blocks(changed("headline", { value: null, level: null, reason: "No headline was found." }));
  assert.equal(plain(blocks[0]), "Headlineno scoreNo headline was found.");
  assert.match(plain(blocks[1]), /Better balanced than 24 % of 4,600 news articles/);
});

test("an unknown crowd and the lowest place have their own words", () => {
  const [block] = scores.blocks(changed("headline", { percentile: 0, facts: {} }));
  assert.equal(
    plain(block.querySelector(".why")),
    "More sensational than fewer than 1 % of the news articles compared",
  );
});

test("nothing is more than all", () => {
  const [block] = scores.blocks(changed("headline", { percentile: 100 }));
  assert.match(plain(block.querySelector(".why")), /More sensational than 99 % of/);
});

test("the strip holds score and interval on one scale, and says them to who cannot see", () => {
  const strip = scores.blocks(ANSWER)[0].querySelector(".strip");
  const at = (name) => ["x", "width"].map((key) => Math.round(strip.querySelector(`.${name}`).getAttribute(key)));
  assert.equal(strip.getAttribute("aria-label"), "72 of 100, likely between 58 and 84");
  assert.deepEqual(at("mark"), [243, 3]);
  assert.deepEqual(at("foot-mark"), [197, 88]);
});

test("where the crowd is known the strip shows it", () => {
  const answer = changed("headline", { facts: { reference: { articles: 10, crowd: [1, 4, 2, 1] } } });
  const [headline, sourcing] = scores.blocks(answer).map((block) => block.querySelector(".strip"));
  assert.equal(headline.querySelectorAll(".fill").length + headline.querySelectorAll(".track").length, 4);
  assert.equal(headline.querySelectorAll(".fill").length, 3);
  assert.equal(sourcing.querySelectorAll(".quarter").length, 3);
});

const speakers = (answer, quotes = []) => sources.section({ answer, quotes }, { actions: {}, signal }).nodes[0] ?? null;

test("who speaks: one row a source, those of one origin together, unnamed ones marked", () => {
  const section = speakers(ANSWER);
  assert.deepEqual([...section.querySelectorAll(".who > li")].map(plain), [
    "BMara Bellingchair, port authority64 %",
    "PPort authoritycounted together with Mara Belling14 %",
    "?“Critics”unnamed22 %",
  ]);
  assert.equal(plain(section.querySelector(".aside")), "41 % of the text is attributed");
  assert.equal(plain(section.querySelector(".never")), "Never heard: the residents, the harbour firm");
});

test("sides fill the bar, and what has no side stays empty", () => {
  const facts = { ...ANSWER.scores.sourcing.facts, shares_by_side: { North: 0.2, South: 0.5, East: 0 } };
  const section = speakers(changed("sourcing", { facts }));
  assert.deepEqual([...section.querySelectorAll(".key")].map(plain), ["South 50 %", "North 20 %", "no side 30 %"]);
});

test("where the article links to is one line, and nothing where nobody could tell", () => {
  const line = (more) => {
    const facts = { ...ANSWER.scores.sourcing.facts, ...more };
    return plain(speakers(changed("sourcing", { facts })).lastElementChild);
  };
  const never = plain(speakers(ANSWER).lastElementChild);
  assert.equal(line({ links_out: null, linked_sites: [] }), never);
  assert.equal(line({ links_out: 0, linked_sites: [] }), "Links to no other site");
  assert.equal(line({ links_out: 2, linked_sites: ["who.int"] }), "Links to one other site: who.int");
  const sites = [..."abcdef"].map((letter) => `${letter}.org`);
  assert.equal(
    line({ links_out: 9, linked_sites: sites }),
    "Links to 6 other sites: a.org, b.org, c.org, d.org, e.org …",
  );
});

test("nobody speaking is said; no section where nothing was judged", () => {
  assert.match(plain(speakers({ ...ANSWER, sources: [] })), /Nobody is quoted/);
  assert.equal(speakers({ ...changed("sourcing", { value: null }), sources: [] }), null);
});

const POINTS = [
  [{}, "adds 9 of 44"],
  [{ points: 0.53 }, "adds 0.5 of 44"],
  [{ points: 21.4 }, "adds 21 of 44"],
  [{ dimension: "sourcing", points: -6 }, "takes off 6"],
  [{ points: 0 }, "no points"],
  [{ dimension: "numbers", points: 2 }, "adds 2"],
  [{ voice: { kind: "source", source: "s1" }, scored: false, points: 0 }, "not counted: a source’s words"],
];
for (const [more, words] of POINTS) {
  test(`points in words: ${words}`, () => assert.equal(wording.points(finding(more), ANSWER), words));
}

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
  const { element, list } = remarks.open(ANSWER, [words], null, { actions: ACTS, signal });
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

test("a source unfolds its quotations, and a quotation leads to its place", () => {
  const quotes = [
    { source: "s1", style: "direct", words: "“One <b>thing</b>”", isPlaced: true },
    { source: "s1", style: "indirect", words: "another", isPlaced: false },
  ];
  const shown = [];
  const actions = { reveal: (quote) => shown.push(quote.words) };
  const { nodes, voices } = sources.section({ answer: ANSWER, quotes }, { actions, signal });
  const [element] = nodes;
  const [list] = element.querySelectorAll(".quotes");
  assert.equal(list.hidden, true);
  voices.open("s1");
  assert.equal(list.hidden, false);
  assert.equal(element.querySelector("button.row").getAttribute("aria-expanded"), "true");
  list.querySelector("button.quote").click();
  assert.deepEqual(shown, ["“One <b>thing</b>”"]);
  assert.equal(list.querySelectorAll("button.quote").length, 1);
  assert.match(plain(list), /another.*not found on the page/);
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

test("a dimension that the modules do not know is shown like the others, once it has its texts", () => {
  const texts = {
    dimension_numbers: "Numbers",
    rank_again_numbers: "More numbers than $SHARE$",
    level_numeric: "numeric",
  };
  for (const [name, message] of Object.entries(texts)) MESSAGES[`page_${name}`] = { message };
  const answer = changed("numbers", { ...ANSWER.scores.wording, level: "numeric", percentile: 50, facts: {} });
  assert.match(plain(scores.blocks(answer).at(-1)), /^Numbersnumeric44.*More numbers than 50\s%/);
  const found = [finding(), finding({ dimension: "numbers" })];
  const chips = filters.chips(found, Object.keys(answer.scores), filters.none(), () => undefined, signal);
  assert.deepEqual([...chips.querySelectorAll(".chip")].map(plain), ["Loaded wording 1", "Numbers 1"]);
  assert.equal(nameOf({ dimension: "numbers", scored: true }, false), "undertone-other");
});

test("an open remark offers what can be done about it, and only one is open", () => {
  const done = [];
  const ids = ["dismiss", "ignore", "ruleOff", "siteOff"];
  const actions = {
    ...Object.fromEntries(ids.map((name) => [name, ({ id }) => done.push([name, id])])),
    choose: ({ id }) => done.push(["choose", id]),
  };
  const [first, second] = ["a", "b"].map((id) => finding({ id }));
  const { element, list } = remarks.open(ANSWER, [first, second], null, { actions, signal });
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
