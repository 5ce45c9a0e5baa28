/** The settings: defaults that cannot be changed, damaged storage that breaks nothing, and the options of a request. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULTS, faults, isHost, PORTABLE, pick, read, wishes } from "../../extension/settings.js";

const READING = { title: "A", url: "http://news.test/", levels: { headline: "low", sourcing: null, wording: "low" } };

test("the defaults are frozen, fit, and are what empty storage holds", () => {
  assert.throws(() => DEFAULTS.rulesOff.push("x"), TypeError);
  assert.deepEqual(faults(DEFAULTS), []);
  assert.deepEqual(read({}), DEFAULTS);
});

test("the history is off, and nothing leaves this computer, until the reader says so", () => {
  assert.equal(DEFAULTS.keepHistory, false);
  assert.deepEqual(DEFAULTS.autoSites, []);
  assert.equal(new URL(DEFAULTS.server).hostname, "127.0.0.1");
});

const WRONG = {
  server: ["http://news.test", "https://news.test/", "https://*.news.test", 7],
  token: ["two\nlines", {}, "x".repeat(201)],
  language: ["fi", null],
  sensitivity: ["mild", 1],
  rulesOff: [["Not A Rule"], "wording.fear", Array(1001).fill("wording.fear")],
  ignoredWords: [[""], ["  "], [7], ["x".repeat(201)]],
  sitesOff: [{ "news.test": "wording.fear" }, { "not a host": [] }, [], { "news.test": [1] }],
  autoSites: [["http://news.test"], ["*"], ["News.test"], ["*.news.test"]],
  keepHistory: ["yes", 1],
  history: [[{}], [READING], [{ ...READING, time: "now", levels: [] }]],
  reports: [["wrong"], {}],
};

for (const [name, values] of Object.entries(WRONG)) {
  test(`a damaged value of ${name} is refused, and read as the default`, () => {
    for (const value of values) {
      assert.deepEqual(faults({ [name]: value }), [name], JSON.stringify(value).slice(0, 80));
      assert.deepEqual(read({ [name]: value }), DEFAULTS);
    }
  });
}

test("sound values are kept, and no setting is without its test of damage", () => {
  const sound = {
    server: "http://127.0.0.1:9000",
    token: "abc_-1",
    language: "de",
    sensitivity: "thorough",
    rulesOff: ["wording.fear"],
    ignoredWords: ["so-called"],
    sitesOff: { "news.test": ["headline.bait"] },
    autoSites: ["news.test", "[::1]", "xn--bcher-kva.example"],
    keepHistory: true,
    history: [{ ...READING, time: "2026-11-26T04:00:00Z" }],
    reports: [{ rule: "wording.fear" }],
  };
  assert.deepEqual(read(sound), sound);
  assert.deepEqual(Object.keys(WRONG).sort(), Object.keys(DEFAULTS).sort());
});

test("a patch that is no object, or names what does not exist, is refused", () => {
  for (const patch of [null, [], "x", 7, undefined]) assert.equal(faults(patch).length, 1);
  assert.deepEqual(faults({ tokens: "x", toString: "x" }), ["tokens", "toString"]);
});

test("what is taken along holds neither token nor history nor reports, and nothing else is taken in", () => {
  assert.deepEqual(Object.keys(pick(DEFAULTS, PORTABLE)).sort(), [...PORTABLE].sort());
  assert.deepEqual(faults({ token: "x", history: [], reports: [] }, [...PORTABLE]), ["token", "history", "reports"]);
});

test("a request carries the sensitivity, the rules that are off here, and the ignored words", () => {
  const settings = read({
    sensitivity: "calm",
    rulesOff: ["wording.fear"],
    sitesOff: { "news.test": ["headline.bait", "wording.fear"] },
    ignoredWords: ["so-called"],
  });
  const everywhere = { min_severity: "notable", disable: ["wording.fear"], ignore: ["so-called"] };
  assert.deepEqual(wishes(settings, "other.test"), everywhere);
  assert.deepEqual(wishes(settings), everywhere);
  assert.deepEqual(wishes(settings, "news.test").disable, ["wording.fear", "headline.bait"]);
  assert.deepEqual(wishes(settings, "__proto__").disable, ["wording.fear"]);
});

test("calm asks for what is sure, normal for all remarks, thorough for the sentences too", async () => {
  const { requestOf } = await import("../../extension/asking.js");
  const asked = (sensitivity) => {
    const { include, options } = requestOf({ html: "<p>", url: "http://news.test/" }, read({ sensitivity }));
    return [include, options.min_severity];
  };
  assert.deepEqual(asked("calm"), [["text"], "notable"]);
  assert.deepEqual(asked("normal"), [["text"], "mild"]);
  assert.deepEqual(asked("thorough"), [["text", "sentences"], "mild"]);
});

test("a host is a host", () => {
  for (const host of ["news.test", "127.0.0.1", "[::1]", "localhost"]) assert.ok(isHost(host), host);
  for (const host of ["", "a b", "a/b", "a:80", "A.test", "*.test", "user@a", null]) assert.ok(!isHost(host), host);
});
