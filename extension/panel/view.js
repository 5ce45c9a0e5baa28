/** What the panel shows: nothing yet, waiting, a report, a failure or the model's figures; its bar and its foot. */

import { button, el, svg } from "./elements.js";
import * as foot from "./foot.js";
import * as lesson from "./lesson.js";
import * as notices from "./notices.js";
import { SECTIONS } from "./sections.js";
import * as states from "./states.js";
import { language, say, shorten } from "./texts.js";

/** @typedef {import("./wording.js").Finding} Finding */
/** @typedef {any} Actions what the panel's buttons do, as `controller.js` makes them; what cannot be done is missing */

const STEP = 6; // pixels: ticks nearer to each other than this are one

/**
 * Builds the panel in `root`. All its listeners end with `signal`.
 *
 * @param {HTMLElement} root
 * @param {Actions} actions
 * @param {AbortSignal} signal
 */
export function open(root, actions, signal) {
  const parts = build(root, actions, signal);
  const { body, notes, live, title, ticks } = parts;
  /** @type {{state: string | null, list: any, voices: any[], content: AbortController | null}} */
  const now = { state: null, list: null, voices: [], content: null };
  /** Which folded parts of the report the reader opened. @type {Map<string, boolean>} */
  const folds = new Map();

  /** A signal that ends with the panel's content. */
  function life() {
    now.content?.abort();
    now.content = new AbortController();
    return AbortSignal.any([signal, now.content.signal]);
  }

  function fill(/** @type {string} */ state, /** @type {(Node | null | undefined)[]} */ ...content) {
    const hadFocus = body.contains(document.activeElement) && document.activeElement !== body;
    Object.assign(now, { state, list: null, voices: [] });
    parts.foot.element.hidden = true;
    busy(false);
    body.replaceChildren(...content.filter((node) => node !== null && node !== undefined));
    body.scrollTop = 0;
    ticks.replaceChildren();
    if (hadFocus) title.focus({ preventScroll: true });
  }

  function busy(/** @type {boolean} */ isBusy) {
    body.setAttribute("aria-busy", String(isBusy));
  }

  function announce(/** @type {string} */ text) {
    live.textContent = text;
  }

  function idle(/** @type {string} */ keys) {
    life();
    fill("idle", states.idle(keys));
  }

  function wait(/** @type {() => {since: number, words: string}} */ look) {
    fill("wait", states.waiting(look, actions.cancel, life()));
    announce(say("waiting"));
  }

  /** Shows a failure; one that is shown already stays, so that nothing is taken from under the reader's hands. */
  function fail(/** @type {any} */ outcome) {
    const state = `fail ${outcome.kind} ${outcome.server} ${outcome.status} ${outcome.request}`;
    busy(false);
    if (now.state === state) return;
    const shown = states.failure(outcome, actions, life());
    fill(state, shown);
    announce(shown.querySelector("h2")?.textContent ?? "");
  }

  /** Shows a report; keeps its place where there was one of the same page. */
  function report(/** @type {import("./sections.js").Told & {host: string}} */ told, isSame = false) {
    const at = isSame ? body.scrollTop : 0;
    if (!isSame) folds.clear();
    const around = { actions: { ...actions, turnTo }, signal: life(), folds };
    const parted = SECTIONS.map((section) => section(told, around));
    fill("report", ...parted.flatMap(({ nodes }) => nodes));
    body.scrollTop = at;
    for (const { list, voices } of parted) {
      now.list ??= list ?? null;
      if (voices) now.voices.push(voices);
    }
    const painted = [...told.placed, ...(told.quotes ?? []), ...(told.claims ?? [])];
    const hasMarks = painted.some(({ isPlaced }) => isPlaced !== false);
    parts.foot.show({ host: told.host, hasMarks, isScored: !told.unscored });
    if (!isSame) announce(count([...told.placed, ...told.lost]));
  }

  /** Turns to a section of the report, and of the remarks to those of a dimension. */
  function turnTo(/** @type {string} */ section, /** @type {string} */ dimension) {
    if (section === "remarks") actions.narrow({ dimension: [dimension], severity: [] });
    const found = body.querySelector(`[data-section="${section}"]`);
    if (found instanceof HTMLDetailsElement) found.open = true;
    found?.scrollIntoView({ block: "start", behavior: "instant" });
    /** @type {HTMLElement | null | undefined} */ (found?.querySelector("summary, h2"))?.focus({ preventScroll: true });
  }

  function quality(/** @type {any} */ card) {
    fill("quality", lesson.quality(card, button(say("back"), actions.back, life(), { class: "btn main" })));
    /** @type {HTMLElement | null} */ (body.querySelector("h2"))?.focus();
  }

  function toast(/** @type {string | null} */ text, /** @type {(() => unknown) | undefined} */ undo) {
    const hadFocus = notes.contains(document.activeElement);
    notes.replaceChildren(...(text ? [foot.toast(text, undo, signal)] : []));
    if (text) announce(text);
    if (undo) notes.querySelector("button")?.focus();
    else if (hadFocus) title.focus({ preventScroll: true });
  }

  /** Shows along the panel's edge where on the page the remarks are. */
  function map(/** @type {readonly {finding: Finding, place: number}[]} */ spots) {
    const made = buckets(spots, ticks.clientHeight || innerHeight).map((bucket) => tick(bucket, actions, signal));
    ticks.replaceChildren(...made);
  }

  return {
    ...{ busy, announce, idle, wait, fail, report, quality, toast, map },
    grown: () => body.querySelector(".grown") ?? body.prepend(notices.grown({ actions, signal })),
    list: () => /** @type {import("./remarks.js").List | null} */ (now.list),
    tell: (/** @type {string} */ source) => now.voices.some((voices) => voices.open(source)),
    label: parts.foot.label,
    judge: parts.foot.judge,
    focus: () => title.focus({ preventScroll: true }),
    shows: () => now.state,
  };
}

/** @param {HTMLElement} root @param {Actions} actions @param {AbortSignal} signal */
function build(root, actions, signal) {
  const title = el("h1", { tabindex: "-1" }, "Undertone");
  const leave = { class: "btn icon", "aria-label": say("close"), title: say("close") };
  const close = actions.close && button("✕", actions.close, signal, leave);
  const body = el("div", { class: "body", tabindex: "0", role: "group", "aria-label": "Undertone" });
  const live = el("div", { class: "sr", role: "status", "aria-live": "polite" });
  const notes = el("div", { class: "notes" });
  const bottom = foot.build(actions, signal);
  const ticks = el("div", { class: "ticks", "aria-hidden": "true" });
  const bar = el("header", { class: "bar" }, logo(), title, close);
  root.classList.add("panel");
  root.lang = language();
  root.replaceChildren(bar, body, notes, bottom.element, ticks, live);
  signal.addEventListener("abort", () => root.replaceChildren());
  return { title, body, notes, live, ticks, foot: bottom };
}

function logo() {
  const line = (/** @type {string} */ d, /** @type {string} */ colour) =>
    svg("path", { d, fill: "none", stroke: colour, "stroke-width": 2, "stroke-linecap": "round" });
  const wave = "M2 17c2-2 3-2 5 0s3 2 5 0 3-2 6 0";
  return svg(
    "svg",
    { viewBox: "0 0 20 20", "aria-hidden": "true" },
    line("M4 3v5a6 6 0 0 0 12 0V3", "currentColor"),
    line(wave, "var(--wording)"),
  );
}

function count(/** @type {readonly Finding[]} */ findings) {
  const strong = findings.filter((finding) => finding.severity === "strong").length;
  if (findings.length === 0) return say("announce_none");
  if (findings.length === 1) return say("announce_one");
  return say("announce", { count: findings.length, strong });
}

/**
 * The remarks in groups that stand too near each other for ticks of their own, with their place from 0 to 1.
 *
 * @param {readonly {finding: Finding, place: number}[]} spots
 * @param {number} height in pixels
 */
export function buckets(spots, height) {
  /** @type {{place: number, findings: Finding[]}[]} */
  const found = [];
  for (const { finding, place } of spots.toSorted((a, b) => a.place - b.place)) {
    const last = found.at(-1);
    if (last && (place - last.place) * height < STEP) last.findings.push(finding);
    else found.push({ place, findings: [finding] });
  }
  return found;
}

/** @param {{place: number, findings: Finding[]}} bucket @param {Actions} actions @param {AbortSignal} signal */
function tick({ place, findings }, actions, signal) {
  const [first] = findings;
  const many = findings.length;
  const title = many === 1 ? say("tick_one", { words: shorten(first.exact, 60) }) : say("tick_many", { count: many });
  const look = { "data-dimension": first.dimension, "data-scored": String(first.scored) };
  const made = el("button", { type: "button", class: "tick", tabindex: "-1", title, ...look });
  made.style.setProperty("top", `calc(${(place * 100).toFixed(2)}% - 4px)`);
  made.addEventListener("click", () => actions.choose(first), { signal });
  return made;
}
