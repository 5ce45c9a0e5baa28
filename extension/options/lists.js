/** Lists of the reader's own, each entry with a way to take it off again, and a field for a new one. */

import { allowedHosts } from "../browser.js";
import { button, el } from "../panel/elements.js";
import { titleOf } from "../panel/wording.js";
import { add, hostOf, remove } from "../sites.js";
import { change, load } from "../storage.js";

/** @typedef {import("../locale.js").Words} Words */
/** @typedef {{key: string, text: string, more?: string, allow?: () => unknown}} Entry */

/** The words that never get a remark. */
export function mountWords(/** @type {HTMLElement} */ root, /** @type {Words} */ say) {
  const without = (/** @type {string} */ word) =>
    change(({ ignoredWords }) => ({ ignoredWords: ignoredWords.filter((held) => held !== word) }));
  const list = entries(root, say, without);
  root.append(
    addForm(
      say,
      { id: "word", label: "options_word", action: "options_add", wrong: "options_word_wrong" },
      async (typed) => {
        const word = typed.trim().toLowerCase();
        if (!word || word.length > 200) return false;
        await change(({ ignoredWords }) => ({ ignoredWords: [...new Set([...ignoredWords, word])].sort() }));
        return true;
      },
    ),
  );
  return async () => list((await load()).ignoredWords.map((word) => ({ key: word, text: word })));
}

/** The sites on which every page is read when it opens. */
export function mountAuto(/** @type {HTMLElement} */ root, /** @type {Words} */ say) {
  const list = entries(root, say, (host) => remove([host]));
  root.append(
    addForm(
      say,
      { id: "site", label: "options_site", action: "options_add", wrong: "options_site_wrong" },
      async (typed) => {
        const host = hostOf(typed.includes("://") ? typed.trim() : `https://${typed.trim()}/`);
        return host !== null && add(host); // asks at once, while the click still counts
      },
    ),
  );
  return async () => {
    const { autoSites } = await load();
    const allowed = await allowedHosts(autoSites);
    const told = (/** @type {string} */ host) =>
      allowed.includes(host) ? {} : { more: say("options_auto_not_allowed"), allow: () => add(host) };
    list(autoSites.map((host) => ({ key: host, text: host, ...told(host) })));
  };
}

/** The rules that are off on single sites. */
export function mountSitesOff(/** @type {HTMLElement} */ root, /** @type {Words} */ say) {
  const without = (/** @type {string} */ host) =>
    change(({ sitesOff }) => ({
      sitesOff: Object.fromEntries(Object.entries(sitesOff).filter(([held]) => held !== host)),
    }));
  const list = entries(root, say, without, "options_no_sites_off");
  return async () => {
    const { sitesOff } = await load();
    list(Object.entries(sitesOff).map(([host, rules]) => ({ key: host, text: host, more: named(rules) })));
  };
}

/** Rules by what they are about and what they are called. */
function named(/** @type {readonly string[]} */ rules) {
  return rules.map(titleOf).join(", ");
}

/**
 * A list in `root`; the function returned fills it. Taking an entry off leaves the focus on the next one.
 *
 * @param {HTMLElement} root
 * @param {Words} say
 * @param {(key: string) => Promise<unknown>} without
 */
function entries(root, say, without, none = "") {
  const list = el("ul", { class: "entries" });
  const empty = el("p", {}, none && say(none));
  root.append(list, empty);
  let focus = -1; // where the focus goes once the list is drawn again

  function line(/** @type {Entry} */ { key, text, more, allow }, /** @type {number} */ index) {
    const off = button(say("options_remove"), () => {
      focus = index;
      return without(key);
    });
    off.className = "btn small off";
    off.setAttribute("aria-label", say("options_remove_entry", { entry: text }));
    const parts = [el("span", {}, text, ...(more ? [el("small", {}, more)] : []))];
    return el(
      "li",
      {},
      ...parts,
      ...(allow ? [button(say("connection_allow"), allow, undefined, { class: "btn small" })] : []),
      off,
    );
  }

  return (/** @type {Entry[]} */ held) => {
    list.replaceChildren(...held.map(line));
    empty.hidden = held.length > 0 || none === "";
    if (focus < 0) return;
    /** @type {NodeListOf<HTMLElement>} */
    const left = list.querySelectorAll("button.off");
    (left[Math.min(focus, left.length - 1)] ?? root.querySelector("input"))?.focus();
    focus = -1;
  };
}

/**
 * @param {Words} say
 * @param {{id: string, label: string, action: string, wrong: string}} texts
 * @param {(typed: string) => Promise<boolean>} take
 */
function addForm(say, texts, take) {
  const field = el("input", { id: texts.id, autocomplete: "off", spellcheck: "false" });
  const wrong = el("p", { class: "wrong", role: "alert" });
  const label = el("label", { for: texts.id }, say(texts.label));
  const row = el("div", { class: "row" }, field, el("button", { type: "submit", class: "btn" }, say(texts.action)));
  const form = el("form", { class: "field" }, label, row, wrong);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const taken = await take(field.value);
    wrong.textContent = taken ? "" : say(texts.wrong);
    if (taken) field.value = "";
  });
  return form;
}
