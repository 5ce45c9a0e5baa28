/** The form behind “Wrong?”: what is wrong with a remark, kept in this browser only. */
((undertone) => {
  if (undertone.complaint) return;

  const { say } = undertone.texts;
  const { el } = undertone.elements;
  const FAULTS = ["harmless", "words", "voice", "reason"];

  /** The form; `keep({fault, note})` gets what the reader says, `fault` one of `harmless`, `words`, `voice`, `reason`. */
  function form(keep, signal) {
    const faults = FAULTS.map((fault, index) => {
      const field = el("input", { type: "radio", name: "fault", value: fault, checked: index === 0 ? "" : null });
      return el("label", {}, field, say(`wrong_${fault}`));
    });
    const note = el("input", { type: "text", name: "note", maxlength: "500", autocomplete: "off" });
    const made = el(
      "form",
      { class: "complaint" },
      el("fieldset", {}, el("legend", {}, say("wrong_ask")), faults),
      el("label", { class: "note" }, say("wrong_note"), note),
      el("p", { class: "quiet" }, say("wrong_where")),
      el("button", { type: "submit", class: "btn main" }, say("wrong_keep")),
    );
    const submit = (event) => {
      event.preventDefault();
      const fault = made.querySelector("input:checked").value;
      keep({ fault, note: note.value.trim() });
    };
    made.addEventListener("submit", submit, { signal });
    return made;
  }

  undertone.complaint = { form };
})(globalThis.undertone);
