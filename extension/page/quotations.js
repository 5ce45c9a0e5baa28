/** The quotations of an answer: who says them, with which letter and tint, and where their words stand. */
((undertone) => {
  if (undertone.quotations) return;

  const { anchor } = undertone;
  const SIDES = 3;

  /** The sides by their share of the words, the largest first: `[{name, share}]`. */
  function sides(answer) {
    return Object.entries(answer.scores.sourcing?.facts?.shares_by_side ?? {})
      .filter(([, share]) => share > 0)
      .sort((a, b) => b[1] - a[1])
      .map(([name, share]) => ({ name, share }));
  }

  /** The tint of a source: the place of its side, `none` where it has no side or one beyond the third. */
  function tintOf(source, order) {
    const place = order.findIndex(({ name }) => name === source?.side);
    return place >= 0 && place < SIDES ? String(place) : "none";
  }

  /** The letter that stands for a source: of the surname for a person, of the first word for anything else. */
  function letterOf(source) {
    if (!source || (!source.named && source.kind !== "document")) return "?";
    const word = source.kind === "person" ? source.name.trim().split(/\s+/).at(-1) : source.name;
    return (word.match(/[\p{L}\p{N}]/u)?.[0] ?? "?").toUpperCase();
  }

  /** The quotations with their words: `{id, source, style, letter, name, tint, words, targets}`; none without a text. */
  function read(answer) {
    const { text } = answer.document;
    if (!text) return [];
    const points = [...text];
    const order = sides(answer);
    const known = new Map(answer.sources.map((source) => [source.id, source]));
    return (answer.quotes ?? []).map(({ id, source, style, content }) => {
      const who = known.get(source);
      const look = { letter: letterOf(who), name: who?.name ?? "", tint: tintOf(who, order) };
      const targets = content.map(([start, end]) => anchor.quoteOf(points, start, end));
      return { id, source, style, ...look, words: targets.map(({ exact }) => exact).join(" … "), targets };
    });
  }

  undertone.quotations = { read, sides, tintOf, letterOf };
})(globalThis.undertone);
