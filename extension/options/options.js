/** The settings: how the extension stands with the server, what it shows, where it runs by itself, what it keeps. */

import { onStored, show, version } from "../browser.js";
import { mount as mountConnection } from "../connection.js";
import { byId, speak } from "../dom.js";
import { language, pageTable } from "../locale.js";
import { el } from "../panel/elements.js";
import { use } from "../panel/texts.js";
import { ENGINES, LANGUAGES, SENSITIVITIES } from "../settings.js";
import { change, load } from "../storage.js";
import { mountAuto, mountSitesOff, mountWords } from "./lists.js";
import { mountHistory, mountReports } from "./records.js";
import { mount as mountRules } from "./rules.js";
import { mount as mountTransfer } from "./transfer.js";

/** @type {Record<string, string>} */
const NAMES = { duckduckgo: "DuckDuckGo", startpage: "Startpage", bing: "Bing", google: "Google" };

const say = await speak();
use(await pageTable(document.documentElement.lang), document.documentElement.lang);
const rules = mountRules(byId("rules"), say);
const drawn = [
  mountSensitivity(),
  mountLanguage(),
  mountEngine(),
  mountWords(byId("words"), say),
  mountAuto(byId("auto"), say),
  mountSitesOff(byId("sites-off"), say),
  mountHistory(byId("history"), say),
  mountReports(byId("reports"), say),
];
const draw = () => Promise.all(drawn.map((again) => again()));
mountTransfer(byId("transfer"), say, rules.draw);
byId("version").textContent = say("options_version", { version: version() });
byId("welcome").addEventListener("click", () => show("welcome/welcome.html"));
byId("connection").addEventListener("standing", (event) => {
  if (/** @type {CustomEvent} */ (event).detail.state === "connected") rules.refresh();
});
onStored(async () => {
  if (language((await load()).language) !== document.documentElement.lang) location.reload();
  else await draw();
});
await Promise.all([draw(), rules.draw(), mountConnection(byId("connection"), say)]);

function mountSensitivity() {
  const boxes = SENSITIVITIES.map((value) => el("input", { type: "radio", name: "sensitivity", value }));
  const labels = boxes.map((box) =>
    el("label", { class: "choice" }, box, el("span", {}, say(`options_from_${box.value}`))),
  );
  byId("sensitivity").append(...labels);
  byId("sensitivity").addEventListener("change", (event) => {
    change({ sensitivity: /** @type {HTMLInputElement} */ (event.target).value });
  });
  return async () => {
    const { sensitivity } = await load();
    for (const box of boxes) box.checked = box.value === sensitivity;
  };
}

function mountEngine() {
  const select = /** @type {HTMLSelectElement} */ (byId("engine"));
  select.append(...ENGINES.map((value) => el("option", { value }, NAMES[value])));
  select.addEventListener("change", () => change({ searchEngine: select.value }));
  return async () => {
    select.value = (await load()).searchEngine;
  };
}

function mountLanguage() {
  const select = /** @type {HTMLSelectElement} */ (byId("language"));
  select.append(...LANGUAGES.map((value) => el("option", { value }, say(`options_language_${value}`))));
  select.addEventListener("change", () => change({ language: select.value }));
  return async () => {
    select.value = (await load()).language;
  };
}
