/** What stands behind the numbers, on request: a rule's source and examples, and how good the model is. */
((undertone) => {
  if (undertone.lesson) return;

  const { say, percent, figure } = undertone.texts;
  const { el } = undertone.elements;
  const EXAMPLES = 2;

  /** A rule as `/v1/rules` lists it: where it comes from, what it marks and what not; null where it could not be had. */
  function section(rule) {
    if (!rule) return el("p", { class: "quiet" }, say("learn_away"));
    return el(
      "div",
      { class: "lesson" },
      rule.source ? el("p", {}, say("learn_source", { source: rule.source })) : null,
      examples(rule.bad, "learn_bad"),
      examples(rule.good, "learn_good"),
    );
  }

  function examples(given, key) {
    const words = given.slice(0, EXAMPLES).map(({ headline, body }) => headline || body);
    return words.map((text) => el("p", {}, say(key, { words: `“${text}”` })));
  }

  /** The figures of the model card that say most, each `{name, told}`; those that a card lacks are left out. */
  function figures(card) {
    const all = card.model?.figures ?? {};
    const find = (start) => Object.entries(all).find(([name]) => name.startsWith(start))?.[1];
    const [sentences, words] = [find("loaded sentences"), find("loaded words")];
    const [bait, subjective] = [find("headline bait"), find("subjective")];
    const swap = find("shift when parties")?.sentences_mean;
    return [
      sentences && ["sentences", f1(sentences.macro_f1, sentences.interval_95)],
      words && ["words", say("quality_figure_found", shares(words))],
      bait && ["bait", say("quality_figure_order", { value: figure(bait.spearman, 2) })],
      subjective && ["subjective", f1(subjective.macro_f1)],
      swap !== undefined && ["swap", say("quality_figure_points", { value: figure(swap) })],
    ]
      .filter(Boolean)
      .map(([name, told]) => ({ name: say(`quality_${name}`), told }));
  }

  function f1(value, interval) {
    if (!interval) return say("quality_figure_f1", { value: figure(value, 2) });
    const [low, high] = interval.map((end) => figure(end, 2));
    return say("quality_figure_range", { value: figure(value, 2), low, high });
  }

  function shares({ precision, recall }) {
    return { precision: percent(precision), recall: percent(recall) };
  }

  /** The page “How good is this?” of the panel; `card` is the model card, null where it could not be had. */
  function quality(card, leave) {
    const head = el("h2", { tabindex: "-1" }, say("quality"));
    if (!card) return el("section", { class: "state quality" }, head, el("p", {}, say("quality_away")), leave);
    const { rules, reference, limitations } = card;
    const counts = { count: figure(rules.count), articles: figure(reference.articles) };
    return el(
      "section",
      { class: "state quality" },
      head,
      el("p", {}, say("quality_intro")),
      el(
        "dl",
        {},
        figures(card).map(({ name, told }) => el("div", {}, el("dt", {}, name), el("dd", {}, told))),
      ),
      el("p", {}, say("quality_rules", counts)),
      el("h3", {}, say("quality_limits")),
      el(
        "ul",
        {},
        limitations.map((line) => el("li", {}, line)),
      ),
      leave,
    );
  }

  undertone.lesson = { section, quality, figures };
})(globalThis.undertone);
