/** The formats in which the server gives a report away. Written by tools/make_formats.py. */
((undertone) => {
  undertone.formats ??= ["annotated", "report", "markdown", "annotations", "sarif", "json"];
})(globalThis.undertone);
