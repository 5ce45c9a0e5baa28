/** The browser's extension API behind one folder: no other module touches `chrome` or `browser`. */

/** @typedef {import("./browser/api.js").Place} Place */

export * from "./browser/events.js";
export * from "./browser/keeping.js";
export * from "./browser/pages.js";
export * from "./browser/window.js";
