/** The only place that asks the server; tells every outcome apart. */

import { isElsewhere, isOwn, isServer, SERVER } from "./addresses.js";

/** The version of the service's interface that this extension speaks. */
export const API = 1;

/** Milliseconds after which an answer is no longer waited for. */
export const PATIENCE = 30_000;

/**
 * @typedef {object} Options
 * @property {string} [server] address: one of this computer's own, or another over https that the reader chose
 * @property {string} [token] what pairing gave
 * @property {string} [language] what answers are written in, as in `de`; by default the browser's
 * @property {number} [patience] milliseconds
 * @property {AbortSignal} [signal] cancels the request
 * @property {typeof fetch} [fetch]
 */

/**
 * What became of a request. `kind` is one of `answer` (with `answer`), `away` (nothing listens there),
 * `unreachable` (the same of a server that is not on this computer), `timeout`, `cancelled`, `not-paired` (401, or no proof), `rate-limited` (429 or 503, with `retryAfter` in seconds), `crash` (another 5xx, with
 * `request`, the id to look for in the server's log), `version` (another version of our server), `problem` (it refused),
 * `garbled` (not our server). What the server says about a failure is in `status`, `code`, `title`, `detail`.
 *
 * @typedef {{kind: string, host: string, server: string, answer?: any, status?: number, code?: string | null,
 *   title?: string | null, detail?: string | null, retryAfter?: number, request?: string | null}} Outcome
 */

/** @typedef {(text: string, response: Response) => {kind: string, answer?: any}} Read what a good answer says */

/** Asks for an analysis: `{html, url}` or `{text, title}`, with `options` of the contract. Never rejects. */
export function analyze(/** @type {object} */ request, /** @type {Options} */ options = {}) {
  return askPaired("/v1/analyze", options, known(isVersioned("analysis")), request);
}

/** Asks for the report of such a request as a file: `{text, type, disposition}`, the last two its headers. Never rejects. */
export async function exportFile(
  /** @type {string} */ format,
  /** @type {object} */ request,
  /** @type {Options} */ options = {},
) {
  const outcome = await askPaired(`/v1/export/${encodeURIComponent(format)}`, options, readFile, request);
  return outcome.kind === "problem" && outcome.code === "not-found" ? { ...outcome, kind: "version" } : outcome;
}

/** Asks which rules there are. Never rejects. */
export function rules(/** @type {Options} */ options = {}) {
  return askPaired("/v1/rules", options, known(isVersioned("rules")));
}

/** Asks for one rule, by its id. Never rejects. */
export function rule(/** @type {string} */ id, /** @type {Options} */ options = {}) {
  const isRule = known((body) => (body.id === id ? true : null));
  return askPaired(`/v1/rules/${encodeURIComponent(id)}`, options, isRule);
}

/** Asks for the model card. Never rejects. */
export function modelCard(/** @type {Options} */ options = {}) {
  return askPaired("/v1/model-card", options, known(isVersioned("model-card", 2)));
}

/** Asks whether the server is up and which engine answers; needs no token. Never rejects. */
export function ready(/** @type {Options} */ options = {}) {
  const isReady = known((body) => (body.status === "ready" ? body.api === API : null));
  return ask("/readyz", options, isReady);
}

/** Hands in the code that the server showed; the answer holds the `token`. Never rejects. */
export function pair(/** @type {{code: string, name: string}} */ request, /** @type {Options} */ options = {}) {
  const isGrant = known((body) => (typeof body.token === "string" ? true : null));
  return ask("/pair", options, isGrant, request);
}

/**
 * Asks once the server has proved that it holds this browser's pairing; one that cannot gets neither page nor token. A
 * server elsewhere proves by its certificate that it is the one which gave the token; the port that it listens on,
 * behind a proxy, is not the one that is asked.
 *
 * @param {string} path
 * @param {Options} options
 * @param {Read} read
 * @param {object} [body]
 * @returns {Promise<Outcome>}
 */
async function askPaired(path, options, read, body) {
  const { server = SERVER, token = "" } = options;
  if (isElsewhere(server)) return token ? ask(path, options, read, body) : { ...named(server), kind: "not-paired" };
  const nonce = hex(crypto.getRandomValues(new Uint8Array(32)));
  const proved = await ask(
    `/pair/proof/${nonce}`,
    { ...options, token: "" },
    known(({ proofs }) => Array.isArray(proofs) || null),
  );
  if (proved.status === 404) return { ...proved, kind: proved.code === "not-found" ? "version" : "garbled" };
  if (proved.kind !== "answer") return proved;
  if (token && proved.answer.proofs.includes(await proof(token, server, nonce))) return ask(path, options, read, body);
  return { ...named(server), kind: "not-paired" };
}

/** What the server that gave `token` and listens at `server` answers to `nonce`: see `prove` in server/service/auth/pairing.py. */
async function proof(/** @type {string} */ token, /** @type {string} */ server, /** @type {string} */ nonce) {
  const text = new TextEncoder();
  const hash = { name: "HMAC", hash: "SHA-256" };
  const secret = await crypto.subtle.digest("SHA-256", text.encode(token));
  const key = await crypto.subtle.importKey("raw", secret, hash, false, ["sign"]);
  const asked = `undertone:${new URL(server).port || 80}:${nonce}`;
  return hex(new Uint8Array(await crypto.subtle.sign("HMAC", key, text.encode(asked))));
}

function hex(/** @type {Uint8Array} */ bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {string} path
 * @param {Options} options
 * @param {Read} read
 * @param {object} [body]
 * @returns {Promise<Outcome>}
 */
async function ask(path, options, read, body) {
  const { server = SERVER, patience = PATIENCE, signal, fetch = globalThis.fetch } = options;
  const asked = named(server);
  if (!isServer(server)) return { ...asked, kind: "away" };
  const late = AbortSignal.timeout(patience);
  try {
    const response = await fetch(new URL(path, server), {
      method: body ? "POST" : "GET",
      headers: heads(options, body),
      body: body && JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, late]) : late,
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
    });
    return { ...asked, ...understand(response, await response.text(), read) };
  } catch {
    if (signal?.aborted) return { ...asked, kind: "cancelled" };
    if (late.aborted) return { ...asked, kind: "timeout" };
    return { ...asked, kind: isOwn(server) ? "away" : "unreachable" };
  }
}

function named(/** @type {string} */ server) {
  return { host: URL.canParse(server) ? new URL(server).hostname : "", server };
}

function heads(/** @type {Options} */ { token, language }, /** @type {object | undefined} */ body) {
  /** @type {Record<string, string>} */
  const headers = { "X-Undertone": "1" };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (language) headers["Accept-Language"] = language;
  if (body) headers["Content-Type"] = "application/json";
  return headers;
}

/**
 * @param {Response} response
 * @param {string} text
 * @param {Read} read
 */
function understand(response, text, read) {
  if (response.ok) return read(text, response);
  const { code = null, title = null, detail = null } = parse(text) ?? {};
  return { kind: failure(response.status), status: response.status, code, title, detail, ...advice(response) };
}

function failure(/** @type {number} */ status) {
  if (status === 401) return "not-paired";
  if (status === 429 || status === 503) return "rate-limited";
  return status >= 500 ? "crash" : "problem";
}

/** What an answer's headers say about a failure: when to ask again, which request it was. */
function advice(/** @type {Response} */ { status, headers }) {
  if (failure(status) === "rate-limited") {
    const seconds = Number(headers.get("Retry-After") ?? "");
    return { retryAfter: Number.isFinite(seconds) && seconds > 0 ? seconds : 1 };
  }
  return status >= 500 ? { request: headers.get("X-Request-ID") } : {};
}

/**
 * Reads an answer in JSON. `isKnown` is true for an answer, false for another version's, null for no answer of ours.
 *
 * @param {(body: any) => boolean | null} isKnown
 * @returns {Read}
 */
function known(isKnown) {
  return (text) => {
    const body = parse(text);
    const verdict = body === null ? null : isKnown(body);
    if (verdict === null) return { kind: "garbled" };
    return verdict ? { kind: "answer", answer: body } : { kind: "version" };
  };
}

/** Reads an answer that is a file. @type {Read} */
function readFile(text, { headers }) {
  const disposition = headers.get("Content-Disposition") ?? "";
  if (!/^attachment; filename="undertone-/.test(disposition)) return { kind: "garbled" };
  return { kind: "answer", answer: { text, type: headers.get("Content-Type") ?? "", disposition } };
}

/** Whether a body is the given part in the form that this extension reads: its `schema` is `undertone/<part>/<form>`. */
function isVersioned(/** @type {string} */ part, form = API) {
  return (/** @type {any} */ { schema }) => {
    if (typeof schema !== "string" || !schema.startsWith(`undertone/${part}/`)) return null;
    return schema === `undertone/${part}/${form}`;
  };
}

function parse(/** @type {string} */ text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
