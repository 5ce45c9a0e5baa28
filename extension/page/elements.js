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

  undertone.elements = { el, svg, button, shorten };
})(globalThis.undertone);
