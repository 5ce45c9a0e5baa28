/**
 * What the parts of the extension say to each other, which files a page gets, and what the toolbar button shows.
 *
 * A web page's script may send `PAGE` and `ARRIVED` and nothing else. The panel sends the others; where it names a `tab`,
 * that is the id of the tab which it shows. What is known of a tab lies in `readings.js`; the panel looks there.
 */

/** The script on a page tells something of itself: `{type, event, …}`, as `page/marking.js` has the events. */
export const PAGE = "page";

/** `arrival.js` tells that a page of a site opened on which the reader wants every page read: `{type}`. */
export const ARRIVED = "arrived";

/** The panel has a tab read: `{type, tab, how, isAgain}`, as `read` of `reading.js` takes them. */
export const READ = "read";

/** The panel gives up waiting: `{type, tab}`. */
export const CANCEL = "cancel";

/** The panel ends the reading of a tab: `{type, tab}`. */
export const END = "end";

/** The panel keeps how it shows a tab: `{type, tab, view}`, with `filter`, `aside` or both of `readings.js`. */
export const VIEW = "view";

/** The background asks whether a panel is open beside a tab: `{type, tab, window}`; where one is, it answers true. */
export const IS_OPEN = "is-open";

/** The background tells the panel that shows a tab to close: `{type, tab}`. */
export const CLOSE_PANEL = "close-panel";

/** The keyboard commands for a tab that is read: next and previous remark, marks off and on. */
export const COMMANDS = Object.freeze(["next", "previous", "marks"]);

/** What runs on a page, made of the modules of `page/` by `tools/make_page_script.py`. */
export const SCRIPT = "page/injected.js";

/** The style sheet of the marks. */
export const STYLE = "page/paint.css";

const FAILURES = ["away", "timeout", "not-paired", "version", "rate-limited", "crash", "restricted"];

/**
 * The badge and title for an outcome of `client.js`; `key` names a text of `_locales`.
 *
 * @param {import("./client.js").Outcome} outcome
 * @returns {{letters: string, key: string, values?: Record<string, number>}}
 */
export function face(outcome) {
  if (["cancelled", "no-selection", "moved"].includes(outcome.kind)) return { letters: "", key: "action_idle" };
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
