/** The form behind “Wrong?”: what is wrong with a remark, kept in this browser only. */

import { el } from "./elements.js";
import { say } from "./texts.js";

/** @typedef {{fault: string, note: string}} Complaint */

const FAULTS = ["harmless", "words", "voice", "reason"];

/** The form; `keep` gets what the reader says, `fault` one of `harmless`, `words`, `voice`, `reason`. */
export function form(/** @type {(said: Complaint) => void} */ keep, /** @type {AbortSignal} */ signal) {
  const fields = FAULTS.map((fault, index) =>
    el("input", { type: "radio", name: "fault", value: fault, checked: index === 0 }),
  );
  const labels = fields.map((field) => el("label", {}, field, say(`wrong_${field.value}`)));
  const note = el("input", { type: "text", name: "note", maxlength: "500", autocomplete: "off" });
  const made = el(
    "form",
    { class: "complaint" },
    el("fieldset", {}, el("legend", {}, say("wrong_ask")), labels),
    el("label", { class: "note" }, say("wrong_note"), note),
    el("p", { class: "quiet" }, say("wrong_where")),
    el("button", { type: "submit", class: "btn main" }, say("wrong_keep")),
  );
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const { value: fault } = fields.find((field) => field.checked) ?? fields[0];
    keep({ fault, note: note.value.trim() });
  };
  made.addEventListener("submit", submit, { signal });
  return made;
}
