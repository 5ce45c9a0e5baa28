/** What is kept here of what was read: the history and the reports of wrong remarks, to look at, take along and erase. */

import { arm } from "../dom.js";
import { save } from "../panel/clipboard.js";
import { button, el } from "../panel/elements.js";
import { quoted } from "../panel/texts.js";
import { titleOf } from "../panel/wording.js";
import { change, load } from "../storage.js";

/** @typedef {import("../locale.js").Words} Words */

/** The history, with a switch. */
export function mountHistory(/** @type {HTMLElement} */ root, /** @type {Words} */ say) {
  const box = el("input", { type: "checkbox", id: "keep-history" });
  box.addEventListener("change", () => change({ keepHistory: box.checked }));
  const table = el("div", { class: "scroll", role: "region", "aria-label": say("options_history"), tabindex: 0 });
  const erase = el("button", { type: "button", class: "btn" }, say("options_erase"));
  let count = 0;
  arm(
    erase,
    () => say("options_erase_sure", { count }),
    () => change({ history: [] }),
  );
  root.append(el("label", { class: "choice field" }, box, el("span", {}, say("options_keep_history"))), table, erase);
  return async () => {
    const { keepHistory, history, language } = await load();
    box.checked = keepHistory;
    count = history.length;
    table.replaceChildren(historyTable(history, language, say));
    table.hidden = erase.hidden = count === 0;
  };
}

/**
 * @param {readonly import("../settings.js").Reading[]} history
 * @param {string} language
 * @param {Words} say
 */
function historyTable(history, language, say) {
  const names = [...new Set(history.flatMap(({ levels }) => Object.keys(levels)))];
  const titles = ["options_when", "options_story", ...names.map((name) => `page_dimension_${name}`)];
  const head = el("tr", {}, ...titles.map((key) => el("th", { scope: "col" }, say(key))));
  const rows = history.map(({ title, url, time, levels }) => {
    const story = /^https?:/.test(url) ? el("a", { href: url, rel: "noreferrer" }, title || url) : title || url;
    const words = names.map((name) => el("td", {}, levels[name] ? say(`page_level_${levels[name]}`) : "–"));
    return el("tr", {}, el("td", {}, day(time, language)), el("td", {}, story), ...words);
  });
  return el("table", {}, el("thead", {}, head), el("tbody", {}, ...rows));
}

/** The reports of wrong remarks. */
export function mountReports(/** @type {HTMLElement} */ root, /** @type {Words} */ say) {
  const list = el("ul", { class: "entries" });
  const none = el("p", {}, say("options_no_reports"));
  const take = button(say("options_reports_export"), async () => {
    save("undertone-reports.jsonl", lines((await load()).reports), "application/jsonl");
  });
  const erase = el("button", { type: "button", class: "btn" }, say("options_erase"));
  let count = 0;
  arm(
    erase,
    () => say("options_erase_sure", { count }),
    () => change({ reports: [] }),
  );
  const buttons = el("p", { class: "buttons" }, take, erase);
  root.append(list, none, buttons);
  return async () => {
    const { reports, language } = await load();
    count = reports.length;
    list.replaceChildren(
      ...reports
        .slice(-10)
        .reverse()
        .map((report) => reportLine(report, language)),
    );
    none.hidden = count > 0;
    buttons.hidden = count === 0;
  };
}

/** Reports as JSON lines, one object a line. */
export function lines(/** @type {readonly object[]} */ reports) {
  return reports.map((report) => `${JSON.stringify(report)}\n`).join("");
}

function reportLine(/** @type {any} */ { remark = {}, note, time }, /** @type {string} */ language) {
  const about = [remark.rule && titleOf(remark.rule), note, day(String(time), language)].filter(Boolean).join(" · ");
  return el("li", {}, el("span", {}, quoted(remark.exact ?? ""), el("small", {}, about)));
}

/** A time of day and date, as the reader's language writes it. */
function day(/** @type {string} */ time, /** @type {string} */ language) {
  const date = new Date(time);
  if (Number.isNaN(date.valueOf())) return "";
  const locale = language === "auto" ? undefined : language;
  return date.toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });
}
