/** What the reader has chosen: frozen defaults, and what each value must look like. Knows no browser. */

import { isServer, SERVER } from "./addresses.js";

/** The languages of the interface; `auto` follows the browser. */
export const LANGUAGES = Object.freeze(["auto", "en", "de", "es", "fr"]);

/** How much is shown: only what is sure, all remarks, or also what the model merely suspects. */
export const SENSITIVITIES = Object.freeze(["calm", "normal", "thorough"]);

/** How many entries a list of the reader's holds; the server takes as many. */
export const MOST = 1000;

/** How many readings the history keeps. */
export const HISTORY = 500;

const LONGEST = 200;

/**
 * @typedef {{title: string, url: string, levels: Record<string, string | null>, time: string}} Reading
 * @typedef {object} Settings
 * @property {string} server address of the server
 * @property {string} token what pairing gave; empty while not paired
 * @property {string} language one of `LANGUAGES`
 * @property {string} sensitivity one of `SENSITIVITIES`
 * @property {readonly string[]} rulesOff ids of rules that are off everywhere
 * @property {readonly string[]} ignoredWords words that never get a remark
 * @property {Readonly<Record<string, readonly string[]>>} sitesOff ids of rules that are off on a host
 * @property {readonly string[]} autoSites hosts on which a page is read when it opens
 * @property {boolean} keepHistory whether `history` grows
 * @property {readonly Reading[]} history what was read, newest first
 * @property {readonly Record<string, unknown>[]} reports remarks that the reader called wrong, oldest first
 */

/** @type {Readonly<Settings>} */
export const DEFAULTS = freeze({
  server: SERVER,
  token: "",
  language: "auto",
  sensitivity: "normal",
  rulesOff: [],
  ignoredWords: [],
  sitesOff: {},
  autoSites: [],
  keepHistory: false,
  history: [],
  reports: [],
});

/** What an exported file holds: all but the token, what was read and what was reported. */
export const PORTABLE = Object.freeze([
  ...["language", "sensitivity", "rulesOff", "ignoredWords", "sitesOff", "server", "autoSites", "keepHistory"],
]);

/** @type {Record<keyof Settings, (value: any) => boolean>} */
const FITS = {
  server: isServer,
  token: (value) => typeof value === "string" && /^[ -~]{0,200}$/.test(value), // what a header may hold
  language: (value) => LANGUAGES.includes(value),
  sensitivity: (value) => SENSITIVITIES.includes(value),
  rulesOff: isList(isRule),
  ignoredWords: isList(isShort),
  sitesOff: isSites,
  autoSites: isList(isHost),
  keepHistory: (value) => typeof value === "boolean",
  history: isList(isReading, HISTORY),
  reports: isList(isPlain),
};

/** Whole settings out of whatever storage held: a value that is missing or damaged is the default. */
export function read(/** @type {Record<string, unknown>} */ held) {
  const names = /** @type {(keyof Settings)[]} */ (Object.keys(DEFAULTS));
  const sound = names.map((name) => [name, fits(name, held[name]) ? held[name] : DEFAULTS[name]]);
  return /** @type {Readonly<Settings>} */ (freeze(Object.fromEntries(sound)));
}

/** The names in a patch that are unknown, not `allowed`, or whose values do not fit; none if it can be stored. */
export function faults(/** @type {unknown} */ patch, allowed = Object.keys(DEFAULTS)) {
  if (!isPlain(patch)) return ["{}"];
  return Object.entries(patch)
    .filter(([name, value]) => !allowed.includes(name) || !fits(name, value))
    .map(([name]) => name);
}

/** The settings under some names only. */
export function pick(/** @type {Readonly<Settings>} */ settings, /** @type {readonly string[]} */ names) {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => names.includes(name)));
}

/** The `options` of a request about a page of `host`: the sensitivity, the rules that are off there, the ignored words. */
export function wishes(/** @type {Readonly<Settings>} */ settings, host = "") {
  const here = Object.hasOwn(settings.sitesOff, host) ? settings.sitesOff[host] : [];
  const off = new Set([...settings.rulesOff, ...here]);
  return {
    min_severity: settings.sensitivity === "calm" ? "notable" : "mild",
    disable: [...off].slice(0, MOST),
    ignore: settings.ignoredWords,
  };
}

function fits(/** @type {string} */ name, /** @type {unknown} */ value) {
  if (!Object.hasOwn(FITS, name) || value === null || value === undefined) return false;
  return FITS[/** @type {keyof Settings} */ (name)](value);
}

function isList(/** @type {(item: unknown) => boolean} */ isItem, most = MOST) {
  return (/** @type {unknown} */ value) => Array.isArray(value) && value.length <= most && value.every(isItem);
}

/** Whether a value is the id of a dimension, the name of a level, or null for no level. */
function isWord(/** @type {unknown} */ value) {
  return value === null || (typeof value === "string" && /^[a-z-]{1,40}$/.test(value));
}

function isShort(/** @type {unknown} */ value) {
  return typeof value === "string" && value.trim() !== "" && value.length <= LONGEST;
}

function isRule(/** @type {unknown} */ value) {
  return isShort(value) && /^[a-z]+\.[a-z0-9-]+$/.test(String(value));
}

/** Whether a value is the name of a host, as in an address: `news.example`, `xn--bcher-kva.example`, `[::1]`. */
export function isHost(/** @type {unknown} */ value) {
  if (typeof value !== "string" || value.length > LONGEST || value.includes("*") || !URL.canParse(`http://${value}/`))
    return false;
  return new URL(`http://${value}/`).hostname === value;
}

function isSites(/** @type {unknown} */ value) {
  if (!isPlain(value)) return false;
  const sites = Object.entries(value);
  return sites.length <= MOST && sites.every(([host, rules]) => isHost(host) && isList(isRule)(rules));
}

function isReading(/** @type {unknown} */ value) {
  if (!isPlain(value)) return false;
  const { title, url, time, levels } = value;
  if (![title, url, time].every((text) => typeof text === "string")) return false;
  return isPlain(levels) && Object.entries(levels).flat().every(isWord);
}

/** @returns {value is Record<string, unknown>} */
function isPlain(/** @type {unknown} */ value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @template T @param {T} value @returns {T} */
function freeze(value) {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
