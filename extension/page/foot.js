/** The panel's foot: sensitivity, marks, export, how good this is, settings, where the text was checked; and a toast. */
((undertone) => {
  if (undertone.foot) return;

  const { say } = undertone.texts;
  const { el, button } = undertone.elements;
  const LEVELS = ["mild", "notable", "strong"];
  const FORMS = [...undertone.formats, "copy"];

  /** The foot; what `actions` lacks (`sense`, `options`, `quality`) is left out. `label(text)` names the marks' button. */
  function build(actions, signal) {
    const toggle = button(say("hide"), actions.toggle, signal);
    const menu = forms(actions, signal);
    const turn = (isOpen) => {
      menu.hidden = !isOpen;
      open.setAttribute("aria-expanded", String(isOpen));
    };
    const open = button(say("export"), () => turn(menu.hidden), signal, { "aria-expanded": "false" });
    menu.addEventListener("click", () => turn(false), { signal });
    const checked = el("p", { class: "checked" });
    const level = actions.sense ? sensitivity(actions, signal) : null;
    const tools = [
      toggle,
      open,
      actions.quality ? button(say("quality"), actions.quality, signal) : null,
      actions.options ? button(say("options"), actions.options, signal) : null,
    ];
    const element = el(
      "footer",
      { class: "foot", hidden: "" },
      menu,
      level,
      el("div", { class: "tools" }, tools),
      checked,
    );
    return {
      element,
      label: (text) => {
        toggle.textContent = text;
      },
      show: (host, hasMarks, isScored) => {
        element.hidden = false;
        toggle.hidden = !hasMarks;
        checked.textContent = say("checked", { host });
        if (!level) return;
        level.hidden = !isScored;
        level.querySelector(`[value=${actions.level()}]`).checked = true;
      },
    };
  }

  function sensitivity(actions, signal) {
    const fields = LEVELS.map((level) => {
      const field = el("input", { type: "radio", name: "level", value: level });
      field.addEventListener("change", () => actions.sense(level), { signal });
      return el("label", {}, field, el("span", {}, say(`severity_${level}`)));
    });
    return el("fieldset", { class: "sense" }, el("legend", {}, say("sensitivity")), el("div", {}, fields));
  }

  function forms(actions, signal) {
    const made = FORMS.map((form) => button(say(`export_${form}`), () => actions.export(form), signal));
    return el("div", { class: "forms", role: "group", "aria-label": say("export"), hidden: "" }, made);
  }

  /** What was done at the reader's wish, with a way back; stays until the next one. */
  function toast(text, undo, signal) {
    const back = undo ? button(say("undo"), undo, signal, { class: "btn link" }) : null;
    return el("div", { class: "toast" }, el("span", {}, text), back);
  }

  undertone.foot = { build, toast };
})(globalThis.undertone);
