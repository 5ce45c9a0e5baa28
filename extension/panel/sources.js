/** Who speaks: how much of the text is attributed, the sides, the sources with their quotations, who is never heard. */

import { el } from "./elements.js";
import { fold } from "./fold.js";
import * as quotations from "./quotations.js";
import { capital, figure, percent, quoted, say, shorten } from "./texts.js";

/** @typedef {import("./wording.js").Answer} Answer */
/** @typedef {import("./sections.js").Around} Around */
/** @typedef {import("./sections.js").Shown} Shown a quotation, and whether it was found on the page */
/** @typedef {import("./quotations.js").Side} Side */

const TINTS = 3;
const SITES = 5;

/**
 * Who speaks in an answer; nothing where there was no score and nobody speaks. `actions.reveal(quote)` goes to a
 * quotation; `voices.open(source)` of the result unfolds those of a source.
 *
 * @type {import("./sections.js").Section}
 */
export function section({ answer, quotes }, around) {
  const facts = answer.scores.sourcing?.facts ?? {};
  const { sources } = answer;
  if (answer.scores.sourcing?.value === null && sources.length === 0) return { nodes: [] };
  const share = facts.attributed_share;
  const linked = links(facts);
  const spoken = typeof share === "number" ? say("attributed", { share: percent(share) }) : null;
  const { element, open } = list(answer, quotes, around);
  const content = [
    spoken && el("p", { class: "quiet" }, sources.length > 0 ? `${spoken}. ${say("shares_of")}` : spoken),
    ...sides(answer),
    sources.length > 0 ? element : el("p", { class: "quiet" }, say("no_sources")),
    never(facts.never_heard ?? []),
    linked && el("p", { class: "quiet" }, linked),
  ];
  const head = { title: say("speakers"), aside: counted(sources.length) };
  const section = fold("speakers", head, content, around);
  const unfold = (/** @type {string} */ source) => {
    section.open ||= sources.some((/** @type {any} */ { id }) => id === source);
    return open(source);
  };
  return { voices: { open: unfold }, nodes: [section] };
}

function counted(/** @type {number} */ count) {
  return count === 1 ? say("fact_sources_one") : say("fact_sources", { count: figure(count) });
}

/** The bar of sides and its key; what no side is given stays empty. */
function sides(/** @type {Answer} */ answer) {
  const told = quotations.sides(answer);
  const named = told.length > 1 ? told : camps(answer, told);
  const rows = named.map((side, index) => ({ ...side, tint: `n${Math.min(index, TINTS)}` }));
  if (rows.length === 0) return [];
  const rest = 1 - rows.reduce((sum, { share }) => sum + share, 0);
  if (rest > 0.005) rows.push({ name: say("no_side"), share: rest, tint: "rest" });
  const parts = rows.map(({ share, tint }) => {
    const part = el("span", { class: `side ${tint}` });
    part.style.setProperty("flex", `${share} 0 0`);
    return part;
  });
  const keys = rows.map(({ name, share, tint }) =>
    el("li", { class: `key ${tint}` }, el("i"), `${shorten(name, 60)} ${percent(share)}`),
  );
  return [el("div", { class: "sides", "aria-hidden": "true" }, parts), el("ul", { class: "keys" }, keys)];
}

/** The camps, where two can be told and sides cannot; else `told`. */
function camps(/** @type {Answer} */ answer, /** @type {Side[]} */ told) {
  /** @type {[string, number][]} */
  const shares = Object.entries(answer.scores.sourcing?.facts?.shares_by_camp ?? {});
  if (shares.length < 2) return told;
  return shares.sort((a, b) => b[1] - a[1]).map(([camp, share]) => ({ name: say(`camp_${camp}`), share }));
}

function list(/** @type {Answer} */ answer, /** @type {readonly Shown[]} */ quotes, /** @type {Around} */ around) {
  const order = quotations.sides(answer);
  /** @type {Map<string, () => void>} */
  const folds = new Map();
  const rows = groups(answer.sources).flatMap((group) =>
    group.map((source) => {
      const own = quotes.filter((quote) => quote.source === source.id);
      const together = source === group[0] ? null : group[0].name;
      const { element, unfold } = row(source, { together, own, order }, around);
      folds.set(source.id, unfold);
      return element;
    }),
  );
  return {
    element: el("ul", { class: "who", "aria-label": say("speakers") }, rows),
    open: (/** @type {string} */ source) => {
      folds.get(source)?.();
      return folds.has(source);
    },
  };
}

/** The sources by origin, those with the largest share of the words first. */
function groups(/** @type {any[]} */ sources) {
  /** @type {Map<string, any[]>} */
  const origins = new Map();
  for (const source of sources) {
    const key = source.origin || source.id;
    origins.set(key, [...(origins.get(key) ?? []), source]);
  }
  const total = (/** @type {any[]} */ group) => group.reduce((sum, source) => sum + source.share, 0);
  const sorted = [...origins.values()].map((group) => group.toSorted((a, b) => b.share - a.share));
  return sorted.sort((a, b) => total(b) - total(a));
}

/**
 * @param {any} source
 * @param {{together: string | null, own: Shown[], order: Side[]}} told
 * @param {Around} around
 */
function row(source, { together, own, order }, around) {
  const name = shorten(source.name, 80);
  const isNameless = !source.named && source.kind !== "document";
  const notes = [
    source.role,
    quotations.bodyOf(source),
    source.camp ? say(`camp_${source.camp}`) : null,
    isNameless ? say("unnamed") : null,
    source.kind === "document" ? say("document") : null,
    together ? say("same_origin", { name: shorten(together, 40) }) : null,
    own.length === 1 ? say("quote_one") : null,
    own.length > 1 ? say("quote_many", { count: own.length }) : null,
  ].filter(Boolean);
  const disc = { class: "disc", "aria-hidden": "true", "data-tint": quotations.tintOf(source, order) };
  const head = [
    el("span", disc, quotations.letterOf(source)),
    el(
      "span",
      { class: "n" },
      isNameless ? quoted(name) : capital(name),
      notes.length > 0 ? el("small", {}, notes.join(", ")) : null,
    ),
    el("span", { class: "p" }, percent(source.share)),
  ];
  if (own.length === 0) return { element: el("li", {}, el("div", { class: "row" }, head)), unfold: () => undefined };
  return foldable(head, source, own, around);
}

/**
 * @param {HTMLElement[]} head
 * @param {any} source
 * @param {Shown[]} own
 * @param {Around} around
 */
function foldable(head, source, own, around) {
  const button = el("button", { type: "button", class: "row", "aria-expanded": "false" }, head);
  const label = say("quotes_of", { name: shorten(source.name, 60) });
  const items = own.map((quote) => el("li", {}, quotation(quote, around)));
  const quotes = el("ul", { class: "quotes", "aria-label": label, hidden: "" }, items);
  const turn = (/** @type {boolean} */ isOpen) => {
    quotes.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
  };
  button.addEventListener("click", () => turn(quotes.hidden), { signal: around.signal });
  const unfold = () => {
    turn(true);
    button.scrollIntoView({ block: "nearest", behavior: "instant" });
  };
  return { element: el("li", {}, button, quotes), unfold };
}

function quotation(/** @type {Shown} */ quote, /** @type {Around} */ { actions, signal }) {
  const style = say(`quote_${quote.style}`);
  const words = el("span", { class: "said" }, shorten(quote.words, 200));
  if (!quote.isPlaced) return el("div", { class: "quote" }, words, el("small", {}, say("quote_lost")));
  const made = el("button", { type: "button", class: "quote" }, words, el("small", {}, style));
  made.addEventListener("click", () => actions.reveal(quote), { signal });
  return made;
}

function never(/** @type {string[]} */ names) {
  if (names.length === 0) return null;
  return el("p", { class: "never" }, el("b", {}, say("never_heard")), ` ${names.join(", ")}`);
}

/** Where the article links to, in words; null where the server could not tell. */
function links(/** @type {any} */ { links_out: count, linked_sites: sites = [] }) {
  if (typeof count !== "number") return null;
  const named = sites.slice(0, SITES).map((/** @type {string} */ site) => shorten(site, 60));
  const values = { count: sites.length, sites: named.join(", ") + (sites.length > SITES ? " …" : "") };
  const name = sites.length === 0 ? "links_none" : sites.length === 1 ? "links_one" : "links_many";
  return say(name, values);
}
