/** The panel of the extension: beside the page it shows the tab in front, in a tab of its own the one that it is for. */

import { closeSelf, followActive, onOwnMessage, onStored, ownWindow, shortcut } from "../browser.js";
import { language, pageTable } from "../locale.js";
import { CLOSE_PANEL, IS_OPEN } from "../messages.js";
import { load } from "../storage.js";
import { mount } from "./controller.js";
import { open } from "./desk.js";
import { use } from "./texts.js";

const own = new URLSearchParams(location.search).get("tab");
const [{ language: setting }, keys, windowId] = await Promise.all([load(), shortcut("_execute_action"), ownWindow()]);
use(await pageTable(setting), language(setting));
document.documentElement.lang = language(setting);
const root = /** @type {HTMLElement} */ (document.getElementById("panel"));
const desk = open(keys, () => panel.draw(), closeSelf);
const panel = mount(root, desk);

const turn = async (/** @type {number | null} */ tab) => {
  if (tab === desk.tab() && tab !== null) return;
  panel.forget();
  await desk.turn(tab);
};
onOwnMessage((message) => {
  const isHere =
    message.tab === desk.tab() && (own !== null || message.window === undefined || message.window === windowId);
  if (message.type === IS_OPEN && isHere) return true;
  if (message.type === CLOSE_PANEL && isHere) closeSelf();
});
onStored((names) => names.includes("language") && location.reload());
if (own) await turn(Number(own));
else await followActive(windowId, turn);
if (document.hasFocus()) panel.focus();
