/** The extension's desk: the tab beside the panel, what the background keeps of it, and the server. */

import { addressed, requestOf } from "../asking.js";
import { onKept, onPage, send, show, showOptions, version } from "../browser.js";
import { analyze, exportFile, modelCard, rule } from "../client.js";
import * as messages from "../messages.js";
import { look, namesOf } from "../readings.js";
import { choose } from "../servers.js";
import { change, load, report } from "../storage.js";
import { wantedOf } from "./known.js";

/**
 * Where a panel works: the page beside it, what is known of that page, and the server. What a desk lacks is not offered.
 *
 * @typedef {object} Desk
 * @property {() => import("./known.js").Known} known what is known now; who owns the desk calls `draw` of the panel whenever that changes
 * @property {(name: string, ...given: any[]) => Promise<any>} page calls a function of the page's script (`page/session.js`)
 * @property {(how: string, isAgain?: boolean) => Promise<unknown>} read asks for an analysis
 * @property {(view: Partial<import("./known.js").View>) => Promise<unknown>} keep keeps how the page is shown
 * @property {(format: string) => Promise<any>} fetchFile an outcome whose answer is a file
 * @property {() => Promise<any>} fetchCard the model card, or null
 * @property {(id: string) => Promise<any>} fetchRule a rule, or null
 * @property {(given: {title: string | null, text: string}) => Promise<any>} [readText] the answer about a text, or null
 * @property {boolean} isPage whether a page is read, which may also be read otherwise
 * @property {string} [version] the extension's own, where the panel is the extension's
 * @property {string} keys what the reader presses to have a page read, empty where nothing does
 * @property {() => unknown} [cancel]
 * @property {() => unknown} [end] ends the reading
 * @property {() => Promise<import("./choices.js").Settings>} [settings]
 * @property {(patch: import("./choices.js").Settings) => Promise<boolean>} [change]
 * @property {(wrong: object) => Promise<boolean>} [report]
 * @property {() => unknown} [options]
 * @property {() => unknown} [pair]
 * @property {(address: string) => Promise<boolean>} [useServer]
 * @property {() => unknown} [paste] opens the server's own page
 */

const NOTHING = { reading: null, view: null };

/**
 * A desk for a tab, `changed()` being told whenever more is known of it. `turn(tab)` turns to another tab. `close()` is
 * what ends the panel itself.
 *
 * @param {string} keys
 * @param {() => void} changed
 * @param {() => void} close
 */
export function open(keys, changed, close) {
  /** `heard` is what was told of the tab since the desk turned to it: newer than what it found, whichever comes first.
   * @type {{tab: number | null, known: import("./known.js").Known, heard: Partial<import("./known.js").Known>}} */
  const at = { tab: null, known: NOTHING, heard: {} };
  const order = (/** @type {string} */ type, more = {}) => send({ type, tab: at.tab, ...more });
  const page = async (/** @type {string} */ name, /** @type {any[]} */ ...given) =>
    at.tab === null ? null : onPage(at.tab, name, ...given).catch(() => null); // a page that is gone

  onKept((values) => {
    if (at.tab === null) return;
    const names = namesOf(at.tab);
    if (names.reading in values) at.heard.reading = values[names.reading] ?? null;
    if (names.view in values) at.heard.view = values[names.view] ?? null;
    if (!(names.reading in values || names.view in values)) return;
    at.known = { ...at.known, ...at.heard };
    changed();
  });

  /** @type {Desk & {turn: (tab: number | null) => Promise<void>, tab: () => number | null}} */
  const desk = {
    ...{ isPage: true, version: version(), keys, page, paste },
    tab: () => at.tab,
    known: () => at.known,
    read: (how, isAgain = false) => order(messages.READ, { how, isAgain }),
    cancel: () => order(messages.CANCEL),
    end: async () => {
      await order(messages.END);
      close();
    },
    keep: async (view) => {
      const { reading, view: held } = at.known;
      if (!reading?.outcome?.answer || !held) return;
      await order(messages.VIEW, { view });
      await page("show", wantedOf(reading.outcome.answer, { ...held, ...view }));
    },
    fetchFile: async (format) => {
      const settings = await load();
      const sent = await page("sent");
      if (!sent) return { kind: "reload" };
      return exportFile(format, requestOf({ ...sent, url: at.known.reading?.url }, settings), addressed(settings));
    },
    fetchCard: async () => answerOf(await modelCard(addressed(await load()))),
    fetchRule: async (id) => answerOf(await rule(id, addressed(await load()))),
    readText: async (given) => {
      const settings = await load();
      const request = requestOf({ ...given, url: at.known.reading?.url }, settings);
      return answerOf(await analyze(request, addressed(settings)));
    },
    settings: load,
    change: (patch) =>
      change(patch).then(
        () => true,
        () => false,
      ),
    report: (wrong) => report({ ...wrong, time: new Date().toISOString() }).then(() => true),
    options: showOptions,
    pair: () => show("welcome/welcome.html"),
    useServer: choose,
    turn: async (tab) => {
      Object.assign(at, { tab, known: NOTHING, heard: {} });
      if (tab === null) return changed();
      const found = await look(tab);
      if (at.tab === tab) at.known = { ...found, ...at.heard };
      changed();
    },
  };
  return desk;
}

async function paste() {
  await show(new URL("/", (await load()).server).href);
}

function answerOf(/** @type {import("../client.js").Outcome} */ outcome) {
  return outcome.kind === "answer" ? outcome.answer : null;
}
