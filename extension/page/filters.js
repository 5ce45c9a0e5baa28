/** The chips over the list of remarks: by what they are about, and by how strong they are. */
((undertone) => {
  if (undertone.filters) return;

  const { say } = undertone.texts;
  const { el, button } = undertone.elements;
  const SEVERITIES = ["strong", "notable", "mild"];

  /** A filter that lets every remark through: the chosen values of each kind, none chosen for all. */
  function none() {
    return { dimension: new Set(), severity: new Set() };
  }

  /** Whether a filter lets a remark through. */
  function passes(filter, finding) {
    return Object.keys(none()).every((kind) => filter[kind].size === 0 || filter[kind].has(finding[kind]));
  }

  /**
   * The chips for these remarks, or null where a choice would change nothing; `dimensions` are all ids in their
   * order, and `change()` is told of every choice.
   */
  function chips(findings, dimensions, filter, change, signal) {
    const groups = Object.entries({ dimension: dimensions, severity: SEVERITIES }).map(([kind, values]) => {
      const present = values.filter((value) => findings.some((finding) => finding[kind] === value));
      return present.length > 1 ? present.map((value) => chip(kind, value, findings, filter, change, signal)) : [];
    });
    if (groups.every((group) => group.length === 0)) return null;
    return el("div", { class: "chips", role: "group", "aria-label": say("filter") }, groups.flat());
  }

  function chip(kind, value, findings, filter, change, signal) {
    const count = findings.filter((finding) => finding[kind] === value).length;
    const state = { "aria-pressed": String(filter[kind].has(value)), [`data-${kind}`]: value };
    const act = () => {
      const isOn = !filter[kind].delete(value) && Boolean(filter[kind].add(value));
      made.setAttribute("aria-pressed", String(isOn));
      change();
    };
    const made = button(say(`${kind}_${value}`), act, signal, { class: "chip", ...state });
    made.append(" ", el("b", {}, String(count)));
    return made;
  }

  undertone.filters = { none, passes, chips };
})(globalThis.undertone);
