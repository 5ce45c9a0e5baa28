/** The formats in which the server gives a report away. Written by tools/make_formats.py. */
export const FORMATS = ["annotated", "report", "markdown", "annotations", "sarif", "json"];
