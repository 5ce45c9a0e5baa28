/** What the server is asked about what was read, and as whom. */

import { language } from "./locale.js";
import { wishes } from "./settings.js";

/**
 * What the server is asked about a page or a text, with the options that follow from the settings.
 *
 * @param {any} page
 * @param {import("./settings.js").Settings} settings
 */
export function requestOf({ html, text, title, url }, settings) {
  const options = wishes(settings, URL.canParse(url) ? new URL(url).hostname : "");
  const what = text === undefined ? { html, url } : { text, title };
  return { ...what, include: settings.sensitivity === "thorough" ? ["text", "sentences"] : ["text"], options };
}

/** Where the server is asked, as whom, and in which language it answers: that of the interface. */
export function addressed(/** @type {import("./settings.js").Settings} */ settings) {
  return { server: settings.server, token: settings.token, language: language(settings.language) };
}
