/** The panel: waiting, a report, a failure or the model's figures; its bar, its foot, and the card over the page. */
((undertone) => {
  if (undertone.panel) return;

  const { frame, notices, lesson, states, foot, layer, card: cards } = undertone;
  const { say, language } = undertone.texts;
  const { el, svg, button } = undertone.elements;

  /** Opens the panel at `place`. `actions` are what its buttons do; all its listeners end with `signal`. */
  function open(actions, place, signal) {
    const parts = build(actions, signal);
    const framed = frame.attach(parts.root, place, { keep: actions.keep, lost: actions.close }, signal);
    const { host } = framed;
    const view = { ...parts, frame: framed, host, actions, signal, card: null, list: null, voices: null, state: null };
    const over = { go: (finding) => actions.choose(finding, {}), tell: (id) => tell(view, id) };
    const drawn = layer.open(host, over, signal);
    suit(view);
    return {
      host,
      layer: drawn,
      wait: (words) => fill(view, "wait", states.waiting(words, actions.cancel, life(view))),
      fail: (outcome) => fail(view, outcome),
      report: (told) => report(view, told),
      busy: (isBusy) => view.body.setAttribute("aria-busy", String(isBusy)),
      grown: () => view.body.prepend(notices.grown(actions, signal)),
      quality: (card) => quality(view, card),
      mark: (finding) => view.list?.mark(finding),
      narrow: (isWanted) => view.list?.show(isWanted),
      focusEntry: (finding) => view.list?.focus(finding),
      card: (content) => showCard(view, content),
      toast: (text, undo) => toast(view, text, undo),
      covered: () => view.frame.covered(),
      label: view.foot.label,
      fold: () => adjust(view, "fold"),
      turn: () => adjust(view, "turn"),
      focus: () => view.title.focus({ preventScroll: true }),
      hasFocus: () => document.activeElement === host,
      close: () => host.remove(),
    };
  }

  function build(actions, signal) {
    const title = el("h1", { tabindex: "-1" }, "Undertone");
    const icon = (sign, act) => button(sign, act, signal, { class: "btn icon" });
    const turn = icon("⇆", actions.turn);
    const fold = icon("–", actions.fold);
    const close = icon("✕", actions.close);
    name(close, say("close"));
    const body = el("div", { class: "body", tabindex: "0", role: "group", "aria-label": "Undertone" });
    const live = el("div", { class: "sr", role: "status", "aria-live": "polite" });
    const notes = el("div", { class: "notes" });
    const bottom = foot.build(actions, signal);
    const bar = el("header", { class: "bar" }, logo(), title, turn, fold, close);
    const root = el("section", { class: "panel", role: "complementary", "aria-label": "Undertone", lang: language() });
    root.append(bar, body, notes, bottom.element, live);
    return { root, title, turn, fold, body, notes, live, foot: bottom };
  }

  function name(made, label) {
    made.setAttribute("aria-label", label);
    made.title = label;
  }

  function adjust(view, what) {
    view.frame[what]();
    suit(view);
  }

  /** Names the bar's buttons by what they would do now. */
  function suit(view) {
    const isFolded = view.host.hasAttribute("data-folded");
    view.fold.textContent = isFolded ? "+" : "–";
    view.fold.setAttribute("aria-expanded", String(!isFolded));
    name(view.fold, say(isFolded ? "unfold" : "fold"));
    name(view.turn, say(view.frame.side() === "left" ? "move_right" : "move_left"));
  }

  function logo() {
    const line = (d, colour) =>
      svg("path", { d, fill: "none", stroke: colour, "stroke-width": 2, "stroke-linecap": "round" });
    const wave = "M2 17c2-2 3-2 5 0s3 2 5 0 3-2 6 0";
    return svg(
      "svg",
      { viewBox: "0 0 20 20", "aria-hidden": "true" },
      line("M4 3v5a6 6 0 0 0 12 0V3", "currentColor"),
      line(wave, "var(--wording)"),
    );
  }

  /** A signal that ends with the panel's content. */
  function life(view) {
    view.content?.abort();
    view.content = new AbortController();
    return AbortSignal.any([view.signal, view.content.signal]);
  }

  function fill(view, state, ...content) {
    showCard(view, null);
    Object.assign(view, { state, list: null, voices: null });
    view.foot.element.hidden = true;
    view.body.setAttribute("aria-busy", "false");
    view.body.replaceChildren(...content.filter(Boolean));
    view.body.scrollTop = 0;
  }

  /** Shows a failure; one that is shown already stays, so that nothing is taken from under the reader's hands. */
  function fail(view, outcome) {
    const state = `fail ${outcome.kind} ${outcome.server} ${outcome.status} ${outcome.request}`;
    view.body.setAttribute("aria-busy", "false");
    if (view.state === state) return;
    fill(view, state, states.failure(outcome, view.actions, life(view)));
    announce(view, view.body.querySelector("h2").textContent);
  }

  /** Shows a report: `{answer, host, placed, lost, quotes, about, filter, aside}`; keeps its place where it was one. */
  function report(view, told) {
    const at = view.state === "report" ? view.body.scrollTop : 0;
    const around = { actions: view.actions, signal: life(view) };
    const unscored = Object.values(told.answer.scores).every((score) => score.value === null);
    const parts = undertone.sections.map((section) => section({ ...told, unscored }, around));
    fill(view, "report", ...parts.flatMap(({ nodes }) => nodes));
    view.body.scrollTop = at;
    for (const { nodes, ...handles } of parts) Object.assign(view, handles);
    view.foot.show(told.host, told.placed.length > 0, !unscored);
    announce(view, count([...told.placed, ...told.lost]));
  }

  function quality(view, card) {
    const back = button(say("back"), view.actions.back, view.signal, { class: "btn main" });
    fill(view, "quality", lesson.quality(card, back));
    view.body.querySelector("h2").focus();
  }

  /** Shows who says a quotation: unfolds their row. */
  function tell(view, source) {
    if (view.host.hasAttribute("data-folded")) view.actions.fold();
    view.voices?.open(source);
  }

  function count(findings) {
    const strong = findings.filter((finding) => finding.severity === "strong").length;
    if (findings.length === 0) return say("announce_none");
    if (findings.length === 1) return say("announce_one");
    return say("announce", { count: findings.length, strong });
  }

  function announce(view, text) {
    view.live.textContent = text;
  }

  function toast(view, text, undo) {
    view.notes.replaceChildren(...(text ? [foot.toast(text, undo, view.signal)] : []));
    if (text) announce(view, text);
    view.notes.querySelector("button")?.focus();
  }

  /** Shows the card of the remarks beside their words, or closes the open one. Returns the card. */
  function showCard(view, content) {
    view.card?.remove();
    view.card = null;
    if (!content) return null;
    const { findings, answer, range, actions, signal, point, focus } = content;
    view.card = cards.build(findings, answer, actions, signal);
    view.host.shadowRoot.append(view.card);
    cards.move(view.card, range, view.frame.covered(), point);
    if (focus) view.card.focus({ preventScroll: true });
    return view.card;
  }

  undertone.panel = { open };
})(globalThis.undertone);
