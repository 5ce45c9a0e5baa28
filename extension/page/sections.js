/**
 * The sections of a report in the panel, from top to bottom. The module of a section adds its own when it is loaded, so
 * that their order is that of `scripts.js`.
 *
 * A section is a function of what is told (`{answer, placed, lost, quotes, about, filter, aside, unscored}`, see
 * `panel.report`) and of `{actions, signal}`. It gives its `nodes`, where it has any, and may give what the panel calls
 * later: `list`, which marks, shows and focuses remarks, and `voices`, which opens a source.
 */
((undertone) => {
  undertone.sections ??= [];
})(globalThis.undertone);
