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

/** The figures of the model card that say most: `told` in plain words, `behind` as experts write it, null for no more. */
function figures(/** @type {any} */ { model: { figures: all } }) {
  const { shown } = all["loaded words (BABE)"];
  const bait = all["headline bait (Webis-Clickbait-17)"];
  const [sentences, subjective] = [all["loaded sentences (BABE)"], all["subjective sentences (CheckThat!)"]];
  /** @type {[string, {mean: number}][]} */
  const shifts = Object.entries(all["shift when parties are swapped, in points of 100"]);
  const moved = shifts.map(([name, { mean }]) => `${say(`dimension_${name}`)} ${figure(mean, 2)}`).join(", ");
  const found = { precision: percent(shown.precision), recall: percent(shown.recall) };
  return [
    item("sentences", right(rightOf(sentences)), between("quality_figure_range", sentences, "macro_f1")),
    item("words", say("quality_figure_found", found), null),
    item("bait", right(bait.found.precision), between("quality_figure_order", bait, "spearman")),
    item("subjective", right(rightOf(subjective)), between("quality_figure_range", subjective, "macro_f1")),
    item("swap", say("quality_figure_points", { shifts: moved }), null),
  ];
}

function item(/** @type {string} */ name, /** @type {string} */ told, /** @type {string | null} */ behind) {
  return { name: say(`quality_${name}`), told, behind };
}

function right(/** @type {number} */ share) {
  return say("quality_right", { count: Math.round(share * 100) });
}

/** Of what gets more than an even chance, the share that people marked: from the table of probabilities of a part. */
function rightOf(/** @type {{reliability: {score: number, share: number, n: number}[]}} */ { reliability }) {
  const named = reliability.filter(({ score }) => score >= 0.5);
  const count = named.reduce((sum, { n }) => sum + n, 0);
  return named.reduce((sum, { n, share }) => sum + n * share, 0) / count;
}

/** A figure of a part of the card with its interval, in words. */
function between(/** @type {string} */ text, /** @type {any} */ part, /** @type {string} */ name) {
  const { low, high } = part.interval;
  return say(text, { value: figure(part[name], 2), low: figure(low, 2), high: figure(high, 2) });
}

/** A figure that is shown on request. */
function more(/** @type {string | null} */ behind) {
  return behind && el("details", {}, el("summary", {}, say("quality_behind")), behind);
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
      figures(card).map(({ name, told, behind }) =>
        el("div", {}, el("dt", {}, name), el("dd", {}, told, more(behind))),
      ),
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
