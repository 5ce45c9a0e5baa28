/** A panel and its page: remarks are painted and listed, keys and clicks are answered, and nothing is left behind. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ANSWER } from "./answer.mjs";
import { answered, bench, findingAt } from "./bench.mjs";
import { openToMark, painted } from "./page.mjs";

const STORY =
  "<div id=root><p id=p style='color: rgb(20, 20, 20)'>The plan was bitterly opposed.</p><p>Critics say so.</p>" +
  "<a href=#>x</a></div>";

function three(window) {
  const text = window.document.getElementById("root").textContent;
  return [
    findingAt("Critics say", text, { dimension: "sourcing" }),
    findingAt("bitterly", text),
    findingAt("nowhere", text, { scored: false, start: 900, end: 907 }),
  ];
}

/** A test with a page and a panel of its own, closed at the end. */
function check(name, act, { outcomes = (window) => [answered(three(window))], more = () => ({}) } = {}) {
  test(name, async () => {
    const window = openToMark(`<!doctype html><body>${STORY}</body>`);
    const opened = await bench(window, outcomes(window), more(window));
    try {
      await opened.done;
      await act(opened, window);
    } finally {
      opened.end();
    }
  });
}
const settled = () => new Promise((resolve) => setTimeout(resolve));
const press = (shelf, words) => [...shelf.querySelectorAll("button")].find((one) => one.textContent === words).click();
const BOTH = { "undertone-sourcing": ["Critics say"], "undertone-wording": ["bitterly"] };

check("remarks are painted by kind and listed in reading order, those without a place apart", async ({ shelf }) => {
  assert.deepEqual(painted(), BOTH);
  assert.deepEqual(
    [...shelf.querySelectorAll("ol .x")].map((entry) => entry.textContent),
    ["bitterly", "Critics say"],
  );
  assert.equal(shelf.querySelector(".f.lost .x").textContent, "nowhere");
  assert.equal(shelf.querySelector("[role=status]").textContent, "3 remarks, 3 strong");
});

check("choosing a remark lights its words; the steps walk round", async ({ shelf }) => {
  const chosen = () => shelf.querySelector(".f.on .x")?.textContent;
  const step = async (label) => {
    shelf.querySelector(`[aria-label="${label}"]`).click();
    await settled();
  };
  shelf.querySelectorAll("ol .f")[1].click();
  await settled();
  assert.deepEqual(painted()["undertone-active"], ["Critics say"]);
  assert.equal(chosen(), "Critics say");
  await step("Next remark");
  assert.equal(chosen(), "bitterly");
  await step("Previous remark");
  assert.equal(chosen(), "Critics say");
});

check("a remark chosen on the page is opened in the panel and said", async ({ shelf, page }) => {
  page.step(1, true);
  assert.equal(shelf.querySelector(".f.on .x").textContent, "bitterly");
  assert.equal(shelf.querySelector("[role=status]").textContent, "1 of 2: bitterly");
});

check(
  "a remark set aside loses its mark, and comes back on undo; the scores are said to be of the whole text",
  async ({ shelf }) => {
    shelf.querySelector("ol .x").click();
    await settled();
    press(shelf, "Not a problem here");
    await settled();
    assert.deepEqual(painted(), { "undertone-sourcing": ["Critics say"] });
    assert.equal(shelf.querySelectorAll("ol .f").length, 1);
    assert.match(shelf.querySelector(".body").textContent, /1 set aside here. The scores are those of the whole text/);
    press(shelf, "Undo");
    await settled();
    assert.deepEqual(painted()["undertone-wording"], ["bitterly"]);
    assert.equal(shelf.querySelector(".toast"), null);
  },
);

const patches = [];
check(
  "ignored words are kept, the server is asked again, and undo brings them back",
  async ({ shelf, seen }) => {
    shelf.querySelector("ol .x").click();
    await settled();
    press(shelf, "Ignore these words");
    await settled();
    await settled();
    assert.match(shelf.querySelector(".toast").textContent, /Ignored from now on: bitterly/);
    press(shelf, "Undo");
    await settled();
    await settled();
    assert.deepEqual(patches, [{ ignoredWords: ["old", "bitterly"] }, { ignoredWords: ["old"] }]);
    assert.deepEqual(seen.asked, ["page", "page", "page"]);
  },
  {
    more: () => ({
      settings: async () => ({ ignoredWords: ["old"], sensitivity: "normal" }),
      change: async (patch) => Boolean(patches.push(patch)),
    }),
  },
);

check("a filter hides marks and entries, and showing all brings them back", async ({ shelf }) => {
  const chip = () => shelf.querySelector('.chip[data-dimension="sourcing"]');
  chip().click();
  await settled();
  assert.deepEqual(painted(), { "undertone-sourcing": ["Critics say"] });
  const shown = () => [...shelf.querySelectorAll("ol .f")].filter((entry) => !entry.hidden).length;
  assert.equal(shown(), 1);
  chip().click();
  await settled();
  assert.equal(shown(), 2);
  assert.deepEqual(painted(), BOTH);
});

check("marks that the page takes out of the registry are painted again", async () => {
  CSS.highlights.clear();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  assert.deepEqual(painted(), BOTH);
});

check("the page's commands walk the remarks and hide the marks", async ({ page, shelf, seen }) => {
  assert.equal(page.step(1, true), true);
  assert.equal(shelf.querySelector(".f.on .x").textContent, "bitterly");
  page.step(-1, true);
  assert.equal(shelf.querySelector(".f.on .x").textContent, "Critics say");
  page.toggle();
  assert.equal(CSS.highlights.size, 0);
  assert.equal(seen.told.at(-1), "hidden");
});

check(
  "Escape in the panel ends it: no marks, no layer, no listeners, the page as it was",
  async ({ page, seen }, window) => {
    const { document } = window;
    document.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Escape" }));
    document.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Escape" }));
    assert.equal(CSS.highlights.size, 0);
    assert.equal(document.querySelector("undertone-layer"), null);
    assert.equal(
      document.getElementById("root").outerHTML,
      new window.DOMParser().parseFromString(STORY, "text/html").body.innerHTML,
    );
    assert.deepEqual([seen.ended, page.isOpen(), page.close()], [1, false, false]);
  },
);

check(
  "what a page makes up itself moves nothing: only the reader's own clicks and keys count",
  async ({ seen }, window) => {
    const { document } = window;
    globalThis.CSS.highlights.highlightsFromPoint = () => [{ ranges: [{}] }];
    window.Range.prototype.getClientRects = () => [{ left: 0, top: 0, right: 9, bottom: 9, width: 9, height: 9 }];
    document.elementFromPoint = () => document.getElementById("p");
    const before = seen.told.length;
    document
      .getElementById("p")
      .dispatchEvent(new window.MouseEvent("click", { clientX: 5, clientY: 5, bubbles: true }));
    document.dispatchEvent(new window.MouseEvent("pointermove", { clientX: 5, clientY: 5, bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 700));
    assert.deepEqual(seen.told.slice(before), []);
    assert.equal(document.querySelector("undertone-layer").shadowRoot.querySelector(".card"), null);
  },
);

check("marks that come anew close the card of a remark that may be none any more", async ({ page }, window) => {
  const card = () => window.document.querySelector("undertone-layer").shadowRoot.querySelector(".card");
  page.step(1, true);
  assert.ok(card());
  page.mark({ remarks: [], quotes: [], labels: { close: "", open: "" } });
  assert.equal(card(), null);
});

let give;
test("an answer that comes after the end changes nothing", async () => {
  const window = openToMark(`<!doctype html><body>${STORY}</body>`);
  const { done, end } = await bench(window, [() => new Promise((resolve) => (give = resolve))]);
  end();
  give({ kind: "away" });
  await done;
  assert.equal(window.document.querySelector("undertone-layer"), null);
  assert.equal(CSS.highlights.size, 0);
});

check(
  "a failure can be tried again in the same panel",
  async ({ shelf }) => {
    assert.match(shelf.querySelector(".state").textContent, /not running/);
    shelf.querySelector(".btn.main").click();
    await settled();
    assert.equal(shelf.querySelector(".sum").textContent, ANSWER.summary.sentence);
  },
  { outcomes: () => [{ kind: "away", host: "h" }, answered([])] },
);

check("marks can be hidden and come back", async ({ shelf }) => {
  press(shelf, "Hide marks");
  await settled();
  assert.equal(CSS.highlights.size, 0);
  press(shelf, "Show marks");
  await settled();
  assert.equal(CSS.highlights.size, 2);
});

/** Has elements stand at the places given, as a browser would lay them out: `[element or range, top, height]`. */
function layOut(...boxes) {
  for (const [what, top, height = 20] of boxes)
    what.getBoundingClientRect = () => ({ top, bottom: top + height, height, left: 0, width: 200 });
}

check("remarks follow the scroll of the page, but not under the reader's hands", async ({ shelf, seen }, window) => {
  const paused = () => new Promise((resolve) => setTimeout(resolve, 150));
  const [first, second] = shelf.querySelectorAll("ol .f");
  const near = () => [...shelf.querySelectorAll(".near .x")].map((words) => words.textContent);
  assert.deepEqual(near(), ["bitterly", "Critics say"]);
  const body = shelf.querySelector(".body");
  body.style.overflowY = "auto"; // as panel.css has it
  layOut([body, 0, 300], [shelf.querySelector("ol"), 100, 800], [first, 100, 200], [second, 320, 200]);
  const scroll = async (top) => {
    const ranges = { bitterly: top, "Critics say": top + 400 };
    window.Range.prototype.getBoundingClientRect = function () {
      return { top: ranges[String(this)], bottom: ranges[String(this)] + 20 };
    };
    window.dispatchEvent(new window.Event("scroll"));
    await paused();
  };
  await scroll(-200);
  assert.deepEqual(near(), ["Critics say"]);
  assert.equal(body.scrollTop, 220);
  assert.equal(seen.told.at(-1), "seen");
  const count = seen.told.length;
  await scroll(-210);
  assert.equal(seen.told.length, count, "nothing is told while the same remarks are in view");
  layOut([shelf.querySelector("ol"), 200, 800]); // its beginning only peeks in: the reader looks at what is above
  await scroll(100);
  layOut([shelf.querySelector("ol"), 100, 800]);
  shelf.matches = () => true; // the pointer lies over the panel
  await scroll(-200);
  assert.deepEqual(near(), ["Critics say"]);
  assert.equal(body.scrollTop, 220);
});
