/** The first page: what Undertone does, where text goes, the connection with the server, and a sample to try. */

import { shortcut, show, showOptions } from "../browser.js";
import { mount } from "../connection.js";
import { byId, speak } from "../dom.js";
import { el } from "../panel/elements.js";
import { load } from "../storage.js";

const SAMPLE = "/static/sample.html";
const KEYS = ["_execute_action", "next", "previous", "marks"];

const say = await speak();
const sample = byId("sample");
let state = "checking";

byId("connection").addEventListener("standing", (event) => {
  state = /** @type {CustomEvent} */ (event).detail.state;
  byId("sample-away").textContent = "";
});
sample.addEventListener("click", async () => {
  if (state === "connected") await show(new URL(SAMPLE, (await load()).server).href);
  else byId("sample-away").textContent = say("welcome_sample_away");
});
byId("options").addEventListener("click", showOptions);
await Promise.all([listKeys(), mount(byId("connection"), say)]);

async function listKeys() {
  const held = await Promise.all(KEYS.map(shortcut));
  byId("how").textContent = held[0] ? say("welcome_how_key", { keys: held[0] }) : say("welcome_how");
  const rows = KEYS.flatMap((name, index) => {
    const key = held[index] ? el("kbd", {}, held[index]) : el("span", { class: "quiet" }, say("welcome_no_key"));
    return [el("dt", {}, key), el("dd", {}, say(name === "_execute_action" ? "command_read" : `command_${name}`))];
  });
  byId("keys").append(...rows);
}
