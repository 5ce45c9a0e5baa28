/** The same text under other names: whether a score moves when nothing but the names of people changes. */

/** @typedef {import("./wording.js").Answer} Answer */
/** @typedef {{title: string | null, text: string}} Given a text as the server is asked about it */

/** Surnames that stand in for others: from many countries, none of them a word. */
const SURNAMES = [
  ...["Halvorsen", "Okonkwo", "Tanaka", "Moreau", "Kowalski", "Lindqvist", "Fernandes", "Petrov", "Nakamura", "Abebe"],
  ...["Castellano", "Haddad", "Jansen", "Kariuki", "Novotny", "Papadakis", "Quispe", "Rahman", "Sorensen", "Tuilagi"],
];
const LEAST = 3; // letters of a surname: a shorter one may be a word

/**
 * What to exchange in the text of an answer: for each surname of a person it names another one. First names stay, so
 * that he stays he and she stays she. Of the people named, those count whom the server gave a name and a first name.
 *
 * @returns {Map<string, string>}
 */
export function pairs(/** @type {Answer} */ answer) {
  const text = answer.document.text ?? "";
  const people = [...answer.sources, ...(answer.parties ?? [])].filter(
    ({ kind, named }) => kind === "person" && named !== false,
  );
  const surnames = people.flatMap(({ name }) => {
    const words = name.trim().split(/\s+/);
    const last = words.at(-1).replace(/[^\p{L}\p{M}'’-]/gu, "");
    return words.length > 1 && /^\p{Lu}/u.test(last) && last.length >= LEAST ? [last] : [];
  });
  const free = SURNAMES.filter((name) => !text.includes(name));
  const known = [...new Set(surnames)].sort().slice(0, free.length);
  return new Map(known.map((name, place) => [name, free[place]]));
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

function renamed(/** @type {string} */ words, /** @type {ReadonlyMap<string, string>} */ others) {
  const names = [...others.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return words.replace(pattern, (name) => others.get(name) ?? name);
}

function escaped(/** @type {string} */ name) {
  return name.replace(/[.*+?^${}()|[\]\\-]/g, "\\$&");
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
