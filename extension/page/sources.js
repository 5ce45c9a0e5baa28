/** Who speaks: how much of the text is attributed, the sides, the sources, and who is never heard. */
((undertone) => {
  if (undertone.sources) return;

  const { texts } = undertone;
  const { el, shorten } = undertone.elements;
  const TINTS = 3;

  /** The section of an answer, or null where there was no score and nobody speaks. */
  function section(answer) {
    const facts = answer.scores.sourcing?.facts ?? {};
    const { sources } = answer;
    if (answer.scores.sourcing?.value === null && sources.length === 0) return null;
    const share = facts.attributed_share;
    return el(
      "section",
      { class: "sec" },
      el(
        "header",
        {},
        el("h2", {}, texts.speakers),
        typeof share === "number"
          ? el("span", { class: "aside" }, texts.fill(texts.attributed, { share: texts.percent(share) }))
          : null,
      ),
      ...sides(facts.shares_by_side ?? {}),
      sources.length > 0 ? table(sources) : el("p", { class: "quiet" }, texts.noSources),
      never(facts.never_heard ?? []),
    );
  }

  /** The bar of sides and its key; what no side is given stays empty. */
  function sides(shares) {
    const rows = Object.entries(shares)
      .filter(([, share]) => share > 0)
      .sort((a, b) => b[1] - a[1])
      .map(([name, share], index) => ({ name, share, tint: `n${Math.min(index, TINTS)}` }));
    if (rows.length === 0) return [];
    const rest = 1 - rows.reduce((sum, { share }) => sum + share, 0);
    if (rest > 0.005) rows.push({ name: texts.noSide, share: rest, tint: "rest" });
    const parts = rows.map(({ share, tint }) => {
      const part = el("span", { class: `side ${tint}` });
      part.style.setProperty("flex", `${share} 0 0`);
      return part;
    });
    const keys = rows.map(({ name, share, tint }) =>
      el("li", { class: `key ${tint}` }, el("i"), `${shorten(name, 60)} ${texts.percent(share)}`),
    );
    return [el("div", { class: "sides", "aria-hidden": "true" }, parts), el("ul", { class: "keys" }, keys)];
  }

  function table(sources) {
    const body = el("tbody");
    for (const group of groups(sources)) {
      const [first] = group;
      for (const source of group) body.append(row(source, source === first ? null : first.name));
    }
    return el("table", { class: "who", "aria-label": texts.speakers }, body);
  }

  /** The sources by origin, those with the largest share of the words first. */
  function groups(sources) {
    const origins = new Map();
    for (const source of sources) {
      const key = source.origin || source.id;
      origins.set(key, [...(origins.get(key) ?? []), source]);
    }
    const total = (group) => group.reduce((sum, source) => sum + source.share, 0);
    const sorted = [...origins.values()].map((group) => group.toSorted((a, b) => b.share - a.share));
    return sorted.sort((a, b) => total(b) - total(a));
  }

  function row(source, together) {
    const name = shorten(source.name, 80);
    const isNameless = !source.named && source.kind !== "document";
    const notes = [
      source.role,
      source.affiliation,
      isNameless ? texts.unnamed : null,
      source.kind === "document" ? texts.document : null,
      together ? texts.fill(texts.sameOrigin, { name: shorten(together, 40) }) : null,
    ].filter(Boolean);
    const initial = isNameless ? "?" : initialOf(source);
    return el(
      "tr",
      {},
      el("td", {}, el("span", { class: "disc", "aria-hidden": "true" }, initial)),
      el(
        "th",
        { scope: "row" },
        isNameless ? `“${name}”` : texts.capital(name),
        notes.length > 0 ? el("small", {}, notes.join(", ")) : null,
      ),
      el("td", { class: "p" }, texts.percent(source.share)),
    );
  }

  /** The letter that stands for a source: of the surname for a person, of the first word for anything else. */
  function initialOf({ kind, name }) {
    const word = kind === "person" ? name.trim().split(/\s+/).at(-1) : name;
    return (word.match(/[\p{L}\p{N}]/u)?.[0] ?? "?").toUpperCase();
  }

  function never(names) {
    if (names.length === 0) return null;
    return el("p", { class: "never" }, el("b", {}, texts.neverHeard), ` ${names.join(", ")}`);
  }

  undertone.sources = { section };
})(globalThis.undertone);
