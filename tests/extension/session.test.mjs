/** A session paints, answers keys and clicks, and leaves nothing behind. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ANSWER } from "./answer.mjs";
import { open } from "./page.mjs";

const STORY =
  "<p id=p style='color: rgb(20, 20, 20)'>The plan was bitterly opposed.</p><p>Critics say so.</p><a href=#>x</a>";

/** A page with what jsdom lacks: a highlight registry, and rectangles. */
function page() {
  const window = open(`<!doctype html><body>${STORY}</body>`);
  window.CSS = { highlights: new Map() };
  window.Highlight = class extends Set {
    constructor(...ranges) {
      super(ranges);
    }
  };
  window.CSSStyleSheet = class {
    replaceSync() {}
  };
  window.Range.prototype.getBoundingClientRect = () => ({ top: 100, bottom: 120 });
  window.Range.prototype.getClientRects = () => [];
  window.scrollBy = () => undefined;
  Object.defineProperty(window.ShadowRoot.prototype, "adoptedStyleSheets", { set: () => undefined });
  return window;
}

function finding(words, text, more = {}) {
  const start = text.indexOf(words);
  return {
    id: words,
    dimension: "wording",
    rule: "wording.x",
    severity: "strong",
    confidence: 0.9,
    voice: { kind: "author", source: null },
    scored: true,
    points: 1,
    start,
    end: start + words.length,
    exact: words,
    message: "m",
    reason: "r",
    ...more,
  };
}

async function opened(window, more = {}) {
  const { document, undertone } = window;
  const { text } = undertone.collect.stream(document.body);
  const findings = [
    finding("Critics say", text, { dimension: "sourcing" }),
    finding("bitterly", text),
    finding("nowhere", text, { scored: false }),
  ];
  const closed = [];
  await undertone.session.start({
    root: document.body,
    read: async () => ({ kind: "answer", host: "127.0.0.1", answer: { ...ANSWER, findings } }),
    targetOf: ({ start, end, exact }) => ({ start, end, exact, prefix: "", suffix: "" }),
    onClose: () => closed.push(true),
    ...more,
  });
  const shadow = document.querySelector("undertone-panel").shadowRoot;
  return { shadow, closed, undertone, document };
}

const painted = (window) =>
  Object.fromEntries([...window.CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(String)]));

/** A test with a page of its own, whose session is closed at the end. */
function check(name, act) {
  test(name, async () => {
    const window = page();
    try {
      await act(window);
    } finally {
      window.undertone.session.close();
    }
  });
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

check("remarks are painted by kind and listed in reading order, those without a place apart", async (window) => {
  const { shadow } = await opened(window);
  assert.deepEqual(painted(window), { "undertone-sourcing": ["Critics say"], "undertone-wording": ["bitterly"] });
  assert.deepEqual(
    [...shadow.querySelectorAll("ol .x")].map((entry) => entry.textContent),
    ["bitterly", "Critics say"],
  );
  assert.equal(shadow.querySelector(".f.lost .x").textContent, "nowhere");
  assert.equal(shadow.querySelector("[role=status]").textContent, "3 remarks, 3 strong");
});

check("choosing a remark lights its words; the steps walk round", async (window) => {
  const { shadow } = await opened(window);
  const chosen = () => shadow.querySelector(".f.on .x")?.textContent;
  const press = (label) => shadow.querySelector(`[aria-label="${label}"]`).click();
  shadow.querySelectorAll("ol .f")[1].click();
  assert.deepEqual(painted(window)["undertone-active"], ["Critics say"]);
  assert.equal(chosen(), "Critics say");
  press("Next remark");
  assert.equal(chosen(), "bitterly");
  press("Previous remark");
  assert.equal(chosen(), "Critics say");
});

check(
  "a remark set aside loses its mark, and comes back on undo; the scores are said to be of the whole text",
  async (window) => {
    const { shadow } = await opened(window);
    shadow.querySelector("ol .x").click();
    const press = (words) => [...shadow.querySelectorAll("button")].find((one) => one.textContent === words).click();
    press("Not a problem here");
    assert.deepEqual(painted(window), { "undertone-sourcing": ["Critics say"] });
    assert.equal(shadow.querySelectorAll("ol .f").length, 1);
    assert.match(shadow.querySelector(".body").textContent, /1 set aside here. The scores are those of the whole text/);
    press("Undo");
    assert.deepEqual(painted(window)["undertone-wording"], ["bitterly"]);
    assert.equal(shadow.querySelector(".toast"), null);
  },
);

check("ignored words are kept, the server is asked again, and undo brings them back", async (window) => {
  const patches = [];
  const asked = [];
  const { shadow } = await opened(window, {
    settings: { ignoredWords: ["old"], sensitivity: "mild" },
    change: async (patch) => patches.push(patch) && { ignoredWords: patch.ignoredWords, sensitivity: "mild" },
    read: async (how) => {
      asked.push(how);
      const text = window.undertone.collect.stream(window.document.body).text;
      return { kind: "answer", host: "h", answer: { ...ANSWER, findings: [finding("bitterly", text)] } };
    },
  });
  const press = (words) => [...shadow.querySelectorAll("button")].find((one) => one.textContent === words).click();
  shadow.querySelector("ol .x").click();
  press("Ignore these words");
  await settled();
  assert.match(shadow.querySelector(".toast").textContent, /Ignored from now on: bitterly/);
  press("Undo");
  await settled();
  assert.deepEqual(JSON.parse(JSON.stringify(patches)), [
    { ignoredWords: ["old", "bitterly"] },
    { ignoredWords: ["old"] },
  ]);
  assert.deepEqual(asked, ["page", "page", "page"]);
});

check("a filter hides marks and entries, and showing all brings them back", async (window) => {
  const { shadow } = await opened(window);
  shadow.querySelector('.chip[data-dimension="sourcing"]').click();
  assert.deepEqual(painted(window), { "undertone-sourcing": ["Critics say"] });
  const shown = () => [...shadow.querySelectorAll("ol .f")].filter((entry) => !entry.hidden).length;
  assert.equal(shown(), 1);
  shadow.querySelector('.chip[data-dimension="sourcing"]').click();
  assert.equal(shown(), 2);
});

check("marks that the page takes out of the registry are painted again", async (window) => {
  await opened(window);
  window.CSS.highlights.clear();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  assert.deepEqual(painted(window), { "undertone-sourcing": ["Critics say"], "undertone-wording": ["bitterly"] });
});

check("commands walk the remarks and hide the marks", async (window) => {
  const { shadow, undertone } = await opened(window);
  assert.equal(undertone.session.command("next"), true);
  assert.equal(shadow.querySelector(".f.on .x").textContent, "bitterly");
  assert.equal(shadow.activeElement.textContent, "bitterly");
  undertone.session.command("previous");
  assert.equal(shadow.querySelector(".f.on .x").textContent, "Critics say");
  undertone.session.command("marks");
  assert.equal(window.CSS.highlights.size, 0);
});

check("the panel's edge moves by keys, within bounds, and its place is kept", async (window) => {
  const kept = [];
  const { shadow } = await opened(window, {
    settings: { panel: { width: 300, side: "right" }, sensitivity: "mild" },
    change: async (patch) => kept.push(patch.panel) && { sensitivity: "mild" },
  });
  const grip = shadow.querySelector(".grip");
  const press = (key) => grip.dispatchEvent(new window.KeyboardEvent("keydown", { key, cancelable: true }));
  press("ArrowLeft");
  press("ArrowRight");
  press("ArrowRight");
  press("ArrowRight");
  shadow.querySelector('[aria-label="Move the panel to the left"]').click();
  await settled();
  assert.deepEqual(JSON.parse(JSON.stringify(kept)), [
    { width: 320, side: "right" },
    { width: 300, side: "right" },
    { width: 280, side: "right" },
    { width: 280, side: "right" },
    { width: 280, side: "left" },
  ]);
});

check("Escape ends it: no marks, no panel, no listeners, the page as it was, told once", async (window) => {
  const before = window.document.documentElement.outerHTML;
  window.document.querySelector("a").focus();
  const { closed, document, undertone } = await opened(window);
  const leave = () => window.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Escape" }));
  leave();
  leave();
  assert.equal(window.CSS.highlights.size, 0);
  assert.equal(document.documentElement.outerHTML, before);
  assert.equal(document.activeElement.localName, "a");
  assert.deepEqual(closed, [true]);
  assert.equal(undertone.session.isOpen(), false);
  assert.equal(undertone.session.close(), false);
});

check("an answer that comes after the end changes nothing", async (window) => {
  let give;
  const read = () => new Promise((resolve) => (give = resolve));
  const started = window.undertone.session.start({ root: window.document.body, read, targetOf: () => null });
  window.undertone.session.close();
  give({ kind: "away" });
  await started;
  assert.equal(window.document.querySelector("undertone-panel"), null);
  assert.equal(window.CSS.highlights.size, 0);
});

check("a failure can be tried again in the same panel", async (window) => {
  const outcomes = [
    { kind: "away", host: "h" },
    { kind: "answer", host: "h", answer: { ...ANSWER, findings: [] } },
  ];
  const { shadow } = await opened(window, { read: async () => outcomes.shift() });
  assert.match(shadow.querySelector(".state").textContent, /not running/);
  shadow.querySelector(".btn.main").click();
  await settled();
  assert.equal(shadow.querySelector(".sum").textContent, ANSWER.summary.sentence);
});

check("marks can be hidden and come back", async (window) => {
  const { shadow } = await opened(window);
  const toggle = [...shadow.querySelectorAll("button")].find((button) => button.textContent === "Hide marks");
  toggle.click();
  assert.equal(window.CSS.highlights.size, 0);
  toggle.click();
  assert.equal(window.CSS.highlights.size, 2);
});
