/** Fetches a report from the server as a file and hands it to the reader: saved, or through the clipboard. */

import { copy, save as saveFile } from "./clipboard.js";
import { el } from "./elements.js";
import { why as refusal, tell as tellFailure } from "./states.js";
import { say } from "./texts.js";

/** @typedef {import("./wording.js").Answer} Answer */

/**
 * Saves the report of an answer in one of `FORMATS`, or copies it (`copy`). `fetchFile(format)` resolves to an outcome
 * whose answer is a file, `tell(text)` says how it goes.
 *
 * @param {string} form
 * @param {Answer} answer
 * @param {(format: string) => Promise<any>} fetchFile
 * @param {(text: string) => void} tell
 */
export async function save(form, answer, fetchFile, tell) {
  tell(say("exporting"));
  const outcome = await fetchFile(form === "copy" ? "markdown" : form);
  if (outcome?.kind !== "answer") return tell(say("not_exported", { why: why(outcome ?? { kind: "reload" }) }));
  const { text, type, disposition } = outcome.answer;
  if (form === "copy") return tell(say((await copyReport(text)) ? "copied_report" : "not_copied"));
  const [, ending] = /(\.\w+)"?$/.exec(disposition) ?? [null, ""];
  const name = `${nameOf(answer)}-${form}${ending}`;
  saveFile(name, text, type);
  tell(say("exported", { name }));
}

/** Why there is no file, in a line: the failure's title, and what the server said. */
function why(/** @type {import("./states.js").Outcome} */ outcome) {
  const { title, code } = tellFailure(outcome);
  return [title, refusal(outcome), code].filter(Boolean).join(" ");
}

async function copyReport(/** @type {string} */ text) {
  const held = el("pre", {}, text);
  document.body.append(held);
  const isCopied = await copy(text, held);
  held.remove();
  return isCopied;
}

/** A file's name made of the title: letters and figures, joined by hyphens. */
export function nameOf(/** @type {Answer} */ { document: about }) {
  const words = (about.title ?? "")
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 60);
  return `undertone-${words.replace(/^-+|-+$/g, "").toLowerCase() || "report"}`;
}
