/** Reads a page: its text stream with live references to the nodes, and its markup without what nobody reads. */

/**
 * A text stream: `text` is the data of `nodes` joined, `starts[i]` the offset at which `nodes[i]` begins, in UTF-16 units;
 * `wide` lists the characters outside the basic plane, in code points; `skeleton` is filled by `anchor.js`.
 *
 * @typedef {{nodes: Text[], starts: number[], text: string, wide: number[],
 *   skeleton?: {text: string, map: number[]}}} Stream
 */

/** Elements whose text is no part of the text stream; the same list as in `detector/page/dom.py`. */
export const SKIPPED = new Set(
  (
    "script style noscript template textarea iframe select option svg math object video audio canvas " + "button title"
  ).split(" "),
);
/** The element that holds what we draw over a page. */
export const HOST = "undertone-layer";
const ELEMENT = 1;
const TEXT = 3;
const COMMENT = 8;

/**
 * The text stream under `root`.
 *
 * @param {Node} root
 * @returns {Stream}
 */
export function stream(root) {
  /** @type {Text[]} */
  const nodes = [];
  /** @type {number[]} */
  const starts = [];
  /** @type {string[]} */
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

/** Visits the nodes under `root` in document order, without recursion: pages may be nested deeply. */
function each(/** @type {Node} */ root, /** @type {(node: Node) => void} */ visit) {
  /** @type {Node | null} */
  let node = root.firstChild;
  while (node) {
    visit(node);
    /** @type {Node | null} */
    let next = isRead(node) ? node.firstChild : null;
    while (!next && node && node !== root) {
      next = node.nextSibling;
      if (!next) node = node.parentNode;
    }
    node = node === root ? null : next;
  }
}

function isRead(/** @type {Node} */ node) {
  return isElement(node) && !SKIPPED.has(node.localName) && node.localName !== HOST;
}

/** @returns {node is Element} */
function isElement(/** @type {Node} */ node) {
  return node.nodeType === ELEMENT;
}

/** @returns {node is Text} */
function isText(/** @type {Node} */ node) {
  return node.nodeType === TEXT;
}

function wideIn(/** @type {string} */ text) {
  /** @type {number[]} */
  const found = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) found.push(match.index - found.length);
  return found;
}

/**
 * The document's markup, so that a parser that reads it gets the same text stream. What is no text is left out:
 * comments, scripts (but JSON-LD), what stands in fields, our own layer. The page itself is not touched.
 */
export function serialise(/** @type {Document} */ page) {
  const copy = /** @type {HTMLElement} */ (page.documentElement.cloneNode(true));
  /** @type {Node[]} */
  const nodes = [];
  every(copy, (node) => nodes.push(node));
  for (const node of nodes) clean(node);
  return toWellFormed(copy.outerHTML).replaceAll("\r", "&#13;").replaceAll("\0", "\ufffd");
}

function every(/** @type {HTMLElement} */ root, /** @type {(node: Node) => void} */ visit) {
  const walker = root.ownerDocument.createTreeWalker(root, 0xffffffff);
  while (walker.nextNode()) visit(walker.currentNode);
}

function clean(/** @type {Node} */ node) {
  if (node.nodeType === COMMENT) /** @type {Comment} */ (node).remove();
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

/** A parser drops the line break that opens a `pre`; one more in front saves the one that is text. */
function keepFirstLine(/** @type {Element} */ node) {
  const first = node.firstChild;
  if (first && isText(first) && first.data.startsWith("\n")) node.prepend("\n");
}

/** Half a surrogate pair cannot travel; the replacement character has the same length. */
function toWellFormed(/** @type {string} */ text) {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}
