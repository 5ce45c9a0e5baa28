/** How the extension stands with its server: tested, shown, and mended by pairing. */

import { SERVER } from "./addresses.js";
import { allowedServer, version as ownVersion, requestServer } from "./browser.js";
import { analyze, pair, ready } from "./client.js";
import { commandLine } from "./dom.js";
import { button, el } from "./panel/elements.js";
import { older } from "./panel/versions.js";
import { choose } from "./servers.js";
import { change, load } from "./storage.js";

/** @typedef {import("./locale.js").Words} Words */
/** @typedef {{state: string, version?: string, model?: string}} Standing */

/** What starts the server in the folder of a checkout, and where it was installed with pip. */
const COMMANDS = ["make serve", "undertone serve"];
const AGAIN = 3000;
/** What is analysed as a test: only a request that brings something is judged alike, by its origin, in all browsers. */
const PROBE = { text: "One line, to test the connection.", title: null };
/** States in which the server itself is well, so that nobody needs to be told how to start it. */
const RUNNING = ["connected", "not-paired", "starting", "version", "forbidden", "checking", "unreachable"];
/** What a refused code is called here, by the server's code for it. @type {Record<string, string>} */
const REFUSALS = { "wrong-code": "pair_wrong", "code-expired": "pair_expired", "too-many-tries": "pair_too_many" };

/**
 * Tests the connection. `state` is `connected` (with the server's version and its model's name), `not-paired`, `starting`,
 * `forbidden` (the browser took back the permission to ask it), or the kind of an outcome of `client.js`.
 *
 * @returns {Promise<Standing>}
 */
export async function test() {
  const { server, token } = await load();
  if (!(await allowedServer(server))) return { state: "forbidden" };
  const first = await ready({ server, patience: 10_000 });
  if (first.code === "not-ready") return { state: "starting" };
  if (first.kind !== "answer") return { state: first.kind };
  const second = await analyze(PROBE, { server, token, patience: 10_000 });
  if (second.kind !== "answer") return { state: second.kind };
  return { state: "connected", version: first.answer.version, model: second.answer.engine?.model?.name };
}

/** Shows the connection in `root` and keeps testing it while it does not stand and the page is looked at. */
export function mount(/** @type {HTMLElement} */ root, /** @type {Words} */ say) {
  const status = el("p", { class: "status", role: "status", "data-state": "checking" }, say("connection_checking"));
  const [here, anywhere] = COMMANDS.map((command) => commandLine(command, say));
  const start = el("div", { hidden: true }, el("p", {}, say("connection_start")), here);
  start.append(el("p", {}, say("connection_start_or")), anywhere);
  start.append(el("p", { class: "quiet" }, say("connection_start_more")));
  const pairing = pairForm(say, () => check());
  const allow = button(say("connection_allow"), async () => (await requestServer(asked)) && check());
  const forget = button(say("pair_forget"), async () => {
    await change({ token: "" });
    await check();
  });
  const again = button(say("connection_again"), () => check());
  const buttons = el("p", { class: "buttons" }, again, allow, forget);
  root.append(
    status,
    start,
    pairing,
    buttons,
    addressForm(say, () => check()),
  );
  let timer = 0;
  let asked = SERVER; // known before the click on “Allow”, which the browser takes for the reader's at once alone

  async function check() {
    clearTimeout(timer);
    asked = (await load()).server;
    const standing = await test();
    const { state, version = "", model } = standing;
    const key =
      state === "connected" && !model ? "connection_connected_rules" : `connection_${state.replace("-", "_")}`;
    const which = older(version, ownVersion());
    const advice = which ? ` ${say(`connection_older_${which}`, { extension: ownVersion() })}` : "";
    const told = say(key, { version, model: model ?? "" }) + advice;
    if (status.textContent !== told) status.textContent = told; // announced only when it changes
    status.dataset.state = state;
    start.hidden = RUNNING.includes(state);
    pairing.hidden = state !== "not-paired";
    allow.hidden = state !== "forbidden";
    forget.hidden = state !== "connected";
    root.dispatchEvent(new CustomEvent("standing", { detail: standing }));
    clearTimeout(timer);
    if (state !== "connected" && !document.hidden) timer = setTimeout(check, AGAIN);
  }

  document.addEventListener("visibilitychange", () => document.hidden || check());
  return check();
}

function pairForm(/** @type {Words} */ say, /** @type {() => unknown} */ done) {
  const code = el("input", { id: "code", class: "code", autocomplete: "off", spellcheck: "false", required: true });
  const wrong = el("p", { class: "wrong", role: "alert" });
  const send = el("button", { type: "submit", class: "btn main" }, say("pair_send"));
  const label = el("label", { for: "code" }, say("pair_code"));
  const more = el("p", { class: "quiet" }, say("pair_more"));
  const form = el(
    "form",
    { class: "field", hidden: true },
    label,
    el("div", { class: "row" }, code, send),
    wrong,
    more,
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    wrong.textContent = "";
    const told = await handIn(code.value);
    if (told) wrong.textContent = say(told);
    else code.value = "";
    await done();
  });
  return form;
}

/** Hands in a code and keeps the token. Resolves to the key of what went wrong, or null. */
async function handIn(/** @type {string} */ typed) {
  const { server } = await load();
  const outcome = await pair({ code: typed.trim().toUpperCase(), name: browserName() }, { server });
  if (outcome.kind !== "answer") return REFUSALS[outcome.code ?? ""] ?? `connection_${outcome.kind.replace("-", "_")}`;
  await change({ token: outcome.answer.token });
  return null;
}

function addressForm(/** @type {Words} */ say, /** @type {() => unknown} */ done) {
  const field = el("input", { id: "address", autocomplete: "off", spellcheck: "false", inputmode: "url" });
  load().then(({ server }) => {
    field.value = server;
  });
  const wrong = el("p", { class: "wrong", role: "alert" });
  const use = el("button", { type: "submit", class: "btn" }, say("address_use"));
  const label = el("label", { for: "address" }, say("address"));
  const form = el("form", { class: "field" }, label, el("div", { class: "row" }, field, use), wrong);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const isKept = await choose(field.value);
    wrong.textContent = isKept ? "" : say("address_wrong");
    if (isKept) await done();
  });
  return el("details", {}, el("summary", { class: "quiet" }, say("address_elsewhere")), form);
}

/** What this browser calls itself, for the server's list of pairings. */
function browserName() {
  const names = { Firefox: /Firefox\//, Edge: /Edg\//, Opera: /OPR\//, Chrome: /Chrome\// };
  return Object.entries(names).find(([, mark]) => mark.test(navigator.userAgent))?.[0] ?? "Browser";
}
