/** The panel's foot: sensitivity, marks, export, how good this is, settings, where the text was checked; and a toast. */

import { button, el } from "./elements.js";
import { FORMATS } from "./formats.js";
import { percent, say } from "./texts.js";

/** @typedef {any} Actions what the panel's buttons do, as `controller.js` makes them */

const LEVELS = ["calm", "normal", "thorough"];
/** What the host of a server on this computer is called. */
const HERE = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
const FORMS = [...FORMATS, "copy"];
/** The part of the model card that tells how many remarks are right to an editor, by how much is shown. */
const JUDGED = "remarks as an editor judges them";

/** The foot; what `actions` lacks (`sense`, `options`, `quality`) is left out. `label(text)` names the marks' button. */
export function build(/** @type {Actions} */ actions, /** @type {AbortSignal} */ signal) {
  const toggle = button(say("hide"), actions.toggle, signal);
  const menu = forms(actions, signal);
  const turn = (/** @type {boolean} */ isOpen) => {
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
    level?.element,
    el("div", { class: "tools" }, tools),
    checked,
  );
  return {
    element,
    label: (/** @type {string} */ text) => {
      toggle.textContent = text;
    },
    /** Shows the foot of a report: who checked the text, and what its reader may choose. */
    show: (/** @type {{host: string, hasMarks: boolean, isScored: boolean}} */ { host, hasMarks, isScored }) => {
      element.hidden = false;
      toggle.hidden = !hasMarks;
      checked.textContent = HERE.test(host) ? say("checked_here") : say("checked", { host });
      level?.show(isScored, actions.level());
    },
    judge: (/** @type {any} */ card) => level?.judge(card?.model?.figures?.[JUDGED] ?? {}),
  };
}

function sensitivity(/** @type {Actions} */ actions, /** @type {AbortSignal} */ signal) {
  const fields = LEVELS.map((level) => {
    const field = el("input", { type: "radio", name: "level", value: level });
    field.addEventListener("change", () => actions.sense(level), { signal });
    return field;
  });
  const labels = fields.map((field) => el("label", {}, field, el("span", {}, say(`sense_${field.value}`))));
  const right = el("p", { class: "right", hidden: true });
  /** @type {Record<string, {share: number}>} */
  let judged = {};
  const element = el(
    "fieldset",
    { class: "sense" },
    el("legend", {}, say("sensitivity")),
    el("div", {}, labels),
    right,
  );
  const show = (/** @type {boolean} */ isWanted, /** @type {string} */ level) => {
    element.hidden = !isWanted;
    for (const field of fields) field.checked = field.value === level;
    tell();
  };
  const judge = (/** @type {typeof judged} */ figures) => {
    judged = figures;
    tell();
  };
  /** Says what each choice shows, and how much of it was right where that was measured. */
  function tell() {
    for (const [place, { value, checked }] of fields.entries()) {
      const share = judged[value]?.share;
      const words = [
        say(`sense_${value}_why`),
        share === undefined ? "" : say("sense_right", { share: percent(share) }),
      ];
      labels[place].title = words.filter(Boolean).join(" ");
      if (!checked) continue;
      right.textContent = labels[place].title;
      right.hidden = false;
    }
  }
  return { element, show, judge };
}

function forms(/** @type {Actions} */ actions, /** @type {AbortSignal} */ signal) {
  const made = FORMS.map((form) => button(say(`export_${form}`), () => actions.export(form), signal));
  return el("div", { class: "forms", role: "group", "aria-label": say("export"), hidden: "" }, made);
}

/**
 * What was done at the reader's wish, with a way back; stays until the next one.
 *
 * @param {string} text
 * @param {(() => unknown) | null | undefined} undo
 * @param {AbortSignal} signal
 */
export function toast(text, undo, signal) {
  const back = undo ? button(say("undo"), undo, signal, { class: "btn link" }) : null;
  return el("div", { class: "toast" }, el("span", {}, text), back);
}
