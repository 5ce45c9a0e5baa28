/** One reading of one page: asks, places the remarks, and listens until it is closed; then nothing is left of it. */
((undertone) => {
  if (undertone.session) return;

  const { anchor, card: cards, collect, paint, panel, texts } = undertone;
  const MARGIN = 80;
  const STILL = 400;
  let current = null;

  /**
   * Opens a session. `root` holds the text that was analysed, `read()` resolves to an outcome, `targetOf(finding)` is
   * its target in the text stream of `root` or null, `onClose()` is called once at the end. Where the reader may name
   * another server, `useServer(address)` resolves to whether it is kept.
   */
  function start(options) {
    close();
    const control = new AbortController();
    const session = { ...options, control, before: document.activeElement, marks: [], chosen: null, card: null };
    current = session;
    const actions = {
      close,
      retry: () => ask(session),
      useServer: options.useServer,
      toggle: () => toggle(session),
      choose: (finding) => jump(session, finding),
      step: (by) => step(session, by),
    };
    session.panel = panel.open(actions, control.signal);
    listen(session);
    watch(session.root, () => follow(session), control.signal);
    session.panel.focus();
    return ask(session);
  }

  /** Ends the open session and takes everything off the page. Returns whether there was one. */
  function close() {
    const session = current;
    if (!session) return false;
    current = null;
    const hadFocus = session.panel.hasFocus();
    session.control.abort();
    session.canvas?.clear();
    session.panel.close();
    if (hadFocus && session.before?.isConnected) session.before.focus?.({ preventScroll: true });
    session.onClose?.();
    return true;
  }

  async function ask(session) {
    session.panel.wait();
    session.canvas?.clear();
    session.answer = null;
    const stream = collect.stream(session.root);
    const outcome = await session.read();
    if (session !== current) return;
    if (outcome.kind === "answer") show(session, outcome, stream);
    else session.panel.fail(outcome);
  }

  function show(session, outcome, stream) {
    session.answer = outcome.answer;
    session.address = address();
    session.findings = [...outcome.answer.findings].sort((a, b) => a.start - b.start || a.end - b.end);
    session.hidden = false;
    place(session, stream);
    session.panel.label(texts.hide);
    const of = (isPlaced) => session.marks.filter(({ range }) => Boolean(range) === isPlaced);
    const plain = (marks) => marks.map(({ finding }) => finding);
    session.panel.report(outcome, plain(of(true)), plain(of(false)));
  }

  /** Finds the words of all remarks in the page as it is and paints them. */
  function place(session, stream) {
    const targets = session.findings.map((finding) => session.targetOf(finding));
    const ranges = anchor.locate(targets, stream, () => collect.stream(session.root));
    session.marks = session.findings.map((finding, index) => {
      const range = ranges[index];
      return { finding, range, words: range && String(range) };
    });
    session.canvas?.clear();
    session.canvas = paint.canvas(session.marks);
    if (!session.hidden) session.canvas.show();
  }

  /** Follows a page that changes under the marks: another story ends them, redrawn words get theirs again. */
  function follow(session) {
    if (!session.answer) return;
    if (address() !== session.address) {
      session.canvas.clear();
      session.answer = null;
      session.marks = [];
      session.panel.fail({ kind: "moved" });
    } else if (session.marks.some(({ range, words }) => range && String(range) !== words)) {
      place(session, collect.stream(session.root));
    }
  }

  /** Where the page is, without the part that only scrolls. */
  function address() {
    return location.origin + location.pathname + location.search;
  }

  /** Calls `act` once the page has been still for a moment after a change. */
  function watch(root, act, signal) {
    let timer = 0;
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(act, STILL);
    });
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      observer.disconnect();
    });
  }

  function listen(session) {
    const { signal } = session.control;
    const shift = () => session.card && moveCard(session);
    document.addEventListener("click", (event) => press(session, event), { signal, capture: true });
    window.addEventListener("keydown", (event) => event.key === "Escape" && retreat(session), {
      signal,
      capture: true,
    });
    window.addEventListener("scroll", shift, { signal, capture: true, passive: true });
    window.addEventListener("resize", shift, { signal, passive: true });
  }

  function press(session, event) {
    if (event.target === session.panel.host || !session.answer || session.hidden) return;
    const findings = session.canvas.at(event.clientX, event.clientY);
    if (findings.length > 0) openCard(session, findings, { x: event.clientX, y: event.clientY });
    else if (session.card) closeCard(session);
  }

  function openCard(session, findings, point) {
    const range = session.canvas.activate(findings[0]);
    session.chosen = findings[0];
    session.panel.mark(findings[0]);
    const { answer } = session;
    const content = { findings, answer, range, point, close: () => closeCard(session), signal: session.control.signal };
    session.card = { element: session.panel.card(content), range, point };
  }

  function moveCard(session) {
    if (session.card.range.startContainer.isConnected)
      cards.move(session.card.element, session.card.range, session.panel.width(), null);
  }

  function closeCard(session) {
    const hadFocus = session.panel.hasFocus();
    session.panel.card(null);
    session.card = null;
    session.canvas?.quieten();
    if (hadFocus) session.panel.focus();
  }

  function retreat(session) {
    if (session.card) closeCard(session);
    else close();
  }

  /** Goes to the words of a remark: scrolls them into view and lights them up. */
  function jump(session, finding) {
    if (session.card) closeCard(session);
    session.chosen = finding;
    session.panel.mark(finding);
    if (session.hidden) toggle(session);
    const range = session.canvas.activate(finding);
    if (!range) return;
    reveal(range);
    session.canvas.flash(finding);
  }

  function reveal(range) {
    range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    const words = range.getBoundingClientRect();
    if (words.top >= MARGIN && words.bottom <= innerHeight - MARGIN) return;
    window.scrollBy({ top: words.top - innerHeight / 2, behavior: "instant" });
  }

  function step(session, by) {
    const placed = session.marks.filter(({ range }) => range).map(({ finding }) => finding);
    if (placed.length === 0) return;
    const from = session.chosen ? placed.indexOf(session.chosen) : by > 0 ? -1 : 0;
    jump(session, placed[(from + by + placed.length) % placed.length]);
  }

  function toggle(session) {
    session.hidden = !session.hidden;
    if (session.card) closeCard(session);
    if (session.hidden) session.canvas.clear();
    else session.canvas.show();
    session.panel.label(session.hidden ? texts.show : texts.hide);
  }

  undertone.session = { start, close, isOpen: () => current !== null };
})(globalThis.undertone);
