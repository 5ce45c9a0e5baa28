/** The remarks in reading order, each with its words, why, whose voice and points; and those with no place. */
((undertone) => {
  if (undertone.remarks) return;

  const { say, number, figure } = undertone.texts;
  const { el, button, shorten } = undertone.elements;

  /** Whose words a remark is about, in words. */
  function voice(finding, answer) {
    if (finding.voice.kind === "author") return say("author");
    const source = answer.sources.find(({ id }) => id === finding.voice.source);
    return source ? say("quoting", { name: shorten(source.name, 60) }) : say("quoting_unknown");
  }

  /** What a remark does to its score, in words. */
  function points(finding, answer) {
    if (finding.voice.kind !== "author") return say("uncounted");
    if (finding.scored && finding.points === 0 && finding.unit === "sentence") return say("counted_in_words");
    if (!finding.scored || finding.points === 0) return say("unscored_points");
    const size = Math.abs(finding.points);
    const amount = figure(Number(size.toFixed(size < 10 ? 1 : 0)));
    if (finding.points < 0) return say("takes", { points: amount });
    const { value = null } = answer.scores[finding.dimension] ?? {};
    return say(value === null ? "gives" : "adds", { points: amount, value });
  }

  /** The rule's name in words: the last part of its id. */
  function ruleName(finding) {
    return finding.rule.split(".").at(-1).replaceAll("-", " ");
  }

  /** Why a remark is made: its message, then the reason behind the rule and a plainer wording. */
  function why({ message, reason, suggestion }) {
    return [
      el("p", {}, message),
      reason && reason !== message ? el("p", { class: "more" }, reason) : null,
      suggestion ? el("p", { class: "more alt" }, say("instead", { words: suggestion })) : null,
    ];
  }

  /**
   * The remarks' section. `mark(finding)` sets the chosen one, `show(isWanted)` hides the others, `focus(finding)` puts
   * the focus on an entry.
   */
  function section(answer, placed, { filters, actions, signal }) {
    const items = new Map(placed.map((finding) => [finding, entry(finding, answer, actions, signal)]));
    const position = el("span", { class: "aside" });
    const none = el("p", { class: "quiet", hidden: "" }, `${say("none_match")} `, all(actions, signal));
    let wanted = placed;
    const place = (index) => {
      const count = wanted.length;
      position.textContent = index < 0 ? String(count) : say("position", { index: index + 1, count });
    };
    const mark = (finding) => {
      for (const [other, item] of items) item.classList.toggle("on", other === finding);
      items.get(finding)?.scrollIntoView({ block: "nearest", behavior: "instant" });
      place(wanted.indexOf(finding));
    };
    const show = (isWanted) => {
      wanted = placed.filter(isWanted);
      for (const [finding, item] of items) item.hidden = !isWanted(finding);
      none.hidden = wanted.length > 0 || placed.length === 0;
      place(-1);
    };
    place(-1);
    const head = el(
      "header",
      {},
      el("h2", {}, say("remarks")),
      position,
      placed.length > 0 ? steps(actions, signal) : null,
    );
    const list = placed.length > 0 ? el("ol", { class: "list" }, [...items.values()]) : nothing(answer);
    const element = el("section", { class: "sec" }, head, filters, none, list);
    return { element, mark, show, focus: (finding) => items.get(finding)?.querySelector("button").focus() };
  }

  function all(actions, signal) {
    return button(say("show_all"), () => actions.filter(null), signal, { class: "btn link" });
  }

  function steps(actions, signal) {
    return [
      step("↑", say("previous"), () => actions.step(-1), signal),
      step("↓", say("next"), () => actions.step(1), signal),
    ];
  }

  function step(sign, label, act, signal) {
    return button(sign, act, signal, { class: "btn icon", "aria-label": label, title: label });
  }

  /** That there is nothing to remark, and in how many words of how many sources; no praise. */
  function nothing(answer) {
    const { sources = 0 } = answer.scores.sourcing?.facts ?? {};
    const many = sources > 1 ? say("independent_many", { count: number(sources) }) : say("independent_one");
    const said = sources === 0 ? say("independent_none") : undertone.texts.capital(many);
    return el("p", { class: "quiet" }, say("no_remarks", { words: answer.document.words, sources: said }));
  }

  /** An entry: its words are a button; from the keyboard it also opens the card. */
  function entry(finding, answer, actions, signal) {
    const words = el("button", { type: "button", class: "x" }, shorten(finding.exact));
    const item = el("li", dress("f", finding), words, ...body(finding, answer));
    item.addEventListener("click", ({ detail }) => actions.choose(finding, { byKey: detail === 0 }), { signal });
    return item;
  }

  function body(finding, answer) {
    return [
      ...why(finding),
      el(
        "div",
        { class: "meta" },
        el("span", {}, say(`dimension_${finding.dimension}`)),
        el("span", { class: "pts" }, points(finding, answer)),
      ),
    ];
  }

  function dress(name, finding) {
    const { dimension, scored, unit } = finding;
    return { class: name, "data-dimension": dimension, "data-scored": String(scored), "data-unit": unit };
  }

  /** The remarks that have no place on the page, or null where all have one. */
  function lost(answer, findings) {
    if (findings.length === 0) return null;
    const items = findings.map((finding) =>
      el("li", dress("f lost", finding), el("span", { class: "x" }, shorten(finding.exact)), ...body(finding, answer)),
    );
    return el(
      "section",
      { class: "sec" },
      el("header", {}, el("h2", {}, say("unplaced")), el("span", { class: "aside" }, String(findings.length))),
      el("p", { class: "quiet" }, say("unplaced_why")),
      el("ul", { class: "list" }, items),
    );
  }

  undertone.sections.push(({ answer, placed, lost: astray, filter, aside, unscored }, { actions, signal }) => {
    const { filters: chosen, notices } = undertone;
    const chips = chosen.chips(placed, Object.keys(answer.scores), filter, actions.narrow, signal);
    const made = section(answer, placed, { filters: chips, actions, signal });
    const nodes = [
      placed.length + astray.length === 0 && unscored ? null : made.element,
      aside > 0 ? notices.aside(aside, actions, signal) : null,
      lost(answer, astray),
    ];
    return { nodes, list: made };
  });
  undertone.remarks = { section, lost, voice, points, ruleName, why, dress };
})(globalThis.undertone);
