/** What the extension runs on a page. Written by tools/make_page_script.py from the modules of page/. */
(() => {
const $collect = (() => {
const SKIPPED = new Set(
  (
    "script style noscript template textarea iframe select option svg math object video audio canvas " + "button title"
  ).split(" "),
);
const HOST = "undertone-layer";
const ELEMENT = 1;
const TEXT = 3;
const COMMENT = 8;

function stream(root) {
  const nodes = [];
  const starts = [];
  const parts = [];
  let length = 0;
  each(root, (node) => {
    if (!isText(node) || node.data === "") return;
    nodes.push(node);
    starts.push(length);
    parts.push(node.data);
    length += node.data.length;
  });
  const text = parts.join("");
  return { nodes, starts, text, wide: wideIn(text) };
}

function each(root, visit) {
  let node = root.firstChild;
  while (node) {
    visit(node);
    let next = isRead(node) ? node.firstChild : null;
    while (!next && node && node !== root) {
      next = node.nextSibling;
      if (!next) node = node.parentNode;
    }
    node = node === root ? null : next;
  }
}

function isRead(node) {
  return isElement(node) && !SKIPPED.has(node.localName) && node.localName !== HOST;
}

function isElement(node) {
  return node.nodeType === ELEMENT;
}

function isText(node) {
  return node.nodeType === TEXT;
}

function wideIn(text) {
  const found = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) found.push(match.index - found.length);
  return found;
}

function serialise(page) {
  const copy = (page.documentElement.cloneNode(true));
  const nodes = [];
  every(copy, (node) => nodes.push(node));
  for (const node of nodes) clean(node);
  return toWellFormed(copy.outerHTML).replaceAll("\r", "&#13;").replaceAll("\0", "\ufffd");
}

function every(root, visit) {
  const walker = root.ownerDocument.createTreeWalker(root, 0xffffffff);
  while (walker.nextNode()) visit(walker.currentNode);
}

function clean(node) {
  if (node.nodeType === COMMENT) (node).remove();
  if (!isElement(node)) return;
  const name = node.localName;
  if (name === HOST) node.remove();
  if (name === "pre" || name === "listing") keepFirstLine(node);
  if (name === "input") node.removeAttribute("value");
  if (!SKIPPED.has(name) || name === "title") return;
  const isData = name === "script" && node.getAttribute("type")?.trim().toLowerCase() === "application/ld+json";
  if (!isData) node.replaceChildren();
  if (name === "template") node.remove();
}

function keepFirstLine(node) {
  const first = node.firstChild;
  if (first && isText(first) && first.data.startsWith("\n")) node.prepend("\n");
}

function toWellFormed(text) {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}
return { SKIPPED, HOST, stream, serialise };
})();
const $elements = (() => {
const SVG = "http://www.w3.org/2000/svg";

function el(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

function svg(tag, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), attributes, children);
}

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

function button(label, act, signal, attributes = {}) {
  const made = el("button", { type: "button", class: "btn", ...attributes }, label);
  made.addEventListener("click", act, { signal });
  return made;
}
return { el, svg, button };
})();
const $paint = (() => {
const PREFIX = "undertone-";
const FLASH = 900;
const SHAPED = ["headline", "sourcing", "wording"]; // have a shape of their own in paint.css
const OTHER = "other"; // the shape of all others
const SENTENCE = "sentence"; // a tint under the marks of its words
const CLAIM = "claim"; // a line, which no system colours hide
const TINTS = ["0", "1", "2", "none", CLAIM];

function nameOf(
  finding,
  dark,
) {
  const isSentence = finding.unit === SENTENCE;
  if (isSentence && finding.scored) return `${PREFIX}${SENTENCE}${dark ? "-dark" : ""}`;
  const shape = SHAPED.includes(finding.dimension) && !isSentence ? finding.dimension : OTHER;
  return `${PREFIX}${shape}${finding.scored ? "" : "-quoted"}${dark ? "-dark" : ""}`;
}

function tintOf(tint, dark) {
  return `${PREFIX}quote-${tint}${dark ? "-dark" : ""}`;
}

function isLight(colour) {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const linear = [red, green, blue].map((part) => (part / 255) ** 2.2);
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] > 0.35;
}

function isDarkAt(range) {
  const element = range.startContainer.parentElement;
  return element ? isLight(getComputedStyle(element).color) : false;
}

function isForced() {
  return Boolean(globalThis.matchMedia?.("(forced-colors: active)").matches);
}

const toned = (mark, range) => ({ ...mark, range, dark: isDarkAt(range) });

function canvas(marks, quotes = []) {
  const placed = marks.flatMap(({ finding, range }) => (range ? [toned({ finding }, range)] : []));
  const lined = isForced() ? quotes.filter(({ tint }) => tint === CLAIM) : quotes;
  const tinted = lined.flatMap(({ tint, ranges }) => ranges.map((range) => toned({ tint }, range)));
  let shown = [];
  let painted = new Map();
  let timer;

  function show(isWanted = Boolean) {
    remove("");
    shown = placed.filter(({ finding }) => isWanted(finding));
    painted = new Map();
    for (const { tint, range, dark } of tinted) gather(painted, tintOf(tint, dark), range);
    for (const { finding, range, dark } of shown) gather(painted, nameOf(finding, dark), range);
    for (const [name, ranges] of painted) set(name, ranges, priorityOf(name));
  }

  function mend() {
    const missing = [...painted].filter(([name]) => !CSS.highlights.has(name));
    for (const [name, ranges] of missing) set(name, ranges, priorityOf(name));
    return missing.length > 0;
  }

  function activate(finding) {
    quieten();
    return light("active", 1, placed.find((mark) => mark.finding.id === finding.id)?.range);
  }

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

  return {
    show,
    mend,
    clear,
    activate,
    flash,
    quieten,
    at: (x, y) => hit(shown, x, y),
  };
}

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

function hit(placed, x, y) {
  const found = placed.filter(({ range }) => holds(range, x, y));
  const asked = (CSS.highlights).highlightsFromPoint?.(x, y);
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

function isUncovered(range, x, y) {
  const top = document.elementFromPoint(x, y);
  return Boolean(top?.contains(range.commonAncestorContainer) || range.commonAncestorContainer.contains(top));
}
return { nameOf, tintOf, isLight, canvas, isUncovered };
})();
const $initials = (() => {
const { el } = $elements;
const { isLight, isUncovered } = $paint;

const SIZE = 18;
const GAP = 4;


function open(host, shadow, tell, signal) {
  const home = el("div", { class: "initials", "aria-hidden": "true" });
  shadow.prepend(home);
  let drawn = [];
  let placed = [];
  let frame = 0;

  function draw(quotes) {
    drawn = quotes;
    placed = letters(quotes, host).map((letter) => ({ ...letter, made: initial(letter, tell, signal) }));
    home.replaceChildren(...placed.map(({ made }) => made));
    veil();
  }

  function veil() {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      for (const { made, range } of placed) made.toggleAttribute("data-veiled", isCovered(range));
    });
  }

  function mend() {
    const [first] = placed;
    const [now] = first ? letters([first.quote], host) : [];
    if (first && (now?.x !== first.x || now.y !== first.y)) draw(drawn);
  }

  signal.addEventListener("abort", () => cancelAnimationFrame(frame));
  return { draw, veil, mend, redraw: () => draw(drawn), clear: () => draw([]) };
}

function isCovered(range) {
  const line = firstLine(range);
  if (!line) return true;
  const [x, y] = [line.left + 1, line.top + line.height / 2];
  const inView = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
  return inView && !isUncovered(range, x, y);
}

function letters(quotes, host) {
  const origin = host.getBoundingClientRect();
  const taken = new Set();
  return quotes.flatMap((quote) => {
    const [range] = quote.ranges;
    const line = range && firstLine(range);
    if (!line) return [];
    const edge = margin(range, line);
    const place = (step) => `${Math.round(line.top)} ${Math.round(edge.x)} ${step}`;
    let step = 0;
    while (taken.has(place(step))) step++;
    const x = edge.x + edge.way * step * (SIZE - 2);
    if (x < 0 || x + SIZE > innerWidth || taken.has(`${place(0)} ${quote.source}`)) return [];
    taken.add(place(step)).add(`${place(0)} ${quote.source}`);
    return [{ x: x - origin.left, y: line.top + (line.height - SIZE) / 2 - origin.top, range, quote }];
  });
}

function firstLine(range) {
  return [...range.getClientRects()].find(({ width, height }) => width > 1 && height > 1);
}

function margin(range, line) {
  let block = range.startContainer.parentElement;
  while (block?.parentElement && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
  const style = block ? getComputedStyle(block) : { direction: "ltr", paddingLeft: "0", paddingRight: "0" };
  const box = block?.getBoundingClientRect() ?? line;
  if (style.direction === "rtl") return { x: box.right - Number.parseFloat(style.paddingRight || "0") + GAP, way: 1 };
  return { x: box.left + Number.parseFloat(style.paddingLeft || "0") - SIZE - GAP, way: -1 };
}

function initial({ x, y, range, quote }, tell, signal) {
  const parent = range.startContainer.parentElement;
  const dark = parent !== null && isLight(getComputedStyle(parent).color);
  const made = el(
    "button",
    { type: "button", class: "initial", tabindex: "-1", title: quote.name, "data-tint": quote.tint, "data-dark": dark },
    quote.letter,
  );
  made.style.setProperty("transform", `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`);
  made.addEventListener("click", ({ isTrusted }) => isTrusted && tell(quote.source), { signal });
  return made;
}
return { open };
})();
const $layer = (() => {
const { HOST } = $collect;

const RETURNS = 5;
const LOOK = `
  :host { all: initial !important; display: block !important; position: absolute !important;
    inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important; direction: ltr !important;
    z-index: 2147483647 !important; color-scheme: light dark !important;
    --ink: #1d2126; --soft: #59636d; --line: #e3dfd6; --card: #fff; --track: #e9e4da;
    --focus: #1f5fbf; --shade: rgb(29 33 38 / 10%); --headline: #8a2f63; --sourcing: #0b6a6e; --wording: #a4520a;
    --other: #4a5b78;
    --serif: Georgia, "Iowan Old Style", "Times New Roman", serif;
    --sans: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
  @media (prefers-color-scheme: dark) { :host { --ink: #eceae4; --soft: #a8b0b9; --line: #30353b; --card: #21252a;
    --track: #2f343a; --focus: #8ab4ff; --shade: rgb(0 0 0 / 45%); --headline: #e79cc4;
    --sourcing: #6fc7c9; --wording: #eeb073; --other: #aebfe0; } }
  @media print { :host { display: none !important; } }
  * { box-sizing: border-box; }
  [data-dimension] { --tone: var(--other); --shape: dashed 1.5px; }
  [data-dimension="headline"] { --tone: var(--headline); --shape: double 2px; }
  [data-dimension="sourcing"] { --tone: var(--sourcing); --shape: dotted 3px; }
  [data-dimension="wording"] { --tone: var(--wording); --shape: wavy 1.5px; }
  [data-scored="false"] { --tone: var(--soft); }
  .card { position: fixed; width: min(330px, calc(100vw - 24px)); max-height: min(70vh, 480px); overflow-y: auto;
    background: var(--card); color: var(--ink); border: 1px solid var(--line); border-radius: 12px;
    box-shadow: 0 10px 30px var(--shade); padding: 12px 16px; font: 14px/1.45 var(--sans); text-align: left;
    overflow-wrap: anywhere; }
  .piece + .piece { border-top: 1px solid var(--line); margin-top: 12px; padding-top: 12px; }
  .k { display: flex; align-items: center; min-height: 26px; gap: 8px; font: 600 12.5px/1.4 var(--sans); color: var(--tone); }
  .k span { flex: 1; }
  .x { font: 17px/1.5 var(--serif); text-decoration: underline var(--shape) var(--tone); text-underline-offset: 3px;
    unicode-bidi: plaintext; }
  [data-unit="sentence"] > .x { text-decoration: none; border-radius: 3px;
    background: color-mix(in srgb, var(--tone) 13%, transparent); }
  .card p { margin: 7px 0 0; }
  .more, .meta { color: var(--soft); }
  .alt { border-left: 3px solid var(--track); padding-left: 10px; }
  .meta { font-size: 12.5px; margin-top: 9px; }
  .btn { all: unset; cursor: pointer; min-height: 24px; min-width: 24px; padding: 3px 8px; border-radius: 6px;
    color: var(--soft); font: 13px/1.4 var(--sans); text-align: center; }
  .btn:hover { color: var(--ink); background: var(--track); }
  .leave { margin: -2px -8px 0 0; }
  .acts { margin: 8px 0 -2px -8px; }
  :focus-visible { outline: 2px solid var(--focus) !important; outline-offset: 1px; }
  .card:focus { outline: none !important; }
  .initials { position: absolute; inset: 0 auto auto 0; }
  .initial { all: unset; position: absolute; inset: 0 auto auto 0; width: 18px; height: 18px; border-radius: 50%;
    cursor: pointer; font: 600 10px/18px var(--sans); text-align: center; color: #1d2126; --side: #b9b2a4;
    background: color-mix(in srgb, var(--side) 26%, #fff); }
  .initial[data-tint="0"] { --side: #0b6a6e; } .initial[data-tint="1"] { --side: #4a5ba0; }
  .initial[data-tint="2"] { --side: #7d6a22; }
  .initial[data-tint="claim"] { --side: #2c6b45; border-radius: 4px; }
  .initial[data-dark] { color: #eceae4; --side: #5a626b; background: color-mix(in srgb, var(--side) 34%, #191c20); }
  .initial[data-dark][data-tint="0"] { --side: #6fc7c9; } .initial[data-dark][data-tint="1"] { --side: #a3b4ff; }
  .initial[data-dark][data-tint="2"] { --side: #d8c274; }
  .initial[data-dark][data-tint="claim"] { --side: #8fd3a8; }
  .initial[data-veiled] { visibility: hidden; }
  @media (forced-colors: active) { .initial { border: 1px solid CanvasText; background: Canvas; color: CanvasText; } }
`;

function attach(lost, signal) {
  const host = document.createElement(HOST);
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOOK);
  shadow.adoptedStyleSheets = [sheet];
  home().append(host);
  stay(host, lost, signal);
  signal.addEventListener("abort", () => host.remove());
  return { host, shadow };
}

function home() {
  const { transform, filter, perspective } = getComputedStyle(document.body);
  const carries = [transform, filter, perspective].some((value) => value && value !== "none");
  return carries ? document.documentElement : document.body;
}

function stay(host, lost, signal) {
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    if (returns++ < RETURNS) home().append(host);
    else lost();
  });
  observer.observe(document.documentElement, { childList: true });
  observer.observe(document.body, { childList: true });
  signal.addEventListener("abort", () => observer.disconnect());
}
return { attach };
})();
const $marking = (() => {
const { canvas } = $paint;

const STILL = 300;
const PAUSE = 80;



function told(session) {
  const { places } = session;
  session.seen = inView(session);
  const whole = Math.max(document.documentElement.scrollHeight, innerHeight, 1);
  const spots = places.marks.flatMap(({ finding, range }) => {
    if (!range) return [];
    const share = (range.getBoundingClientRect().top + scrollY) / whole;
    return [[finding.id, Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000]];
  });
  const quotes = places.quotes.filter(({ ranges }) => ranges.length > 0).map(({ id }) => id);
  return { places: Object.fromEntries(spots), quotes, seen: session.seen };
}

function inView({ places, wanted }) {
  const shown = places.marks.filter(({ range, finding }) => range && (wanted === null || wanted.has(finding.id)));
  const seen = shown.filter(({ range }) => {
    const { top, bottom } = (range).getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  return seen.map(({ finding }) => finding.id);
}

function look(session) {
  clearTimeout(session.look);
  session.look = setTimeout(() => {
    const seen = session.canvas ? inView(session) : [];
    if (seen.join() === session.seen.join()) return;
    session.seen = seen;
    session.tell("seen", { seen });
  }, PAUSE);
}

function paint(session) {
  const { places, wanted, hidden, drawn } = session;
  session.canvas?.clear();
  session.canvas = canvas(places.marks, places.quotes);
  if (hidden) return drawn?.initials.clear();
  session.canvas.show(({ id }) => wanted === null || wanted.has(id));
  drawn?.initials.draw(places.quotes);
}

function settle(session) {
  if (!session.canvas || session.hidden) return;
  session.drawn?.initials.redraw();
  clearTimeout(session.still);
  session.still = setTimeout(() => session.canvas && session.tell("placed", told(session)), STILL);
}
return { told, look, paint, settle };
})();
const $anchor = (() => {
const INVISIBLE = /[\s\u00ad\u200b\u2060\ufeff]/;
const PLAIN = { "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-" };
const CANDIDATES = 2000;
const PROOF = 28;
const AROUND = 32;
const BREAK = /\n{2,}/;

function units(stream, points) {
  let low = 0;
  let high = stream.wide.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stream.wide[middle] < points) low = middle + 1;
    else high = middle;
  }
  return points + low;
}

function read(target) {
  const of = (type) => target.selector.find((selector) => selector.type === type) ?? {};
  const { start = 0, end = 0 } = of("TextPositionSelector");
  const { exact = "", prefix = "", suffix = "" } = of("TextQuoteSelector");
  return { start, end, exact, prefix, suffix };
}

function quoteOf(points, start, end) {
  const cut = (from, to) => points.slice(Math.max(0, from), to).join("");
  const [prefix] = cut(start - AROUND, start)
    .split(BREAK)
    .slice(-1);
  const [suffix] = cut(end, end + AROUND).split(BREAK);
  return { start, end, exact: cut(start, end), prefix, suffix };
}

function place(stream, target) {
  if (!target.exact.trim()) return null;
  const start = units(stream, target.start);
  const end = units(stream, target.end);
  return stands(stream.text, target, start, end) ? { start, end, how: "position" } : search(stream, target, start);
}

function stands(text, { exact, prefix = "", suffix = "" }, start, end) {
  if (text.slice(start, end) !== exact) return false;
  const before = text.slice(Math.max(0, start - prefix.length), start);
  return before === prefix && text.startsWith(suffix, end);
}

function search(stream, target, hint) {
  stream.skeleton ??= skeleton(stream.text);
  const { text, map } = stream.skeleton;
  const [exact, prefix, suffix] = [target.exact, target.prefix, target.suffix].map((part = "") => skeleton(part).text);
  if (!exact) return null;
  const expected = (hint * text.length) / Math.max(1, stream.text.length);
  const index = best(text, { exact, prefix, suffix, expected });
  if (index === null) return null;
  return { start: map[index], end: map[index + exact.length - 1] + 1, how: "quote" };
}

function skeleton(text) {
  const kept = [];
  const map = [];
  for (let index = 0; index < text.length; index++) {
    const letter = text[index];
    if (INVISIBLE.test(letter)) continue;
    kept.push(PLAIN[letter] ?? letter);
    map.push(index);
  }
  return { text: kept.join(""), map };
}

function best(text, quote) {
  const found = [];
  let at = text.indexOf(quote.exact);
  while (at >= 0 && found.length < CANDIDATES) {
    found.push({ at, context: context(text, quote, at), away: Math.abs(at - quote.expected) });
    at = text.indexOf(quote.exact, at + 1);
  }
  found.sort((a, b) => b.context - a.context || a.away - b.away);
  const [first, second] = found;
  if (!first) return null;
  const needed = Math.min(quote.prefix.length + quote.suffix.length, PROOF - quote.exact.length / 2);
  const doubtful = second?.context === first.context;
  return first.context >= needed && !doubtful ? first.at : null;
}

function context(text, quote, at) {
  let before = 0;
  while (before < quote.prefix.length && text[at - 1 - before] === quote.prefix.at(-1 - before)) before++;
  const end = at + quote.exact.length;
  let after = 0;
  while (after < quote.suffix.length && text[end + after] === quote.suffix[after]) after++;
  return before + after;
}

function range(stream, start, end) {
  const [first, last] = [nodeAt(stream, start), nodeAt(stream, end - 1)];
  for (let index = first; index <= last; index++) if (!isIntact(stream, index)) return null;
  const found = stream.nodes[first].ownerDocument.createRange();
  found.setStart(stream.nodes[first], start - stream.starts[first]);
  found.setEnd(stream.nodes[last], end - stream.starts[last]);
  return found;
}

function nodeAt(stream, offset) {
  let low = 0;
  let high = stream.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (stream.starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isIntact(stream, index) {
  const node = stream.nodes[index];
  const start = stream.starts[index];
  const end = stream.starts[index + 1] ?? stream.text.length;
  return node.isConnected && node.data === stream.text.slice(start, end);
}

function locate(targets, stream, again) {
  let fresh = null;
  const attempt = (now, target) => {
    const found = target && place(now, target);
    return found ? range(now, found.start, found.end) : null;
  };
  return targets.map((target) => {
    const known = attempt(stream, target);
    if (known || !target) return known;
    fresh ??= again();
    return attempt(fresh, target);
  });
}
return { units, read, quoteOf, place, range, locate };
})();
const $placing = (() => {
const { locate } = $anchor;
const { stream: streamOf } = $collect;


function place(root, stream, { remarks, quotes }) {
  const again = () => streamOf(root);
  const ranges = locate(
    remarks.map(({ target }) => target),
    stream,
    again,
  );
  const marks = remarks.map((finding, index) => mark(finding, ranges[index]));
  const spoken = locate(
    quotes.flatMap(({ targets }) => targets),
    stream,
    again,
  );
  return { marks, quotes: quotes.map((quote) => said(quote, spoken.splice(0, quote.targets.length))) };
}

function mark(finding, range) {
  return { finding, range, words: range && String(range) };
}

function said(quote, found) {
  const ranges = found.filter((range) => range !== null);
  return { ...quote, ranges, spoken: ranges.map(String) };
}

function isBroken({ marks, quotes }) {
  const isLost = ({ finding, range, words }) =>
    finding.target !== null && (range === null || String(range) !== words);
  const isTorn = ({ ranges, spoken }) =>
    ranges.some((range, index) => String(range) !== spoken[index]);
  return marks.some(isLost) || quotes.some(isTorn);
}
return { place, isBroken };
})();
const $reach = (() => {
const { HOST, SKIPPED } = $collect;

const SMALLEST = { width: 200, height: 120 };
const FEWEST = 20;
const LINE = 6;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu;

function words(text) {
  return text.match(WORD)?.length ?? 0;
}

function unread(root) {
  const frames = [...root.querySelectorAll("iframe, frame")].filter(isReadable).length;
  const hidden = [...root.querySelectorAll("*")].reduce((sum, element) => sum + wordsWithin(element), 0);
  return { frames, words: hidden < FEWEST ? 0 : hidden };
}

function isReadable(frame) {
  const { width, height } = frame.getBoundingClientRect();
  return width >= SMALLEST.width && height >= SMALLEST.height && getComputedStyle(frame).visibility !== "hidden";
}

function wordsWithin(element) {
  if (!element.shadowRoot || element.localName === HOST) return 0;
  let sum = 0;
  const waiting = [...element.shadowRoot.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeType === 3) sum += words((node).data);
    const inner = (node);
    if (node.nodeType !== 1 || SKIPPED.has(inner.localName)) continue;
    waiting.push(...inner.childNodes);
    sum += wordsWithin(inner);
  }
  return sum;
}

function story(page) {
  const body = page.querySelector("main, [role=main]") ?? page.body;
  const lines = visible(body).split(/\s*\n\s*/);
  const title = visible(page.querySelector("h1") ?? page.createElement("h1")).replace(/\s+/g, " ");
  const prose = lines.filter((line) => words(line) >= LINE && line.trim() !== title.trim());
  return { title: title.trim() || null, text: prose.join("\n\n") };
}

function visible(element) {
  return (element).innerText ?? element.textContent;
}
return { words, unread, story };
})();
const $card = (() => {
const { button, el } = $elements;

const GAP = 8;


function build(findings, labels, actions, signal) {
  const leave = button("✕", trusted(actions.close), signal, { class: "btn leave", "aria-label": labels.close });
  const pieces = findings.map((finding, index) =>
    piece(
      finding,
      index === 0 ? leave : null,
      labels.open,
      trusted(() => actions.open(finding)),
      signal,
    ),
  );
  return el("div", { class: "card", role: "dialog", "aria-label": findings[0].card.title, tabindex: "-1" }, pieces);
}

function trusted(act) {
  return ({ isTrusted }) => isTrusted && act();
}

function piece({ dimension, scored, unit, card }, leave, label, open, signal) {
  return el(
    "section",
    { class: "piece", "data-dimension": dimension, "data-scored": String(scored), "data-unit": unit },
    el("div", { class: "k" }, el("span", {}, card.title), leave),
    el("span", { class: "x" }, card.words),
    card.lines.map((line, index) => el("p", { class: index > 0 ? "more" : null }, line)),
    card.instead && el("p", { class: "more alt" }, card.instead),
    el("div", { class: "meta" }, card.meta),
    label && el("div", { class: "acts" }, button(label, open, signal)),
  );
}

function beside(words, size, room) {
  const below = words.bottom + GAP;
  const above = words.top - GAP - size.height;
  const fits = below + size.height <= room.height - GAP;
  const top = fits || above < GAP ? Math.min(below, room.height - GAP - size.height) : above;
  const left = Math.min(Math.max(words.left, GAP), room.width - GAP - size.width);
  return { top: Math.max(GAP, top), left: Math.max(GAP, left) };
}

function move(card, range, point) {
  const lines = [...range.getClientRects()].filter((line) => line.width > 0);
  const words = lines.find((line) => point && point.y >= line.top && point.y <= line.bottom) ?? lines[0];
  if (!words) return;
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const { top, left } = beside(words, size, { width: document.documentElement.clientWidth, height: innerHeight });
  card.style.setProperty("top", `${top}px`);
  card.style.setProperty("left", `${left}px`);
}
return { build, beside, move };
})();
const $walk = (() => {
const cards = $card;
const { look, paint, settle } = $marking;


const MARGIN = 80;
const HOLD = 600;
const LEAVE = 350;

function listen(session) {
  const { signal } = session;
  const shift = () => session.card && moveCard(session.card);
  const quick = { signal, capture: true, passive: true };
  document.addEventListener("click", (event) => press(session, event), { signal, capture: true });
  document.addEventListener("pointermove", (event) => hover(session, event), quick);
  addEventListener("keydown", (event) => retreat(session, event), { signal, capture: true });
  addEventListener("scroll", (event) => scroll(session, event, shift), quick);
  const resize = () => {
    shift();
    settle(session);
  };
  addEventListener("resize", resize, { signal, passive: true });
  signal.addEventListener("abort", () => {
    clearTimeout(session.hold);
    clearTimeout(session.look);
  });
}

function scroll(session, { target }, shift) {
  shift();
  if (target !== document && session.canvas && !session.hidden) session.drawn?.initials.redraw();
  session.drawn?.initials.veil();
  look(session);
}

function press(session, event) {
  clearTimeout(session.hold);
  if (!event.isTrusted || event.target === session.drawn?.host || session.hidden) return;
  const findings = session.canvas?.at(event.clientX, event.clientY) ?? [];
  if (findings.length > 0) openCard(session, findings, { x: event.clientX, y: event.clientY }, true);
  else closeCard(session);
}

function hover(session, event) {
  const { target, clientX: x, clientY: y, buttons, pointerType } = event;
  clearTimeout(session.hold);
  if (!event.isTrusted || session.hidden || buttons > 0 || pointerType === "touch") return;
  if (target === session.drawn?.host) return;
  if (session.card?.isPassing) session.hold = setTimeout(() => closeCard(session), LEAVE);
  if (session.card) return;
  session.hold = setTimeout(() => {
    const findings = session.canvas?.at(x, y) ?? [];
    if (findings.length > 0) openCard(session, findings, { x, y }, false);
  }, HOLD);
}

function openCard(session, findings, point, focus) {
  closeCard(session);
  const range = session.canvas?.activate(findings[0]);
  if (!range || !session.drawn) return;
  choose(session, findings[0]);
  const actions = {
    close: () => closeCard(session),
    open: (finding) => session.tell("chosen", { id: finding.id, open: true }),
  };
  const element = cards.build(findings, session.sheet.labels, actions, session.signal);
  const card = { element, range, isPassing: !focus, before: document.activeElement };
  session.card = card;
  session.drawn.shadow.append(element);
  cards.move(element, range, point);
  element.addEventListener("focusin", () => {
    card.isPassing = false;
  });
  if (focus) element.focus({ preventScroll: true });
}

function choose(session, { id }) {
  session.chosen = id;
  session.tell("chosen", { id });
}

function moveCard({ element, range }) {
  if (range.startContainer.isConnected) cards.move(element, range, null);
}

function closeCard(session) {
  clearTimeout(session.hold);
  if (!session.card) return;
  const { element, before } = session.card;
  const hadFocus = element.contains((element.getRootNode()).activeElement);
  element.remove();
  session.card = null;
  session.canvas?.quieten();
  if (hadFocus && before?.isConnected) (before).focus?.({ preventScroll: true });
}

function retreat(session, event) {
  if (!event.isTrusted || event.key !== "Escape" || !session.card) return;
  event.stopPropagation();
  closeCard(session);
}

function go(session, id, card = false) {
  closeCard(session);
  const finding = session.sheet.remarks.find((remark) => remark.id === id);
  if (!finding || !session.canvas) return false;
  if (session.hidden) toggle(session);
  choose(session, finding);
  const range = session.canvas.activate(finding);
  if (!range) return false;
  bring(session, range);
  if (card) openCard(session, [finding], null, document.hasFocus());
  return true;
}

function reveal(session, id) {
  const [range] = session.places.quotes.find((quote) => quote.id === id)?.ranges ?? [];
  if (range) bring(session, range);
  return Boolean(range);
}

function bring(session, range) {
  range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
  const words = range.getBoundingClientRect();
  if (words.top < MARGIN || words.bottom > innerHeight - MARGIN) {
    window.scrollBy({ top: words.top - innerHeight / 2, behavior: "instant" });
  }
  session.canvas?.flash(range);
}

function step(session, by, card = false) {
  const { wanted, places, chosen } = session;
  const shown = places.marks.filter(({ range, finding }) => range && (wanted === null || wanted.has(finding.id)));
  if (shown.length === 0) return false;
  const at = shown.findIndex(({ finding }) => finding.id === chosen);
  const from = at >= 0 ? at : by > 0 ? -1 : 0;
  return go(session, shown[(from + by + shown.length) % shown.length].finding.id, card);
}

function toggle(session) {
  session.hidden = !session.hidden;
  closeCard(session);
  paint(session);
  session.tell("hidden", { hidden: session.hidden });
  return true;
}
return { listen, closeCard, go, reveal, step, toggle };
})();
const $watch = (() => {
const STILL = 400;
const LONGEST = 2000;
const PATROL = 1000;

function address() {
  return location.origin + location.pathname + location.search;
}

function watch(root, { changed, moved, patrol }, signal) {
  let timer;
  let since = 0;
  const act = () => {
    since = 0;
    changed();
  };
  const note = () => {
    since ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(act, Math.max(0, Math.min(STILL, since + LONGEST - Date.now())));
  };
  const observer = new MutationObserver(note);
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  (globalThis).navigation?.addEventListener("navigatesuccess", note, { signal });
  window.addEventListener("popstate", note, { signal });
  const sizes = globalThis.ResizeObserver ? new ResizeObserver(moved) : null;
  sizes?.observe(document.body);
  const round = setInterval(patrol, PATROL);
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    clearInterval(round);
    observer.disconnect();
    sizes?.disconnect();
  });
}
return { address, watch };
})();
const $session = (() => {
const collect = $collect;
const { open: openInitials } = $initials;
const { attach } = $layer;
const { paint, settle, told } = $marking;
const { isBroken, place } = $placing;
const { story, unread, words } = $reach;
const walk = $walk;
const { address, watch } = $watch;

const GROWTH = { letters: 1500, share: 0.25 };


const NOTHING = { remarks: [], quotes: [], labels: { close: "", open: "" } };

function start(root, tell) {
  const control = new AbortController();
  const session = {
    ...{ root, tell, signal: control.signal, stream: null, sent: null, selected: "", sheet: NOTHING },
    ...{ places: { marks: [], quotes: [] }, wanted: null, hidden: false, chosen: null, canvas: null, drawn: null },
    ...{ seen: [], card: null, isMarked: false, hasGrown: false, address: address(), length: 0 },
  };
  const close = () => {
    if (control.signal.aborted) return false;
    clear(session);
    control.abort();
    return true;
  };
  const end = () => close() && tell("left");
  addEventListener("pagehide", end, { signal: control.signal });
  return {
    close,
    isOpen: () => !control.signal.aborted,
    collect: (how) => hand(session, how),
    sent: () => session.sent,
    mark: (sheet) => mark(session, sheet, end),
    show: (ids) => show(session, ids),
    clear: () => clear(session),
    go: (id) => walk.go(session, id),
    reveal: (quote) => walk.reveal(session, quote),
    step: (by, card = false) => walk.step(session, by, card),
    toggle: () => walk.toggle(session),
  };
}

function hand(session, how) {
  const sent = request(session, how);
  if (!sent) return null;
  session.sent = sent;
  session.stream = collect.stream(session.root);
  session.address = address();
  return { sent, url: location.href, words: words(session.stream.text), unread: unread(session.root) };
}

function request(session, how) {
  if (how === "page") return { html: collect.serialise(document) };
  if (how === "anyway") return story(document);
  session.selected = String(getSelection() ?? "").trim() || session.selected;
  return session.selected ? { title: null, text: session.selected } : null;
}

function mark(session, sheet, lost) {
  const stream = session.stream ?? collect.stream(session.root);
  walk.closeCard(session); // its remark may be none any more
  Object.assign(session, { sheet, wanted: null, chosen: null, hasGrown: false, length: stream.text.length });
  if (!session.isMarked) follow(session, lost);
  session.isMarked = true;
  session.places = place(session.root, stream, sheet);
  paint(session);
  return told(session);
}

function follow(session, lost) {
  session.drawn = draw(session, lost);
  walk.listen(session);
  const steps = { changed: () => change(session), moved: () => settle(session), patrol: () => patrol(session) };
  watch(session.root, steps, session.signal);
}

function draw(session, lost) {
  const { host, shadow } = attach(lost, session.signal);
  const tell = (source) => session.tell("source", { source });
  return { host, shadow, initials: openInitials(host, shadow, tell, session.signal) };
}

function show(session, ids) {
  walk.closeCard(session);
  session.wanted = ids && new Set(ids);
  paint(session);
  return true;
}

function clear(session) {
  walk.closeCard(session);
  clearTimeout(session.still);
  session.canvas?.clear();
  session.drawn?.initials.clear();
  Object.assign(session, {
    sheet: NOTHING,
    places: { marks: [], quotes: [] },
    canvas: null,
    chosen: null,
    hidden: false,
  });
  return true;
}

function change(session) {
  if (!session.canvas) return;
  if (address() !== session.address) {
    clear(session);
    session.tell("moved");
    return;
  }
  const stream = collect.stream(session.root);
  if (isBroken(session.places)) again(session, stream);
  else settle(session);
  grow(session, stream.text.length);
}

function again(session, stream) {
  session.places = place(session.root, stream, session.sheet);
  paint(session);
  session.tell("placed", told(session));
}

function grow(session, length) {
  const more = length - session.length;
  if (session.hasGrown || more < GROWTH.letters || more < session.length * GROWTH.share) return;
  session.hasGrown = true;
  session.tell("grown");
}

function patrol(session) {
  if (!session.canvas) return;
  if (address() !== session.address) return change(session);
  if (session.hidden) return;
  session.canvas.mend();
  session.drawn?.initials.mend();
}
return { start };
})();
const $main = (() => {
const { start } = $session;


const world = (globalThis);

if (!world.undertone) {
  const { runtime } = world.browser ?? world.chrome;
  const tell = (event, more = {}) =>
    runtime.sendMessage({ type: "page", event, ...more }).catch(() => undefined);
  let page = null;
  world.undertone = (name, ...given) => {
    if (!page?.isOpen()) page = name === "collect" ? start(document.body, tell) : null;
    if (!page) return null;
    const act = (page[name]);
    return act(...given) ?? null;
  };
}
})();
})();
