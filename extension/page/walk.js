/** How a reader goes about in a report: to the words of a remark, from one to the next, into its card and out. */
((undertone) => {
  if (undertone.walk) return;

  const { card: cards } = undertone;
  const MARGIN = 80;
  const HOLD = 600;
  const LEAVE = 350;

  /** Listens to the page on behalf of a session; `close` ends it. */
  function listen(session, close) {
    const { signal } = session;
    const shift = () => session.card && moveCard(session);
    const quick = { signal, capture: true, passive: true };
    document.addEventListener("click", (event) => press(session, event), { signal, capture: true });
    document.addEventListener("pointermove", (event) => hover(session, event), quick);
    window.addEventListener("keydown", (event) => event.key === "Escape" && retreat(session, event, close), {
      signal,
      capture: true,
    });
    window.addEventListener("scroll", (event) => scroll(session, event, shift), quick);
    window.addEventListener("resize", () => resize(session, shift), { signal, passive: true });
    signal.addEventListener("abort", () => clearTimeout(session.hold));
  }

  function scroll(session, { target }, shift) {
    shift();
    if (target !== document && session.answer && !session.hidden) session.panel.layer.redraw();
    session.panel.layer.veil();
  }

  function resize(session, shift) {
    shift();
    if (session.answer && !session.hidden) session.panel.layer.redraw();
  }

  function press(session, event) {
    clearTimeout(session.hold);
    if (event.target === session.panel.host || !session.answer || session.hidden) return;
    const findings = session.canvas.at(event.clientX, event.clientY);
    if (findings.length > 0) openCard(session, findings, { x: event.clientX, y: event.clientY }, true);
    else closeCard(session);
  }

  /** Resting on marked words opens their card, without the focus; leaving both closes it again. */
  function hover(session, { target, clientX: x, clientY: y, buttons, pointerType }) {
    clearTimeout(session.hold);
    if (!session.answer || session.hidden || buttons > 0 || pointerType === "touch") return;
    if (target === session.panel.host) return;
    if (session.card?.isPassing) session.hold = setTimeout(() => closeCard(session), LEAVE);
    if (session.card) return;
    session.hold = setTimeout(() => {
      const findings = session.canvas.at(x, y);
      if (findings.length > 0) openCard(session, findings, { x, y }, false);
    }, HOLD);
  }

  function openCard(session, findings, point, focus) {
    closeCard(session);
    const range = session.canvas.activate(findings[0]);
    session.chosen = findings[0];
    session.panel.mark(findings[0]);
    const { answer, signal } = session;
    const close = () => closeCard(session);
    const actions = cardActions(session, close);
    const element = session.panel.card({ findings, answer, range, actions, signal, point, focus });
    session.card = { element, range, isPassing: !focus, from: null };
    element.addEventListener("focusin", () => {
      session.card.isPassing = false;
    });
  }

  /** What the card can do; each choice closes it first, so that the toast has the focus. */
  function cardActions(session, close) {
    const closing = (act) => act && ((...given) => closeAnd(close, act, given));
    const { dismiss, ignore, ruleOff, siteOff, complain } = session.choices;
    return {
      close,
      moved: () => session.card && moveCard(session),
      dismiss: closing(dismiss),
      ignore: closing(ignore),
      ruleOff: closing(ruleOff),
      siteOff: session.isPage ? closing(siteOff) : undefined,
      complain: closing(complain),
      learn: session.rule && ((finding) => session.rule(finding.rule)),
    };
  }

  function closeAnd(close, act, given) {
    close();
    return act(...given);
  }

  function moveCard(session) {
    const { element, range } = session.card;
    if (range.startContainer.isConnected) cards.move(element, range, session.panel.covered(), null);
  }

  function closeCard(session) {
    clearTimeout(session.hold);
    if (!session.card) return;
    const { element, from } = session.card;
    const hadFocus = element.contains(element.getRootNode().activeElement);
    session.panel.card(null);
    session.card = null;
    session.canvas?.quieten();
    if (!hadFocus) return;
    if (from) session.panel.focusEntry(from);
    else session.panel.focus();
  }

  function retreat(session, event, close) {
    event.stopPropagation();
    if (session.card) closeCard(session);
    else close();
  }

  /** Goes to the words of a remark: scrolls them into view and lights them up; from the keyboard into their card. */
  function jump(session, finding, byKey = false) {
    closeCard(session);
    session.chosen = finding;
    session.panel.mark(finding);
    if (session.hidden) toggle(session);
    const range = session.canvas.activate(finding);
    if (!range) return;
    reveal(session, range);
    if (!byKey) return;
    openCard(session, [finding], null, true);
    session.card.from = finding;
  }

  /** Scrolls words into view and lights them up for a moment. */
  function reveal(session, range) {
    range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    const words = range.getBoundingClientRect();
    if (words.top < MARGIN || words.bottom > innerHeight - MARGIN) {
      window.scrollBy({ top: words.top - innerHeight / 2, behavior: "instant" });
    }
    session.canvas.flash(range);
  }

  /** Goes to the next remark shown (`by` 1) or the previous (-1); `focus` puts the focus on its entry. */
  function step(session, by, focus = false) {
    const { isWanted } = undertone.session;
    const shown = session.marks.filter(({ range, finding }) => range && isWanted(session, finding));
    if (shown.length === 0) return;
    const at = shown.findIndex(({ finding }) => finding === session.chosen);
    const from = at >= 0 ? at : by > 0 ? -1 : 0;
    const { finding } = shown[(from + by + shown.length) % shown.length];
    jump(session, finding);
    if (focus) session.panel.focusEntry(finding);
  }

  /** Hides the marks or shows them again. */
  function toggle(session) {
    session.hidden = !session.hidden;
    closeCard(session);
    undertone.session.draw(session);
  }

  undertone.walk = { listen, jump, reveal, step, toggle, closeCard };
})(globalThis.undertone);
