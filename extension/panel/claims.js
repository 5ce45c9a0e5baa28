/** Claims worth checking: their words, who makes them, what the story gives for them and what is missing, published
 * checks, and where to look for one. */

import { quoteOf } from "../page/anchor.js";
import { button, el } from "./elements.js";
import { fold } from "./fold.js";
import { percent, quoted, say, shorten } from "./texts.js";
import { ruleName } from "./wording.js";

/** @typedef {import("./wording.js").Answer} Answer */
/**
 * @typedef {import("../page/placing.js").Quote & {claim: any, words: string, isPlaced?: boolean}} Claim a claim of an
 *   answer, as a page marks it: its number is its letter
 */

const TINT = "claim";
const LONGEST = 200; // characters of a claim that are looked for elsewhere
/** Where a reader may look for a check; opened by a click alone. */
const EXPLORER = "https://toolbox.google.com/factcheck/explorer/search/";
/** The search engines of the settings. @type {Record<string, string>} */
const ENGINES = {
  duckduckgo: "https://duckduckgo.com/?q=",
  startpage: "https://www.startpage.com/sp/search?query=",
  bing: "https://www.bing.com/search?q=",
  google: "https://www.google.com/search?q=",
};

/** The claims of an answer with their words, in reading order, so that the numbers on a page rise down its column; none
 * without a text. @returns {Claim[]} */
export function read(/** @type {Answer} */ answer) {
  const { text } = answer.document;
  if (!text) return [];
  const points = [...text];
  const claims = [...(answer.claims ?? [])].sort((a, b) => a.start - b.start);
  return claims.map((/** @type {any} */ claim, /** @type {number} */ place) => {
    const target = quoteOf(points, claim.start, claim.end);
    const id = `c${place + 1}`;
    const look = { letter: String(place + 1), name: say("claim_mark"), tint: TINT };
    return { id, source: id, ...look, targets: [target], words: target.exact, claim };
  });
}

/** @type {import("./sections.js").Section} */
export function section({ answer, claims = [] }, around) {
  if (claims.length === 0) return { nodes: [] };
  const rows = claims.map((claim) => row(claim, answer, around));
  const content = [
    el("p", { class: "quiet" }, say("claims_why")),
    el("ol", { class: "who claims", "aria-label": say("claims") }, rows),
    el("p", { class: "quiet" }, say("claims_look_why")),
  ];
  const made = fold("claims", { title: say("claims"), aside: String(claims.length) }, content, around);
  const open = (/** @type {string} */ id) => {
    const place = claims.findIndex((claim) => claim.id === id);
    if (place < 0) return false;
    made.open = true;
    rows[place].scrollIntoView({ block: "nearest", behavior: "instant" });
    return true;
  };
  return { nodes: [made], voices: { open } };
}

function row(
  /** @type {Claim} */ claim,
  /** @type {Answer} */ answer,
  /** @type {import("./sections.js").Around} */ around,
) {
  const { actions, signal } = around;
  const words = el("span", { class: "said" }, shorten(claim.words, 300));
  const told = claim.isPlaced
    ? button(words, () => actions.reveal(claim), signal, { class: "quote" })
    : el("div", { class: "quote" }, words, el("small", {}, say("quote_lost")));
  const number = el("span", { class: "disc", "data-tint": TINT, "aria-hidden": "true" }, claim.letter);
  const checks = claim.claim.fact_checks.map(check);
  const notes = el(
    "small",
    {},
    [maker(claim.claim, answer), given(claim.claim), ...missing(claim.claim, answer)].join(" · "),
  );
  const body = el("div", { class: "n" }, told, notes, checks, checks.length > 0 ? null : where(claim, around));
  return el("li", { class: "row" }, number, body);
}

/** Who makes a claim. */
export function maker(/** @type {any} */ { by }, /** @type {Answer} */ answer) {
  if (by.kind === "author") return say("author");
  const source = answer.sources.find((/** @type {any} */ { id }) => id === by.source);
  return source ? say("quoting", { name: shorten(source.name, 60) }) : say("quoting_unknown");
}

function given(/** @type {any} */ { evidence }) {
  return say(`evidence_${evidence}`);
}

/** What remarks say that a claim lacks. */
function missing(/** @type {any} */ { start, end }, /** @type {Answer} */ answer) {
  const own = answer.findings.filter(
    (/** @type {any} */ one) => one.dimension === "claims" && one.start >= start && one.end <= end,
  );
  return [...new Set(own.map(ruleName))];
}

/** A published check, in the words of who made it. */
function check(/** @type {any} */ { claim, publisher, rating, url, date, similarity }) {
  const said = date
    ? say("claim_checked_on", { publisher, date, rating })
    : say("claim_checked", { publisher, rating });
  const link = el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, said);
  const alike = similarity >= 0.9 ? (similarity < 1 ? "check_same" : "check_identical") : "check_close";
  return el(
    "p",
    { class: "check" },
    link,
    el(
      "small",
      {},
      `${say("check_words")} ${quoted(shorten(claim, 240))} · ${say(alike, { share: percent(similarity) })}`,
    ),
  );
}

/** Links to where a check may be found, with the claim's words. */
function where(/** @type {Claim} */ { words }, /** @type {import("./sections.js").Around} */ { actions }) {
  const asked = encodeURIComponent(shorten(words, LONGEST));
  const engine = ENGINES[actions.engine?.()] ?? ENGINES.duckduckgo;
  const outside = { target: "_blank", rel: "noopener noreferrer" };
  return el(
    "p",
    { class: "look" },
    el("a", { href: EXPLORER + asked, ...outside }, say("look_explorer")),
    " · ",
    el("a", { href: engine + asked, ...outside }, say("look_search")),
  );
}
