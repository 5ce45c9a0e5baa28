/** What the panel knows of a page: how it was read and what came of it, and how it is shown. */

import { keyOf } from "./choices.js";
import { passes } from "./filters.js";

/**
 * A reading; `outcome` is null while the server is asked, `isBusy` says that it is asked again.
 *
 * @typedef {object} Reading
 * @property {number} since when it began, in milliseconds; no two readings of a tab have the same
 * @property {string} how `page`, `anyway` or `selection`
 * @property {boolean} isBusy
 * @property {string} url
 * @property {number} words in the page, 0 until they are counted
 * @property {{frames: number, words: number}} unread what of the page was not read
 * @property {import("../client.js").Outcome | null} outcome
 */

/**
 * What changes while a reader looks at it. `places` says where the remarks stand, as shares of the page's height, by
 * their ids; `quotes` which quotations were found; `chosen` the remark or the source chosen last, its `turn` growing with
 * every choice; `seen` the remarks whose words are in view; `aside` are remarks that the reader set aside, by what stays the same of them when the page is read again.
 *
 * @typedef {object} View
 * @property {Record<string, number>} places
 * @property {string[]} quotes
 * @property {{id: string | null, source: string | null, turn: number}} chosen
 * @property {string[]} seen
 * @property {boolean} hidden
 * @property {boolean} grown
 * @property {import("./filters.js").Filter} filter
 * @property {string[]} aside
 */

/**
 * What is known of a page; both are null where nothing is read.
 *
 * @typedef {{reading: Reading | null, view: View | null}} Known
 */

/** How a page is shown at first. @type {Readonly<View>} */
export const FRESH = Object.freeze({
  places: {},
  quotes: [],
  chosen: { id: null, source: null, turn: 0 },
  seen: [],
  hidden: false,
  grown: false,
  filter: { dimension: [], severity: [] },
  aside: [],
});

/** The ids of the remarks that a view shows, null for all of them: what its page is to mark. */
export function wantedOf(/** @type {import("./wording.js").Answer} */ answer, /** @type {View} */ { filter, aside }) {
  /** @type {import("./wording.js").Finding[]} */
  const all = answer.findings;
  const shown = all.filter((finding) => passes(filter, finding) && !aside.includes(keyOf(finding)));
  return shown.length === all.length ? null : shown.map(({ id }) => id);
}
