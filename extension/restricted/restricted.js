/** The small page at the button where the browser forbids reading: says so, and where the text can be pasted. */

import { show } from "../browser.js";
import { byId, speak } from "../dom.js";
import { load } from "../storage.js";

await speak();
byId("paste").addEventListener("click", async () => {
  await show(new URL("/", (await load()).server).href);
  close();
});
