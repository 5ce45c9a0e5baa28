/** The scores, in the order of the answer: name, level, number, a strip with the interval, one sentence, and the sum. */

import * as breakdown from "./breakdown.js";
import { button, el, svg } from "./elements.js";
import { capital, figure, number, percent, say } from "./texts.js";

/** @typedef {any} Score a score of an answer */

const WIDTH = 340;
const MOST = 99; // per cent: nothing is said to be more than all

/** @type {import("./sections.js").Section} */
export function section({ answer, placed, unscored }, around) {
  return { nodes: unscored ? [] : blocks(answer, around, placed) };
}

/**
 * The score blocks of an answer, in order; only the first rank names the crowd. A remark that is `placed` can be gone to.
 *
 * @param {import("./wording.js").Answer} answer
 * @param {import("./sections.js").Around} around
 * @param {readonly {id: string}[]} [placed]
 */
export function blocks(answer, around, placed = []) {
  let named = false;
  /** @type {[string, Score][]} */
  const scores = Object.entries(answer.scores);
  return scores.map(([name, score]) => {
    const made = score.value === null ? unscored(name, score) : block(name, answer, named, around, placed);
    named ||= score.value !== null;
    return made;
  });
}

function unscored(/** @type {string} */ dimension, /** @type {Score} */ { reason }) {
  return el(
    "section",
    { class: "score", "data-dimension": dimension },
    el("div", { class: "t" }, el("h2", {}, say(`dimension_${dimension}`)), el("span", { class: "w" }, say("unscored"))),
    el("p", { class: "why" }, reason),
  );
}

/**
 * @param {string} dimension
 * @param {import("./wording.js").Answer} answer
 * @param {boolean} named
 * @param {import("./sections.js").Around} around
 * @param {readonly {id: string}[]} placed
 */
function block(dimension, answer, named, around, placed) {
  const score = answer.scores[dimension];
  const why = [rank(dimension, score, named), fact(score.facts ?? {})].filter(Boolean).join(". ");
  const sum = breakdown.build(answer, dimension, around, placed);
  const opener = numeral(dimension, score, sum, around);
  const bar = strip(score, score.facts?.reference?.crowd ?? []);
  bar.addEventListener("click", () => opener.click(), { signal: around.signal });
  return el(
    "section",
    { class: "score", "data-dimension": dimension },
    el(
      "div",
      { class: "t" },
      el("h2", {}, say(`dimension_${dimension}`)),
      el("span", { class: "w" }, say(`level_${score.level}`)),
      opener,
    ),
    bar,
    ends(dimension),
    el("div", { class: "told" }, el("p", { class: "why" }, why), likely(score)),
    sum,
  );
}

/** The number, which opens the sum behind it and remembers that it did while the page is looked at. */
function numeral(
  /** @type {string} */ dimension,
  /** @type {Score} */ { value },
  /** @type {HTMLElement} */ sum,
  /** @type {import("./sections.js").Around} */ { signal, folds },
) {
  const label = say("sum_open", { value });
  const turn = (/** @type {boolean} */ isOpen) => {
    sum.hidden = !isOpen;
    made.setAttribute("aria-expanded", String(isOpen));
    folds?.set(`sum ${dimension}`, isOpen);
  };
  const act = () => turn(sum.hidden);
  const made = button(String(value), act, signal, { class: "btn v", "aria-label": label, title: label });
  turn(folds?.get(`sum ${dimension}`) ?? false);
  return made;
}

/** What both ends of the strip mean. */
function ends(/** @type {string} */ dimension) {
  const named = breakdown.ends(dimension);
  return named && el("div", { class: "ends" }, el("span", {}, named.low), el("span", {}, named.high));
}

/** The place among the articles of the reference corpus, in words; `again` leaves out which articles. */
function rank(/** @type {string} */ dimension, /** @type {Score} */ score, again = false) {
  if (typeof score.percentile !== "number") return "";
  const share = score.percentile < 1 ? say("fewest") : percent(Math.min(score.percentile, MOST) / 100);
  if (again) return say(`rank_again_${dimension}`, { share });
  const articles = score.facts.reference?.articles;
  const crowd = articles ? say("crowd", { count: figure(articles) }) : say("crowd_unknown");
  return say(`rank_${dimension}`, { share, crowd });
}

/** The one fact that says most about a score. */
function fact(/** @type {any} */ { sources = 0, identified = 0, loaded_by_others: quoted = 0 }) {
  if (quoted > 0) return say("quoted_apart");
  if (sources === 0) return "";
  return capital(say("identified", { identified: number(identified), sources: number(sources) }));
}

function likely(/** @type {Score} */ { interval }) {
  if (!interval || interval[0] === interval[1]) return null;
  return el("p", { class: "likely" }, say("interval", { low: interval[0], high: interval[1] }));
}

/** The scale 0 to 100; the score as a tick, its 80 % interval as a foot; behind them the crowd, where it is known. */
function strip(/** @type {Score} */ score, /** @type {number[]} */ crowd) {
  const [low, high] = score.interval ?? [score.value, score.value];
  const x = (/** @type {number} */ value) => (value * WIDTH) / 100;
  const tick = Math.min(WIDTH - 3, Math.max(0, x(score.value) - 1.5));
  const label =
    low === high ? say("range_one", { value: score.value }) : say("range", { value: score.value, low, high });
  return svg(
    "svg",
    { class: "strip", viewBox: `0 0 ${WIDTH} 18`, preserveAspectRatio: "none", role: "img", "aria-label": label },
    svg("title", {}, label),
    crowd.length > 0 ? bars(crowd, score.value) : track(x(score.value)),
    bar("foot-mark", x(low), Math.max(2, x(high) - x(low)), 15.5, 2.5),
    bar("mark", tick, 3, 0, 18),
  );
}

/**
 * @param {string} name
 * @param {number} x
 * @param {number} width
 * @param {number} y
 * @param {number} height
 */
function bar(name, x, width, y, height) {
  return svg("rect", { class: name, x, y, width, height, rx: 1 });
}

function track(/** @type {number} */ reach) {
  const quarters = [1, 2, 3].map((quarter) => bar("quarter", (quarter * WIDTH) / 4 - 0.5, 1, 4, 9));
  return [bar("track", 0, WIDTH, 6, 5), bar("fill", 0, reach, 6, 5), ...quarters];
}

/** The crowd as a histogram over 0 to 100: `shares` of the articles, one for each of equally wide bins. */
function bars(/** @type {number[]} */ shares, /** @type {number} */ value) {
  const step = WIDTH / shares.length;
  const most = Math.max(...shares) || 1;
  return shares.map((share, index) => {
    const height = 2 + (share / most) * 12;
    const lower = ((index + 0.5) * 100) / shares.length <= value;
    return bar(lower ? "fill" : "track", index * step, step * 0.68, 14.5 - height, height);
  });
}
