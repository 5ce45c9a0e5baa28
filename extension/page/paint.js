/** Paints ranges with the CSS Custom Highlight API: the page's DOM is not touched, and all of it can be undone. */
((undertone) => {
  if (undertone.paint) return;

  const PREFIX = "undertone-";
  const FLASH = 900;

  /** The registry name for a remark: its dimension, whether it counts, and the tone of the page around it. */
  function nameOf(finding, dark) {
    return `${PREFIX}${finding.dimension}${finding.counts ? "" : "-quoted"}${dark ? "-dark" : ""}`;
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

  /** A canvas of marks: `marks` are `{finding, range}`, those without a range are left out. */
  function canvas(marks) {
    const placed = marks.filter((mark) => mark.range).map((mark) => ({ ...mark, dark: isDarkAt(mark.range) }));
    let timer = 0;

    function show() {
      const groups = new Map();
      for (const { finding, range, dark } of placed) {
        const name = nameOf(finding, dark);
        groups.set(name, [...(groups.get(name) ?? []), range]);
      }
      for (const [name, ranges] of groups) set(name, ranges, 1);
    }

    function activate(finding) {
      quieten();
      const mark = placed.find((candidate) => candidate.finding === finding);
      if (!mark) return null;
      set(`${PREFIX}active${mark.dark ? "-dark" : ""}`, [mark.range], 0);
      return mark.range;
    }

    function flash(finding) {
      const mark = placed.find((candidate) => candidate.finding === finding);
      if (!mark) return;
      const name = `${PREFIX}flash${mark.dark ? "-dark" : ""}`;
      set(name, [mark.range], 2);
      clearTimeout(timer);
      timer = setTimeout(() => CSS.highlights.delete(name), FLASH);
    }

    function clear() {
      clearTimeout(timer);
      remove("");
    }

    return { show, clear, activate, flash, quieten, at: (x, y) => hit(placed, x, y) };
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
    const names = ["headline", "sourcing", "language", "framing"].flatMap((name) => [name, `${name}-quoted`]);
    for (const name of [...names, "active", "flash"]) {
      if (!name.startsWith(kind)) continue;
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

  undertone.paint = { canvas, nameOf, isLight, PREFIX };
})(globalThis.undertone);
