/** A section of a report that is folded until the reader opens it, and stays as the reader left it. */

import { el } from "./elements.js";

/**
 * A section under its heading; `aside` says beside it what is in it. It opens by itself where it is turned to.
 *
 * @param {string} name
 * @param {{title: string, aside: string | null}} head
 * @param {import("./elements.js").Child[]} content
 * @param {import("./sections.js").Around} around
 */
export function fold(name, { title, aside }, content, { folds, signal }) {
  const summary = el("summary", {}, el("h2", {}, title), aside && el("span", { class: "aside" }, aside));
  const made = el("details", { class: "sec", "data-section": name, open: folds?.get(name) ?? false }, summary, content);
  made.addEventListener("toggle", () => folds?.set(name, made.open), { signal });
  return made;
}
