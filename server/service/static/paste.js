/** The paste page: sends what was pasted, shows the analysed text as a reader view, and the panel beside it. */

import { start } from "/extension/page/session.js";
import { mount } from "/extension/panel/controller.js";
import { FRESH, wantedOf } from "/extension/panel/known.js";
import { sheetOf } from "/extension/panel/sheet.js";
import { why } from "/extension/panel/states.js";
import { use } from "/extension/panel/texts.js";
import { recognise } from "./pasted.js";

/** @typedef {import("./pasted.js").Asked} Asked */

const PATIENCE = 30_000;
/** Characters from which a text may be too much for that time: an idle computer reads three times as many. */
const LONG = 100_000;
/** What a text is refused for because there is too much of it. */
const TOO_MUCH = ["body-too-large", "page-too-large", "page-too-costly", "page-too-much-memory"];
const SAMPLE = "/static/sample.html";
const HEADERS = { "X-Undertone": "1" };
/** What this page says, in the language that the server wrote it in. @type {Record<string, string>} */
const WORDS = JSON.parse(find("words").textContent ?? "");

const form = /** @type {HTMLFormElement} */ (find("form"));
const box = /** @type {HTMLTextAreaElement} */ (find("text"));
const reader = find("reader");
/** What was last read: its page and its panel. @type {{close: () => void, focus: () => void} | null} */
let open = null;

function find(/** @type {string} */ id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
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
    if (!response.ok) return { kind: "problem", status, ...JSON.parse(text) };
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
    throw new Error(isLate(error) ? (tooLong(body) ?? WORDS.timeout) : WORDS.away);
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return answer;
  await speak();
  const long = TOO_MUCH.includes(answer?.code) ? tooLong(body) : null;
  throw new Error(long ?? why(answer ?? {}) ?? WORDS.refused);
}

/** That a text is too long, with how long it is and how long one may be; null for one that is not. */
function tooLong(/** @type {Asked} */ body) {
  const size = [...("html" in body ? body.html : body.text)].length;
  if (size <= LONG) return null;
  const told = (/** @type {number} */ count) => count.toLocaleString(document.documentElement.lang);
  return WORDS.long.replace("{size}", told(size)).replace("{limit}", told(LONG));
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

/** Has the panel say its texts, in this page's language; without them it could say nothing. */
async function speak() {
  const { lang } = document.documentElement;
  const response = await fetch(`/extension/messages/${lang}.json`).catch(() => null);
  if (!response?.ok) throw new Error(WORDS.away);
  use(await response.json(), lang);
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
  /** @type {import("/extension/panel/desk.js").Desk} */
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
    end: () => fold(true),
  };
  const panel = mount(find("panel"), desk);

  function hear(/** @type {string} */ event, /** @type {Record<string, any>} */ more = {}) {
    const { id = null, source = null, hidden = known.view.hidden } = more;
    const turn = known.view.chosen.turn + 1;
    if (event === "chosen" || event === "source") known.view.chosen = { id, source, turn };
    if (event === "placed" || event === "seen") Object.assign(known.view, more);
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
  const { text, title, language } = answer.document;
  reader.lang = language.code;
  render(text, title);
  turn(true);
  scrollTo(0, 0);
  open = deskOf(answer, body);
  open.focus();
}

/** Turns from the form to what was read, or back. */
function turn(/** @type {boolean} */ isRead) {
  for (const id of ["form", "head", "site", "legal"]) find(id).hidden = isRead;
  for (const id of ["reader", "over", "panel"]) find(id).hidden = !isRead;
  find("open").hidden = true;
  document.body.classList.toggle("reading", isRead);
}

/** Puts the panel away, the marks stay; or shows it again. */
function fold(/** @type {boolean} */ isAway) {
  find("panel").hidden = isAway;
  find("open").hidden = !isAway;
  if (isAway) find("open").focus();
  else open?.focus();
}

function reset() {
  open?.close();
  reader.replaceChildren();
  turn(false);
  box.focus();
}

/** Says what the box holds, as far as it can be told. */
function tell() {
  const pasted = recognise(box.value);
  find("problem").textContent = "";
  find("link").hidden = pasted.kind !== "link";
  /** @type {HTMLButtonElement} */ (find("show")).disabled = pasted.kind === "link";
  box.className = pasted.kind;
  find("kind").textContent = (pasted.asked ? WORDS[pasted.kind] : "").replace("{title}", pasted.title ?? "");
  const command = find("command");
  if (pasted.kind === "link") command.textContent = `${command.dataset.command} '${pasted.address}'`;
}

async function submit() {
  const pasted = recognise(box.value);
  if (pasted.kind === "empty") find("problem").textContent = WORDS.empty;
  if (!pasted.asked) return;
  const button = /** @type {HTMLButtonElement} */ (find("show"));
  find("problem").textContent = "";
  button.disabled = true;
  button.textContent = WORDS.running;
  try {
    await show(await ask(pasted.asked), pasted.asked);
  } catch (error) {
    find("problem").textContent = error instanceof Error ? error.message : String(error);
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
  box.value = await response.text();
  tell();
  await submit();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
box.addEventListener("input", tell);
find("sample").addEventListener("click", trySample);
find("again").addEventListener("click", reset);
find("open").addEventListener("click", () => fold(false));
/** @type {HTMLButtonElement} */ (find("sample")).disabled = false; // both buttons wait for this script
tell();
