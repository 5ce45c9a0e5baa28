/** A report as an HTML page of its own: every text a text node, nothing loaded, no script. */
((undertone) => {
  if (undertone.pages) return;

  const { say, language } = undertone.texts;
  const STYLE = `
    :root { color-scheme: light dark; }
    body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 17px/1.55 Georgia, serif; }
    h1 { font-size: 1.6rem; line-height: 1.25; } h2 { margin-top: 2rem; font-size: 1.15rem; }
    .quiet, small { font: 13px/1.5 system-ui, sans-serif; opacity: .8; }
    .sum { font-size: 1.2rem; } li { margin: .3rem 0; } ol > li { margin: 1rem 0; }
    mark { background: none; color: inherit; text-decoration: underline dashed 1.5px #6a7ea3; text-underline-offset: 3px; }
    mark.headline { text-decoration: underline double 2px #b0427f; }
    mark.sourcing { text-decoration: underline dotted 3px #16898d; }
    mark.wording { text-decoration: underline wavy 1.5px #c8691a; }
    mark.quoted { text-decoration-color: #8a939c; text-decoration-thickness: 1px; }
  `;

  /** The page's source. */
  function html(answer) {
    const told = undertone.exports.read(answer);
    const page = document.implementation.createHTMLDocument(told.title);
    const el = (tag, attributes, ...children) => make(page, tag, attributes, children);
    page.documentElement.lang = language();
    page.head.prepend(el("meta", { charset: "utf-8" }));
    page.head.append(
      el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      el("meta", { "http-equiv": "Content-Security-Policy", content: "default-src 'none'; style-src 'unsafe-inline'" }),
      el("style", {}, STYLE),
    );
    page.body.append(
      el("h1", {}, told.title),
      el("p", { class: "quiet" }, told.about.join(" · ")),
      el("p", { class: "sum" }, told.summary[0]),
      el("p", { class: "quiet" }, told.summary[1]),
      el("ul", {}, ...told.scores.map(({ title, words }) => el("li", {}, el("b", {}, title), `: ${words}`))),
      el("h2", {}, say("speakers")),
      ...voices(told, el),
      el("h2", {}, say("remarks")),
      remarks(told, el),
      ...text(answer, el),
      ...told.foot.map((line) => el("p", { class: "quiet" }, line)),
    );
    return `<!doctype html>\n${page.documentElement.outerHTML}\n`;
  }

  function make(page, tag, attributes, children) {
    const made = page.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  function voices(told, el) {
    const heard = told.voices.map((line) => el("li", {}, line));
    return [
      heard.length > 0 ? el("ul", {}, ...heard) : el("p", {}, say("no_sources")),
      ...(told.never.length > 0 ? [el("p", {}, el("b", {}, say("never_heard")), ` ${told.never.join(", ")}`)] : []),
      ...(told.links ? [el("p", {}, told.links)] : []),
    ];
  }

  function remarks(told, el) {
    if (told.remarks.length === 0) return el("p", {}, say("announce_none"));
    const items = told.remarks.map(({ words, lines, facts }) =>
      el("li", {}, el("b", {}, words), ...lines.map((line) => el("div", {}, line)), el("small", {}, facts)),
    );
    return el("ol", {}, ...items);
  }

  /** The text as it was read with its marks; of two remarks on the same words the first is shown. */
  function text(answer, el) {
    if (!answer.document.text) return [];
    const points = [...answer.document.text];
    const found = answer.findings.toSorted((a, b) => a.start - b.start || b.end - a.end);
    const pieces = [];
    let at = 0;
    for (const { start, end, dimension, scored } of found) {
      if (start < at) continue;
      pieces.push(points.slice(at, start).join(""));
      const kind = scored ? dimension : `${dimension} quoted`;
      pieces.push(el("mark", { class: kind }, points.slice(start, end).join("")));
      at = end;
    }
    pieces.push(points.slice(at).join(""));
    return [el("h2", {}, say("report_text")), ...paragraphs(pieces, el)];
  }

  function paragraphs(pieces, el) {
    const made = [el("p", {})];
    for (const piece of pieces) {
      const parts = typeof piece === "string" ? piece.split(/\n{2,}/) : [piece];
      parts.forEach((part, index) => {
        if (index > 0) made.push(el("p", {}));
        made.at(-1).append(part);
      });
    }
    return made.filter((paragraph) => paragraph.textContent.trim());
  }

  undertone.pages = { html };
})(globalThis.undertone);
