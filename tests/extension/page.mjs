/** Makes a jsdom window the world in which the modules of page and panel run, as a browser would. */

import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { use } from "../../extension/panel/texts.js";

/** The English texts of `_locales`. */
export const MESSAGES = JSON.parse(
  readFileSync(new URL("../../extension/_locales/en/messages.json", import.meta.url), "utf8"),
);
const NAMES =
  "document getComputedStyle location getSelection MutationObserver AbortController AbortSignal Event MouseEvent " +
  "KeyboardEvent requestAnimationFrame cancelAnimationFrame addEventListener innerHeight innerWidth scrollY navigator";

/** A window with `html`, as the world of all modules from now on; the panel's texts are English. */
export function open(html = "<!doctype html><body></body>") {
  const { window } = new JSDOM(html, { pretendToBeVisual: true, url: "http://news.test/story" });
  window.Element.prototype.scrollIntoView = () => undefined;
  for (const name of NAMES.split(" ")) {
    const value = window[name];
    const isBound = typeof value === "function" && !value.prototype;
    Object.defineProperty(globalThis, name, {
      value: isBound ? value.bind(window) : value,
      configurable: true,
      writable: true,
    });
  }
  globalThis.window = window;
  use(MESSAGES, "en");
  return window;
}

/** The same with what jsdom lacks for marks: a highlight registry, style sheets, and rectangles. */
export function openToMark(html) {
  const window = open(html);
  globalThis.CSS = { highlights: new Map() };
  globalThis.Highlight = class extends Set {
    constructor(...ranges) {
      super(ranges);
    }
  };
  globalThis.CSSStyleSheet = class {
    replaceSync() {}
  };
  window.Range.prototype.getBoundingClientRect = () => ({ top: 100, bottom: 120 });
  window.Range.prototype.getClientRects = () => [];
  window.scrollBy = () => undefined;
  Object.defineProperty(window.ShadowRoot.prototype, "adoptedStyleSheets", { set: () => undefined });
  return window;
}

/** What is painted: the words of each registry name. */
export const painted = () =>
  Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(String)]));
