/** One reading of one page: asks, places the remarks, and follows the reader until it is closed; then nothing is left. */
((undertone) => {
  if (undertone.session) return;

  const { collect, paint, panel, texts, quotations, filters, choices, reach, watch, states, walk, saving, placing } =
    undertone;
  const { say } = texts;
  const PLACE = { width: 372, side: "right" };
  /** How much a page must grow to be worth reading again: characters, and its share. */
  const GROWTH = { letters: 1500, share: 0.25 };
  const SECOND = 1000;
  let current = null;

  /**
   * Opens a session. `root` holds the text that was analysed, `read(how)` resolves to an outcome (`how` is `page`,
   * `anyway` or `selection`), `export(format)` to one whose answer is a file, `targetOf(finding, points)` is its target in the text stream of `root` or null (`points`
   * are the code points of `document.text`), `onClose()` is called once at the end. What else the reader may do comes
   * with `settings` (as they are now) and the functions `change(patch)`, `report(wrong)`, `modelCard()`, `rule(id)`,
   * `cancel()`, `options()`, `pair()`, `useServer(address)`, each resolving to its outcome.
   */
  function start(options) {
    close();
    const control = new AbortController();
    const session = {
      ...options,
      control,
      signal: control.signal,
      how: options.how ?? "page",
      before: document.activeElement,
      marks: [],
      quotes: [],
      filter: filters.none(),
      aside: new Set(),
      chosen: null,
      card: null,
    };
    current = session;
    const sent = send(session);
    session.panel = panel.open(actionsOf(session), options.settings?.panel ?? PLACE, session.signal);
    walk.listen(session, close);
    const steps = { changed: () => follow(session), moved: () => settle(session), patrol: () => patrol(session) };
    watch.watch(session.root, steps, session.signal);
    session.panel.focus();
    return ask(session, false, sent);
  }

  /** Sends what is to be read, before anything is drawn: the server works meanwhile. */
  function send(session, how = session.how) {
    session.how = how;
    return { asked: session.read(how), stream: collect.stream(session.root) };
  }

  /** What the panel's buttons and the card's do; what the page cannot do is missing. */
  function actionsOf(session) {
    const { useServer, pair, options, change, modelCard, rule } = session;
    session.choices = choices.make(choices.services(session), {
      again: () => ask(session, true),
      redraw: () => show(session),
      told: (text, undo) => told(session, text, undo),
      aside: session.aside,
    });
    const { sense, bringBack } = session.choices;
    return {
      ...{ close, useServer, pair, options, sense, bringBack },
      learn: rule,
      level: () => session.settings?.sensitivity ?? "mild",
      retry: () => ask(session),
      read: session.isPage ? (how) => ask(session, false, send(session, how)) : null,
      cancel: session.cancel ? () => session.cancel() : null,
      keep: (panelPlace) => change && choices.services(session).change({ panel: panelPlace }),
      fold: () => session.panel.fold(),
      turn: () => session.panel.turn(),
      toggle: () => walk.toggle(session),
      choose: (finding, { byKey }) => walk.jump(session, finding, byKey),
      step: (by) => walk.step(session, by),
      narrow: () => narrow(session),
      filter: () => widen(session),
      reveal: (quote) => walk.reveal(session, quote.ranges[0]),
      export: (form) => saving.save(form, session, (text) => told(session, text)),
      quality: modelCard ? async () => session.panel.quality(await modelCard()) : null,
      back: () => show(session),
    };
  }

  function told(session, text, undo) {
    if (session === current) session.panel.toast(text, undo);
  }

  /** Ends the open session and takes everything off the page. Returns whether there was one. */
  function close() {
    const session = current;
    if (!session) return false;
    current = null;
    const hadFocus = session.panel.hasFocus();
    clearTimeout(session.timer);
    session.control.abort();
    session.canvas?.clear();
    session.panel.close();
    if (hadFocus && session.before?.isConnected) session.before.focus?.({ preventScroll: true });
    session.onClose?.();
    return true;
  }

  /** Waits for the answer to what was sent; `quietly` leaves what is shown until it is there. */
  async function ask(session, quietly = false, sent = send(session)) {
    clearTimeout(session.timer);
    session.sent = sent;
    if (quietly) session.panel.busy(true);
    else wait(session, sent.stream);
    const unread = session.isPage ? reach.unread(session.root) : { frames: 0, words: 0 };
    const outcome = await sent.asked;
    if (session !== current || session.sent !== sent) return;
    if (outcome.kind !== "answer") return fail(session, outcome);
    take(session, outcome, sent.stream, unread);
  }

  function wait(session, stream) {
    session.panel.wait(texts.figure(reach.words(stream.text)));
    session.panel.toast(null);
    forget(session);
  }

  function forget(session) {
    session.canvas?.clear();
    session.panel.layer.clear();
    Object.assign(session, { answer: null, marks: [], quotes: [], chosen: null });
  }

  /** Shows a failure; one that may pass is tried again by itself, but not behind the reader's back. */
  function fail(session, outcome) {
    forget(session);
    session.panel.fail(outcome);
    const pause = states.pause(outcome);
    if (pause === null) return;
    const again = () => (document.hidden ? wake(again) : ask(session, true));
    const wake = (act) => {
      session.timer = setTimeout(act, pause * SECOND);
    };
    wake(again);
  }

  function take(session, { answer, host }, stream, unread) {
    Object.assign(session, { answer, host, unread, hasGrown: false, hidden: false, chosen: null });
    session.address = watch.address();
    session.length = stream.text.length;
    session.points = [...(answer.document.text ?? "")];
    session.findings = [...answer.findings].sort((a, b) => a.start - b.start || a.end - b.end);
    session.said = quotations.read(answer);
    placing.place(session, stream);
    show(session);
  }

  /** Whether a remark is shown: not set aside, and let through by the filter. */
  function isWanted(session, finding) {
    return !session.aside.has(choices.keyOf(finding)) && filters.passes(session.filter, finding);
  }

  /** Shows the answer, its marks and its report, without what the reader set aside. */
  function show(session) {
    const kept = session.marks.filter(({ finding }) => !session.aside.has(choices.keyOf(finding)));
    const of = (isPlaced) => kept.filter(({ range }) => Boolean(range) === isPlaced).map(({ finding }) => finding);
    draw(session);
    const { answer, host, quotes, filter, how, unread } = session;
    const about = { how, unread };
    const aside = session.marks.length - kept.length;
    session.panel.report({ answer, host, placed: of(true), lost: of(false), quotes, about, filter, aside });
    session.panel.narrow((finding) => isWanted(session, finding));
  }

  /** Paints the marks anew. */
  function draw(session) {
    session.canvas?.clear();
    session.canvas = paint.canvas(session.marks, session.quotes);
    session.panel.label(say(session.hidden ? "show" : "hide"));
    if (session.hidden) return session.panel.layer.clear();
    session.canvas.show((finding) => isWanted(session, finding));
    session.panel.layer.draw(
      session.marks.filter(({ finding }) => isWanted(session, finding)),
      session.quotes,
    );
  }

  function narrow(session) {
    walk.closeCard(session);
    draw(session);
    session.panel.narrow((finding) => isWanted(session, finding));
  }

  function widen(session) {
    session.filter = filters.none();
    show(session);
  }

  /** Follows a page that changes: another story ends the marks, redrawn words get theirs again, growth is told. */
  function follow(session) {
    if (!session.answer) return;
    if (watch.address() !== session.address) {
      forget(session);
      session.how = "page";
      session.panel.fail({ kind: "moved" });
      return;
    }
    const stream = collect.stream(session.root);
    if (placing.isBroken(session)) replace(session, stream);
    else settle(session);
    tellGrowth(session, stream.text.length);
  }

  /** Places everything again; the list changes only where words were lost or found. */
  function replace(session, stream) {
    const before = session.marks.map(({ range }) => range === null);
    placing.place(session, stream);
    const isSame = session.marks.every(({ range }, index) => (range === null) === before[index]);
    if (isSame) draw(session);
    else show(session);
  }

  function tellGrowth(session, length) {
    const more = length - session.length;
    if (session.hasGrown || more < GROWTH.letters || more < session.length * GROWTH.share) return;
    session.hasGrown = true;
    session.panel.grown();
  }

  /** Brings what is drawn over the page back to its words after the page moved. */
  function settle(session) {
    if (session.answer && !session.hidden) session.panel.layer.redraw();
  }

  /** Sees every second that the page has not gone elsewhere nor taken the marks away. */
  function patrol(session) {
    if (!session.answer) return;
    if (watch.address() !== session.address) follow(session);
    else if (!session.hidden) session.canvas.mend();
  }

  /** What a keyboard command does: `next`, `previous`, `marks`. Returns whether a session is open. */
  function command(name) {
    if (!current?.answer) return current !== null;
    if (name === "marks") walk.toggle(current);
    else walk.step(current, name === "next" ? 1 : -1, true);
    return true;
  }

  undertone.session = { start, close, command, isOpen: () => current !== null, isWanted, draw };
})(globalThis.undertone);
