/** What the panel shows when there is no report: waiting, and each way in which an answer can fail, in plain words. */
((undertone) => {
  if (undertone.states) return;

  const { texts } = undertone;
  const { el, button } = undertone.elements;
  const SLOW = 10_000;

  /** The waiting state; after ten seconds it says that it still works. */
  function waiting(signal) {
    const line = el("h2", {}, texts.waiting);
    const timer = setTimeout(() => {
      line.textContent = texts.stillWaiting;
    }, SLOW);
    signal.addEventListener("abort", () => clearTimeout(timer));
    return el("section", { class: "state" }, line, el("div", { class: "wait", "aria-hidden": "true" }));
  }

  /** The state for an outcome without an answer, with a button that tries again and a field for another address. */
  function failure(outcome, actions, signal) {
    const { title, lines, command } = say(outcome);
    return el(
      "section",
      { class: "state" },
      el("h2", {}, title),
      lines.slice(0, 1).map((line) => el("p", {}, line)),
      command ? commandLine(texts.command, signal) : null,
      lines.slice(1).map((line) => el("p", {}, line)),
      button(texts.retry, actions.retry, signal, { class: "btn main" }),
      outcome.server && actions.useServer ? addressForm(outcome.server, actions, signal) : null,
    );
  }

  /** Where the server listens; an address on this computer is kept and asked at once. */
  function addressForm(server, { useServer, retry }, signal) {
    const field = el("input", { id: "address", value: server, spellcheck: "false", autocomplete: "off" });
    const wrong = el("p", { class: "wrong", role: "alert" });
    const use = el("button", { type: "submit", class: "btn" }, texts.addressUse);
    const label = el("label", { for: "address" }, texts.address);
    const form = el("form", { class: "address" }, label, el("div", { class: "command" }, field, use), wrong);
    const submit = async (event) => {
      event.preventDefault();
      if (await useServer(field.value.trim().replace(/\/+$/, ""))) retry();
      else wrong.textContent = texts.addressWrong;
    };
    form.addEventListener("submit", submit, { signal });
    return form;
  }

  /** The words for an outcome: `{title, lines, command}`. */
  function say(outcome) {
    const fill = (text) => texts.fill(text, { host: outcome.host ?? "", status: outcome.status ?? "" });
    const plain = (name) => ({ title: texts[`${name}Title`], lines: [fill(texts[`${name}Text`])], command: false });
    if (outcome.kind === "away") {
      return { title: texts.awayTitle, lines: [texts.awayText, fill(texts.awayOr)], command: true };
    }
    if (outcome.kind !== "problem") return plain(outcome.kind);
    const base = plain("problem");
    return { ...base, lines: [outcome.detail ?? outcome.title ?? base.lines[0]] };
  }

  function commandLine(command, signal) {
    const code = el("code", {}, command);
    const copy = button(
      texts.copy,
      async () => {
        await put(command, code);
        copy.textContent = texts.copied;
      },
      signal,
    );
    return el("div", { class: "command" }, code, copy);
  }

  /** Copies a text; where the page may not use the clipboard (plain http), through a selection. */
  async function put(text, element) {
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(text);
        return;
      } catch {
        // Refused by the page's permissions policy: the older way below still works.
      }
    }
    getSelection()?.selectAllChildren(element);
    document.execCommand("copy");
  }

  undertone.states = { waiting, failure, say };
})(globalThis.undertone);
