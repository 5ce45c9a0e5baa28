/** The extension's entry on a page: starts a session that asks the background; the paste page has its own. */
((undertone) => {
  const { runtime } = globalThis.browser ?? globalThis.chrome;
  const { anchor, collect, reach, session } = undertone;
  const send = (type, more = {}) => runtime.sendMessage({ type, ...more });
  const quietly = (promise) => promise.catch(() => null);
  let selected = String(getSelection() ?? "");
  /** What was last sent to be analysed: an export is of the same words, whatever the page shows by then. */
  let sent = null;

  /** What is sent of the page: its source, its visible text, or the text that is or was last selected. */
  function request(how) {
    if (how === "page") return { html: collect.serialise(document) };
    if (how === "anyway") return reach.story(document);
    selected = String(getSelection() ?? "").trim() || selected.trim();
    return selected ? { title: null, text: selected } : null;
  }

  async function read(how) {
    const asked = request(how);
    if (!asked) return { kind: "no-selection" };
    sent = { ...asked, url: location.href };
    return ask("analyze", sent);
  }

  async function ask(type, what) {
    try {
      return await send(type, what);
    } catch {
      return { kind: "reload" };
    }
  }

  /** Where a remark stands: in the page as the server read it, or, where only text was sent, by its words. */
  function targetOf(finding, points) {
    if (finding.target) return anchor.read(finding.target);
    return sent && !("html" in sent) ? anchor.quoteOf(points, finding.start, finding.end) : null;
  }

  async function answerOf(promise) {
    const outcome = await quietly(promise);
    return outcome?.kind === "answer" ? outcome.answer : null;
  }

  session.start({
    isPage: true,
    root: document.body,
    how: undertone.wanted ?? "page",
    settings: undertone.settings,
    read,
    export: (format) => ask("export", { ...sent, format }),
    targetOf,
    change: (patch) => quietly(send("change", { patch })),
    report: (report) => quietly(send("report", { report })),
    modelCard: () => answerOf(send("model-card")),
    rule: (id) => answerOf(send("rule", { id })),
    cancel: () => quietly(send("cancel")),
    options: () => quietly(send("open-options")),
    pair: () => quietly(send("open-welcome")),
    useServer: (address) => quietly(send("address", { address })),
    onClose: () => quietly(send("closed")),
  });
})(globalThis.undertone);
