/** Loads the panel's scripts, in the order of the extension's own list and without its entry, then this page's. */

import { SCRIPTS } from "/extension/page/scripts.js";

for (const path of [...SCRIPTS.slice(0, -1).map((name) => `/extension/${name}`), "/static/paste.js"]) {
  document.head.append(Object.assign(document.createElement("script"), { src: path, async: false }));
}
