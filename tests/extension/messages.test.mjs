/** The toolbar button's face, the list of page scripts, the manifest and the texts agree with each other. */

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { COMMANDS, face, SCRIPT, STYLE } from "../../extension/messages.js";

const ROOT = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, ROOT), "utf8");
const MANIFEST = JSON.parse(read("extension/manifest.json"));
const TEXTS = JSON.parse(read("extension/_locales/en/messages.json"));

const finding = (severity, scored = true) => ({ severity, scored });
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
  ["no pairing is a mark", { kind: "not-paired" }, "!", "action_not_paired"],
  ["a busy server is a mark", { kind: "rate-limited" }, "!", "action_rate_limited"],
  ["whatever else went wrong is a mark", { kind: "garbled" }, "!", "action_problem"],
  ["a page that is forbidden is a mark", { kind: "restricted" }, "!", "action_restricted"],
  ["what was given up leaves nothing", { kind: "cancelled" }, "", "action_idle"],
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

test("what a page gets is one script and one style sheet, without the panel and its texts", () => {
  const script = read(`extension/${SCRIPT}`);
  const modules = [...script.matchAll(/^const \$(\w+) = /gm)].map(([, name]) => name);
  assert.deepEqual(modules.toSorted(), [
    ...["anchor", "card", "collect", "elements", "initials", "layer", "main", "marking", "paint", "placing", "reach"],
    ...["session", "walk", "watch"],
  ]);
  assert.doesNotMatch(script, /storage|\bfetch\(|onMessage|127\.0\.0\.1/);
  assert.ok(script.length + read(`extension/${STYLE}`).length < 60_000);
});

test("the paste page loads the panel's own modules, and one script", () => {
  const page = read("server/service/templates/index.html");
  assert.deepEqual(
    [...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag).filter((tag) => !tag.includes("application/json")),
    ['<script type="module" src="/static/paste.js">'],
  );
  assert.ok(read("server/service/static/paste.js").includes('from "/extension/panel/controller.js"'));
  assert.ok(page.includes(`/extension/${STYLE}`));
  assert.ok(page.includes("/extension/panel/panel.css"));
});

test("the extension asks for no more than it needs", () => {
  assert.deepEqual(MANIFEST.permissions, [
    "activeTab",
    "scripting",
    "storage",
    "contextMenus",
    "sidePanel",
    "nativeMessaging",
  ]);
  assert.deepEqual(MANIFEST.host_permissions, ["http://127.0.0.1/*"]);
  assert.deepEqual(MANIFEST.optional_host_permissions, ["*://*/*"]);
  assert.equal(MANIFEST.content_scripts, undefined);
  assert.equal(MANIFEST.web_accessible_resources, undefined);
});

test("keyboard commands are those that a session knows, and every file that the manifest names exists", () => {
  assert.deepEqual(Object.keys(MANIFEST.commands), ["_execute_action", ...COMMANDS]);
  const { action, background, icons, options_ui, side_panel, sidebar_action } = MANIFEST;
  const files = [background.service_worker, ...background.scripts, options_ui.page];
  files.push(side_panel.default_path, sidebar_action.default_panel, SCRIPT, STYLE);
  for (const file of [...files, ...Object.values(icons), ...Object.values(action.default_icon)]) {
    assert.ok(existsSync(new URL(`extension/${file}`, ROOT)), file);
  }
});

/** Every file of the extension with a given ending. */
const files = (ending) =>
  readdirSync(new URL("extension/", ROOT), { recursive: true }).filter((name) => name.endsWith(ending));

test("one module asks the server, one reads our own files, and no script writes markup", () => {
  for (const file of files(".js")) {
    const source = read(`extension/${file}`);
    assert.doesNotMatch(source, /innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(/, file);
    if (file === "browser/window.js") assert.match(source, /fetch\(api\.runtime\.getURL\(path\)\)/);
    else if (file !== "client.js") assert.doesNotMatch(source, /\bfetch\(|XMLHttpRequest|sendBeacon/, file);
  }
});

test("one module of the background touches the browser", () => {
  for (const file of files(".js").filter((name) => !name.startsWith("page/") && name !== "arrival.js")) {
    if (file !== "browser/api.js")
      assert.doesNotMatch(read(`extension/${file}`), /\b(chrome|browser)\.runtime\b/, file);
  }
});
