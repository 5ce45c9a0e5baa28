/** Who speaks, in the panel: the sources with their shares, the sides, the quotations, the links. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as sources from "../../extension/panel/sources.js";
import { ANSWER, changed, plain } from "./answer.mjs";
import { open } from "./page.mjs";

const { AbortController } = open();
const { signal } = new AbortController();

const speakers = (answer, quotes = []) => sources.section({ answer, quotes }, { actions: {}, signal }).nodes[0] ?? null;

test("who speaks: one row a source, those of one origin together, unnamed ones marked", () => {
  const section = speakers(ANSWER);
  assert.deepEqual([...section.querySelectorAll(".who > li")].map(plain), [
    "BMara Bellingchair, port authority64%",
    "PPort authoritycounted together with Mara Belling14%",
    "?“Critics”unnamed22%",
  ]);
  assert.equal(
    plain(section.querySelector(".quiet")),
    "41% of the text is attributed. The shares below are of all words given to sources.",
  );
  assert.equal(plain(section.querySelector(".never")), "Never heard: the residents, the harbour firm");
});

test("sides fill the bar, and what has no side stays empty", () => {
  const facts = { ...ANSWER.scores.sourcing.facts, shares_by_side: { North: 0.2, South: 0.5, East: 0 } };
  const section = speakers(changed("sourcing", { facts }));
  assert.deepEqual([...section.querySelectorAll(".key")].map(plain), ["South 50%", "North 20%", "no side 30%"]);
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
