/** The paste page: sends what was pasted, shows the analysed text as a reader view, and opens the panel over it. */
((undertone) => {
  const find = (id) => document.getElementById(id);
  const form = find("form");
  const reader = find("reader");
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

  /** What the form holds, as the contract's request. */
  function request(fields) {
    const text = fields.get("text");
    const what = fields.get("kind") === "html" ? { html: text } : { text, title: fields.get("title").trim() || null };
    return { ...what, include: ["text"] };
  }

  function post(address, body) {
    return fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Undertone": "1" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
  }

  /** Asks for the report of what was pasted as a file; resolves to an outcome as `extension/client.js` has it. */
  async function fetchFile(format, body) {
    try {
      const response = await post(`/v1/export/${format}`, body);
      const text = await response.text();
      const { status, headers } = response;
      if (!response.ok) return { kind: "problem", status, detail: JSON.parse(text).detail };
      const [type, disposition] = [headers.get("Content-Type"), headers.get("Content-Disposition")];
      return { kind: "answer", answer: { text, type, disposition } };
    } catch (error) {
      return { kind: error.name === "TimeoutError" ? "timeout" : "away" };
    }
  }

  /** Asks the server; resolves to the answer, rejects with words for the reader. */
  async function ask(body) {
    let response;
    try {
      response = await post("/v1/analyze", body);
    } catch (error) {
      throw new Error(error.name === "TimeoutError" ? WORDS.timeout : WORDS.away);
    }
    const answer = await response.json().catch(() => null);
    if (!response.ok || !answer) throw new Error(answer?.detail ?? answer?.title ?? WORDS.refused);
    return answer;
  }

  /**
   * The analysed text as elements. Also what stands between paragraphs becomes a text node, so that the reader's text
   * stream is `document.text` itself and a finding's offsets are its place.
   */
  function render(text, title) {
    const parts = text.split(/(\n{2,})/);
    let above = Boolean(title); // the headline, and the kicker before it, begin the text
    const nodes = parts.map((part, index) => {
      if (index % 2 === 1) return document.createTextNode(part);
      above &&= title.includes(part.trim());
      const block = document.createElement(above ? "h2" : "p");
      block.textContent = part;
      return block;
    });
    reader.replaceChildren(...nodes);
  }

  /** The panel's texts; without them it could say nothing. */
  async function speak() {
    if (undertone.messages) return;
    const response = await fetch("/extension/messages/en.json").catch(() => null);
    if (!response?.ok) throw new Error(WORDS.away);
    undertone.messages = await response.json();
  }

  async function fetchCard() {
    const response = await fetch("/v1/model-card", { headers: { "X-Undertone": "1" } }).catch(() => null);
    return response?.ok ? response.json() : null;
  }

  async function fetchRule(id) {
    const address = `/v1/rules/${encodeURIComponent(id)}`;
    const response = await fetch(address, { headers: { "X-Undertone": "1" } }).catch(() => null);
    return response?.ok ? response.json() : null;
  }

  async function show(answer, body) {
    await speak();
    const { text, title } = answer.document;
    render(text, title);
    form.hidden = true;
    document.querySelector("header").hidden = true;
    reader.hidden = false;
    find("back").hidden = false;
    document.body.classList.add("reading");
    scrollTo(0, 0);
    undertone.session.start({
      root: reader,
      read: async () => ({ kind: "answer", host: location.hostname, answer }),
      export: (format) => fetchFile(format, body),
      targetOf: ({ start, end }, points) => undertone.anchor.quoteOf(points, start, end),
      modelCard: fetchCard,
      rule: fetchRule,
    });
  }

  function reset() {
    undertone.session.close();
    form.hidden = false;
    document.querySelector("header").hidden = false;
    reader.replaceChildren();
    reader.hidden = true;
    find("back").hidden = true;
    document.body.classList.remove("reading");
    find("text").focus();
  }

  async function submit() {
    const body = request(new FormData(form));
    const button = form.querySelector("button.main");
    const tell = (words) => {
      find("problem").textContent = words;
    };
    if (!(body.html ?? `${body.title ?? ""}${body.text}`).trim()) return tell(WORDS.empty);
    tell("");
    button.disabled = true;
    button.textContent = WORDS.running;
    try {
      await show(await ask(body), body);
    } catch (error) {
      tell(error.message);
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
    form.elements.kind.value = "html";
    suit();
    find("text").value = await response.text();
    await submit();
  }

  /** Suits the form to the kind of text: page source brings its own headline. */
  function suit() {
    const isSource = form.elements.kind.value === "html";
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
})(globalThis.undertone);
