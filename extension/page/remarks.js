/** The remarks in reading order, each with its words, why, whose voice and points; and those with no place. */
((undertone) => {
  if (undertone.remarks) return;

  const { texts } = undertone;
  const { el, button, shorten } = undertone.elements;

  /** Whose words a remark is about, in words. */
  function voice(finding, answer) {
    if (finding.voice === "author") return texts.author;
    const source = answer.sources.find(({ id }) => `source:${id}` === finding.voice);
    return source ? texts.fill(texts.quoting, { name: shorten(source.name, 60) }) : texts.quotingUnknown;
  }

  /** What a remark does to its score, in words. */
  function points(finding, answer) {
    if (finding.voice !== "author") return texts.uncounted;
    if (!finding.counts || finding.points === 0) return texts.unscoredPoints;
    const size = Math.abs(finding.points);
    const amount = Number(size.toFixed(size < 10 ? 1 : 0));
    if (finding.points < 0) return texts.fill(texts.takes, { points: amount });
    const { value = null } = answer.scores[finding.dimension] ?? {};
    return texts.fill(value === null ? texts.gives : texts.adds, { points: amount, value });
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
      suggestion ? el("p", { class: "more alt" }, texts.fill(texts.instead, { words: suggestion })) : null,
    ];
  }

  /** The remarks' section; `item(finding)` is its list entry, `mark(finding)` sets the chosen one. */
  function section(answer, placed, actions, signal) {
    const items = new Map(placed.map((finding) => [finding, entry(finding, answer, actions, signal)]));
    const position = el("span", { class: "aside" });
    const place = (index) => {
      const count = placed.length;
      position.textContent = index < 0 ? String(count) : texts.fill(texts.position, { index: index + 1, count });
    };
    const mark = (finding) => {
      for (const [other, item] of items) item.classList.toggle("on", other === finding);
      items.get(finding)?.scrollIntoView({ block: "nearest", behavior: "instant" });
      place(placed.indexOf(finding));
    };
    place(-1);
    const steps = [
      step("↑", texts.previous, () => actions.step(-1), signal),
      step("↓", texts.next, () => actions.step(1), signal),
    ];
    const head = el("header", {}, el("h2", {}, texts.remarks), position, placed.length > 0 ? steps : null);
    const list = el("ol", { class: "list" }, [...items.values()]);
    const none = el("p", { class: "quiet" }, texts.noRemarks);
    return { element: el("section", { class: "sec" }, head, placed.length > 0 ? list : none), mark };
  }

  function step(sign, label, act, signal) {
    return button(sign, act, signal, { class: "btn icon", "aria-label": label, title: label });
  }

  function entry(finding, answer, actions, signal) {
    const words = el("button", { type: "button", class: "x" }, shorten(finding.exact));
    const item = el("li", dress("f", finding), words, ...body(finding, answer));
    item.addEventListener("click", () => actions.choose(finding), { signal });
    return item;
  }

  function body(finding, answer) {
    return [
      ...why(finding),
      el(
        "div",
        { class: "meta" },
        el("span", {}, texts.dimensions[finding.dimension]),
        el("span", { class: "pts" }, points(finding, answer)),
      ),
    ];
  }

  function dress(name, finding) {
    return { class: name, "data-dimension": finding.dimension, "data-counts": String(finding.counts) };
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
      el("header", {}, el("h2", {}, texts.unplaced), el("span", { class: "aside" }, String(findings.length))),
      el("p", { class: "quiet" }, texts.unplacedWhy),
      el("ul", { class: "list" }, items),
    );
  }

  undertone.remarks = { section, lost, voice, points, ruleName, why, dress };
})(globalThis.undertone);
