/**
 * What page scripts and background say to each other, which files the page needs, and what the toolbar button shows.
 *
 * Before the page scripts run, the background sets in their world `undertone.messages`, the texts of `_locales` whose
 * keys begin with `page_` (each `{message}` with `$NAME$` where a value goes), `undertone.language`, `en` or `de`,
 * `undertone.settings`, those a page may see (`SHARED` of `settings.js`), and `undertone.wanted`, what the reader asked
 * for: `page` or `selection`. A request `{text, title}` is for a selection.
 *
 * A keyboard command calls `undertone.session.command(name)` in a page with an open session, with a name of `COMMANDS`.
 */

/**
 * A page script asks for an analysis: `{type, html, url}` or `{type, text, title, url}`; the answer is an outcome of
 * `client.js`. The background adds the options that follow from the settings. `url` is not sent along with a text.
 */
export const ANALYZE = "analyze";

/**
 * A page script asks for a report as a file: `{type, format}` with what it sent for the analysis; the answer is an
 * outcome of `client.js`, its `answer` a file. The background adds the same options.
 */
export const EXPORT = "export";

/** A page script gives up waiting: `{type}`; its request ends with the outcome `cancelled`. */
export const CANCEL = "cancel";

/** A page script changes settings it may see: `{type, patch}`; the answer is their new values, null if refused. */
export const CHANGE = "change";

/** A page script keeps a remark that the reader calls wrong: `{type, report}`, any JSON object; the time is added. */
export const REPORT = "report";

/** A page script asks for the model card: `{type}`; the answer is an outcome of `client.js`. */
export const MODEL_CARD = "model-card";

/** A page script asks for one rule: `{type, id}`; the answer is an outcome of `client.js`, its `answer` the rule. */
export const RULE = "rule";

/** A page script opens the options page: `{type}`. */
export const OPEN_OPTIONS = "open-options";

/** A page script opens the first page, with connection test and pairing: `{type}`. */
export const OPEN_WELCOME = "open-welcome";

/** A page script tells that the reader closed the panel: `{type}`. */
export const CLOSED = "closed";

/** A page script hands over the address that the reader typed: `{type, address}`; the answer is whether it is kept. */
export const ADDRESS = "address";

/** `arrival.js` tells that a page of a site opened on which the reader wants every page read: `{type}`. */
export const ARRIVED = "arrived";

/** The keyboard commands for an open session: next and previous remark, marks off and on. */
export const COMMANDS = Object.freeze(["next", "previous", "marks"]);

/** The style sheet of the marks. */
export const STYLE = "page/paint.css";

const FAILURES = ["away", "timeout", "not-paired", "version", "rate-limited", "crash"];

/**
 * The badge and title for an outcome of `client.js`; `key` names a text of `_locales`.
 *
 * @param {import("./client.js").Outcome} outcome
 * @returns {{letters: string, key: string, values?: Record<string, number>}}
 */
export function face(outcome) {
  if (outcome.kind === "cancelled") return { letters: "", key: "action_idle" };
  if (outcome.kind !== "answer") {
    const name = FAILURES.includes(outcome.kind) ? outcome.kind : "problem";
    return { letters: "!", key: `action_${name.replace("-", "_")}` };
  }
  /** @type {{scores: Record<string, {value: number | null}>, findings: {severity: string, scored: boolean}[]}} */
  const { scores, findings } = outcome.answer;
  if (Object.values(scores).every((score) => score.value === null)) return { letters: "–", key: "action_nothing" };
  const strong = findings.filter((finding) => finding.severity === "strong" && finding.scored).length;
  if (strong === 0) return { letters: "", key: "action_done" };
  const key = strong === 1 ? "action_strong_one" : "action_strong";
  return { letters: strong > 99 ? "99+" : String(strong), key, values: { count: strong } };
}
