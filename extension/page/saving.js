/** Fetches a report from the server as a file and hands it to the reader: saved, or through the clipboard. */
((undertone) => {
  if (undertone.saving) return;

  const { states } = undertone;
  const { say } = undertone.texts;
  const { el, put, save: saveFile } = undertone.elements;

  /** Saves the report of a session in one of `undertone.formats`, or copies it (`copy`); `tell` says how it goes. */
  async function save(form, session, tell) {
    const { answer } = session;
    tell(say("exporting"));
    const outcome = await session.export(form === "copy" ? "markdown" : form);
    if (outcome?.kind !== "answer") return tell(say("not_exported", { why: why(outcome ?? { kind: "reload" }) }));
    const { text, type, disposition } = outcome.answer;
    if (form === "copy") return tell(say((await copy(text)) ? "copied_report" : "not_copied"));
    const [, ending] = /(\.\w+)"?$/.exec(disposition) ?? [null, ""];
    const name = nameOf(answer) + ending;
    saveFile(name, text, type);
    tell(say("exported", { name }));
  }

  /** Why there is no file, in a line: the failure's title, and what the server said. */
  function why(outcome) {
    const { title, code } = states.tell(outcome);
    return [title, outcome.detail, code].filter(Boolean).join(" ");
  }

  async function copy(text) {
    const held = el("pre", {}, text);
    const home = document.querySelector(undertone.collect.HOST).shadowRoot;
    home.append(held);
    const isCopied = await put(text, held);
    held.remove();
    return isCopied;
  }

  /** A file's name made of the title: letters and figures, joined by hyphens. */
  function nameOf({ document: about }) {
    const words = (about.title ?? "")
      .normalize("NFKD")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .slice(0, 60);
    return `undertone-${words.replace(/^-+|-+$/g, "").toLowerCase() || "report"}`;
  }

  undertone.saving = { save, nameOf };
})(globalThis.undertone);
