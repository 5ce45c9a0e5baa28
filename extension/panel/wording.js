/** What is said of a remark, in words: whose it is, what it does to its score, why it is made. */

import { isSuspect } from "./suspects.js";
import { figure, has, nameOf, percent, say, shorten } from "./texts.js";

/** @typedef {any} Answer the server's report, as `detector/schema` has it */
/** @typedef {any} Finding a remark of an answer */

/** Whose words a remark is about. */
export function voice(/** @type {Finding} */ finding, /** @type {Answer} */ answer) {
  if (finding.voice.kind === "author") return say("author");
  const source = answer.sources.find((/** @type {any} */ { id }) => id === finding.voice.source);
  return source ? say("quoting", { name: shorten(source.name, 60) }) : say("quoting_unknown");
}

/** What a remark does to its score. */
export function points(/** @type {Finding} */ finding, /** @type {Answer} */ answer) {
  if (finding.voice.kind !== "author") return say("uncounted");
  if (finding.scored && finding.points === 0 && finding.unit === "sentence") return say("counted_in_words");
  if (isSuspect(finding)) return say("suspected_points");
  if (!finding.scored || finding.points === 0) return say("unscored_points");
  const size = Math.abs(finding.points);
  const amount = figure(Number(size.toFixed(size < 10 ? 1 : 0)));
  if (finding.points < 0) return say("takes", { points: amount });
  const { value = null } = answer.scores[finding.dimension] ?? {};
  return say(value === null || size > value ? "gives" : "adds", { points: amount, value });
}

/** How sure the remark is. */
export function sure(/** @type {Finding} */ finding) {
  return say("sure", { share: percent(finding.confidence) });
}

/** What the rule of a remark is called; for one that is newer than these texts, the last part of its id. */
export function ruleName(/** @type {Finding} */ finding) {
  const name = String(finding.rule.split(".").at(-1));
  return has(nameOf("rule", name)) ? say(nameOf("rule", name)) : name.replaceAll("-", " ");
}

/** What a remark is about, and by which rule. */
export function title(/** @type {Finding} */ finding) {
  return `${say(`dimension_${finding.dimension}`)} · ${ruleName(finding)}`;
}

/** The same by the id of a rule, which begins with its dimension. */
export function titleOf(/** @type {string} */ rule) {
  return title({ rule, dimension: rule.split(".")[0] });
}

/** Why a remark is made: its message, then the reason behind the rule, where that says more. */
export function lines(/** @type {Finding} */ { message, reason }) {
  return [message, ...(reason && reason !== message ? [reason] : [])];
}

/** A plainer wording, where the remark has one. */
export function instead(/** @type {Finding} */ { suggestion }) {
  return suggestion ? say("instead", { words: suggestion }) : null;
}
