/** “Same words, other names”: which names are exchanged, and what is said of the result. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { compare, pairs, texts } from "../../extension/panel/renamed.js";
import * as symmetry from "../../extension/panel/symmetry.js";
import { ANSWER, plain } from "./answer.mjs";
import { open } from "./page.mjs";

const { AbortController } = open();
const { signal } = new AbortController();
const TITLE = "Belling defies the council";
const TEXT = `${TITLE}\n\nMara Belling said no. Belling’s office closed; Bellingham did not. Ann Halvorsen watched.`;
const GIVEN = {
  ...ANSWER,
  document: { ...ANSWER.document, title: TITLE, text: TEXT },
  sources: [
    { name: "Mara Belling", kind: "person", named: true },
    { name: "Critics", kind: "person", named: false },
    { name: "Madonna", kind: "person", named: true },
    { name: "Port authority", kind: "organisation", named: true },
  ],
  parties: [{ name: "Mara Belling", kind: "person" }],
};

test("surnames of people are exchanged for others that the text does not hold; first names stay", () => {
  assert.deepEqual([...pairs(GIVEN)], [["Belling", "Okonkwo"]]);
  const { given, other } = texts(GIVEN);
  assert.equal(given.text, TEXT.slice(TITLE.length + 2));
  assert.equal(other.title, "Okonkwo defies the council");
  assert.equal(other.text, "Mara Okonkwo said no. Okonkwo’s office closed; Bellingham did not. Ann Halvorsen watched.");
});

test("a body that was taken for a person keeps its name, a person whom the story calls by role or surname does not", () => {
  const text =
    "Town Hall said no. Lowmere Water agreed: the water is clean. Jo Lund left. Lund had asked. Ida Moe came.";
  const people = ["Town Hall", "Lowmere Water", "Jo Lund", "Ida Moe"].map((name) => ({
    name,
    kind: "person",
    named: true,
  }));
  const answer = { ...GIVEN, document: { ...GIVEN.document, title: null, text }, sources: people, parties: [] };
  assert.deepEqual([...pairs(answer).keys()], ["Lund"]);
  const known = people.map((one) => (one.name === "Ida Moe" ? { ...one, role: "baker" } : one));
  assert.deepEqual([...pairs({ ...answer, sources: known }).keys()], ["Lund", "Moe"]);
});

const STORY =
  "Norway’s minister met the Swedish one. Sweden asked. It had waited, but the Norwegian gave it no answer. France looked on, " +
  "as did the Union of Farmers, or UoF. Fishers Ltd sold.";

/** An answer about that text; of each party the forms that are its mentions, everywhere where they stand. */
function about(...parties) {
  const placed = parties.map(([kind, name, ...more]) => {
    const found = [name, ...more].flatMap((form) => [...STORY.matchAll(new RegExp(form, "g"))]);
    return { kind, name, mentions: found.map(({ 0: words, index }) => [index, index + words.length]) };
  });
  return { ...GIVEN, document: { ...GIVEN.document, title: null, text: STORY }, sources: [], parties: placed };
}

const NORWAY = ["country", "Norway", "Norway’s", "Norwegian"];
const SWEDEN = ["country", "Sweden", "Swedish", "It", "it"];
const FARMERS = ["organisation", "Union of Farmers", "UoF"];

test("a name in capitals is the same name, and a hyphen in one is a hyphen", () => {
  const people = ["MARA BELLING", "Jo Lund-Berg"].map((name) => ({ name, kind: "person", named: true, role: "aide" }));
  const text = "BELLING: NO. Mara Belling met Jo Lund-Berg.";
  const answer = { ...GIVEN, document: { ...GIVEN.document, title: null, text }, sources: people };
  assert.equal(texts(answer).other.text, "HALVORSEN: NO. Mara Halvorsen met Jo Okonkwo.");
});

test("two countries stand in each other's place, by name and by adjective", () => {
  const answer = about(["country", "France"], NORWAY, SWEDEN);
  assert.deepEqual(Object.fromEntries(pairs(answer)), {
    ...{ Norway: "Sweden", Sweden: "Norway" },
    ...{ Norwegian: "Swedish", Swedish: "Norwegian" },
  });
  const swapped =
    "Sweden’s minister met the Norwegian one. Norway asked. It had waited, but the Swedish gave it no answer.";
  assert.ok(texts(answer).other.text.startsWith(swapped));
  const [element] = symmetry.section({ answer, unscored: false }, { actions: { readText: () => null }, signal }).nodes;
  assert.match(plain(element), /Norway ↔ Sweden, Norwegian ↔ Swedish/);
});

test("countries stay where the story says in which city it was written", () => {
  const whole = about(NORWAY, SWEDEN);
  assert.equal(pairs(whole).size, 4);
  for (const line of ["OSLO — ", "OSLO, Norway (AP) – "]) {
    const dated = { ...whole, document: { ...whole.document, text: `${STORY}\n\n${line}It began.` } };
    assert.equal(pairs(dated).size, 0);
  }
});

test("what could be exchanged in part only stays: by other names, or one adjective for two", () => {
  assert.equal(pairs(about(FARMERS, ["organisation", "Fishers Ltd"])).size, 0);
  assert.equal(pairs(about(NORWAY, ["country", "France"])).size, 0);
  const fishers = ["organisation", "Fishers Ltd"];
  assert.equal(pairs(about(fishers, ["organisation", "France looked on"])).size, 0);
  assert.equal(pairs(about(fishers, fishers)).size, 0);
});

test("where nobody is named, or the text cannot be read again, nothing is offered", () => {
  const nobody = { ...GIVEN, sources: [], parties: [] };
  assert.equal(texts(nobody), null);
  const nodes = (answer, actions) => symmetry.section({ answer, unscored: false }, { actions, signal }).nodes;
  assert.deepEqual(nodes(nobody, { readText: async () => null }), []);
  assert.deepEqual(nodes(GIVEN, {}), []);
});

test("scores and remarks are compared", () => {
  const one = (value, count) => ({ scores: { headline: { value }, wording: { value: null } }, findings: Array(count) });
  assert.equal(compare(one(3, 2), one(3, 2)).isSame, true);
  assert.equal(compare(one(3, 2), one(3, 1)).isSame, false);
  assert.deepEqual(compare(one(3, 2), one(null, 2)).scores, [{ dimension: "headline", before: 3, after: null }]);
});

test("the text is read as it is and under other names, and what changes is said", async () => {
  const asked = [];
  const answers = [GIVEN, { ...GIVEN, findings: [{}] }, null, GIVEN];
  const readText = async (given) => {
    asked.push(given);
    return answers[asked.length - 1];
  };
  const [element] = symmetry.section({ answer: GIVEN, unscored: false }, { actions: { readText }, signal }).nodes;
  let brought = 0;
  element.querySelector(".outcome").scrollIntoView = () => brought++;
  const press = async () => {
    element.querySelector("button").click();
    for (let turn = 0; turn < 8; turn++) await null;
    return plain(element.querySelector(".outcome"));
  };
  assert.match(await press(), /^Something changes\..*Headline7272Sourcing3131Loaded wording4444Remarks01/);
  assert.equal(brought, 2); // that it is read, and what came of it
  assert.deepEqual(
    asked.map(({ title }) => title),
    [TITLE, "Okonkwo defies the council"],
  );
  assert.match(await press(), /gave no answer/);
});
