/**
 * Starts the panel once its page has loaded: a browser shows a page at the side of a window only then, and the panel's
 * modules would hold that up. What is seen meanwhile stands in `panel.html`.
 */

addEventListener("load", () => setTimeout(() => import("./panel.js")));
