/**
 * The page scripts in the order in which they build on each other: the one list of them. The extension injects all; the
 * server's own page loads all but the last, which is the extension's entry. The panel's sections stand in it from top to
 * bottom.
 */
export const SCRIPTS = [
  "page/texts.js",
  "page/collect.js",
  "page/reach.js",
  "page/anchor.js",
  "page/paint.js",
  "page/elements.js",
  "page/sheet.js",
  "page/sheet-parts.js",
  "page/quotations.js",
  "page/sections.js",
  "page/notices.js",
  "page/scores.js",
  "page/sources.js",
  "page/remarks.js",
  "page/filters.js",
  "page/complaint.js",
  "page/lesson.js",
  "page/card.js",
  "page/states.js",
  "page/formats.js",
  "page/foot.js",
  "page/layer.js",
  "page/frame.js",
  "page/panel.js",
  "page/saving.js",
  "page/choices.js",
  "page/placing.js",
  "page/watch.js",
  "page/walk.js",
  "page/session.js",
  "page/main.js",
];
