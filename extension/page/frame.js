/** The panel's frame: its own shadow root out of the page's reach, its width and side, and its way back onto the page. */
((undertone) => {
  if (undertone.frame) return;

  const { el } = undertone.elements;
  const { say } = undertone.texts;
  const NARROWEST = 280;
  const STEP = 20;
  const RETURNS = 5;

  /** The widest that the panel may be, in pixels: half of the window. */
  function widest() {
    return Math.max(NARROWEST, Math.floor(innerWidth / 2));
  }

  /**
   * Puts `panel` onto the page. `place` is `{width, side}`, `keep(place)` is told when the reader changes it; the page
   * that takes the panel away gets it back a few times, then `lost()` is told.
   */
  function attach(panel, place, { keep, lost }, signal) {
    const host = document.createElement(undertone.collect.HOST);
    const shadow = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(undertone.sheet);
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(panel);
    const frame = { host, panel, width: place.width, side: place.side, keep };
    frame.grip = grip(frame, signal);
    panel.prepend(frame.grip);
    home().append(host);
    fit(frame);
    stay(host, lost, signal);
    window.addEventListener("resize", () => fit(frame), { signal, passive: true });
    return {
      host,
      fold: () => host.toggleAttribute("data-folded"),
      turn: () => turn(frame),
      side: () => frame.side,
      covered: () => covered(frame),
    };
  }

  /** Under the body, where accessibility tools see its colours; under the root where the body would carry it along. */
  function home() {
    const { transform, filter, perspective } = getComputedStyle(document.body);
    const carries = [transform, filter, perspective].some((value) => value && value !== "none");
    return carries ? document.documentElement : document.body;
  }

  /** Returns a host that the page takes away, a few times; a page that insists has its way. */
  function stay(host, lost, signal) {
    let returns = 0;
    const observer = new MutationObserver(() => {
      if (host.isConnected) return;
      if (returns++ < RETURNS) home().append(host);
      else lost();
    });
    observer.observe(document.documentElement, { childList: true });
    observer.observe(document.body, { childList: true });
    signal.addEventListener("abort", () => observer.disconnect());
  }

  function fit(frame) {
    const width = Math.min(Math.max(NARROWEST, frame.width), widest());
    frame.host.style.setProperty("--width", `${width}px`);
    frame.host.toggleAttribute("data-left", frame.side === "left");
    frame.grip.setAttribute("aria-valuenow", String(width));
    frame.grip.setAttribute("aria-valuemax", String(widest()));
    frame.grip.setAttribute("aria-valuetext", `${width} px`);
    return width;
  }

  function turn(frame) {
    frame.side = frame.side === "left" ? "right" : "left";
    fit(frame);
    frame.keep({ width: fit(frame), side: frame.side });
    return frame.side;
  }

  /** The edge that widens the panel: dragged, or moved by the arrow keys. */
  function grip(frame, signal) {
    const made = el("div", {
      class: "grip",
      role: "separator",
      tabindex: "0",
      "aria-orientation": "vertical",
      "aria-label": say("width"),
      "aria-valuemin": NARROWEST,
    });
    const resize = (width) => {
      frame.width = Math.round(width);
      frame.width = fit(frame);
    };
    const save = () => frame.keep({ width: frame.width, side: frame.side });
    const drag = ({ clientX }) =>
      resize(frame.side === "left" ? clientX : document.documentElement.clientWidth - clientX);
    made.addEventListener(
      "pointerdown",
      (event) => {
        event.preventDefault();
        made.setPointerCapture(event.pointerId);
        made.addEventListener("pointermove", drag, { signal });
      },
      { signal },
    );
    made.addEventListener(
      "lostpointercapture",
      () => {
        made.removeEventListener("pointermove", drag);
        save();
      },
      { signal },
    );
    made.addEventListener(
      "keydown",
      (event) => {
        const way = { ArrowLeft: 1, ArrowRight: -1 }[event.key];
        if (!way) return;
        event.preventDefault();
        resize(frame.width + way * STEP * (frame.side === "left" ? -1 : 1));
        save();
      },
      { signal },
    );
    return made;
  }

  /** How much of the page the panel covers, in pixels: `{left, right}`. */
  function covered({ host, panel, side }) {
    const width = host.hasAttribute("data-folded") ? 0 : panel.offsetWidth;
    return { left: side === "left" ? width : 0, right: side === "left" ? 0 : width };
  }

  undertone.frame = { attach, NARROWEST };
})(globalThis.undertone);
