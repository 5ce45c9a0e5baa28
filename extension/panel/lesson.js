/** What stands behind the numbers, on request: a rule's source and examples, and how good the model is. */

import { el } from "./elements.js";
import { figure, percent, quoted, say } from "./texts.js";

const EXAMPLES = 2;

/** A rule as `/v1/rules` lists it: where it comes from, what it marks and what not; null where it could not be had. */
export function section(/** @type {any} */ rule) {
  if (!rule) return el("p", { class: "quiet" }, say("learn_away"));
  return el(
    "div",
    { class: "lesson" },
    rule.source ? el("p", {}, say("learn_source", { source: rule.source })) : null,
    examples(rule.bad, "learn_bad"),
    examples(rule.good, "learn_good"),
  );
}

function examples(/** @type {{headline: string, body: string}[]} */ given, /** @type {string} */ key) {
  const words = given.slice(0, EXAMPLES).map(({ headline, body }) => headline || body);
  return words.map((text) => el("p", {}, say(key, { words: quoted(text) })));
}

/** The figures of the model card that say most, each `{name, told}`. */
function figures(/** @type {any} */ { model: { figures: all } }) {
  const { shown } = all["loaded words (BABE)"];
  /** @type {[string, {mean: number}][]} */
  const shifts = Object.entries(all["shift when parties are swapped, in points of 100"]);
  const told = {
    sentences: between("quality_figure_range", all["loaded sentences (BABE)"], "macro_f1"),
    words: say("quality_figure_found", { precision: percent(shown.precision), recall: percent(shown.recall) }),
    bait: between("quality_figure_order", all["headline bait (Webis-Clickbait-17)"], "spearman"),
    subjective: between("quality_figure_range", all["subjective sentences (CheckThat!)"], "macro_f1"),
    swap: say("quality_figure_points", {
      shifts: shifts.map(([name, { mean }]) => `${say(`dimension_${name}`)} ${figure(mean, 2)}`).join(", "),
    }),
  };
  return Object.entries(told).map(([name, words]) => ({ name: say(`quality_${name}`), told: words }));
}

/** A figure of a part of the card with its interval, in words. */
function between(/** @type {string} */ text, /** @type {any} */ part, /** @type {string} */ name) {
  const { low, high } = part.interval;
  return say(text, { value: figure(part[name], 2), low: figure(low, 2), high: figure(high, 2) });
}

/** The page “How good is this?” of the panel; `card` is the model card, null where it could not be had. */
export function quality(/** @type {any} */ card, /** @type {HTMLElement} */ leave) {
  const head = el("h2", { tabindex: "-1" }, say("quality"));
  if (!card) return el("section", { class: "state quality" }, head, el("p", {}, say("quality_away")), leave);
  const { rules, reference, limitations } = card;
  const counts = { count: figure(rules.count), articles: figure(reference.articles) };
  return el(
    "section",
    { class: "state quality" },
    head,
    el("p", {}, say("quality_intro")),
    el(
      "dl",
      {},
      figures(card).map(({ name, told }) => el("div", {}, el("dt", {}, name), el("dd", {}, told))),
    ),
    el("p", {}, say("quality_rules", counts)),
    el("h3", {}, say("quality_limits")),
    el(
      "ul",
      {},
      limitations.map((/** @type {string} */ line) => el("li", {}, line)),
    ),
    leave,
  );
}
