/** What the model suspects beyond the remarks, for a reader who wants to see all: sentences of the writer's own. */

import { say } from "./texts.js";

/** @typedef {import("./wording.js").Answer} Answer */
/** @typedef {import("./wording.js").Finding} Finding */

/** The rule by which suspects are known; it is none of the server's. */
export const RULE = "wording.suspected-sentence";

/** From this probability of being loaded on a sentence is suspected: that of an even chance. */
const LOADED = 0.5;

/** Whether a remark is only a suspicion of the model. */
export function isSuspect(/** @type {Finding} */ { rule }) {
  return rule === RULE;
}

/**
 * An answer with the sentences that the model suspects among its findings, each as a remark that does not count; as it is
 * where the server was not asked for sentences. Only what no remark stands on is suspected.
 *
 * @param {Answer} answer
 * @returns {Answer}
 */
export function withSuspects(answer) {
  const { document, findings, sentences, scores } = answer;
  if (!sentences || !document.text || scores.wording?.value === null) return answer;
  const text = [...document.text];
  const body = document.title && document.text.startsWith(document.title) ? [...document.title].length : 0;
  const isFree = (/** @type {any} */ { start, end }) =>
    !findings.some((/** @type {Finding} */ finding) => finding.start < end && start < finding.end);
  const suspected = sentences.filter(
    (/** @type {any} */ one) => one.voice.kind === "author" && one.loaded >= LOADED && one.start >= body && isFree(one),
  );
  const made = suspected.map((/** @type {any} */ one, /** @type {number} */ place) => remark(one, place, text));
  return { ...answer, findings: [...findings, ...made] };
}

/**
 * @param {any} sentence
 * @param {number} place
 * @param {readonly string[]} text
 * @returns {Finding}
 */
function remark({ start, end, loaded }, place, text) {
  const said = { message: say("suspected"), reason: say("suspected_why"), suggestion: null, evidence: {}, docs: "" };
  return {
    ...{ id: `m${place + 1}`, dimension: "wording", rule: RULE, technique: null, unit: "sentence", severity: "mild" },
    ...{ confidence: loaded, voice: { kind: "author", source: null }, scored: false, points: 0, start, end },
    ...{ ...said, exact: text.slice(start, end).join(""), target: null },
  };
}
