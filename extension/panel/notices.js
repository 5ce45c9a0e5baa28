/** The banners over a report: what is special about the page, what of it was not read, and what the reader can do. */

import { button, el } from "./elements.js";
import { figure, has, nameOf, say } from "./texts.js";
import { older } from "./versions.js";

/** @typedef {import("./sections.js").Around} Around */
/** @typedef {{how: string, unread: {frames: number, words: number}}} About */

/**
 * The top of a report: its sentence, what it is about, and what is special about the page. `about` says `how` the page
 * was read (`page`, `anyway`, `selection`) and what was `unread`; `actions.read(how)` reads it otherwise, where it can.
 *
 * @type {import("./sections.js").Section}
 */
export function section({ answer, about, quotes = [], claims = [] }, around) {
  const said = answer.summary.sentence;
  const isLettered = [...quotes, ...claims].some(({ isPlaced }) => isPlaced);
  return {
    nodes: [
      el("p", { class: "sum" }, said),
      el("p", { class: "scope" }, [say("scope"), isLettered && say("margin")].filter(Boolean).join(" ")),
      ...answer.document.notices.map((/** @type {any} */ notice) => banner(notice, said, about, around)),
      outdated(answer.engine.version, around.actions.version),
      other(about, around),
      unread(about.unread),
    ],
  };
}

/**
 * What is special about the page; what the summary says already is not said twice.
 *
 * @param {{code: string, message: string}} notice
 * @param {string} said
 * @param {About} about
 * @param {Around} around
 */
function banner({ code, message }, said, about, around) {
  const title = has(nameOf("notice", code)) ? say(nameOf("notice", code)) : say("notice");
  const advice = has(nameOf("advice", code)) ? say(nameOf("advice", code)) : null;
  const lines = [message === said ? null : message, advice].filter(Boolean);
  const offers = ["not-an-article", "text-not-found"].includes(code) && about.how === "page" && around.actions.read;
  return box(title, lines.join(" "), offers ? ways(["selection", "anyway"], around) : null);
}

/** That server and extension are of two versions, and how to bring the older one up to date. */
function outdated(/** @type {string} */ server, /** @type {string | undefined} */ extension) {
  const which = older(server, extension);
  if (!which || !extension) return null;
  return box(say("version_title"), say(`older_${which}`, { server, extension }), null);
}

/** That not the page as an article was read, but what the reader asked for. */
function other(/** @type {About} */ { how }, /** @type {Around} */ { actions, signal }) {
  if (how === "page") return null;
  if (how === "anyway") return box(say("notice"), say("anyway_used"), null);
  const back = button(say("whole_page"), () => actions.read("page"), signal, { class: "btn boxed" });
  return box(say("notice"), say("selection_used"), [back]);
}

function ways(/** @type {string[]} */ names, /** @type {Around} */ { actions, signal }) {
  return names.map((how) => button(say(how), () => actions.read(how), signal, { class: "btn boxed" }));
}

function unread(/** @type {About["unread"]} */ { frames, words }) {
  const lines = [
    frames === 1 ? say("unread_frames_one") : null,
    frames > 1 ? say("unread_frames", { count: figure(frames) }) : null,
    words > 0 ? say("unread_words", { count: figure(words) }) : null,
  ].filter((line) => line !== null);
  return lines.length > 0 ? box(say("unread"), lines.join(" "), null) : null;
}

/** That the page has grown since, with a way to read it again. */
export function grown(/** @type {Around} */ { actions, signal }) {
  const again = button(say("read_again"), () => actions.retry(), signal, { class: "btn boxed" });
  return box(say("notice"), say("grown"), [again]);
}

/** That remarks were set aside by the reader and still count in the scores. */
export function aside(/** @type {number} */ count, /** @type {Around} */ { actions, signal }) {
  const back = button(say("bring_back"), () => actions.bringBack(), signal, { class: "btn boxed" });
  return box(say("notice"), say("set_aside", { count: figure(count) }), [back]);
}

function box(/** @type {string} */ title, /** @type {string} */ text, /** @type {HTMLElement[] | null} */ buttons) {
  const ways = buttons ? el("div", { class: "ways" }, buttons) : null;
  return el("div", { class: "notice", role: "note" }, el("b", {}, title), text, ways);
}
