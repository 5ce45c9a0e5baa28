/** The extension's desk: the tab beside the panel, what the background keeps of it, and the server. */

import { addressed, requestOf } from "../asking.js";
import { onKept, onPage, send, show, showOptions, version } from "../browser.js";
import { analyze, exportFile, modelCard, rule } from "../client.js";
import * as messages from "../messages.js";
import { look, namesOf } from "../readings.js";
import { choose } from "../servers.js";
import { change, load, report } from "../storage.js";
import { wantedOf } from "./known.js";

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
  /** @type {{tab: number | null, known: import("./controller.js").Known}} */
  const at = { tab: null, known: NOTHING };
  const order = (/** @type {string} */ type, more = {}) => send({ type, tab: at.tab, ...more });
  const page = async (/** @type {string} */ name, /** @type {any[]} */ ...given) =>
    at.tab === null ? null : onPage(at.tab, name, ...given).catch(() => null); // a page that is gone

  onKept((values) => {
    if (at.tab === null) return;
    const names = namesOf(at.tab);
    const { known } = at;
    if (names.reading in values) known.reading = values[names.reading] ?? null;
    if (names.view in values) known.view = values[names.view] ?? null;
    if (names.reading in values || names.view in values) changed();
  });

  /** @type {import("./controller.js").Desk & {turn: (tab: number | null) => Promise<void>, tab: () => number | null}} */
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
      Object.assign(at, { tab, known: { ...NOTHING } });
      if (tab === null) return changed();
      const known = await look(tab);
      if (at.tab === tab) at.known = known;
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
