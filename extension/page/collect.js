/** Reads a page: its text stream with live references to the nodes, and its markup without what nobody reads. */
((undertone) => {
  if (undertone.collect) return;

  /** Elements whose text is no part of the text stream; the same list as in `detector/page/dom.py`. */
  const SKIPPED = new Set(
    (
      "script style noscript template textarea iframe select option svg math object video audio canvas " +
      "button title"
    ).split(" "),
  );
  const HOST = "undertone-panel";
  const ELEMENT = 1;
  const TEXT = 3;
  const COMMENT = 8;

  /**
   * The text stream under `root`: `text` is the data of `nodes` joined, `starts[i]` the offset at which `nodes[i]`
   * begins, in UTF-16 units; `wide` lists the characters outside the basic plane, in code points.
   */
  function stream(root) {
    const nodes = [];
    const starts = [];
    const parts = [];
    let length = 0;
    each(root, (node) => {
      if (node.nodeType !== TEXT || node.data === "") return;
      nodes.push(node);
      starts.push(length);
      parts.push(node.data);
      length += node.data.length;
    });
    const text = parts.join("");
    return { nodes, starts, text, wide: wideIn(text) };
  }

  /** Visits the nodes under `root` in document order, without recursion: pages may be nested deeply. */
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
    return node.nodeType === ELEMENT && !SKIPPED.has(node.localName) && node.localName !== HOST;
  }

  function wideIn(text) {
    const found = [];
    for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) found.push(match.index - found.length);
    return found;
  }

  /**
   * The document's markup, so that a parser that reads it gets the same text stream. What is no text is left out:
   * comments, scripts (but JSON-LD), what stands in fields, our own panel. The page itself is not touched.
   */
  function serialise(page) {
    const copy = page.documentElement.cloneNode(true);
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
    if (node.nodeType === COMMENT || node.localName === HOST) node.remove();
    if (node.nodeType !== ELEMENT) return;
    const name = node.localName;
    if (name === "pre" || name === "listing") keepFirstLine(node);
    if (name === "input") node.removeAttribute("value");
    if (!SKIPPED.has(name) || name === "title") return;
    const isData = name === "script" && node.getAttribute("type")?.trim().toLowerCase() === "application/ld+json";
    if (!isData) node.replaceChildren();
    if (name === "template") node.remove();
  }

  /** A parser drops the line break that opens a `pre`; one more in front saves the one that is text. */
  function keepFirstLine(node) {
    if (node.firstChild?.nodeType === TEXT && node.firstChild.data.startsWith("\n")) node.prepend("\n");
  }

  /** Half a surrogate pair cannot travel; the replacement character has the same length. */
  function toWellFormed(text) {
    return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  }

  undertone.collect = { stream, serialise, SKIPPED, HOST };
})(globalThis.undertone);
