"""A comparison (`detector.export.comparison`) as one file of HTML."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from detector.export import shell, texts
from detector.export.markup import Child, Markup, element

HEARD = {"heard": "heard", "never": "never heard"}
Comparison = Mapping[str, Any]


def render(comparison: Comparison) -> str:
    """The comparison as a page that asks for nothing and can be printed."""
    pages = comparison["pages"]
    content = element(
        "main",
        {"class": "sheet"},
        element("header", {"class": "bar"}, shell.logo(), element("b", {}, "Undertone")),
        element("h1", {}, "The same event, told side by side"),
        element("p", {"class": "legend"}, texts.SCOPE),
        [element("p", {"class": "notice"}, notice["message"]) for notice in comparison["notices"]],
        element("div", {"class": "wide"}, _table(comparison, pages)),
    )
    return shell.document("Side by side · Undertone", [content], "comparison")


def _table(comparison: Comparison, pages: Sequence[Mapping[str, Any]]) -> Markup:
    head = element("tr", {}, element("td"), [element("th", {"scope": "col"}, page["label"]) for page in pages])
    return element(
        "table",
        {"class": "versus"},
        element("thead", {}, head),
        _group("How it is written", pages, _written(pages)),
        _group("Sources: share of the attributed words", pages, _rows(comparison["sources"], "shares", _share)),
        _group("Who is heard", pages, _rows(comparison["parties"], "pages", _state)),
        _group("Frames", pages, _frames(comparison["frames"])),
    )


Row = tuple[str, list[Markup]]


def _group(title: str, pages: Sequence[object], rows: Sequence[Row]) -> Markup | None:
    if not rows:
        return None
    head = element("tr", {"class": "group"}, element("th", {"colspan": len(pages) + 1, "scope": "rowgroup"}, title))
    lines = [element("tr", {}, element("th", {"scope": "row"}, name), cells) for name, cells in rows]
    return element("tbody", {}, head, lines)


def _written(pages: Sequence[Mapping[str, Any]]) -> list[Row]:
    rows: list[Row] = [
        ("Headline", [_cell("words", page["title"] or "–") for page in pages]),
        ("Marked in the headline", [_cell("", "; ".join(page["headline_remarks"]) or "–") for page in pages]),
    ]
    rows += [(texts.dimension_name(name), [_level(page, name) for page in pages]) for name in pages[0]["scores"]]
    rows += [
        ("Sources, identified", [_cell("", _count(page)) for page in pages]),
        ("Attributed", [_share(page["attributed_share"]) for page in pages]),
        ("Words", [_cell("", f"{page['words']:,}") for page in pages]),
    ]
    return rows


def _count(page: Mapping[str, Any]) -> str:
    return "–" if page["sources"] is None else f"{page['sources']}, {page['identified']}"


def _level(page: Mapping[str, Any], name: str) -> Markup:
    value = page["scores"][name]
    if value is None:
        return _cell("missing", texts.UNSCORED)
    bar = element("span", {"class": "meter", "style": f"width:{value}%", "aria-hidden": "true"})
    told = (element("b", {}, page["levels"][name]), f" {value}", bar)
    return element("td", {"data-dimension": name, "class": "level"}, told)


def _rows(rows: Sequence[Mapping[str, Any]], key: str, cell: Callable[[Any], Markup]) -> list[Row]:
    return [(row["name"], [cell(value) for value in row[key]]) for row in rows]


def _frames(rows: Sequence[Mapping[str, Any]]) -> list[Row]:
    return _rows([{**row, "name": texts.frame_name(row["name"])} for row in rows], "shares", _share)


def _share(value: float | None) -> Markup:
    return _cell("missing", "–") if value is None else _cell("", texts.percent(value))


def _state(value: str | None) -> Markup:
    return _cell("missing", "–") if value is None else _cell(value, HEARD[value])


def _cell(kind: str, *content: Child) -> Markup:
    return element("td", {"class": kind or None}, *content)
