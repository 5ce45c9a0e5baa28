/** The texts of `_locales` in the language that the reader chose, which may differ from the browser's. */

import { file, uiLanguage } from "./browser.js";

/** @typedef {Record<string, {message: string}>} Table */
/** @typedef {(key: string, values?: Record<string, string | number>) => string} Words */

const FALLBACK = "en";
const KNOWN = [FALLBACK, "de", "es", "fr"];
/** @type {Map<string, Promise<Table>>} */
const tables = new Map();

/** The language that a setting stands for: `auto` is the browser's, where there are texts in it, else English. */
export function language(/** @type {string} */ setting) {
  const wanted = (setting === "auto" ? uiLanguage() : setting).split("-")[0];
  return KNOWN.includes(wanted) ? wanted : FALLBACK;
}

/** All texts in a language, as `_locales/<language>/messages.json` has them. */
export function table(/** @type {string} */ setting) {
  const name = language(setting);
  const held = tables.get(name) ?? file(`_locales/${name}/messages.json`).then(JSON.parse);
  tables.set(name, held);
  return held;
}

/** The texts whose keys begin with `page_`, for the page scripts. */
export async function pageTable(/** @type {string} */ setting) {
  const all = Object.entries(await table(setting));
  return Object.fromEntries(all.filter(([key]) => key.startsWith("page_")));
}

/** The language that a setting stands for, and a function from a key to its text in it, `$NAME$` filled from `values.name`. */
export async function words(/** @type {string} */ setting) {
  const held = await table(setting);
  /** @type {Words} It throws for a key that does not exist. */
  const say = (key, values = {}) => fill(held[key].message, values);
  return { language: language(setting), say };
}

/** A text with each `$NAME$` replaced by the value of that name, in lower case; what has no value stays. */
export function fill(/** @type {string} */ text, /** @type {Record<string, string | number>} */ values) {
  return text.replace(/\$(\w+)\$/g, (mark, name) => String(values[name.toLowerCase()] ?? mark));
}
