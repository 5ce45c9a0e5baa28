/** Every text stands in `_locales`, in every language, and none in the code. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { install } from "./browser.mjs";

const ROOT = new URL("../../extension/", import.meta.url);
const read = (path) => readFileSync(new URL(path, ROOT), "utf8");
const table = (language) => JSON.parse(read(`_locales/${language}/messages.json`));
const LANGUAGES = readdirSync(new URL("_locales", ROOT)).sort();
const TABLES = Object.fromEntries(LANGUAGES.map((language) => [language, table(language)]));
const { en: EN, de: DE } = TABLES;
const OTHERS = Object.entries(TABLES).filter(([language]) => language !== "en");
/** Quotation marks that no text of a language has. */
const FOREIGN_MARKS = { es: /"|“|”|„/, de: /"|“[^”“]*”/, fr: /"|“|”|„|«[^\u00a0\u202f]|[^\u00a0\u202f]»| [:;?!%]/ };
const FILES = readdirSync(ROOT, { recursive: true });
const SCRIPTS = FILES.filter((name) => name.endsWith(".js") && name !== "page/injected.js"); // made of the others
const PAGES = FILES.filter((name) => name.endsWith(".html"));

const marks = (message) =>
  [...new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name.toLowerCase()))].sort();

test("there are no languages but those that the settings offer", async () => {
  const offered = await import("../../extension/settings.js");
  assert.deepEqual(LANGUAGES, offered.LANGUAGES.filter((language) => language !== "auto").sort());
});

for (const [language, texts] of OTHERS) {
  test(`${language}: it has the same texts as English, which fill in the same values`, () => {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(EN).sort());
    for (const key of Object.keys(EN)) {
      assert.deepEqual(marks(texts[key].message), marks(EN[key].message), key);
      assert.deepEqual(texts[key].placeholders, EN[key].placeholders, key);
    }
  });
}

for (const [language, texts] of Object.entries(TABLES)) {
  test(`${language}: every text says something, and declares exactly the values that it fills in`, () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(texts)) {
      assert.ok(message.trim(), key);
      assert.deepEqual(Object.keys(placeholders).sort(), marks(message), key);
      for (const { content } of Object.values(placeholders)) assert.match(content, /^\$\d$/, key);
    }
  });
}

for (const [language, texts] of OTHERS) {
  test(`${language}: its quotation marks, and no text left in English but names`, () => {
    const same = Object.keys(EN).filter(
      (key) => texts[key].message === EN[key].message && /[a-z]{2} [a-z]{2}/.test(EN[key].message),
    );
    assert.deepEqual(same, []);
    const foreign = FOREIGN_MARKS[language] ?? /"/;
    for (const [key, { message }] of Object.entries(texts)) assert.doesNotMatch(message, foreign, key);
  });
}

test("the store's limits hold: name and description", () => {
  for (const texts of Object.values(TABLES)) {
    assert.ok(texts.name.message.length <= 45);
    assert.ok(texts.description.message.length <= 132, texts.description.message.length);
  }
});

test("the pages hold keys of texts, and no text of their own", () => {
  for (const page of PAGES) {
    const { document, NodeFilter } = new JSDOM(read(page)).window;
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const words = walker.currentNode.data.trim();
      const parent = walker.currentNode.parentElement;
      if (!words || parent.closest("[translate=no]")) continue;
      assert.ok(parent.hasAttribute("data-text") && EN[words], `${page}: ${words}`);
    }
    for (const element of document.querySelectorAll("[title], [aria-label], [placeholder], [alt]:not([alt=''])")) {
      assert.fail(`${page}: ${element.outerHTML}`);
    }
  }
});

test("no text is written in the code: what a reader could read comes from a table", () => {
  for (const file of SCRIPTS) {
    const code = read(file).replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
    for (const [literal] of code.matchAll(/(["'`])(?:(?!\1)[^\\\n]|\\.)*\1/g)) {
      if (isSentence(literal.slice(1, -1)) && !isForUs(code, literal)) assert.fail(`${file}: ${literal}`);
    }
  }
});

/** Whether a string reads like a text: it begins with a capital, and a small word follows. */
function isSentence(literal) {
  return /^[A-ZÄÖÜ][a-zäöüß’]+ [a-zäöüß]{2,}/.test(literal);
}

/** Whether a string is for us: what an error that no reader sees says, or what is matched against the browser's own. */
function isForUs(code, literal) {
  const before = code.slice(0, code.indexOf(literal));
  return /(Error\(|const PROBE = \{ text: )$/.test(before);
}

/** The keys that the code asks for, as far as they stand there whole. */
function keysIn(code) {
  return [...code.matchAll(/\bsay\(\s*"(\w+)"/g)].map(([, key]) => key);
}

test("every key that the code names exists", () => {
  for (const file of SCRIPTS) {
    const prefix = file.startsWith("panel/") ? "page_" : "";
    for (const key of keysIn(read(file))) assert.ok(EN[`${prefix}${key}`], `${file}: ${key}`);
  }
});

test("every text is used", () => {
  const sources = [...SCRIPTS, ...PAGES, "manifest.json"].map(read).join("\n");
  /** Keys that are put together: `say(`command_${name}`)`. */
  const composed = [...sources.matchAll(/`([a-z_]*)\$\{/g)]
    .map(([, start]) => start)
    .filter((start) => start.length > 3);
  const unused = Object.keys(EN).filter((key) => {
    const short = key.replace(/^page_/, "");
    const isWhole = [key, short].some((name) => new RegExp(`\\b(__MSG_)?${name}(__)?\\b`).test(sources));
    return !isWhole && !composed.some((start) => key.startsWith(start) || short.startsWith(start));
  });
  assert.deepEqual(unused, []);
});

test("the reader's language is that of the setting, else the browser's, else English", async () => {
  install({ language: "de-AT" });
  const { fill, language, pageTable, words } = await import("../../extension/locale.js");
  assert.deepEqual(["auto", "en", "de", "fr"].map(language), ["de", "en", "de", "fr"]);
  globalThis.chrome.i18n.getUILanguage = () => "fi";
  assert.equal(language("auto"), "en");
  const { say } = await words("de");
  assert.equal(say("action_strong", { count: 3 }), DE.action_strong.message.replace("$COUNT$", "3"));
  assert.throws(() => say("no_such_text"), TypeError);
  assert.equal(fill("$A$ of $B$, $C$", { a: "$B$", b: 0 }), "$B$ of 0, $C$");
  assert.ok(Object.keys(await pageTable("en")).every((key) => key.startsWith("page_")));
});
