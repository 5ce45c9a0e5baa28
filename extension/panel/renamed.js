/** The same text under other names: whether a score moves when nothing but the names of people and parties changes. */

/** @typedef {import("./wording.js").Answer} Answer */
/** @typedef {{title: string | null, text: string}} Given a text as the server is asked about it */

/** Surnames that stand in for others: from many countries, none of them a word. */
const SURNAMES = [
  ...["Halvorsen", "Okonkwo", "Tanaka", "Moreau", "Kowalski", "Lindqvist", "Fernandes", "Petrov", "Nakamura", "Abebe"],
  ...["Castellano", "Haddad", "Jansen", "Kariuki", "Novotny", "Papadakis", "Quispe", "Rahman", "Sorensen", "Tuilagi"],
];
const LEAST = 3; // letters of a surname: a shorter one may be a word

/** Of these, the first two that can be are put in each other's place. */
const SWAPPED = ["country", "organisation"];
/** How a story begins that says where it was written: OSLO, Norway (AP) — */
const DATELINE = /^\p{Lu}[\p{Lu}\p{M}.'’ -]+(?:,[^—–\n]{1,30})?(?: ?\([^)\n]{1,20}\))? [—–-] /mu;
const POSSESSIVE = /['’]s?$/;
const STEM = 2; // letters that a country's name and its adjective share

/**
 * What to exchange in the text of an answer, each name for another one: surnames of people, and two countries or
 * organisations for each other. The countries stay where a dateline says in which city of one of them the story was
 * written: it would lie in the other, and the story be another one.
 *
 * @returns {Map<string, string>}
 */
export function pairs(/** @type {Answer} */ answer) {
  const isDated = DATELINE.test(answer.document.text ?? "");
  const kinds = SWAPPED.filter((kind) => kind !== "country" || !isDated);
  return new Map([...kinds.flatMap((kind) => swapped(answer, kind)), ...surnames(answer)]);
}

/**
 * For each surname of a person another one. First names stay, so that he stays he and she stays she. Of the people
 * named, those count whom the server gave a name and a first name, and whom the story treats as a person: by a role, or
 * by the surname alone. A body taken for a person has neither.
 *
 * @returns {[string, string][]}
 */
function surnames(/** @type {Answer} */ answer) {
  const text = answer.document.text ?? "";
  const people = [...answer.sources, ...(answer.parties ?? [])].filter(
    ({ kind, named }) => kind === "person" && named !== false,
  );
  const last = people.flatMap(({ name, role }) => {
    const words = name.trim().split(/\s+/);
    const word = words.at(-1).replace(/[^\p{L}\p{M}'’-]/gu, "");
    const isSurname = words.length > 1 && /^\p{Lu}/u.test(word) && word.length >= LEAST;
    return isSurname && (role || standsAlone(word, words.at(-2), text)) ? [word] : [];
  });
  const free = SURNAMES.filter((name) => !text.includes(name));
  const known = [...new Set(last.map(lowered))].sort().slice(0, free.length);
  return known.map((name, place) => [name, free[place]]);
}

/** Whether a surname stands somewhere without the name before it, and the text has it as no other word. */
function standsAlone(/** @type {string} */ word, /** @type {string} */ before, /** @type {string} */ text) {
  const whole = `(?<!${escaped(before)}\\s+|[\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`;
  const isWord = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word.toLowerCase())}(?![\\p{L}\\p{N}])`, "u").test(text);
  return !isWord && new RegExp(whole, "iu").test(text);
}

/** A name in capitals as it is written elsewhere. */
function lowered(/** @type {string} */ name) {
  return name === name.toUpperCase() ? name.charAt(0) + name.slice(1).toLowerCase() : name;
}

/**
 * Two of a kind for each other, in all forms that the text gives them: a name, or a name and its adjective. One that goes
 * by more forms, or by another number of them than the other, would be exchanged in part only: it stays.
 *
 * @returns {[string, string][]}
 */
function swapped(/** @type {Answer} */ answer, /** @type {string} */ kind) {
  const points = [...(answer.document.text ?? "")];
  /** @type {{name: string, kind: string}[]} */
  const found = (answer.parties ?? []).filter((/** @type {any} */ one) => one.kind === kind && isProper(one.name));
  const all = [...new Map(found.map((one) => [one.name, formsOf(one, points)])).values()];
  for (const count of [1, 2]) {
    const [one, other] = all.filter((forms) => forms.length === count);
    if (other) return one.flatMap((form, place) => [pair(form, other[place]), pair(other[place], form)]);
  }
  return [];
}

/** @returns {[string, string]} */
function pair(/** @type {string} */ from, /** @type {string} */ to) {
  return [from, to];
}

/**
 * The name that the mentions of a party give it, and its adjective; none where they give it others.
 *
 * @param {{name: string, mentions?: [number, number][]}} party
 * @param {readonly string[]} points
 * @returns {string[]}
 */
function formsOf({ name, mentions = [] }, points) {
  const said = mentions.map(([start, end]) => points.slice(start, end).join("").replace(POSSESSIVE, ""));
  const words = new Set(points.join("").match(/[\p{L}\p{M}]+/gu));
  const others = [...new Set(said)].filter((form) => form !== name && isName(form, words));
  const isPlain = others.every((form) => !/\s/.test(form) && form.slice(0, STEM) === name.slice(0, STEM));
  return said.includes(name) && isPlain ? [name, ...others] : [];
}

/** Whether a name is one and no phrase: all of its words but the short ones have a capital. */
function isProper(/** @type {string} */ name) {
  return name.split(/\s+/).every((word) => word.length <= LEAST || /^\p{Lu}/u.test(word));
}

/** Whether a form is a name: a word with a capital that the text has in no other way, or several, one with a capital after
 * the first. */
function isName(/** @type {string} */ form, /** @type {ReadonlySet<string>} */ words) {
  const [first, ...rest] = form.split(/\s+/);
  if (rest.length > 0) return rest.some((word) => /^\p{Lu}/u.test(word));
  return /^\p{Lu}/u.test(first) && !words.has(first.toLowerCase());
}

/** The analysed text of an answer, its headline apart, as it is and under the other names; null where it names nobody. */
export function texts(/** @type {Answer} */ answer) {
  const others = pairs(answer);
  const { text, title } = answer.document;
  if (others.size === 0 || !text) return null;
  const given = { title, text: title && text.startsWith(title) ? text.slice(title.length).trim() : text };
  const rename = (/** @type {string} */ words) => renamed(words, others);
  return { given, other: { title: title && rename(title), text: rename(given.text) }, others };
}

/** Words under other names; a name in capitals gets one in capitals. */
function renamed(/** @type {string} */ words, /** @type {ReadonlyMap<string, string>} */ others) {
  const capitals = [...others].map((pair) => pair.map((name) => name.toUpperCase()));
  const all = new Map([.../** @type {[string, string][]} */ (capitals), ...others]);
  const names = [...all.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return words.replace(pattern, (name) => all.get(name) ?? name);
}

function escaped(/** @type {string} */ name) {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/**
 * What two answers differ in: each score before and after, and how many remarks there are in each.
 *
 * @param {Answer} before
 * @param {Answer} after
 */
export function compare(before, after) {
  const scores = Object.keys(before.scores).flatMap((dimension) => {
    const [first, second] = [before, after].map(({ scores: all }) => all[dimension]?.value ?? null);
    return first === null && second === null ? [] : [{ dimension, before: first, after: second }];
  });
  const remarks = { before: before.findings.length, after: after.findings.length };
  const isSame = scores.every((score) => score.before === score.after) && remarks.before === remarks.after;
  return { scores, remarks, isSame };
}
