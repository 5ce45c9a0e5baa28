/** What the panel shows when there is no report: waiting, and each way in which an answer can fail, in plain words. */
((undertone) => {
  if (undertone.states) return;

  const { say, has } = undertone.texts;
  const { el, button } = undertone.elements;
  const SLOW = 10_000;
  const SECOND = 1000;
  /** What stands below the lines of a state: what starts the server in the folder of a checkout, and after pip. */
  const COMMANDS = { away: ["make serve", "undertone serve"] };
  /** Seconds after which a failure is tried again by itself. */
  const PAUSES = { away: 3, timeout: null, "rate-limited": 5 };

  /** The waiting state, which can be given up; after ten seconds it says that it still works, and for how long. */
  function waiting(words, cancel, signal) {
    const line = el("h2", {}, say("waiting"));
    const told = el("p", { hidden: "" });
    const start = Date.now();
    const tell = () => {
      const spent = Date.now() - start;
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
  function failure(outcome, actions, signal) {
    const { kind } = outcome;
    const { title, lines, code } = tell(outcome);
    const asks = kind === "moved" || kind === "cancelled" || kind === "no-selection";
    const again = button(say(asks ? "read_this" : "retry"), () => actions.retry(), signal, { class: "btn main" });
    const below = code
      ? [el("p", { class: "number" }, el("code", {}, code))]
      : (COMMANDS[kind] ?? []).map((command) => commandLine(command, signal));
    const canPair = kind === "not-paired" && actions.pair;
    return el(
      "section",
      { class: "state" },
      el("h2", {}, title),
      lines.flatMap((line, place) => [el("p", {}, line), below[place] ?? null]),
      canPair ? button(say("pair"), actions.pair, signal, { class: "btn main" }) : null,
      kind === "reload" ? null : again,
      outcome.server && actions.useServer ? addressForm(outcome.server, actions, signal) : null,
    );
  }

  /** Seconds until a failure is tried again by itself, null where that would not help. */
  function pause(outcome) {
    if (outcome.kind === "rate-limited") return outcome.retryAfter ?? PAUSES["rate-limited"];
    return PAUSES[outcome.kind] ?? null;
  }

  /** Where the server listens; an address on this computer is kept and asked at once. */
  function addressForm(server, { useServer, retry }, signal) {
    const field = el("input", { id: "address", value: server, spellcheck: "false", autocomplete: "off" });
    const wrong = el("p", { class: "wrong", role: "alert" });
    const use = el("button", { type: "submit", class: "btn" }, say("address_use"));
    const label = el("label", { for: "address" }, say("address"));
    const form = el("form", { class: "address" }, label, el("div", { class: "command" }, field, use), wrong);
    const submit = async (event) => {
      event.preventDefault();
      if (await useServer(field.value.trim().replace(/\/+$/, ""))) retry();
      else wrong.textContent = say("address_wrong");
    };
    form.addEventListener("submit", submit, { signal });
    return form;
  }

  /** The words for an outcome: `{title, lines, code}`; `code` is the number of a request that crashed. */
  function tell(outcome) {
    const { kind, detail, title, request = null } = outcome;
    const values = { host: outcome.host ?? "", status: outcome.status ?? "", seconds: pause(outcome) ?? "" };
    const name = has(`${kind.replaceAll("-", "_")}_title`) ? kind.replaceAll("-", "_") : "problem";
    const plain = { title: say(`${name}_title`), lines: [say(`${name}_text`, values)], code: null };
    if (kind === "away") return { ...plain, lines: [...plain.lines, say("away_or"), say("retrying")] };
    if (kind === "crash")
      return { ...plain, lines: [say(request ? "crash_text" : "crash_plain", values)], code: request };
    if (kind === "rate-limited") return { ...plain, lines: [detail, ...plain.lines].filter(Boolean) };
    return name === "problem" ? { ...plain, lines: [detail ?? title ?? plain.lines[0]] } : plain;
  }

  function commandLine(command, signal) {
    const code = el("code", {}, command);
    const copy = button(
      say("copy"),
      async () => {
        await undertone.elements.put(command, code);
        copy.textContent = say("copied");
      },
      signal,
    );
    return el("div", { class: "command" }, code, copy);
  }

  undertone.states = { waiting, failure, pause, tell };
})(globalThis.undertone);
