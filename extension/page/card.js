/** The card beside the marked words: rule, words, why, a plainer wording, whose voice, points, how sure, and what to do. */
((undertone) => {
  if (undertone.card) return;

  const { remarks, complaint, lesson } = undertone;
  const { say, percent } = undertone.texts;
  const { el, button, shorten } = undertone.elements;
  const GAP = 8;

  /**
   * The card of the remarks about the same words. `actions.close` is called by its button, the others as far as they are
   * there: `dismiss`, `ignore`, `ruleOff`, `siteOff`, `complain(finding, report)`, `learn(finding)`; `moved()` is told that the card grew.
   */
  function build(findings, answer, actions, signal) {
    const leave = button("✕", actions.close, signal, { class: "btn leave", "aria-label": say("close_card") });
    const pieces = findings.map((finding, index) =>
      piece(finding, answer, index === 0 ? leave : null, actions, signal),
    );
    return el("div", { class: "card", role: "dialog", "aria-label": title(findings[0]), tabindex: "-1" }, pieces);
  }

  function piece(finding, answer, leave, actions, signal) {
    const sure = say("sure", { share: percent(finding.confidence) });
    const facts = [remarks.voice(finding, answer), remarks.points(finding, answer), sure];
    const more = el("div", { class: "extra", "aria-live": "polite" });
    return el(
      "section",
      remarks.dress("piece", finding),
      el("div", { class: "k" }, el("span", {}, title(finding)), leave),
      el("div", { class: "x" }, shorten(finding.exact, 240)),
      ...remarks.why(finding),
      el("div", { class: "meta" }, facts.join(" · ")),
      choices(finding, actions, more, signal),
      more,
    );
  }

  /** The quiet buttons under a remark; those that the page cannot do are left out. */
  function choices(finding, actions, more, signal) {
    const show = (content) => {
      more.replaceChildren(content);
      actions.moved?.();
      more.querySelector("input")?.focus({ preventScroll: true });
      more.scrollIntoView({ block: "nearest", behavior: "instant" });
    };
    const doing = [
      ["dismiss", () => actions.dismiss(finding)],
      ["ignore", () => actions.ignore(finding)],
      ["rule_off", () => actions.ruleOff(finding)],
      ["site_off", () => actions.siteOff(finding)],
      ["wrong", () => show(complaint.form((report) => actions.complain(finding, report), signal))],
      ["learn", async () => show(lesson.section(await actions.learn(finding)))],
    ];
    const needs = { rule_off: "ruleOff", site_off: "siteOff", wrong: "complain" };
    const able = doing.filter(([name]) => actions[needs[name] ?? name]);
    if (able.length === 0) return null;
    return el(
      "div",
      { class: "acts" },
      able.map(([name, act]) => button(say(name), act, signal)),
    );
  }

  function title(finding) {
    return `${say(`dimension_${finding.dimension}`)} · ${remarks.ruleName(finding)}`;
  }

  /** Where a card of this size goes: below the words, else above; inside the room beside the panel, where it fits. */
  function beside(words, size, room) {
    const below = words.bottom + GAP;
    const above = words.top - GAP - size.height;
    const fits = below + size.height <= room.height - GAP;
    const top = fits || above < GAP ? Math.min(below, room.height - GAP - size.height) : above;
    const left = Math.min(Math.max(words.left, room.left + GAP), room.width - GAP - size.width);
    return { top: Math.max(GAP, top), left: Math.max(GAP, left) };
  }

  /** Moves the card beside the line of `range` nearest to `point`, or its first line; out of sight with the words. */
  function move(card, range, covered, point) {
    const lines = [...range.getClientRects()].filter((line) => line.width > 0);
    const words = lines.find((line) => point && point.y >= line.top && point.y <= line.bottom) ?? lines[0];
    if (!words) return;
    const wide = innerWidth - covered.left - covered.right > card.offsetWidth + 2 * GAP;
    const across = wide ? { left: covered.left, width: innerWidth - covered.right } : { left: 0, width: innerWidth };
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const { top, left } = beside(words, size, { ...across, height: innerHeight });
    card.style.setProperty("top", `${top}px`);
    card.style.setProperty("left", `${left}px`);
  }

  undertone.card = { build, beside, move };
})(globalThis.undertone);
