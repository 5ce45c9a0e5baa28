/** What is drawn over the page beside its words, in our own layer: ticks along the panel, initials beside quotations. */
((undertone) => {
  if (undertone.layer) return;

  const { texts, paint } = undertone;
  const { el, shorten } = undertone.elements;
  const STEP = 6;
  const SIZE = 18;
  const GAP = 4;

  /**
   * A layer in the shadow root of `host`. `draw(marks, quotes)` shows ticks for the marks (`{finding, range}`) and
   * initials for the quotations (`{letter, name, source, ranges}`); `go(finding)` and `tell(source)` are what a click does.
   */
  function open(host, { go, tell }, signal) {
    const ticks = el("div", { class: "ticks", "aria-hidden": "true" });
    const initials = el("div", { class: "initials", "aria-hidden": "true" });
    host.shadowRoot.prepend(ticks, initials);
    let drawn = { marks: [], quotes: [] };
    let placed = [];
    let frame = 0;

    function draw(marks, quotes) {
      drawn = { marks: marks.filter(({ range }) => range), quotes };
      ticks.replaceChildren(...buckets(drawn.marks).map((bucket) => tick(bucket, go, signal)));
      placed = letters(drawn.quotes, host).map((letter) => ({ ...letter, made: initial(letter, tell, signal) }));
      initials.replaceChildren(...placed.map(({ made }) => made));
      veil();
    }

    /** Hides, once for each frame, the initials of words that the page has laid something over. */
    function veil() {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        for (const { made, range } of placed) made.toggleAttribute("data-veiled", isCovered(range));
      });
    }

    signal.addEventListener("abort", () => cancelAnimationFrame(frame));
    return { draw, veil, redraw: () => draw(drawn.marks, drawn.quotes), clear: () => draw([], []) };
  }

  /** Whether words that should be in view are not what is seen there. */
  function isCovered(range) {
    const line = firstLine(range);
    if (!line) return true;
    const [x, y] = [line.left + 1, line.top + line.height / 2];
    const inView = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
    return inView && !paint.isUncovered(range, x, y);
  }

  /** The marks in groups that stand too near each other for ticks of their own, with their place from 0 to 1. */
  function buckets(marks) {
    const page = document.documentElement;
    const whole = Math.max(page.scrollHeight, innerHeight);
    const spots = marks.map(({ finding, range }) => {
      const { top } = range.getBoundingClientRect();
      return { finding, place: Math.min(1, Math.max(0, (top + scrollY) / whole)) };
    });
    spots.sort((a, b) => a.place - b.place);
    const found = [];
    for (const { finding, place } of spots) {
      const last = found.at(-1);
      if (last && (place - last.place) * innerHeight < STEP) last.findings.push(finding);
      else found.push({ place, findings: [finding] });
    }
    return found;
  }

  function tick({ place, findings }, go, signal) {
    const [first] = findings;
    const count = findings.length;
    const title =
      count === 1 ? texts.say("tick_one", { words: shorten(first.exact, 60) }) : texts.say("tick_many", { count });
    const made = el("button", { type: "button", class: "tick", tabindex: "-1", title, ...kind(first) });
    made.style.setProperty("top", `calc(${(place * 100).toFixed(2)}% - 4px)`);
    made.addEventListener("click", () => go(first), { signal });
    return made;
  }

  function kind(finding) {
    return { "data-dimension": finding.dimension, "data-scored": String(finding.scored) };
  }

  /**
   * Where the initials go: in the margin before the first line of each quotation, in the layer's own coordinates, so
   * that they scroll with the page. Two on one line stand side by side. Where the margin has no room there is none: it
   * would stand on the words.
   */
  function letters(quotes, host) {
    const origin = host.getBoundingClientRect();
    const taken = new Set();
    return quotes.flatMap(({ ranges: [range], letter, name, source, tint }) => {
      const line = range && firstLine(range);
      if (!line) return [];
      const edge = margin(range, line);
      if (edge.x < 0 || edge.x + SIZE > innerWidth) return [];
      const place = (step) => `${Math.round(line.top)} ${Math.round(edge.x)} ${step}`;
      let step = 0;
      while (taken.has(place(step))) step++;
      if (taken.has(`${place(0)} ${source}`)) return [];
      taken.add(place(step)).add(`${place(0)} ${source}`);
      const x = edge.x + edge.way * step * (SIZE - 2) - origin.left;
      return [{ x, y: line.top + (line.height - SIZE) / 2 - origin.top, letter, name, source, tint, range }];
    });
  }

  function firstLine(range) {
    return [...range.getClientRects()].find(({ width, height }) => width > 1 && height > 1);
  }

  /** The side of the words' block on which its lines begin, and which way further letters go. */
  function margin(range, line) {
    let block = range.startContainer.parentElement;
    while (block?.parentElement && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const style = block ? getComputedStyle(block) : { direction: "ltr", paddingLeft: "0", paddingRight: "0" };
    const box = block?.getBoundingClientRect() ?? line;
    if (style.direction === "rtl") {
      const right = box.right - Number.parseFloat(style.paddingRight || "0");
      return { x: right + GAP, way: 1 };
    }
    return { x: box.left + Number.parseFloat(style.paddingLeft || "0") - SIZE - GAP, way: -1 };
  }

  function initial({ x, y, letter, name, source, tint, range }, tell, signal) {
    const dark = paint.isLight(getComputedStyle(range.startContainer.parentElement).color);
    const made = el(
      "button",
      { type: "button", class: "initial", tabindex: "-1", title: name, "data-tint": tint, "data-dark": dark },
      letter,
    );
    made.style.setProperty("transform", `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`);
    made.addEventListener("click", () => tell(source), { signal });
    return made;
  }

  undertone.layer = { open, buckets };
})(globalThis.undertone);
