/** What the reader decides about remarks: set aside, ignored, turned off; each can be undone. */
((undertone) => {
  if (undertone.choices) return;

  const { say } = undertone.texts;
  const { shorten } = undertone.elements;
  const { ruleName } = undertone.remarks;

  /** What stays the same of a remark when a page is read again. */
  function keyOf({ rule, start, exact }) {
    return `${rule} ${start} ${exact}`;
  }

  /** The reader's settings behind functions that always know them as they are; `session.settings` follows. */
  function services(session) {
    const { change, report } = session;
    const keep = async (patch) => {
      const now = await change(patch);
      if (now) session.settings = now;
      return Boolean(now);
    };
    return { settings: () => session.settings, report, change: change && keep };
  }

  /**
   * The choices of a session. Those that change settings need `change(patch)` of `services`. `again()` asks the server anew, so that points and scores still add up; `redraw()` shows the
   * same answer without what was set aside; `told(text, undo)` tells the reader.
   */
  function make(services, { again, redraw, told, aside }) {
    function dismiss(finding) {
      aside.add(keyOf(finding));
      redraw();
      const undo = () => {
        aside.delete(keyOf(finding));
        redraw();
        told(null);
      };
      told(say("dismissed", { words: shorten(finding.exact, 60) }), undo);
    }

    function bringBack() {
      aside.clear();
      redraw();
      told(null);
    }

    /** Changes settings, asks again, and offers the way back. */
    async function change(patch, text) {
      const held = services.settings();
      const before = Object.fromEntries(Object.keys(patch).map((name) => [name, held[name]]));
      if (!(await services.change(patch))) return told(say("not_changed"));
      const undo = async () => {
        await services.change(before);
        await again();
        told(null);
      };
      await again();
      told(text, undo);
    }

    function ignore({ exact }) {
      const words = exact.toLowerCase();
      const { ignoredWords } = services.settings();
      return change({ ignoredWords: add(ignoredWords, words) }, say("ignored", { words: shorten(exact, 60) }));
    }

    function ruleOff(finding) {
      const { rulesOff } = services.settings();
      return change({ rulesOff: add(rulesOff, finding.rule) }, say("rule_is_off", { rule: ruleName(finding) }));
    }

    function siteOff(finding) {
      const host = location.hostname;
      const { sitesOff } = services.settings();
      const sites = { ...sitesOff, [host]: add(sitesOff[host] ?? [], finding.rule) };
      return change({ sitesOff: sites }, say("site_is_off", { host, rule: ruleName(finding) }));
    }

    function sense(level) {
      return change({ sensitivity: level }, say("level_is", { level: say(`severity_${level}`) }));
    }

    async function complain(finding, said) {
      const { rule, exact, start, end, dimension, severity, voice, confidence } = finding;
      const remark = { rule, exact, start, end, dimension, severity, voice, confidence };
      const kept = await services.report({ ...said, remark, url: location.href });
      told(say(kept ? "wrong_kept" : "not_changed"));
    }

    const lasting = services.change ? { ignore, ruleOff, siteOff, sense } : {};
    return { dismiss, bringBack, ...lasting, ...(services.report ? { complain } : {}) };
  }

  function add(list, value) {
    return list.includes(value) ? list : [...list, value];
  }

  undertone.choices = { make, services, keyOf };
})(globalThis.undertone);
