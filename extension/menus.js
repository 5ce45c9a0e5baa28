/** The entries in the context menus: of selected text, and of the toolbar button. */

import { drawMenus } from "./browser.js";
import { words } from "./locale.js";
import { load } from "./storage.js";

export const SELECTION = "selection";
export const ALWAYS = "always";
export const NO_MORE = "no-more";
export const FIRST_PAGE = "first-page";

/** Draws the entries in the reader's language. */
export async function draw() {
  const { say } = await words((await load()).language);
  await drawMenus([
    { id: SELECTION, contexts: ["selection"], title: say("menu_selection") },
    { id: ALWAYS, contexts: ["action"], title: say("menu_always") },
    { id: NO_MORE, contexts: ["action"], title: say("menu_no_more") },
    { id: FIRST_PAGE, contexts: ["action"], title: say("menu_first_page") },
  ]);
}
