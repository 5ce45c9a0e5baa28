/** What page and background say to each other, which files the page needs, and what the toolbar button shows. */

/** A page script asks for an analysis: `{type, html, url}`; the answer is an outcome of `client.js`. */
export const ANALYZE = "analyze";

/** A page script tells that the reader closed the panel: `{type}`. */
export const CLOSED = "closed";

/** A page script hands over the address that the reader typed: `{type, address}`; the answer is whether it is kept. */
export const ADDRESS = "address";

/** The style sheet of the marks. */
export const STYLE = "page/paint.css";

/** The page scripts in the order in which they build on each other; the paste page loads all but the last. */
export const SCRIPTS = [
  "page/texts.js",
  "page/collect.js",
  "page/anchor.js",
  "page/paint.js",
  "page/elements.js",
  "page/sheet.js",
  "page/scores.js",
  "page/sources.js",
  "page/remarks.js",
  "page/card.js",
  "page/states.js",
  "page/panel.js",
  "page/session.js",
  "page/main.js",
];

/** The badge and title for an outcome of `client.js`: `{letters, key, values}`, `key` naming a text of `_locales`. */
export function face(outcome) {
  if (outcome.kind !== "answer") return { letters: "!", key: "action_away", values: [] };
  const { scores, findings } = outcome.answer;
  if (Object.values(scores).every((score) => score.value === null)) {
    return { letters: "–", key: "action_nothing", values: [] };
  }
  const strong = findings.filter((finding) => finding.severity === "strong" && finding.counts).length;
  if (strong === 0) return { letters: "", key: "action_done", values: [] };
  const key = strong === 1 ? "action_strong_one" : "action_strong";
  return { letters: strong > 99 ? "99+" : String(strong), key, values: [strong] };
}
