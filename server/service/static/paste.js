/** The paste page: sends what was pasted, shows the analysed text as a reader view, and the panel beside it. */

import { start } from "/extension/page/session.js";
import { mount } from "/extension/panel/controller.js";
import { FRESH, wantedOf } from "/extension/panel/known.js";
import { sheetOf } from "/extension/panel/sheet.js";
import { use } from "/extension/panel/texts.js";

/** @typedef {{html: string} | {text: string, title: string | null}} Asked */

const PATIENCE = 30_000;
const SAMPLE = "/static/sample.html";
const WORDS = {
  empty: "Paste a story first.",
  running: "Reading…",
  ready: "Show how it is written",
  away: "Undertone’s server does not answer any more. Start it again in its terminal, then try once more.",
  timeout: "The server took longer than half a minute. Try again in a moment.",
  refused: "The server could not read this.",
};
const HEADERS = { "X-Undertone": "1" };

const form = /** @type {HTMLFormElement} */ (find("form"));
const reader = find("reader");
/** What was last read: its page and its panel. @type {{close: () => void} | null} */
let open = null;

function find(/** @type {string} */ id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** What the form holds, as the contract's request. @returns {Asked} */
function request() {
  const fields = new FormData(form);
  const text = String(fields.get("text"));
  if (fields.get("kind") === "html") return { html: text };
  return { text, title: String(fields.get("title")).trim() || null };
}

function post(/** @type {string} */ address, /** @type {Asked} */ body) {
  return fetch(address, {
    method: "POST",
    headers: { ...HEADERS, "Content-Type": "application/json" },
    body: JSON.stringify({ ...body, include: ["text"] }),
    signal: AbortSignal.timeout(PATIENCE),
  });
}

/** Asks for the report of what was pasted as a file; resolves to an outcome as `extension/client.js` has it. */
async function fetchFile(/** @type {string} */ format, /** @type {Asked} */ body) {
  try {
    const response = await post(`/v1/export/${format}`, body);
    const text = await response.text();
    const { status, headers } = response;
    if (!response.ok) return { kind: "problem", status, detail: JSON.parse(text).detail };
    const [type, disposition] = [headers.get("Content-Type"), headers.get("Content-Disposition")];
    return { kind: "answer", answer: { text, type, disposition } };
  } catch (error) {
    return { kind: isLate(error) ? "timeout" : "away" };
  }
}

function isLate(/** @type {unknown} */ error) {
  return error instanceof Error && error.name === "TimeoutError";
}

/** Asks the server; resolves to the answer, rejects with words for the reader. */
async function ask(/** @type {Asked} */ body) {
  let response;
  try {
    response = await post("/v1/analyze", body);
  } catch (error) {
    throw new Error(isLate(error) ? WORDS.timeout : WORDS.away);
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok || !answer) throw new Error(answer?.detail ?? answer?.title ?? WORDS.refused);
  return answer;
}

/**
 * The analysed text as elements. Also what stands between paragraphs becomes a text node, so that the reader's text
 * stream is `document.text` itself and a finding's offsets are its place.
 */
function render(/** @type {string} */ text, /** @type {string | null} */ title) {
  const parts = text.split(/(\n{2,})/);
  let above = Boolean(title); // the headline, and the kicker before it, begin the text
  const nodes = parts.map((part, index) => {
    if (index % 2 === 1) return document.createTextNode(part);
    above &&= Boolean(title?.includes(part.trim()));
    const block = document.createElement(above ? "h2" : "p");
    block.textContent = part;
    return block;
  });
  reader.replaceChildren(...nodes);
}

/** Has the panel say its texts; without them it could say nothing. */
async function speak() {
  const response = await fetch("/extension/messages/en.json").catch(() => null);
  if (!response?.ok) throw new Error(WORDS.away);
  use(await response.json(), "en");
}

async function fetchJson(/** @type {string} */ address) {
  const response = await fetch(address, { headers: HEADERS }).catch(() => null);
  return response?.ok ? response.json() : null;
}

/** The desk of this page: what it knows lies here, and its page is the reader view. */
function deskOf(/** @type {any} */ answer, /** @type {Asked} */ body) {
  const outcome = { kind: "answer", host: location.hostname, server: location.origin, answer };
  const unread = { frames: 0, words: 0 };
  const reading = { since: Date.now(), how: "page", isBusy: false, url: location.href, words: 0, unread, outcome };
  const page = start(reader, (event, more) => hear(event, more));
  const known = { reading, view: { ...FRESH, ...page.mark(sheetOf(answer, true, "")) } };
  /** @type {import("/extension/panel/controller.js").Desk} */
  const desk = {
    ...{ isPage: false, keys: "" },
    known: () => known,
    page: async (name, ...given) => /** @type {any} */ (page)[name](...given),
    read: async () => undefined,
    keep: async (view) => {
      Object.assign(known.view, view);
      page.show(wantedOf(answer, known.view));
      panel.draw();
    },
    fetchFile: (format) => fetchFile(format, body),
    readText: (given) => ask(given).catch(() => null),
    fetchCard: () => fetchJson("/v1/model-card"),
    fetchRule: (id) => fetchJson(`/v1/rules/${encodeURIComponent(id)}`),
  };
  const panel = mount(find("panel"), desk);

  function hear(/** @type {string} */ event, /** @type {Record<string, any>} */ more = {}) {
    const { id = null, source = null, hidden = known.view.hidden } = more;
    const turn = known.view.chosen.turn + 1;
    if (event === "chosen" || event === "source") known.view.chosen = { id, source, turn };
    if (event === "placed") Object.assign(known.view, more);
    known.view.hidden = hidden;
    panel.draw();
  }

  panel.draw();
  return {
    close: () => {
      page.close();
      panel.close();
    },
    focus: panel.focus,
  };
}

async function show(/** @type {any} */ answer, /** @type {Asked} */ body) {
  await speak();
  const { text, title } = answer.document;
  render(text, title);
  turn(true);
  scrollTo(0, 0);
  const desk = deskOf(answer, body);
  open = desk;
  desk.focus();
}

/** Turns from the form to what was read, or back. */
function turn(/** @type {boolean} */ isRead) {
  form.hidden = isRead;
  find("head").hidden = isRead;
  for (const id of ["reader", "back", "panel"]) find(id).hidden = !isRead;
  document.body.classList.toggle("reading", isRead);
}

function reset() {
  open?.close();
  reader.replaceChildren();
  turn(false);
  find("text").focus();
}

async function submit() {
  const body = request();
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("button.main"));
  const tell = (/** @type {string} */ words) => {
    find("problem").textContent = words;
  };
  const given = "html" in body ? body.html : `${body.title ?? ""}${body.text}`;
  if (!given.trim()) return tell(WORDS.empty);
  tell("");
  button.disabled = true;
  button.textContent = WORDS.running;
  try {
    await show(await ask(body), body);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  } finally {
    button.disabled = false;
    button.textContent = WORDS.ready;
  }
}

async function trySample() {
  const response = await fetch(SAMPLE).catch(() => null);
  if (!response?.ok) {
    find("problem").textContent = response ? WORDS.refused : WORDS.away;
    return;
  }
  /** @type {HTMLInputElement} */ (form.querySelector("[name=kind][value=html]")).checked = true;
  suit();
  /** @type {HTMLTextAreaElement} */ (find("text")).value = await response.text();
  await submit();
}

/** Suits the form to the kind of text: page source brings its own headline. */
function suit() {
  const isSource = new FormData(form).get("kind") === "html";
  find("title-field").hidden = isSource;
  find("text-label").textContent = isSource ? "Page source" : "Story";
  find("text").classList.toggle("source", isSource);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
form.addEventListener("change", suit);
find("sample").addEventListener("click", trySample);
find("again").addEventListener("click", reset);
suit();
