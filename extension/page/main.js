/** The extension's entry on a page: what its background and its panel may call there, and what it tells them. */

import { start } from "./session.js";

/** @typedef {ReturnType<typeof start>} Page */

const world = /** @type {any} */ (globalThis);

if (!world.undertone) {
  const { runtime } = world.browser ?? world.chrome;
  /** An extension that was brought up to date since hears nothing any more: the marks stay until the page goes. */
  const tell = (/** @type {string} */ event, more = {}) =>
    runtime.sendMessage({ type: "page", event, ...more }).catch(() => undefined);
  /** @type {Page | null} */
  let page = null;
  world.undertone = (/** @type {keyof Page} */ name, /** @type {any[]} */ ...given) => {
    if (!page?.isOpen()) page = name === "collect" ? start(document.body, tell) : null;
    if (!page) return null;
    const act = /** @type {(...given: any[]) => unknown} */ (page[name]);
    return act(...given) ?? null;
  };
}
