/** What a page is told to mark of an answer: the remarks with their cards and the quotations, and nothing else of it. */

import { quoteOf, read as readTarget } from "../page/anchor.js";
import { read as readClaims } from "./claims.js";
import { read as readQuotations } from "./quotations.js";
import { isSuspect } from "./suspects.js";
import { say, shorten } from "./texts.js";
import { instead, lines, points, sure, title, voice } from "./wording.js";

/** @typedef {import("./wording.js").Answer} Answer */
/** @typedef {import("./wording.js").Finding} Finding */

/** The remarks of an answer in reading order. @returns {Finding[]} */
export function inOrder(/** @type {Answer} */ answer) {
  return [...answer.findings].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The sheet of an answer. Where only text was read (`isText`) a remark's words are found by themselves, as those of a
 * suspicion always are; `label` names the card's button to the panel, empty for none.
 *
 * @param {Answer} answer
 * @param {boolean} isText
 * @param {string} label
 * @returns {import("../page/placing.js").Sheet}
 */
export function sheetOf(answer, isText, label) {
  const text = [...(answer.document.text ?? "")];
  const remarks = inOrder(answer).map((finding) => remark(finding, answer, isText || isSuspect(finding) ? text : null));
  const quotes = [...readQuotations(answer), ...readClaims(answer)].map(
    ({ id, source, letter, name, tint, targets }) => ({
      ...{ id, source, letter, name, tint, targets },
    }),
  );
  return { remarks, quotes, labels: { close: say("close_card"), open: label } };
}

/**
 * @param {Finding} finding
 * @param {Answer} answer
 * @param {readonly string[] | null} text
 * @returns {import("../page/paint.js").Remark}
 */
function remark(finding, answer, text) {
  const { id, dimension, scored, unit, start, end } = finding;
  const ofPage = finding.target ? readTarget(finding.target) : null;
  const target = text ? quoteOf(text, start, end) : ofPage;
  const meta = [voice(finding, answer), points(finding, answer), sure(finding)].join(" · ");
  const card = { title: title(finding), words: shorten(finding.exact, 240), lines: lines(finding) };
  return { id, dimension, scored, unit, target, card: { ...card, instead: instead(finding), meta } };
}
