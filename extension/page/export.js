/** A report in other forms, made here without the network: JSON, W3C annotations, Markdown. */
((undertone) => {
  if (undertone.exports) return;

  const { anchor } = undertone;
  const { say, percent, figure } = undertone.texts;

  /** The remarks as one W3C annotation page (Web Annotation Data Model, 2017); offsets count code points. */
  function annotations(answer) {
    const { document: about, engine, findings } = answer;
    const id = `urn:sha256:${about.text_sha256}`;
    const points = findings.some(({ target }) => target) ? null : [...(about.text ?? "")]; // null: a page was sent
    const items = findings.map((finding) => annotation(finding, { id, source: about.url ?? id, engine, points }));
    return { "@context": "http://www.w3.org/ns/anno.jsonld", id, type: "AnnotationPage", startIndex: 0, items };
  }

  function annotation(finding, { id, source, engine, points }) {
    const body = (value, purpose) => ({ type: "TextualBody", value, format: "text/plain", language: "en", purpose });
    const { message, reason, suggestion, rule, severity } = finding;
    return {
      id: `${id}#${finding.id}`,
      type: "Annotation",
      motivation: "commenting",
      generator: { type: "Software", name: `Undertone ${engine.version}` },
      body: [
        body([message, reason].filter(Boolean).join(" "), "commenting"),
        ...(suggestion ? [body(suggestion, "editing")] : []),
        body(rule, "tagging"),
        body(severity, "tagging"),
      ],
      target: { source, ...selector(finding, points) },
    };
  }

  function selector(finding, points) {
    if (!points) return finding.target ?? {};
    const { start, end } = finding;
    const { exact, prefix, suffix } = anchor.quoteOf(points, start, end);
    return {
      selector: [
        { type: "TextPositionSelector", start, end },
        { type: "TextQuoteSelector", exact, prefix, suffix },
      ],
    };
  }

  /** What a report says, line by line, for every form that people read: `{title, about, scores, voices, never, links, remarks, foot}`. */
  function read(answer) {
    const { document: about, summary, engine } = answer;
    const { facts = {} } = answer.scores.sourcing ?? {};
    return {
      title: about.title ? say("report_title", { title: about.title }) : say("report_untitled"),
      about: [about.site, about.published, about.url].filter(Boolean),
      summary: [summary.sentence, say("scope")],
      scores: Object.entries(answer.scores).map(([name, held]) => score(name, held)),
      voices: answer.sources.map(voice),
      never: facts.never_heard ?? [],
      links: undertone.sources.links(facts),
      remarks: answer.findings.map((finding) => remark(finding, answer)),
      foot: [say("report_made", { version: engine.version }), ...(answer.limitations ?? [])],
    };
  }

  function score(name, held) {
    const { value, level, reason } = held;
    const title = say(`dimension_${name}`);
    if (value === null) return { title, words: [say("unscored"), reason].filter(Boolean).join(": ") };
    const rank = undertone.scores.rank(name, held);
    return { title, words: [`${say(`level_${level}`)}, ${figure(value)}`, rank].filter(Boolean).join(". ") };
  }

  function voice({ name, role, affiliation, share }) {
    return `${[name, role, affiliation].filter(Boolean).join(", ")}: ${percent(share)}`;
  }

  function remark(finding, answer) {
    const { exact, message, reason, suggestion, dimension } = finding;
    const { voice: whose, points, ruleName } = undertone.remarks;
    const facts = [say(`dimension_${dimension}`), ruleName(finding), whose(finding, answer), points(finding, answer)];
    const lines = [message, reason, suggestion ? say("instead", { words: suggestion }) : null];
    return { words: exact.replace(/\s+/g, " "), lines: lines.filter(Boolean), facts: facts.join(" · ") };
  }

  /** The report in Markdown; what comes from the page is escaped. */
  function markdown(answer) {
    const told = read(answer);
    const list = (items) => items.map((item) => `- ${plain(item)}`);
    const parts = [
      `# ${plain(told.title)}`,
      ...told.about.map(plain),
      ...told.summary.map(plain),
      told.scores.map(({ title, words }) => `- **${plain(title)}**: ${plain(words)}`).join("\n"),
      `## ${say("speakers")}`,
      told.voices.length > 0 ? list(told.voices).join("\n") : say("no_sources"),
      told.never.length > 0 ? `${say("never_heard")} ${told.never.map(plain).join(", ")}` : null,
      told.links ? plain(told.links) : null,
      `## ${say("remarks")}`,
      ...told.remarks.map(({ words, lines, facts }) =>
        [`**${plain(words)}**`, ...lines.map(plain), `*${plain(facts)}*`].join("  \n"),
      ),
      told.remarks.length === 0 ? say("announce_none") : null,
      ...told.foot.map(plain),
    ];
    return `${parts.filter(Boolean).join("\n\n")}\n`;
  }

  function plain(text) {
    return text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/\s*\n\s*/g, " ");
  }

  undertone.exports = { annotations, markdown, read };
})(globalThis.undertone);
