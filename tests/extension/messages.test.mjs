/** The toolbar button's face, the list of page scripts, the manifest and the texts agree with each other. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { face, SCRIPTS, STYLE } from "../../extension/messages.js";

const ROOT = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, ROOT), "utf8");
const MANIFEST = JSON.parse(read("extension/manifest.json"));
const TEXTS = JSON.parse(read("extension/_locales/en/messages.json"));

const finding = (severity, counts = true) => ({ severity, counts });
const answer = (value, ...findings) => ({ kind: "answer", answer: { scores: { headline: { value } }, findings } });

const FACES = [
  [
    "strong remarks are counted",
    answer(70, finding("strong"), finding("strong"), finding("mild")),
    "2",
    "action_strong",
  ],
  ["one is said in the singular", answer(70, finding("strong")), "1", "action_strong_one"],
  ["a source’s words are not counted", answer(70, finding("strong", false)), "", "action_done"],
  ["no strong remark leaves the badge blank", answer(10, finding("notable")), "", "action_done"],
  ["no score at all is a dash", answer(null), "–", "action_nothing"],
  ["no server is a mark", { kind: "away" }, "!", "action_away"],
  ["many stay short", answer(70, ...Array(120).fill(finding("strong"))), "99+", "action_strong"],
];

for (const [what, outcome, letters, key] of FACES) {
  test(`badge: ${what}`, () => {
    const shown = face(outcome);
    assert.equal(shown.letters, letters);
    assert.equal(shown.key, key);
    assert.ok(TEXTS[key]);
  });
}

test("every page script is injected, in an order in which each finds what it stands on", () => {
  const files = readdirSync(new URL("extension/page/", ROOT)).filter((name) => name.endsWith(".js"));
  assert.deepEqual([...SCRIPTS].sort(), files.map((name) => `page/${name}`).sort());
  const made = new Set(["undertone"]);
  for (const file of SCRIPTS) {
    const source = read(`extension/${file}`);
    const head = source.slice(0, source.search(/\n {2}(async )?function /));
    for (const [, names] of head.matchAll(/const \{([^}]*)\} = undertone;/g)) {
      for (const name of names.split(",")) assert.ok(made.has(name.split(":")[0].trim()), `${file} needs ${name}`);
    }
    for (const [, name] of source.matchAll(/undertone\.(\w+) = /g)) made.add(name);
  }
});

test("the paste page loads the same scripts but the extension’s entry", () => {
  const loaded = [...read("server/templates/index.html").matchAll(/src="\/extension\/(page\/[^"]+)"/g)];
  assert.deepEqual(
    loaded.map(([, path]) => path),
    SCRIPTS.filter((path) => path !== "page/main.js"),
  );
  assert.ok(read("server/templates/index.html").includes(`/extension/${STYLE}`));
});

test("the extension asks for no more than it needs", () => {
  assert.deepEqual(MANIFEST.permissions, ["activeTab", "scripting", "storage"]);
  assert.deepEqual(MANIFEST.host_permissions, ["http://127.0.0.1/*"]);
  assert.equal(MANIFEST.content_scripts, undefined);
});

test("every text that code or manifest names exists, and no other", () => {
  const sources = [read("extension/background.js"), read("extension/messages.js"), read("extension/manifest.json")];
  const used = new Set(sources.join("\n").match(/\baction_\w+|__MSG_\w+?__/g));
  const keys = [...used].map((name) => name.replace(/^__MSG_|__$/g, ""));
  assert.deepEqual([...new Set(keys)].sort(), Object.keys(TEXTS).sort());
});

test("one file fetches, and no script writes markup", () => {
  for (const file of [...SCRIPTS, "background.js", "browser.js", "client.js", "messages.js"]) {
    const source = read(`extension/${file}`);
    assert.doesNotMatch(source, /innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(/, file);
    if (file !== "client.js") assert.doesNotMatch(source, /\bfetch\(|XMLHttpRequest|sendBeacon/, file);
  }
});
