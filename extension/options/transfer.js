/** Settings out to a file and in again: checked in full before anything is changed. */

import { isOwn, SERVER } from "../addresses.js";
import { save } from "../panel/clipboard.js";
import { button, el } from "../panel/elements.js";
import { faults, PORTABLE, pick } from "../settings.js";
import { align } from "../sites.js";
import { change, load } from "../storage.js";

/** @typedef {import("../locale.js").Words} Words */
/** @typedef {import("../settings.js").Settings} Settings */

const SCHEMA = "undertone/settings/1";

/** The file for some settings, as JSON: neither token nor history nor reports. */
export function write(/** @type {Readonly<Settings>} */ settings) {
  return `${JSON.stringify({ schema: SCHEMA, ...pick(settings, PORTABLE) }, null, 2)}\n`;
}

/**
 * The patch that such a file stands for; names that are left out stay as they are. Throws a `TypeError` that names what
 * does not fit, empty where it is no such file at all.
 */
export function read(/** @type {string} */ text) {
  const { schema, ...patch } = parse(text);
  if (schema !== SCHEMA) throw new TypeError("");
  const wrong = faults(patch, [...PORTABLE]);
  if (wrong.length > 0) throw new TypeError(wrong.join(", "));
  if (!isOwn(String(patch.server ?? SERVER))) delete patch.server; // elsewhere only by the reader's own hand
  return /** @type {Partial<Settings>} */ (patch);
}

/** @returns {Record<string, unknown>} */
function parse(/** @type {string} */ text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/** Puts the buttons into `root`; `done()` is called after an import. */
export function mount(/** @type {HTMLElement} */ root, /** @type {Words} */ say, /** @type {() => unknown} */ done) {
  const told = el("p", { class: "quiet", role: "status" });
  const file = el("input", { type: "file", accept: ".json,application/json", hidden: true });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    told.textContent = await take(await chosen.text(), say);
    file.value = "";
    done();
  });
  const out = button(say("options_export"), async () => {
    save("undertone-settings.json", write(await load()), "application/json");
  });
  const into = button(say("options_import"), () => file.click());
  root.append(el("p", { class: "buttons" }, out, into, file), told);
}

/** Takes in a file's text. Resolves to what to tell the reader. */
async function take(/** @type {string} */ text, /** @type {Words} */ say) {
  try {
    const patch = read(text);
    await change((before) => ({ ...patch, ...(patch.server && patch.server !== before.server ? { token: "" } : {}) }));
    await align();
    return say("options_imported");
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return error.message ? say("options_import_wrong", { names: error.message }) : say("options_import_other");
  }
}
