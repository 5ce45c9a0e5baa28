/** The panel at work: shows what is known of the tab at its desk, and has done there what its reader asks for. */

import * as choices from "./choices.js";
import { read as readClaims } from "./claims.js";
import * as filters from "./filters.js";
import { read as readQuotations } from "./quotations.js";
import * as saving from "./saving.js";
import { inOrder } from "./sheet.js";
import * as states from "./states.js";
import { figure, say, shorten } from "./texts.js";
import * as views from "./view.js";

const SECOND = 1000;

/**
 * Mounts the panel in `root`. `draw()` shows what the desk knows, `forget()` drops what belonged to another page.
 *
 * @param {HTMLElement} root
 * @param {import("./desk.js").Desk} desk
 */
export function mount(root, desk) {
  const control = new AbortController();
  /** @type {{stamp: string, since: number, turn: number, level: string, engine: string, timer: any, isQuality: boolean, card: Promise<any> | null}} */
  const now = {
    stamp: "",
    since: 0,
    turn: 0,
    level: "normal",
    engine: "",
    timer: undefined,
    isQuality: false,
    card: null,
  };
  const known = () => desk.known();
  const told = (/** @type {string | null} */ text, /** @type {(() => unknown) | undefined} */ undo) =>
    panel.toast(text, undo);
  const chosen = choices.make({
    ...{ told, settings: desk.settings, change: desk.change, report: desk.report },
    aside: () => known().view?.aside ?? [],
    setAside: (aside) => desk.keep({ aside }),
    url: () => known().reading?.url ?? "",
    hasSite: desk.isPage,
    again: () => desk.read(known().reading?.how ?? "page", true),
  });
  const actions = {
    ...chosen,
    ...{ useServer: desk.useServer, pair: desk.pair, options: desk.options, paste: desk.paste, close: desk.end },
    learn: desk.fetchRule,
    readText: desk.readText,
    version: desk.version,
    level: () => now.level,
    engine: () => now.engine,
    sense: desk.change && sense,
    retry: () => desk.read(known().reading?.how ?? "page"),
    read: desk.isPage ? (/** @type {string} */ how) => desk.read(how) : null,
    cancel: desk.cancel ?? null,
    toggle: () => desk.page("toggle"),
    choose,
    step: (/** @type {number} */ by) => desk.page("step", by),
    narrow: (/** @type {filters.Filter} */ filter) => desk.keep({ filter }),
    reveal: (/** @type {{id: string}} */ { id }) => desk.page("reveal", id),
    export: (/** @type {string} */ form) =>
      saving.save(form, answer(), desk.fetchFile, (text) => told(text, undefined)),
    quality: async () => {
      now.isQuality = true;
      panel.quality(await desk.fetchCard());
    },
    back: () => {
      now.isQuality = false;
      now.stamp = "";
      draw();
    },
  };
  const panel = views.open(root, actions, control.signal);
  document.addEventListener("keydown", leave, { signal: control.signal });

  function answer() {
    return known().reading?.outcome?.answer;
  }

  function sense(/** @type {string} */ level) {
    now.level = level;
    chosen.sense?.(level);
  }

  function choose(/** @type {import("./wording.js").Finding} */ finding) {
    panel.list()?.mark(finding);
    panel.list()?.bring(finding);
    desk.page("go", finding.id);
  }

  function leave(/** @type {KeyboardEvent} */ { key }) {
    const { activeElement: at } = document;
    if (key === "Escape" && (at === document.body || root.contains(at))) desk.end?.();
  }

  /** Shows what the desk knows now; what has not changed stays as it is. */
  function draw() {
    const { reading, view } = known();
    clearTimeout(now.timer);
    if (!reading || !view) return empty();
    const { outcome } = reading;
    if (outcome) panel.busy(reading.isBusy);
    if (!outcome) return wait(reading);
    if (outcome.kind !== "answer") return fail(outcome, reading);
    if (reading.isBusy || now.isQuality) return;
    const stamp = stampOf(reading, view);
    if (stamp !== now.stamp) report(reading, view);
    now.stamp = stamp;
    adjust(view);
  }

  function empty() {
    if (now.stamp === "idle" && panel.shows() === "idle") return;
    forget();
    now.stamp = "idle";
    panel.idle(desk.keys);
  }

  /** Drops what belonged to another page. */
  function forget() {
    clearTimeout(now.timer);
    Object.assign(now, { stamp: "", since: 0, turn: -1, isQuality: false });
    panel.toast(null, undefined);
  }

  function wait(/** @type {import("./known.js").Reading} */ { since }) {
    if (now.stamp === `wait ${since}`) return;
    forget();
    now.stamp = `wait ${since}`;
    panel.wait(() => ({ since, words: figure(known().reading?.words ?? 0) }));
  }

  /** Shows a failure; one that may pass is tried again by itself, but not behind the reader's back. */
  function fail(/** @type {any} */ outcome, /** @type {import("./known.js").Reading} */ { how, isBusy }) {
    now.stamp = "fail";
    panel.fail(outcome);
    const pause = states.pause(outcome);
    if (pause === null || isBusy) return;
    const again = () => {
      if (document.hidden) now.timer = setTimeout(again, pause * SECOND);
      else desk.read(how, true);
    };
    now.timer = setTimeout(again, pause * SECOND);
  }

  /** Shows the report anew. */
  async function report(
    /** @type {import("./known.js").Reading} */ reading,
    /** @type {import("./known.js").View} */ view,
  ) {
    const isSame = panel.shows() === "report" && now.since !== 0;
    now.since = reading.since;
    panel.report({ ...toldOf(reading, view), host: reading.outcome?.host ?? "" }, isSame);
    if (desk.settings) judge();
    const { sensitivity = "normal", searchEngine = now.engine } = (await desk.settings?.()) ?? {};
    if (sensitivity === now.level && searchEngine === now.engine) return;
    Object.assign(now, { level: sensitivity, engine: searchEngine });
    now.stamp = "";
    draw();
  }

  /** Says, once it is known, how many of the remarks shown are right. */
  async function judge() {
    now.card ??= desk.fetchCard();
    panel.judge(await now.card);
  }

  /** Brings the report in line with how it is shown: filter, marks on or off, the chosen remark, growth. */
  function adjust(/** @type {import("./known.js").View} */ view) {
    const placed = standing(view);
    panel.label(say(view.hidden ? "show" : "hide"));
    const list = panel.list();
    list?.show(view.filter);
    panel.map(
      placed
        .filter((finding) => filters.passes(view.filter, finding))
        .map((finding) => ({ finding, place: view.places[finding.id] })),
    );
    if (view.grown) panel.grown();
    const finding = placed.find(({ id }) => id === view.chosen.id);
    if (finding) list?.mark(finding);
    list?.near(view.seen);
    turn(view.chosen, finding);
  }

  /** Follows what was chosen on the page, once for each time. */
  function turn(
    /** @type {import("./known.js").View["chosen"]} */ chosen,
    /** @type {import("./wording.js").Finding | undefined} */ finding,
  ) {
    const isOld = now.turn === -1; // of before this was shown
    if (chosen.turn === now.turn) return;
    now.turn = chosen.turn;
    if (finding) panel.list()?.bring(finding);
    if (isOld) return;
    if (chosen.source) panel.tell(chosen.source);
    if (finding) follow(finding);
  }

  /** Says which remark was chosen on the page, and has the keys begin there once the reader comes into the panel. */
  function follow(/** @type {import("./wording.js").Finding} */ finding) {
    const list = panel.list();
    if (!list) return;
    panel.announce(`${list.position(finding)}: ${shorten(finding.exact, 80)}`);
    if (!document.hasFocus()) list.focus(finding);
  }

  /** The remarks that stand on the page and are not set aside. */
  function standing(/** @type {import("./known.js").View} */ view) {
    return kept(view).filter(({ id }) => id in view.places);
  }

  function kept(/** @type {import("./known.js").View} */ { aside }) {
    return inOrder(answer()).filter((finding) => !aside.includes(choices.keyOf(finding)));
  }

  /** @returns {import("./sections.js").Told} */
  function toldOf(
    /** @type {import("./known.js").Reading} */ { how, unread, outcome },
    /** @type {import("./known.js").View} */ view,
  ) {
    const { answer } = outcome ?? {};
    const placed = standing(view);
    const lost = kept(view).filter(({ id }) => !(id in view.places));
    const isPlaced = (/** @type {{id: string}} */ { id }) => view.quotes.includes(id);
    const quotes = readQuotations(answer).map((quote) => ({ ...quote, isPlaced: isPlaced(quote) }));
    const claims = readClaims(answer).map((claim) => ({ ...claim, isPlaced: isPlaced(claim) }));
    const aside = answer.findings.length - placed.length - lost.length;
    const unscored = Object.values(answer.scores).every((score) => score.value === null);
    return { answer, placed, lost, quotes, claims, about: { how, unread }, filter: view.filter, aside, unscored };
  }

  return { draw, forget, focus: panel.focus, close: () => control.abort() };
}

/** What makes a report another one: the reading, which of its words stand on the page, what is set aside. */
function stampOf(
  /** @type {import("./known.js").Reading} */ { since },
  /** @type {import("./known.js").View} */ { places, quotes, aside },
) {
  return JSON.stringify([since, Object.keys(places).sort(), quotes, aside]);
}
