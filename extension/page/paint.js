/** Paints ranges with the CSS Custom Highlight API: the page's DOM is not touched, and all of it can be undone. */
((undertone) => {
  if (undertone.paint) return;

  const PREFIX = "undertone-";
  const FLASH = 900;
  const SHAPED = ["headline", "sourcing", "wording"]; // have a shape of their own in paint.css
  const OTHER = "other"; // the shape of all others
  const SENTENCE = "sentence"; // a tint under the marks of its words
  const TINTS = ["0", "1", "2", "none"];

  /** The registry name for a remark: the shape of its dimension, whether it is scored, and the tone of the page around
   * it; a remark on a whole sentence is a tint. */
  function nameOf(finding, dark) {
    if (finding.unit === SENTENCE) return `${PREFIX}${SENTENCE}${dark ? "-dark" : ""}`;
    const shape = SHAPED.includes(finding.dimension) ? finding.dimension : OTHER;
    return `${PREFIX}${shape}${finding.scored ? "" : "-quoted"}${dark ? "-dark" : ""}`;
  }

  /** The registry name for a quotation of the side with this tint. */
  function tintOf(tint, dark) {
    return `${PREFIX}quote-${tint}${dark ? "-dark" : ""}`;
  }

  /** Whether text of this CSS colour stands on a dark page: light ink means dark paper (relative luminance, WCAG). */
  function isLight(colour) {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    const linear = [red, green, blue].map((part) => (part / 255) ** 2.2);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] > 0.35;
  }

  function isDarkAt(range) {
    const element = range.startContainer.parentElement;
    return element ? isLight(getComputedStyle(element).color) : false;
  }

  /** Whether the system chooses the colours: a tint would become as loud as a mark. */
  function isForced() {
    return Boolean(globalThis.matchMedia?.("(forced-colors: active)").matches);
  }

  const toned = (mark) => ({ ...mark, dark: isDarkAt(mark.range) });

  /**
   * A canvas of marks: `marks` are `{finding, range}`, those without a range are left out; `quotes` are
   * `{tint, ranges}`. `show(isWanted)` paints the marks whose finding is wanted, and the quotations.
   */
  function canvas(marks, quotes = []) {
    const placed = marks.filter((mark) => mark.range).map(toned);
    const tinted = (isForced() ? [] : quotes).flatMap(({ tint, ranges }) =>
      ranges.map((range) => toned({ tint, range })),
    );
    let shown = [];
    let painted = new Map();
    let timer = 0;

    function show(isWanted = (/** @type {any} */ finding) => Boolean(finding)) {
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

    function activate(finding) {
      quieten();
      return light("active", 1, placed.find((mark) => mark.finding === finding)?.range);
    }

    /** Lights up a range for a moment. */
    function flash(range) {
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

    return { show, mend, clear, activate, flash, quieten, at: (x, y) => hit(shown, x, y) };
  }

  /** Tints lie under the words that a reader has opened, and these under the marks. */
  function priorityOf(name) {
    return [`${PREFIX}quote`, `${PREFIX}${SENTENCE}`].some((tint) => name.startsWith(tint)) ? 0 : 2;
  }

  function gather(groups, name, range) {
    groups.set(name, [...(groups.get(name) ?? []), range]);
  }

  function light(kind, priority, range) {
    if (!range) return null;
    set(`${PREFIX}${kind}${isDarkAt(range) ? "-dark" : ""}`, [range], priority);
    return range;
  }

  function set(name, ranges, priority) {
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }

  function quieten() {
    remove("active");
    remove("flash");
  }

  function remove(kind) {
    const shapes = [...SHAPED, OTHER].flatMap((name) => [name, `${name}-quoted`]);
    const names = [...shapes, SENTENCE, ...TINTS.map((tint) => `quote-${tint}`), "active", "flash"];
    for (const name of names.filter((candidate) => candidate.startsWith(kind))) {
      CSS.highlights.delete(PREFIX + name);
      CSS.highlights.delete(`${PREFIX}${name}-dark`);
    }
  }

  /** The remarks painted at a point of the viewport, the shortest first. */
  function hit(placed, x, y) {
    const found = placed.filter(({ range }) => holds(range, x, y));
    const asked = CSS.highlights.highlightsFromPoint?.(x, y);
    if (asked && !asked.some(({ ranges }) => ranges.length > 0)) return [];
    found.sort((a, b) => String(a.range).length - String(b.range).length);
    return found.map(({ finding }) => finding);
  }

  function holds(range, x, y) {
    const within = [...range.getClientRects()].some(
      (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
    );
    return within && isUncovered(range, x, y);
  }

  /** Whether the words at the point are what the reader sees there, and not something laid over them. */
  function isUncovered(range, x, y) {
    const top = document.elementFromPoint(x, y);
    return Boolean(top?.contains(range.commonAncestorContainer) || range.commonAncestorContainer.contains(top));
  }

  undertone.paint = { canvas, nameOf, tintOf, isLight, isUncovered, PREFIX, TINTS };
})(globalThis.undertone);
