/** Fills the extension's own pages. */

import { words } from "./locale.js";
import { button, el } from "./panel/elements.js";
import { load } from "./storage.js";

/** @typedef {import("./locale.js").Words} Words */

/** The element of this page with an id; throws where the page has none. */
export function byId(/** @type {string} */ id) {
  const found = document.getElementById(id);
  if (!found) throw new TypeError(`This page has no #${id}.`);
  return found;
}

/** Puts the texts in the reader's language in place of their keys (in `data-text` elements), then shows the page. */
export async function speak() {
  const { language, say } = await words((await load()).language);
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.textContent ?? "");
  for (const element of document.querySelectorAll("main")) element.hidden = false;
  return say;
}

/** A line with a command and a button that copies it. */
export function commandLine(/** @type {string} */ command, /** @type {Words} */ say) {
  const copied = el("span", { class: "quiet", role: "status" });
  const copy = button(say("copy"), async () => {
    await navigator.clipboard.writeText(command);
    copied.textContent = say("copied");
  });
  copy.classList.add("small");
  return el("div", { class: "command" }, el("code", {}, command), copied, copy);
}

/** Makes a button ask once more: the first click turns its text into `sure()`, the second calls `act`. */
export function arm(
  /** @type {HTMLElement} */ element,
  /** @type {() => string} */ sure,
  /** @type {() => unknown} */ act,
) {
  const calm = element.textContent;
  const rest = () => {
    delete element.dataset.armed;
    element.textContent = calm;
  };
  element.addEventListener("blur", rest);
  element.addEventListener("click", async () => {
    if (element.dataset.armed === undefined) {
      element.dataset.armed = "";
      element.textContent = sure();
      return;
    }
    rest();
    await act();
  });
}
