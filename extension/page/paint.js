/** Paints ranges with the CSS Custom Highlight API: the page's DOM is not touched, and all of it can be undone. */

/**
 * A remark as a page knows it; `target` is where its words stand, null for words that stand nowhere; `card` is what is
 * said of it there.
 *
 * @typedef {{id: string, dimension: string, scored: boolean, unit: string,
 *   target: import("./anchor.js").Target | null, card: Card}} Remark
 * @typedef {{title: string, words: string, lines: string[], instead: string | null, meta: string}} Card
 * @typedef {{finding: Remark, range: Range | null}} Mark
 * @typedef {{tint: string, ranges: Range[]}} Tinted
 */

const PREFIX = "undertone-";
const FLASH = 900;
const SHAPED = ["headline", "sourcing", "wording"]; // have a shape of their own in paint.css
const OTHER = "other"; // the shape of all others
const SENTENCE = "sentence"; // a tint under the marks of its words
const CLAIM = "claim"; // a line, which no system colours hide
const TINTS = ["0", "1", "2", "none", CLAIM];

/** The registry name for a remark: the shape of its dimension, whether it is scored, and the tone of the page around
 * it; a remark on a whole sentence is a tint, and one that does not count a thin line of no dimension's shape. */
export function nameOf(
  /** @type {{dimension: string, scored: boolean, unit?: string}} */ finding,
  /** @type {boolean} */ dark,
) {
  const isSentence = finding.unit === SENTENCE;
  if (isSentence && finding.scored) return `${PREFIX}${SENTENCE}${dark ? "-dark" : ""}`;
  const shape = SHAPED.includes(finding.dimension) && !isSentence ? finding.dimension : OTHER;
  return `${PREFIX}${shape}${finding.scored ? "" : "-quoted"}${dark ? "-dark" : ""}`;
}

/** The registry name for a quotation of the side with this tint. */
export function tintOf(/** @type {string} */ tint, /** @type {boolean} */ dark) {
  return `${PREFIX}quote-${tint}${dark ? "-dark" : ""}`;
}

/** Whether text of this CSS colour stands on a dark page: light ink means dark paper (relative luminance, WCAG). */
export function isLight(/** @type {string} */ colour) {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const linear = [red, green, blue].map((part) => (part / 255) ** 2.2);
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] > 0.35;
}

function isDarkAt(/** @type {Range} */ range) {
  const element = range.startContainer.parentElement;
  return element ? isLight(getComputedStyle(element).color) : false;
}

/** Whether the system chooses the colours: a tint would become as loud as a mark. */
function isForced() {
  return Boolean(globalThis.matchMedia?.("(forced-colors: active)").matches);
}

/** @template T @param {T} mark @param {Range} range */
const toned = (mark, range) => ({ ...mark, range, dark: isDarkAt(range) });

/**
 * A canvas of marks, those without a range left out. `show(isWanted)` paints the marks whose finding is wanted, and the
 * quotations.
 *
 * @param {readonly Mark[]} marks
 * @param {readonly Tinted[]} quotes
 */
export function canvas(marks, quotes = []) {
  const placed = marks.flatMap(({ finding, range }) => (range ? [toned({ finding }, range)] : []));
  const lined = isForced() ? quotes.filter(({ tint }) => tint === CLAIM) : quotes;
  const tinted = lined.flatMap(({ tint, ranges }) => ranges.map((range) => toned({ tint }, range)));
  /** @type {typeof placed} */
  let shown = [];
  /** @type {Map<string, Range[]>} */
  let painted = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function show(/** @type {(finding: Remark) => boolean} */ isWanted = Boolean) {
    remove("");
    shown = placed.filter(({ finding }) => isWanted(finding));
    painted = new Map();
    for (const { tint, range, dark } of tinted) gather(painted, tintOf(tint, dark), range);
    for (const { finding, range, dark } of shown) gather(painted, nameOf(finding, dark), range);
    for (const [name, ranges] of painted) set(name, ranges, priorityOf(name));
  }

  /** Paints again what the page has taken out of the registry. Returns whether anything was missing. */
  function mend() {
    const missing = [...painted].filter(([name]) => !CSS.highlights.has(name));
    for (const [name, ranges] of missing) set(name, ranges, priorityOf(name));
    return missing.length > 0;
  }

  function activate(/** @type {Remark} */ finding) {
    quieten();
    return light("active", 1, placed.find((mark) => mark.finding.id === finding.id)?.range);
  }

  /** Lights up a range for a moment. */
  function flash(/** @type {Range} */ range) {
    if (!light("flash", 3, range)) return;
    clearTimeout(timer);
    timer = setTimeout(() => remove("flash"), FLASH);
  }

  function clear() {
    clearTimeout(timer);
    painted = new Map();
    shown = [];
    remove("");
  }

  return {
    show,
    mend,
    clear,
    activate,
    flash,
    quieten,
    at: (/** @type {number} */ x, /** @type {number} */ y) => hit(shown, x, y),
  };
}

/** Tints lie under the words that a reader has opened, and these under the marks. */
function priorityOf(/** @type {string} */ name) {
  return [`${PREFIX}quote`, `${PREFIX}${SENTENCE}`].some((tint) => name.startsWith(tint)) ? 0 : 2;
}

function gather(/** @type {Map<string, Range[]>} */ groups, /** @type {string} */ name, /** @type {Range} */ range) {
  groups.set(name, [...(groups.get(name) ?? []), range]);
}

function light(/** @type {string} */ kind, /** @type {number} */ priority, /** @type {Range | undefined} */ range) {
  if (!range) return null;
  set(`${PREFIX}${kind}${isDarkAt(range) ? "-dark" : ""}`, [range], priority);
  return range;
}

function set(/** @type {string} */ name, /** @type {Range[]} */ ranges, /** @type {number} */ priority) {
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

function quieten() {
  remove("active");
  remove("flash");
}

function remove(/** @type {string} */ kind) {
  const shapes = [...SHAPED, OTHER].flatMap((name) => [name, `${name}-quoted`]);
  const names = [...shapes, SENTENCE, ...TINTS.map((tint) => `quote-${tint}`), "active", "flash"];
  for (const name of names.filter((candidate) => candidate.startsWith(kind))) {
    CSS.highlights.delete(PREFIX + name);
    CSS.highlights.delete(`${PREFIX}${name}-dark`);
  }
}

/**
 * The remarks painted at a point of the viewport, the shortest first.
 *
 * @param {readonly {finding: Remark, range: Range}[]} placed
 * @param {number} x
 * @param {number} y
 */
function hit(placed, x, y) {
  const found = placed.filter(({ range }) => holds(range, x, y));
  /** @type {{ranges: AbstractRange[]}[] | undefined} */
  const asked = /** @type {any} */ (CSS.highlights).highlightsFromPoint?.(x, y);
  if (asked && !asked.some(({ ranges }) => ranges.length > 0)) return [];
  found.sort((a, b) => String(a.range).length - String(b.range).length);
  return found.map(({ finding }) => finding);
}

function holds(/** @type {Range} */ range, /** @type {number} */ x, /** @type {number} */ y) {
  const within = [...range.getClientRects()].some(
    (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
  return within && isUncovered(range, x, y);
}

/** Whether the words at the point are what the reader sees there, and not something laid over them. */
export function isUncovered(/** @type {Range} */ range, /** @type {number} */ x, /** @type {number} */ y) {
  const top = document.elementFromPoint(x, y);
  return Boolean(top?.contains(range.commonAncestorContainer) || range.commonAncestorContainer.contains(top));
}
