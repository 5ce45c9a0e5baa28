/** The card beside the words that were clicked: rule, words, why, a plainer wording, whose voice, points, how sure. */
((undertone) => {
  if (undertone.card) return;

  const { texts, remarks } = undertone;
  const { el, button, shorten } = undertone.elements;
  const GAP = 8;

  /** The card of the remarks about the same words. `close` is called by its button. */
  function build(findings, answer, close, signal) {
    const leave = button("✕", close, signal, { "aria-label": texts.closeCard });
    const pieces = findings.map((finding, index) => piece(finding, answer, index === 0 ? leave : null));
    return el("div", { class: "card", role: "dialog", "aria-label": title(findings[0]), tabindex: "-1" }, pieces);
  }

  function piece(finding, answer, leave) {
    const facts = [
      remarks.voice(finding, answer),
      remarks.points(finding, answer),
      texts.fill(texts.sure, { share: texts.percent(finding.confidence) }),
    ];
    return el(
      "section",
      remarks.dress("piece", finding),
      el("div", { class: "k" }, el("span", {}, title(finding)), leave),
      el("div", { class: "x" }, shorten(finding.exact, 240)),
      ...remarks.why(finding),
      el("div", { class: "meta" }, facts.join(" · ")),
    );
  }

  function title(finding) {
    return `${texts.dimensions[finding.dimension]} · ${remarks.ruleName(finding)}`;
  }

  /** Where a card of this size goes: below the words, else above; inside the room left of the panel, where it fits. */
  function beside(words, size, room) {
    const below = words.bottom + GAP;
    const above = words.top - GAP - size.height;
    const fits = below + size.height <= room.height - GAP;
    const top = fits || above < GAP ? Math.min(below, room.height - GAP - size.height) : above;
    const left = Math.min(words.left, room.width - GAP - size.width);
    return { top: Math.max(GAP, top), left: Math.max(GAP, left) };
  }

  /** Moves the card beside the line of `range` nearest to `point`, or its first line; out of sight with the words. */
  function move(card, range, panelWidth, point) {
    const lines = [...range.getClientRects()].filter((line) => line.width > 0);
    const words = lines.find((line) => point && point.y >= line.top && point.y <= line.bottom) ?? lines[0];
    if (!words) return;
    const wide = innerWidth - panelWidth > card.offsetWidth + 2 * GAP;
    const room = { width: wide ? innerWidth - panelWidth : innerWidth, height: innerHeight };
    const size = { width: card.offsetWidth, height: card.offsetHeight };
    const { top, left } = beside(words, size, room);
    card.style.setProperty("top", `${top}px`);
    card.style.setProperty("left", `${left}px`);
  }

  undertone.card = { build, beside, move };
})(globalThis.undertone);
