"""The panel of an annotated copy: scores, who speaks, the remarks in reading order. Reports come in their wire form."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from detector.report import charts, texts
from detector.report.markup import Markup, element

ORDER = ("headline", "sourcing", "language")
TINTS = 3
Report = Mapping[str, Any]


def head(report: Report) -> Iterable[Markup]:
    """The sentence that sums up, the scope, and what is special about the page."""
    said = report["summary"]["sentence"]
    yield element("p", {"class": "sum"}, said)
    yield element("p", {"class": "scope"}, texts.SCOPE)
    for notice in report["document"]["notices"]:
        if notice["message"] != said:
            yield element("p", {"class": "notice"}, notice["message"])


def scores(report: Report, height: float = 18.0) -> Iterable[Markup]:
    """A block for each score: name, level, number, its place in the crowd."""
    known = report["engine"].get("reference", {}).get("crowd", {})
    for name in ORDER:
        held = report["scores"][name]
        given = held["value"] is not None
        said = [texts.rank(name, held, report), texts.fact(name, held["facts"])] if given else [held.get("reason", "")]
        yield element(
            "section",
            {"class": "score", "data-dimension": name},
            element(
                "div",
                {"class": "t"},
                element("h2", {}, texts.DIMENSIONS[name]),
                element("span", {"class": "w"}, held["level"] if given else texts.UNSCORED),
                element("span", {"class": "v"}, str(held["value"])) if given else None,
            ),
            charts.strip(held, known.get(name, ()), height) if given else None,
            element("p", {"class": "why"}, ". ".join(filter(None, said))),
        )


def speakers(report: Report) -> Markup | None:
    """Who speaks: the sides, a table of the sources with their shares, and who is never heard."""
    held = report["scores"]["sourcing"]
    facts = held["facts"]
    if held["value"] is None and not report["sources"]:
        return None
    share = facts.get("attributed_share")
    aside = element("span", {"class": "aside"}, texts.ATTRIBUTED.format(share=texts.percent(share))) if share else None
    return element(
        "section",
        {"class": "sec"},
        element("header", {}, element("h2", {}, texts.SPEAKERS), aside),
        _sides(facts.get("shares_by_side", {})),
        _table(report["sources"]) if report["sources"] else element("p", {"class": "quiet"}, texts.NO_SOURCES),
        _never(facts.get("never_heard", [])),
    )


def _sides(shares: Mapping[str, float]) -> list[Markup]:
    rows = sorted(((share, name) for name, share in shares.items() if share > 0), key=lambda row: (-row[0], row[1]))
    if not rows:
        return []
    tinted = [(name, share, f"n{min(index, TINTS)}") for index, (share, name) in enumerate(rows)]
    rest = 1 - sum(share for share, _ in rows)
    if rest > 0.005:
        tinted.append((texts.NO_SIDE, rest, "rest"))
    parts = [element("span", {"class": f"side {tint}", "style": f"flex:{share:.4f} 0 0"}) for _, share, tint in tinted]
    keys = [
        element("li", {"class": f"key {tint}"}, element("i"), f"{texts.shorten(name, 60)} {texts.percent(share)}")
        for name, share, tint in tinted
    ]
    return [element("div", {"class": "sides", "aria-hidden": "true"}, parts), element("ul", {"class": "keys"}, keys)]


def _table(sources: Collection[Mapping[str, Any]]) -> Markup:
    totals: dict[str, float] = {}
    for source in sources:
        totals[_origin(source)] = totals.get(_origin(source), 0) + source["share"]
    ordered = sorted(sources, key=lambda held: (-totals[_origin(held)], _origin(held), -held["share"]))
    return element("table", {"class": "who", "aria-label": texts.SPEAKERS}, element("tbody", {}, map(_row, ordered)))


def _origin(source: Mapping[str, Any]) -> str:
    return str(source["origin"] or source["id"])


def _row(source: Mapping[str, Any]) -> Markup:
    name = texts.shorten(source["name"], 80)
    nameless = not source["named"] and source["kind"] != "document"
    notes = [source["role"], source["affiliation"], texts.UNNAMED if nameless else None]
    notes += [texts.DOCUMENT if source["kind"] == "document" else None]
    return element(
        "tr",
        {},
        element("td", {}, element("span", {"class": "disc", "aria-hidden": "true"}, _initial(source, nameless))),
        element(
            "th",
            {"scope": "row"},
            f"“{name}”" if nameless else name[:1].upper() + name[1:],
            element("small", {}, ", ".join(filter(None, notes))) if any(notes) else None,
            _measure(source["share"]),
        ),
        element("td", {"class": "p"}, texts.percent(source["share"])),
    )


def _initial(source: Mapping[str, Any], nameless: bool) -> str:
    name = source["name"].split()[-1] if source["kind"] == "person" and source["name"].split() else source["name"]
    letters = [letter for letter in name if letter.isalnum()]
    return "?" if nameless or not letters else letters[0].upper()


def _never(names: Collection[str]) -> Markup | None:
    return (
        element("p", {"class": "never"}, element("b", {}, texts.NEVER_HEARD), f" {', '.join(names)}") if names else None
    )


def frames(report: Report) -> Markup | None:
    """Which frames dominate, where the model found any."""
    if not report["framing"]:
        return None
    rows = [
        element(
            "tr",
            {},
            element("th", {"scope": "row"}, texts.frame_name(held["frame"]), _measure(held["share"])),
            element("td", {"class": "p"}, texts.percent(held["share"])),
        )
        for held in report["framing"]
    ]
    return element(
        "section",
        {"class": "sec", "data-dimension": "framing"},
        element("header", {}, element("h2", {}, texts.FRAMES)),
        element("p", {"class": "quiet"}, texts.FRAMES_WHY),
        element("table", {"class": "who", "aria-label": texts.FRAMES}, element("tbody", {}, rows)),
    )


def _measure(share: float) -> Markup:
    """A share as a bar."""
    return element("span", {"class": "bar", "style": f"width:{min(1.0, share) * 100:.1f}%", "aria-hidden": "true"})


def remarks(report: Report, lost: Collection[str] = ()) -> Iterable[Markup]:
    """The remarks in reading order, numbered as on the page, then those in `lost` (ids), which have no place there."""
    placed = [held for held in report["findings"] if held["id"] not in lost]
    astray = [held for held in report["findings"] if held["id"] in lost]
    items = [_remark(held, report, number) for number, held in enumerate(placed, 1)]
    head_ = element(
        "header", {}, element("h2", {}, texts.REMARKS), element("span", {"class": "aside"}, str(len(placed)))
    )
    none = element("p", {"class": "quiet"}, texts.NO_REMARKS) if not report["findings"] else None
    yield element("section", {"class": "sec"}, head_, none or element("ol", {"class": "list"}, items))
    if astray:
        count = element("span", {"class": "aside"}, str(len(astray)))
        yield element(
            "section",
            {"class": "sec"},
            element("header", {}, element("h2", {}, texts.UNPLACED), count),
            element("p", {"class": "quiet"}, texts.UNPLACED_WHY),
            element("ul", {"class": "list"}, [_remark(held, report, None) for held in astray]),
        )


def _remark(finding: Mapping[str, Any], report: Report, number: int | None) -> Markup:
    shape = {"data-dimension": finding["dimension"], "data-counts": str(finding["counts"]).lower()}
    name = f"{texts.DIMENSIONS[finding['dimension']]} · {texts.rule_name(finding)}"
    sure = texts.SURE.format(share=texts.percent(finding["confidence"]))
    place = {"id": f"r-{finding['id']}", "tabindex": "0"} if number else {}
    return element(
        "li",
        {"class": "f" if number else "f lost", **place, **shape},
        element("div", {"class": "k"}, element("b", {}, str(number)) if number else None, name),
        element("span", {"class": "x"}, texts.shorten(finding["exact"])),
        element("p", {}, finding["message"]),
        element("p", {"class": "more"}, finding["reason"]) if finding["reason"] != finding["message"] else None,
        element("p", {"class": "more alt"}, texts.INSTEAD.format(words=finding["suggestion"]))
        if finding["suggestion"]
        else None,
        element(
            "div", {"class": "meta"}, " · ".join((texts.voice(finding, report), texts.points(finding, report), sure))
        ),
    )
