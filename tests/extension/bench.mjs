/** A panel beside a page of its own in one window: a desk as the server's page has one, with what a test wants of it. */

import { start } from "../../extension/page/session.js";
import { mount } from "../../extension/panel/controller.js";
import { FRESH, wantedOf } from "../../extension/panel/known.js";
import { sheetOf } from "../../extension/panel/sheet.js";
import { ANSWER } from "./answer.mjs";

/** A finding of a text at its words. */
export function findingAt(words, text, more = {}) {
  const start = text.indexOf(words);
  return {
    id: words,
    dimension: "wording",
    rule: "wording.x",
    severity: "strong",
    unit: "words",
    confidence: 0.9,
    voice: { kind: "author", source: null },
    scored: true,
    points: 1,
    start,
    end: start + words.length,
    exact: words,
    message: "m",
    reason: "r",
    suggestion: null,
    target: null,
    ...more,
  };
}

/**
 * What is open in a window whose `#root` holds the story: `outcomes` are what reading it gives, the last one again and
 * again; `more` are what the desk can do beyond.
 */
export async function bench(window, outcomes, more = {}) {
  const { document } = window;
  const root = document.getElementById("root");
  const shelf = document.createElement("aside");
  document.body.append(shelf);
  const seen = { asked: [], told: [], ended: 0 };
  const known = { reading: null, view: null };
  const hear = (event, said = {}) => {
    seen.told.push(event);
    if (!known.view) return;
    const turn = known.view.chosen.turn + 1;
    if (event === "chosen" || event === "source") {
      known.view.chosen = { id: said.id ?? null, source: said.source ?? null, turn };
    }
    if (event === "placed" || event === "seen") Object.assign(known.view, said);
    if (event === "hidden") known.view.hidden = said.hidden;
    panel.draw();
  };
  const page = start(root, hear);
  let since = 0;
  const read = async (how, isAgain = false) => {
    seen.asked.push(how);
    const turn = ++since;
    if (isAgain) known.reading = { ...known.reading, since, how, isBusy: true };
    else Object.assign(known, { reading: readingOf(since, how), view: structuredClone(FRESH) });
    panel.draw();
    const outcome = outcomes.length > 1 ? outcomes.shift() : outcomes[0];
    const came = await (typeof outcome === "function" ? outcome() : outcome);
    if (turn !== since || seen.ended > 0) return;
    page.collect("page");
    if (came.kind === "answer") {
      const answer = { ...came.answer, document: { ...came.answer.document, text: root.textContent } };
      came.answer = answer;
      Object.assign(known.view, page.mark(sheetOf(answer, true, "")));
    }
    known.reading = { ...known.reading, outcome: came, isBusy: false };
    panel.draw();
  };
  const end = () => {
    seen.ended++;
    page.close();
    panel.close();
  };
  const desk = {
    ...{ isPage: true, keys: "", known: () => known, read, end },
    page: async (name, ...given) => page[name](...given),
    keep: async (view) => {
      Object.assign(known.view, view);
      page.show(wantedOf(known.reading.outcome.answer, known.view));
      panel.draw();
    },
    fetchFile: async () => null,
    fetchCard: async () => null,
    fetchRule: async () => null,
    ...more,
  };
  const panel = mount(shelf, desk);
  const done = read("page");
  return { shelf, page, panel, seen, known, done, end };
}

function readingOf(since, how) {
  const unread = { frames: 0, words: 0 };
  return { since, how, isBusy: false, url: "http://news.test/story", words: 0, unread, outcome: null };
}

/** An outcome with findings of a text. */
export function answered(findings) {
  return { kind: "answer", host: "127.0.0.1", answer: { ...ANSWER, quotes: [], findings } };
}
