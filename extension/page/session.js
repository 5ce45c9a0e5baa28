/** One reading on a page: hands over what is to be read, marks its words, and leaves nothing behind once it is closed. */

import * as collect from "./collect.js";
import { open as openInitials } from "./initials.js";
import { attach } from "./layer.js";
import { paint, settle, told } from "./marking.js";
import { isBroken, place } from "./placing.js";
import { story, unread, words } from "./reach.js";
import * as walk from "./walk.js";
import { address, watch } from "./watch.js";

/** How much a page must grow to be worth reading again: characters, and its share. */
const GROWTH = { letters: 1500, share: 0.25 };

/** @typedef {import("./marking.js").Session} Session */
/** @typedef {import("./marking.js").Sent} Sent */
/** @typedef {import("./marking.js").Tell} Tell */
/** @typedef {import("./placing.js").Sheet} Sheet */

const NOTHING = { remarks: [], quotes: [], labels: { close: "", open: "" } };

/** Begins a reading of `root`. @param {Element} root @param {Tell} tell */
export function start(root, tell) {
  const control = new AbortController();
  /** @type {Session} */
  const session = {
    ...{ root, tell, signal: control.signal, stream: null, sent: null, selected: "", sheet: NOTHING },
    ...{ places: { marks: [], quotes: [] }, wanted: null, hidden: false, chosen: null, canvas: null, drawn: null },
    ...{ seen: [], card: null, isMarked: false, hasGrown: false, address: address(), length: 0 },
  };
  const close = () => {
    if (control.signal.aborted) return false;
    clear(session);
    control.abort();
    return true;
  };
  const end = () => close() && tell("left");
  addEventListener("pagehide", end, { signal: control.signal });
  return {
    close,
    isOpen: () => !control.signal.aborted,
    collect: (/** @type {string} */ how) => hand(session, how),
    sent: () => session.sent,
    mark: (/** @type {Sheet} */ sheet) => mark(session, sheet, end),
    show: (/** @type {readonly string[] | null} */ ids) => show(session, ids),
    clear: () => clear(session),
    go: (/** @type {string} */ id) => walk.go(session, id),
    reveal: (/** @type {string} */ quote) => walk.reveal(session, quote),
    step: (/** @type {number} */ by, card = false) => walk.step(session, by, card),
    toggle: () => walk.toggle(session),
  };
}

/**
 * What is sent of the page, with how many words it has and what of it is not read: its source (`page`), its visible text
 * (`anyway`), or the text that is or was last selected (`selection`; null where there is none).
 */
function hand(/** @type {Session} */ session, /** @type {string} */ how) {
  const sent = request(session, how);
  if (!sent) return null;
  session.sent = sent;
  session.stream = collect.stream(session.root);
  session.address = address();
  return { sent, url: location.href, words: words(session.stream.text), unread: unread(session.root) };
}

/** @returns {Sent | null} */
function request(/** @type {Session} */ session, /** @type {string} */ how) {
  if (how === "page") return { html: collect.serialise(document) };
  if (how === "anyway") return story(document);
  session.selected = String(getSelection() ?? "").trim() || session.selected;
  return session.selected ? { title: null, text: session.selected } : null;
}

/** Marks the words of a sheet and tells where they stand. */
function mark(/** @type {Session} */ session, /** @type {Sheet} */ sheet, /** @type {() => void} */ lost) {
  const stream = session.stream ?? collect.stream(session.root);
  walk.closeCard(session); // its remark may be none any more
  Object.assign(session, { sheet, wanted: null, chosen: null, hasGrown: false, length: stream.text.length });
  if (!session.isMarked) follow(session, lost);
  session.isMarked = true;
  session.places = place(session.root, stream, sheet);
  paint(session);
  return told(session);
}

/** Begins to draw over the page, and to follow it and its reader. */
function follow(/** @type {Session} */ session, /** @type {() => void} */ lost) {
  session.drawn = draw(session, lost);
  walk.listen(session);
  const steps = { changed: () => change(session), moved: () => settle(session), patrol: () => patrol(session) };
  watch(session.root, steps, session.signal);
}

function draw(/** @type {Session} */ session, /** @type {() => void} */ lost) {
  const { host, shadow } = attach(lost, session.signal);
  const tell = (/** @type {string | null} */ source) => session.tell("source", { source });
  return { host, shadow, initials: openInitials(host, shadow, tell, session.signal) };
}

/** Shows the remarks with these ids and no others; all of them for null. */
function show(/** @type {Session} */ session, /** @type {readonly string[] | null} */ ids) {
  walk.closeCard(session);
  session.wanted = ids && new Set(ids);
  paint(session);
  return true;
}

/** Takes all marks off the page. */
function clear(/** @type {Session} */ session) {
  walk.closeCard(session);
  clearTimeout(session.still);
  session.canvas?.clear();
  session.drawn?.initials.clear();
  Object.assign(session, {
    sheet: NOTHING,
    places: { marks: [], quotes: [] },
    canvas: null,
    chosen: null,
    hidden: false,
  });
  return true;
}

/** Follows a page that changes: another story ends the marks, redrawn words get theirs again, growth is told. */
function change(/** @type {Session} */ session) {
  if (!session.canvas) return;
  if (address() !== session.address) {
    clear(session);
    session.tell("moved");
    return;
  }
  const stream = collect.stream(session.root);
  if (isBroken(session.places)) again(session, stream);
  else settle(session);
  grow(session, stream.text.length);
}

/** Places everything again. */
function again(/** @type {Session} */ session, /** @type {import("./collect.js").Stream} */ stream) {
  session.places = place(session.root, stream, session.sheet);
  paint(session);
  session.tell("placed", told(session));
}

function grow(/** @type {Session} */ session, /** @type {number} */ length) {
  const more = length - session.length;
  if (session.hasGrown || more < GROWTH.letters || more < session.length * GROWTH.share) return;
  session.hasGrown = true;
  session.tell("grown");
}

/** Sees every second that the page has not gone elsewhere nor taken the marks away. */
function patrol(/** @type {Session} */ session) {
  if (!session.canvas) return;
  if (address() !== session.address) return change(session);
  if (session.hidden) return;
  session.canvas.mend();
  session.drawn?.initials.mend();
}
