/** The remarks that matter most: what a reader sees first of them. */

/** @typedef {import("./wording.js").Finding} Finding */

/** How many remarks are shown before the reader asks for all. */
export const FIRST = 3;

const SEVERITIES = ["mild", "notable", "strong"];

/**
 * The ids of the remarks that matter most: those that move a score most, then the stronger, the surer, and those that come
 * first. What is about a source's words comes last: it does not count.
 */
export function foremost(/** @type {readonly Finding[]} */ findings) {
  const sorted = [...findings].sort((a, b) => {
    const [one, other] = [keys(a), keys(b)];
    const at = one.findIndex((key, place) => key !== other[place]);
    return at < 0 ? 0 : other[at] - one[at];
  });
  return new Set(sorted.slice(0, FIRST).map(({ id }) => id));
}

/** What remarks are compared by, larger numbers first. */
function keys(/** @type {Finding} */ { scored, points, severity, confidence, start }) {
  return [Number(scored), Math.abs(points), SEVERITIES.indexOf(severity), confidence, -start];
}
