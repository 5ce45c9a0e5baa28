"""A comparison (`detector.export.comparison`) as one file of HTML."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from detector import languages
from detector.dimensions import headline
from detector.export import shell
from detector.export.markup import Child, Markup, element
from detector.export.texts import ReportTexts

Comparison = Mapping[str, Any]


def render(comparison: Comparison, reader: str = languages.DEFAULT) -> str:
    """The comparison as a page, in the language of its reader, that asks for nothing and can be printed."""
    pages, texts = comparison["pages"], ReportTexts(reader)
    content = element(
        "main",
        {"class": "sheet"},
        element("header", {"class": "bar"}, shell.logo(), element("b", {}, "Undertone")),
        element("h1", {}, texts.comparison("title")),
        element("p", {"class": "legend"}, texts.panel("scope")),
        [element("p", {"class": "notice"}, notice["message"]) for notice in comparison["notices"]],
        element("div", {"class": "wide"}, _table(comparison, pages, texts)),
    )
    return shell.document(texts.comparison("page-title"), [content], "comparison", texts)


def _table(comparison: Comparison, pages: Sequence[Mapping[str, Any]], texts: ReportTexts) -> Markup:
    head = element("tr", {}, element("td"), [element("th", {"scope": "col"}, page["label"]) for page in pages])
    return element(
        "table",
        {"class": "versus"},
        element("thead", {}, head),
        _group(texts.comparison("written"), pages, _written(pages, texts)),
        _group(texts.comparison("shares"), pages, _rows(comparison["sources"], "shares", partial(_share, texts=texts))),
        _group(texts.comparison("heard-by"), pages, _parties(comparison["parties"], texts)),
        _group(texts.comparison("frames"), pages, _frames(comparison["frames"], texts)),
        _group(texts.comparison("claims"), pages, _claims(comparison["claims"])),
    )


Row = tuple[str, list[Markup]]


def _group(title: str, pages: Sequence[object], rows: Sequence[Row]) -> Markup | None:
    if not rows:
        return None
    head = element("tr", {"class": "group"}, element("th", {"colspan": len(pages) + 1, "scope": "rowgroup"}, title))
    lines = [element("tr", {}, element("th", {"scope": "row"}, name), cells) for name, cells in rows]
    return element("tbody", {}, head, lines)


def _written(pages: Sequence[Mapping[str, Any]], texts: ReportTexts) -> list[Row]:
    rows: list[Row] = [
        (texts.dimension(headline.ID), [_cell("words", page["title"] or "–") for page in pages]),
        (texts.comparison("marked"), [_cell("", "; ".join(page["headline_remarks"]) or "–") for page in pages]),
    ]
    rows += [(texts.dimension(name), [_level(page, name, texts) for page in pages]) for name in pages[0]["scores"]]
    rows += [
        (texts.comparison("counted"), [_cell("", _count(page)) for page in pages]),
        (texts.comparison("attributed"), [_share(page["attributed_share"], texts) for page in pages]),
        (texts.comparison("words"), [_cell("", texts.messages.figure(page["words"])) for page in pages]),
    ]
    return rows


def _count(page: Mapping[str, Any]) -> str:
    return "–" if page["sources"] is None else f"{page['sources']}, {page['identified']}"


def _level(page: Mapping[str, Any], name: str, texts: ReportTexts) -> Markup:
    value = page["scores"][name]
    if value is None:
        return _cell("missing", texts.panel("unscored"))
    bar = element("span", {"class": "meter", "style": f"width:{value}%", "aria-hidden": "true"})
    content = (element("b", {}, texts.level(page["levels"][name])), f" {value}", bar)
    return element("td", {"data-dimension": name, "class": "level"}, content)


def _rows(rows: Sequence[Mapping[str, Any]], key: str, cell: Callable[[Any], Markup]) -> list[Row]:
    return [(row["name"], [cell(value) for value in row[key]]) for row in rows]


def _frames(rows: Sequence[Mapping[str, Any]], texts: ReportTexts) -> list[Row]:
    return _rows([{**row, "name": texts.frame(row["name"])} for row in rows], "shares", partial(_share, texts=texts))


def _claims(rows: Sequence[Mapping[str, Any]]) -> list[Row]:
    return [
        (str(number), [_cell("words", words or "–") for words in row["pages"]]) for number, row in enumerate(rows, 1)
    ]


def _share(value: float | None, texts: ReportTexts) -> Markup:
    return _cell("missing", "–") if value is None else _cell("", texts.percent(value))


def _parties(rows: Sequence[Mapping[str, Any]], texts: ReportTexts) -> list[Row]:
    def cell(state: str | None) -> Markup:
        return _cell("missing", "–") if state is None else _cell(state, texts.comparison(state))

    return _rows(rows, "pages", cell)


def _cell(kind: str, *content: Child) -> Markup:
    return element("td", {"class": kind or None}, *content)
