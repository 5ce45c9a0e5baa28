/** The panel's texts in the reader's language, and how it writes numbers. */

/** @typedef {Record<string, {message: string}>} Table the `page_…` entries of `_locales/<language>/messages.json` */

const held = { table: /** @type {Table} */ ({}), language: "en" };

/** Whoever shows or writes anything says first with which texts, in which language. */
export function use(/** @type {Table} */ table, /** @type {string} */ language) {
  Object.assign(held, { table, language });
}

/** Whether there is a text of this name. */
export function has(/** @type {string} */ name) {
  return Object.hasOwn(held.table, `page_${name}`);
}

/** The code of the language that texts are in. */
export function language() {
  return held.language;
}

/** The text `page_<name>`, each `$NAME$` filled from `values`; a name without a text is shown as it is. */
export function say(/** @type {string} */ name, /** @type {Record<string, string | number>} */ values = {}) {
  const text = has(name) ? held.table[`page_${name}`].message : name;
  return text.replace(/\$(\w+)\$/g, (mark, key) => String(values[key.toLowerCase()] ?? mark));
}

/** A code of the wire form (`too-short`, `strong`) as part of a text's name. */
export function nameOf(/** @type {string} */ kind, /** @type {string} */ code) {
  return `${kind}_${code.replaceAll("-", "_")}`;
}

/** A share 0..1 as a percentage, as the reader's language writes it. */
export function percent(/** @type {number} */ share) {
  return share.toLocaleString(held.language, { style: "percent" });
}

/** A number as the reader's language writes it, with at least so many decimals. */
export function figure(/** @type {number} */ value, decimals = 0) {
  return value.toLocaleString(held.language, { minimumFractionDigits: decimals });
}

/** Single quotation marks for double ones. @type {Record<string, string>} */
const WITHIN = { "“": "‘", "”": "’", "„": "‚" };

/** Words as a quotation, in the quotation marks of the reader's language; what they quote themselves gets single ones. */
export function quoted(/** @type {string} */ words) {
  return say("quoted", { words: words.replace(/[“”„]/g, (mark) => WITHIN[mark]) });
}

/** A small count in words, a larger one in figures. */
export function number(/** @type {number} */ count) {
  return has(`number_${count}`) ? say(`number_${count}`) : figure(count);
}

/** The same text with a capital at its beginning. */
export function capital(/** @type {string} */ text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first `limit` characters of a text, cut at a word, with an ellipsis where something was cut. */
export function shorten(/** @type {string} */ text, limit = 160) {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= limit) return plain;
  const cut = plain.slice(0, limit);
  return `${cut.slice(0, Math.max(limit / 2, cut.lastIndexOf(" ")))}…`;
}
