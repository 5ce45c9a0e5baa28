/** What the reader decides about remarks: set aside, ignored, turned off; each can be undone. */

import { say, shorten } from "./texts.js";
import { ruleName } from "./wording.js";

/** @typedef {import("./wording.js").Finding} Finding */
/** @typedef {Record<string, any>} Settings those a panel may change, as `settings.js` has them */
/** @typedef {(text: string | null, undo?: () => unknown) => void} Told what tells the reader, with a way back */

/** What stays the same of a remark when a page is read again. */
export function keyOf(/** @type {Finding} */ { rule, start, exact }) {
  return `${rule} ${start} ${exact}`;
}

/**
 * The choices of a panel. `aside()` are the keys of what was set aside, `setAside(keys)` keeps others. Those that change
 * settings need `change(edit)`, which resolves to whether they were kept; `again()` asks the server anew, so that points
 * and scores still add up. `report(wrong)` keeps a complaint, `url()` is the address of what was read.
 *
 * @param {object} services
 * @param {() => readonly string[]} services.aside
 * @param {(keys: string[]) => void} services.setAside
 * @param {(() => Promise<Settings>) | null} [services.settings]
 * @param {((patch: Settings) => Promise<boolean>) | null} [services.change]
 * @param {((wrong: object) => Promise<boolean>) | null} [services.report]
 * @param {() => string} services.url
 * @param {boolean} services.hasSite whether that is the address of a site
 * @param {() => Promise<unknown>} services.again
 * @param {Told} services.told
 */
export function make({ aside, setAside, settings, change, report, url, hasSite, again, told }) {
  function dismiss(/** @type {Finding} */ finding) {
    const key = keyOf(finding);
    setAside([...aside(), key]);
    const undo = () => {
      setAside(aside().filter((other) => other !== key));
      told(null);
    };
    told(say("dismissed", { words: shorten(finding.exact, 60) }), undo);
  }

  function bringBack() {
    setAside([]);
    told(null);
  }

  /**
   * Changes settings, asks again, and offers the way back.
   *
   * @param {(held: Settings) => Settings} edit
   * @param {string} text
   */
  async function alter(edit, text) {
    if (!settings || !change) return;
    const held = await settings();
    const patch = edit(held);
    const before = Object.fromEntries(Object.keys(patch).map((name) => [name, held[name]]));
    if (!(await change(patch))) return told(say("not_changed"));
    const undo = async () => {
      await change(before);
      await again();
      told(null);
    };
    await again();
    told(text, undo);
  }

  const ignore = (/** @type {Finding} */ { exact }) =>
    alter(
      ({ ignoredWords }) => ({ ignoredWords: add(ignoredWords, exact.toLowerCase()) }),
      say("ignored", { words: shorten(exact, 60) }),
    );

  const ruleOff = (/** @type {Finding} */ finding) =>
    alter(
      ({ rulesOff }) => ({ rulesOff: add(rulesOff, finding.rule) }),
      say("rule_is_off", { rule: ruleName(finding) }),
    );

  function siteOff(/** @type {Finding} */ finding) {
    const { hostname: host } = new URL(url());
    const off = (/** @type {Settings} */ { sitesOff }) => ({
      ...sitesOff,
      [host]: add(sitesOff[host] ?? [], finding.rule),
    });
    return alter((held) => ({ sitesOff: off(held) }), say("site_is_off", { host, rule: ruleName(finding) }));
  }

  const sense = (/** @type {string} */ level) => alter(() => ({ sensitivity: level }), say(`sense_is_${level}`));

  async function complain(/** @type {Finding} */ finding, /** @type {object} */ said) {
    const { rule, exact, start, end, dimension, severity, voice, confidence } = finding;
    const remark = { rule, exact, start, end, dimension, severity, voice, confidence };
    const kept = await report?.({ ...said, remark, url: url() });
    told(say(kept ? "wrong_kept" : "not_changed"));
  }

  const lasting = change ? { ignore, ruleOff, sense, siteOff: hasSite ? siteOff : null } : {};
  return { dismiss, bringBack, ...lasting, ...(report ? { complain } : {}) };
}

function add(/** @type {readonly string[]} */ list, /** @type {string} */ value) {
  return list.includes(value) ? [...list] : [...list, value];
}
