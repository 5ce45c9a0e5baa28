/** Builds the elements of everything that is ours. Texts become text nodes, never markup. */

/** @typedef {string | number | boolean | null | undefined} Value */
/** @typedef {Node | string | null | undefined | false} Child nothing is left out */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An HTML element with attributes (false and null leave one out) and children; strings become text nodes.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Value>} [attributes]
 * @param {...(Child | readonly Child[])} children
 */
export function el(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

/**
 * The same in SVG.
 *
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Value>} [attributes]
 * @param {...(Child | readonly Child[])} children
 */
export function svg(tag, attributes = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), attributes, children);
}

/** @template {Element} Kind @param {Kind} element @param {Record<string, Value>} attributes @param {any[]} children */
function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

/**
 * A quiet text button that calls `act`, while `signal` lives where there is one.
 *
 * @param {Child} label
 * @param {(event: Event) => unknown} act
 * @param {AbortSignal} [signal]
 * @param {Record<string, Value>} [attributes]
 */
export function button(label, act, signal, attributes = {}) {
  const made = el("button", { type: "button", class: "btn", ...attributes }, label);
  made.addEventListener("click", act, { signal });
  return made;
}
