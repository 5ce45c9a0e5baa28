/** Where the words of an answer stand in the page: its remarks and its quotations, found, and found again. */
((undertone) => {
  if (undertone.placing) return;

  const { anchor, collect } = undertone;

  /**
   * Finds the words of all remarks and quotations of a session in `stream`, or, where the page has changed since, in the
   * page as it is. Sets `session.marks` (`{finding, range, words, isSought}`, `range` null where there is no place) and
   * `session.quotes` (as `quotations.js` reads them, with `ranges`, `spoken` and `isPlaced`).
   */
  function place(session, stream) {
    const again = () => collect.stream(session.root);
    const targets = session.findings.map((finding) => session.targetOf(finding, session.points));
    const ranges = anchor.locate(targets, stream, again);
    session.marks = session.findings.map((finding, index) => mark(finding, ranges[index], targets[index]));
    const wanted = session.said.flatMap((quote) => quote.targets);
    const spoken = anchor.locate(wanted, stream, again);
    session.quotes = session.said.map((quote) => said(quote, spoken.splice(0, quote.targets.length).filter(Boolean)));
  }

  function mark(finding, range, target) {
    return { finding, range, words: range && String(range), isSought: target !== null };
  }

  function said(quote, ranges) {
    return { ...quote, ranges, spoken: ranges.map(String), isPlaced: ranges.length > 0 };
  }

  /** Whether words have left their place, or words without a place may have come. */
  function isBroken({ marks, quotes }) {
    const hasLost = ({ range, words, isSought }) => isSought && (range === null || String(range) !== words);
    const isTorn = ({ ranges, spoken }) => ranges.some((range, index) => String(range) !== spoken[index]);
    return marks.some(hasLost) || quotes.some(isTorn);
  }

  undertone.placing = { place, isBroken };
})(globalThis.undertone);
