/** Builds the panel's elements. Texts become text nodes, never markup. */
((undertone) => {
  if (undertone.elements) return;

  const SVG = "http://www.w3.org/2000/svg";

  /** An HTML element with attributes (null leaves one out) and children; strings become text nodes. */
  function el(tag, attributes = {}, ...children) {
    return dress(document.createElement(tag), attributes, children);
  }

  /** The same in SVG. */
  function svg(tag, attributes = {}, ...children) {
    return dress(document.createElementNS(SVG, tag), attributes, children);
  }

  function dress(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  }

  /** A quiet text button that calls `act` while `signal` lives. */
  function button(label, act, signal, attributes = {}) {
    const made = el("button", { type: "button", class: "btn", ...attributes }, label);
    made.addEventListener("click", act, { signal });
    return made;
  }

  /** The first `limit` characters of a text, cut at a word, with an ellipsis where something was cut. */
  function shorten(text, limit = 160) {
    const plain = text.replace(/\s+/g, " ").trim();
    if (plain.length <= limit) return plain;
    const cut = plain.slice(0, limit);
    return `${cut.slice(0, Math.max(limit / 2, cut.lastIndexOf(" ")))}…`;
  }

  /**
   * Copies a text; where the page may not use the clipboard (plain http), through a selection of `element`. Resolves to
   * whether it is copied.
   */
  async function put(text, element) {
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // Refused by the page's permissions policy: the older way below still works.
      }
    }
    getSelection()?.selectAllChildren(element);
    return document.execCommand("copy");
  }

  /** Saves a text as a file of the reader's. */
  function save(name, text, type) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    el("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  undertone.elements = { el, svg, button, shorten, put, save };
})(globalThis.undertone);
