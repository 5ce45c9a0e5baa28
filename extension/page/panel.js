/** The panel: its own shadow root at the right edge, out of the page's reach and out of the page's way. */
((undertone) => {
  if (undertone.panel) return;

  const { texts, scores, sources, remarks, card: cards, states } = undertone;
  const { el, svg, button } = undertone.elements;

  /**
   * Opens the panel. `actions` are what its buttons do: close, retry, useServer(address), toggle, choose(finding), step(by).
   * All its listeners end with `signal`.
   */
  function open(actions, signal) {
    const parts = frame(actions, signal);
    const host = attach(parts.root);
    const view = { ...parts, host, card: null, remarks: null };
    return {
      host,
      wait: () => fill(view, states.waiting(signal)),
      fail: (outcome) => {
        fill(view, states.failure(outcome, actions, signal));
        announce(view, view.body.querySelector("h2").textContent);
      },
      report: (outcome, placed, lost) => report(view, { outcome, placed, lost, actions, signal }),
      mark: (finding) => view.remarks?.mark(finding),
      card: (content) => showCard(view, content),
      width: () => covered(host),
      label: (text) => {
        view.toggle.textContent = text;
      },
      focus: () => view.title.focus({ preventScroll: true }),
      hasFocus: () => document.activeElement === host,
      close: () => host.remove(),
    };
  }

  function frame(actions, signal) {
    const title = el("h1", { tabindex: "-1" }, "Undertone");
    const toggle = button(texts.hide, actions.toggle, signal, { hidden: "" });
    const fold = button(texts.fold, () => turn(fold), signal, { "aria-expanded": "true" });
    const close = button("✕", actions.close, signal, { "aria-label": texts.close, title: texts.close });
    const body = el("div", { class: "body", tabindex: "0", role: "group", "aria-label": "Undertone" });
    const foot = el("footer", { class: "foot", hidden: "" });
    const live = el("div", { class: "sr", role: "status", "aria-live": "polite" });
    const bar = el("header", { class: "bar" }, logo(), title, toggle, fold, close);
    const root = el("section", { class: "panel", role: "complementary", "aria-label": "Undertone" });
    root.append(bar, body, foot, live);
    return { root, title, toggle, body, foot, live };
  }

  /** Folds the panel to its bar, so that it covers no words, or unfolds it. */
  function turn(fold) {
    const { host } = fold.getRootNode();
    const isFolded = host.toggleAttribute("data-folded");
    fold.textContent = isFolded ? texts.unfold : texts.fold;
    fold.setAttribute("aria-expanded", String(!isFolded));
  }

  /** How much of the page's width the panel covers, in pixels. */
  function covered(host) {
    return host.hasAttribute("data-folded") ? 0 : host.offsetWidth;
  }

  function logo() {
    const line = (d, colour) =>
      svg("path", { d, fill: "none", stroke: colour, "stroke-width": 2, "stroke-linecap": "round" });
    const wave = "M2 17c2-2 3-2 5 0s3 2 5 0 3-2 6 0";
    return svg(
      "svg",
      { viewBox: "0 0 20 20", "aria-hidden": "true" },
      line("M4 3v5a6 6 0 0 0 12 0V3", "currentColor"),
      line(wave, "var(--language)"),
    );
  }

  /** Under the body, where accessibility tools see its colours; under the root where the body would carry it along. */
  function attach(root) {
    const host = document.createElement(undertone.collect.HOST);
    const shadow = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(undertone.sheet);
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(root);
    const { transform, filter, perspective } = getComputedStyle(document.body);
    const carries = [transform, filter, perspective].some((value) => value && value !== "none");
    (carries ? document.documentElement : document.body).append(host);
    return host;
  }

  function fill(view, ...content) {
    showCard(view, null);
    view.remarks = null;
    view.toggle.hidden = true;
    view.foot.hidden = true;
    view.body.replaceChildren(...content.filter(Boolean));
    view.body.scrollTop = 0;
  }

  function report(view, { outcome, placed, lost, actions, signal }) {
    const { answer, host } = outcome;
    const list = remarks.section(answer, placed, actions, signal);
    const isEmpty = placed.length + lost.length === 0;
    const unscored = Object.values(answer.scores).every((score) => score.value === null);
    fill(
      view,
      el("p", { class: "sum" }, answer.summary.sentence),
      el("p", { class: "scope" }, texts.scope),
      ...answer.document.notices.map((told) => notice(told, answer.summary.sentence)),
      ...(unscored ? [] : scores.blocks(answer)),
      sources.section(answer),
      isEmpty && unscored ? null : list.element,
      remarks.lost(answer, lost),
    );
    view.remarks = list;
    view.toggle.hidden = placed.length === 0;
    view.foot.hidden = false;
    view.foot.textContent = texts.fill(texts.checked, { host });
    announce(view, count([...placed, ...lost]));
  }

  /** What is special about the page; what the summary says already is not said twice. */
  function notice({ code, message }, said) {
    const lines = [message === said ? null : message, texts.advice[code]].filter(Boolean);
    return el(
      "div",
      { class: "notice", role: "note" },
      el("b", {}, texts.notices[code] ?? texts.notice),
      lines.join(" "),
    );
  }

  function count(findings) {
    const strong = findings.filter((finding) => finding.severity === "strong").length;
    if (findings.length === 0) return texts.announceNone;
    if (findings.length === 1) return texts.announceOne;
    return texts.fill(texts.announce, { count: findings.length, strong });
  }

  function announce(view, text) {
    view.live.textContent = text;
  }

  /** Shows the card of the remarks beside their words, or closes the open one. Returns the card. */
  function showCard(view, content) {
    view.card?.remove();
    view.card = null;
    if (!content) return null;
    const { findings, answer, range, close, signal, point } = content;
    view.card = cards.build(findings, answer, close, signal);
    view.root.getRootNode().append(view.card);
    cards.move(view.card, range, covered(view.host), point);
    view.card.focus({ preventScroll: true });
    return view.card;
  }

  undertone.panel = { open };
})(globalThis.undertone);
