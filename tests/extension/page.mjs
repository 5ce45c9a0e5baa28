/** Loads the extension's page scripts into a jsdom window, as the browser would inject them. */

import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { SCRIPTS } from "../../extension/page/scripts.js";

/** The English texts of `_locales`. */
export const MESSAGES = JSON.parse(
  readFileSync(new URL("../../extension/_locales/en/messages.json", import.meta.url), "utf8"),
);
const FOLDER = new URL("../../extension/", import.meta.url);

/** A window with `html` and the scripts up to and including `last` (all but the extension's entry by default). */
export function open(html, last = "page/session.js") {
  const { window } = new JSDOM(html, { runScripts: "outside-only", pretendToBeVisual: true });
  window.undertone = { messages: MESSAGES };
  window.Element.prototype.scrollIntoView = () => undefined;
  for (const file of SCRIPTS.slice(0, SCRIPTS.indexOf(last) + 1)) {
    window.eval(readFileSync(new URL(file, FOLDER), "utf8"));
  }
  return window;
}
