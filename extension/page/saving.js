/** Hands a report over to the reader: as a file, or through the clipboard. */
((undertone) => {
  if (undertone.saving) return;

  const { exports, pages } = undertone;
  const { say } = undertone.texts;
  const { el, put, save: saveFile } = undertone.elements;
  const FORMS = {
    html: [".html", "text/html", (answer) => pages.html(answer)],
    json: [".json", "application/json", (answer) => json(answer)],
    annotations: [".jsonld", "application/ld+json", (answer) => json(exports.annotations(answer))],
    markdown: [".md", "text/markdown", (answer) => exports.markdown(answer)],
  };

  /** Saves `answer` in a form (`html`, `json`, `annotations`, `markdown`) or copies it; `tell` says that it is done. */
  async function save(form, answer, tell) {
    if (form === "copy") {
      await copy(exports.markdown(answer));
      tell(say("copied_report"));
      return;
    }
    const [ending, type, make] = FORMS[form];
    const name = nameOf(answer) + ending;
    saveFile(name, make(answer), `${type};charset=utf-8`);
    tell(say("exported", { name }));
  }

  async function copy(text) {
    const held = el("pre", {}, text);
    const home = document.querySelector(undertone.collect.HOST).shadowRoot;
    home.append(held);
    await put(text, held);
    held.remove();
  }

  function json(value) {
    return `${JSON.stringify(value, null, 2)}\n`;
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
