/** The sections of a report in the panel: the one list of them. */

/**
 * What a section is told: the answer, its remarks by whether they stand on the page, its quotations and claims, how the page was
 * read, what the reader filters by and how many remarks are set aside, and whether no score could be given.
 *
 * @typedef {object} Told
 * @property {import("./wording.js").Answer} answer
 * @property {readonly import("./wording.js").Finding[]} placed
 * @property {readonly import("./wording.js").Finding[]} lost
 * @property {readonly Shown[]} quotes
 * @property {readonly import("./claims.js").Claim[]} [claims]
 * @property {import("./notices.js").About} about
 * @property {import("./filters.js").Filter} filter
 * @property {number} aside
 * @property {boolean} unscored
 */

/**
 * A section gives its nodes, those that are nothing left out, and may give what the panel calls later: `list`, which
 * marks, shows and focuses remarks, and `voices`, which opens a source. `Around` is what its buttons do, until when, and
 * which of the folded parts the reader opened, by their names.
 *
 * @typedef {import("./quotations.js").Quotation & {isPlaced: boolean}} Shown
 * @typedef {{actions: any, signal: AbortSignal, folds?: Map<string, boolean>}} Around
 * @typedef {{nodes: (Node | null | undefined)[], list?: import("./remarks.js").List, voices?: {open: (source: string) => boolean}}} Made
 * @typedef {(told: Told, around: Around) => Made} Section
 */

/** The sections, each a module with a line here, from top to bottom. */
const MODULES = await Promise.all([
  import("./notices.js"),
  import("./scores.js"),
  import("./remarks.js"),
  import("./claims.js"),
  import("./sources.js"),
  import("./symmetry.js"),
]);

/** @type {readonly Section[]} */
export const SECTIONS = MODULES.map(({ section }) => section);
