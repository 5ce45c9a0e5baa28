/** What the panel shows when there is no report: waiting, and each way in which an answer can fail, in plain words. */

import { copy as copyText } from "./clipboard.js";
import { button, el } from "./elements.js";
import { has, nameOf, say } from "./texts.js";

/** @typedef {any} Actions what the panel's buttons do, as `controller.js` makes them */
/** @typedef {{kind: string, host?: string, server?: string, status?: number, title?: string | null,
 *   code?: string | null, detail?: string | null, request?: string | null, retryAfter?: number}} Outcome an outcome without an answer */

const SLOW = 10_000;
const SECOND = 1000;
/** What stands below the lines of a state: what starts the server in the folder of a checkout, and after pip. */
/** @type {Record<string, string[]>} */
const COMMANDS = { away: ["make serve", "undertone serve"] };
/** Seconds after which a failure is tried again by itself. */
/** @type {Record<string, number | null>} */
const PAUSES = { away: 3, timeout: null, "rate-limited": 5 };

/** That no page is read in this tab, and how to have one read. */
export function idle(/** @type {string} */ keys) {
  const how = keys ? say("idle_keys", { keys }) : say("idle_text");
  return el("section", { class: "state" }, el("h2", {}, say("idle_title")), el("p", {}, how));
}

/**
 * The waiting state, which can be given up; after ten seconds it says that it still works, on how many words, and for how
 * long.
 *
 * @param {() => {since: number, words: string}} look
 * @param {(() => unknown) | null} cancel
 * @param {AbortSignal} signal
 */
export function waiting(look, cancel, signal) {
  const line = el("h2", {}, say("waiting"));
  const told = el("p", { hidden: true });
  const tell = () => {
    const { since, words } = look();
    const spent = Date.now() - since;
    if (spent < SLOW) return;
    line.textContent = say("still_waiting");
    told.hidden = false;
    told.textContent = say("still_waiting_text", { seconds: Math.round(spent / SECOND), words });
  };
  const timer = setInterval(tell, SECOND);
  signal.addEventListener("abort", () => clearInterval(timer));
  const wait = el("div", { class: "wait", "aria-hidden": "true" });
  const leave = cancel ? button(say("cancel"), cancel, signal, { class: "btn boxed" }) : null;
  return el("section", { class: "state" }, line, wait, told, leave);
}

/** The state for an outcome without an answer, with what the reader can do about it. */
export function failure(
  /** @type {Outcome} */ outcome,
  /** @type {Actions} */ actions,
  /** @type {AbortSignal} */ signal,
) {
  const { kind } = outcome;
  const { title, lines, code } = tell(outcome);
  const asks = kind === "moved" || kind === "cancelled" || kind === "no-selection";
  const again = button(say(asks ? "read_this" : "retry"), () => actions.retry(), signal, { class: "btn main" });
  const below = code
    ? [el("p", { class: "number" }, el("code", {}, code))]
    : (COMMANDS[kind] ?? []).map((command) => commandLine(command, signal));
  const canPair = kind === "not-paired" && actions.pair;
  const isClosed = kind === "restricted";
  return el(
    "section",
    { class: "state" },
    el("h2", {}, title),
    lines.flatMap((line, place) => [el("p", {}, line), below[place] ?? null]),
    canPair ? button(say("pair"), actions.pair, signal, { class: "btn main" }) : null,
    isClosed && actions.paste ? button(say("restricted_paste"), actions.paste, signal, { class: "btn main" }) : null,
    isClosed || kind === "reload" ? null : again,
    outcome.server && actions.useServer ? addressForm(outcome.server, actions, signal) : null,
  );
}

/** Seconds until a failure is tried again by itself, null where that would not help. */
export function pause(/** @type {Outcome} */ outcome) {
  if (outcome.kind === "rate-limited") return outcome.retryAfter ?? PAUSES["rate-limited"];
  return PAUSES[outcome.kind] ?? null;
}

/** Where the server listens; an address that the reader may use is kept and asked at once. */
function addressForm(
  /** @type {string} */ server,
  /** @type {Actions} */ { useServer, retry },
  /** @type {AbortSignal} */ signal,
) {
  const field = el("input", { id: "address", value: server, spellcheck: "false", autocomplete: "off" });
  const wrong = el("p", { class: "wrong", role: "alert" });
  const use = el("button", { type: "submit", class: "btn" }, say("address_use"));
  const label = el("label", { for: "address" }, say("address"));
  const form = el("form", { class: "address" }, label, el("div", { class: "command" }, field, use), wrong);
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (await useServer(field.value.trim().replace(/\/+$/, ""))) retry();
    else wrong.textContent = say("address_wrong");
  };
  form.addEventListener("submit", submit, { signal });
  return form;
}

/** The words for an outcome: `{title, lines, code}`; `code` is the number of a request that crashed. */
export function tell(/** @type {Outcome} */ outcome) {
  const { kind, title, request = null } = outcome;
  const detail = why(outcome);
  const values = { host: outcome.host ?? "", status: outcome.status ?? "", seconds: pause(outcome) ?? "" };
  const name = has(`${kind.replaceAll("-", "_")}_title`) ? kind.replaceAll("-", "_") : "problem";
  const plain = { title: say(`${name}_title`), lines: [say(`${name}_text`, values)], code: null };
  if (kind === "away") return { ...plain, lines: [...plain.lines, say("away_or"), say("retrying")] };
  if (kind === "crash")
    return { ...plain, lines: [say(request ? "crash_text" : "crash_plain", values)], code: request };
  if (kind === "rate-limited") return { ...plain, lines: [...(detail ? [detail] : []), ...plain.lines] };
  return name === "problem" ? { ...plain, lines: [detail ?? title ?? plain.lines[0]] } : plain;
}

/** Why the server refused, in the reader's language where there are words for it, else as it says it; null for nothing. */
export function why(/** @type {Outcome} */ { code, detail }) {
  const name = nameOf("why", code ?? "");
  return has(name) ? say(name) : (detail ?? null);
}

function commandLine(/** @type {string} */ command, /** @type {AbortSignal} */ signal) {
  const code = el("code", {}, command);
  const copy = button(
    say("copy"),
    async () => {
      await copyText(command, code);
      copy.textContent = say("copied");
    },
    signal,
  );
  return el("div", { class: "command" }, code, copy);
}
