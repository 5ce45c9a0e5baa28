"""A report in the forms that people and programs take away: the one list of them, `FORMATS`.

Command line, service and extension offer what stands here; a new format is one module and one entry. A format is
imported when it is asked for: to list them all costs nothing.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from detector import languages
from detector.schema import Page, Report, Text

if TYPE_CHECKING:
    from detector.export.html import Copy
    from detector.export.texts import ReportTexts


@dataclass(frozen=True, slots=True)
class Analysed:
    """A page, or plain text, and its report.

    `input` is what was analysed, `name` where it comes from (an address, a path, `-` for neither), `include` what else
    the wire form is to hold, `reader` the language that the report was asked for in.
    """

    report: Report
    input: Page | Text
    name: str = "-"
    include: tuple[str, ...] = ()
    reader: str = languages.DEFAULT

    @property
    def is_page(self) -> bool:
        """Whether it was a page, not plain text."""
        return isinstance(self.input, Page)

    @property
    def content(self) -> str | bytes:
        """The page's source, or the text."""
        return self.input.html if isinstance(self.input, Page) else self.input.text

    @property
    def texts(self) -> "ReportTexts":
        """What is said beside the report, in its reader's language."""
        from detector.export.texts import ReportTexts

        return ReportTexts(self.reader)

    def to_dict(self, *include: str) -> dict[str, Any]:
        """The report in its wire form, with the parts named beside those of `self.include`."""
        return self.report.to_dict((*self.include, *include))


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its `id`, the media type and the ending of its files, and what it is in a line.

    `render` gives the bytes of the file, in UTF-8, the same for the same report. It raises `detector.errors.InputError`
    for a page that could not have been read, `detector.errors.DataError` where a file of the package is damaged.
    """

    id: str
    media_type: str
    ending: str
    summary: str
    render: Callable[[Analysed], bytes]


def annotated_copy(analysed: Analysed) -> "Copy":
    """The annotated copy, and which remarks are marked in it."""
    from detector.export import html

    return html.annotate(analysed.input, analysed.report, analysed.reader)


def _annotated(analysed: Analysed) -> bytes:
    return _text(annotated_copy(analysed).html)


def _overview(analysed: Analysed) -> bytes:
    from detector.export import overview

    return _text(overview.render(analysed.to_dict("text"), analysed.reader))


def _markdown(analysed: Analysed) -> bytes:
    from detector.export import markdown

    return _text(markdown.render(analysed.to_dict("text"), analysed.reader))


def _text(words: str) -> bytes:
    return words.encode("utf-8", "replace")  # a page may hold half a surrogate pair


def _json(value: object) -> bytes:
    return _text(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def _sarif(analysed: Analysed) -> bytes:
    from detector.export import sarif

    wire = analysed.to_dict("text")
    artifact = sarif.Artifact(wire, analysed.name, analysed.content, analysed.is_page)
    return _json(sarif.render([artifact], analysed.reader))


def _annotations(analysed: Analysed) -> bytes:
    from detector.export import annotations

    wire = analysed.to_dict("text")
    return _json(annotations.render(wire, is_page=analysed.is_page, reader=analysed.reader))


_ALL = (
    Format(
        "annotated",
        "text/html",
        ".html",
        "A copy of the page with its remarks at the right words.",
        _annotated,
    ),
    Format(
        "report",
        "text/html",
        ".html",
        "A report page with charts.",
        _overview,
    ),
    Format(
        "markdown",
        "text/markdown",
        ".md",
        "Notes in Markdown.",
        _markdown,
    ),
    Format(
        "annotations",
        "application/ld+json",
        ".jsonld",
        "W3C Web Annotations as JSON-LD.",
        _annotations,
    ),
    Format(
        "sarif",
        "application/sarif+json",
        ".sarif",
        "SARIF 2.1.0, for editors and continuous integration.",
        _sarif,
    ),
    Format(
        "json",
        "application/json",
        ".json",
        "The JSON that the service answers.",
        lambda analysed: analysed.report.to_json(analysed.include),
    ),
)
FORMATS: Mapping[str, Format] = MappingProxyType({form.id: form for form in _ALL})
"""The formats by their ids, in the order in which they are offered."""
