"""The panel of an annotated copy: scores, frames, the remarks in reading order. Reports come in their wire form."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from detector.export import charts
from detector.export.markup import Markup, element
from detector.export.texts import ReportTexts, crowd, names, shorten

Report = Mapping[str, Any]


def head(report: Report, texts: ReportTexts) -> Iterable[Markup]:
    """The sentence that sums up, the scope, and what is special about the page."""
    said = report["summary"]["sentence"]
    yield element("p", {"class": "sum"}, said)
    yield element("p", {"class": "scope"}, texts.panel("scope"))
    for notice in report["document"]["notices"]:
        if notice["message"] != said:
            yield element("p", {"class": "notice"}, notice["message"])


def scores(report: Report, texts: ReportTexts, height: float = 18.0) -> Iterable[Markup]:
    """A block for each score: name, level, number, its place in the crowd."""
    for name, score in report["scores"].items():
        scored = score["value"] is not None
        said = [texts.rank(name, score), texts.fact(name, score["facts"])] if scored else [score["reason"] or ""]
        yield element(
            "section",
            {"class": "score", "data-dimension": name},
            element(
                "div",
                {"class": "t"},
                element("h2", {}, texts.dimension(name)),
                element("span", {"class": "w"}, texts.level(score["level"]) if scored else texts.panel("unscored")),
                element("span", {"class": "v"}, str(score["value"])) if scored else None,
            ),
            charts.strip(score, crowd(score), texts, height) if scored else None,
            element("p", {"class": "why"}, ". ".join(filter(None, said))),
        )


def frames(report: Report, texts: ReportTexts) -> Markup | None:
    """Which frames dominate, where the model found any."""
    if not report["framing"]:
        return None
    rows = [
        element(
            "tr",
            {},
            element("th", {"scope": "row"}, texts.frame(frame["frame"]), charts.measure(frame["probability"])),
            element("td", {"class": "p"}, texts.percent(frame["probability"])),
        )
        for frame in report["framing"]
    ]
    return element(
        "section",
        {"class": "sec frames"},
        element("header", {}, element("h2", {}, texts.copy("frames"))),
        element("p", {"class": "quiet"}, texts.copy("frames-why")),
        element("table", {"class": "who", "aria-label": texts.copy("frames")}, element("tbody", {}, rows)),
    )


def remarks(report: Report, texts: ReportTexts, lost: Collection[str] = ()) -> Iterable[Markup]:
    """The remarks in reading order, numbered as on the page, then those in `lost` (ids), which have no place there."""
    missing, known = frozenset(lost), names(report)
    placed = [finding for finding in report["findings"] if finding["id"] not in missing]
    astray = [finding for finding in report["findings"] if finding["id"] in missing]
    items = [_remark(finding, report, texts, known, number) for number, finding in enumerate(placed, 1)]
    head_ = element(
        "header", {}, element("h2", {}, texts.panel("remarks")), element("span", {"class": "aside"}, str(len(placed)))
    )
    none = element("p", {"class": "quiet"}, texts.copy("no-remarks")) if not report["findings"] else None
    yield element("section", {"class": "sec"}, head_, none or element("ol", {"class": "list"}, items))
    if astray:
        count = element("span", {"class": "aside"}, str(len(astray)))
        yield element(
            "section",
            {"class": "sec"},
            element("header", {}, element("h2", {}, texts.panel("unplaced")), count),
            element("p", {"class": "quiet"}, texts.panel("unplaced-why")),
            element("ul", {"class": "list"}, [_remark(finding, report, texts, known, None) for finding in astray]),
        )


def _remark(
    finding: Mapping[str, Any], report: Report, texts: ReportTexts, known: Mapping[str, str], number: int | None
) -> Markup:
    shape = {"data-dimension": finding["dimension"], "data-scored": str(finding["scored"]).lower()}
    shape["data-unit"] = finding["unit"]
    name = f"{texts.dimension(finding['dimension'])} · {texts.rule(finding['rule'])}"
    sure = texts.panel("sure", share=texts.percent(finding["confidence"]))
    place = {"id": f"r-{finding['id']}", "tabindex": "0"} if number else {}
    return element(
        "li",
        {"class": "f" if number else "f lost", **place, **shape},
        element("div", {"class": "k"}, element("b", {}, str(number)) if number else None, name),
        element("span", {"class": "x"}, shorten(finding["exact"])),
        element("p", {}, finding["message"]),
        element("p", {"class": "more"}, finding["reason"]) if finding["reason"] != finding["message"] else None,
        element("p", {"class": "more alt"}, texts.panel("instead", words=finding["suggestion"]))
        if finding["suggestion"]
        else None,
        element(
            "div", {"class": "meta"}, " · ".join((texts.voice(finding, known), texts.points(finding, report), sure))
        ),
    )
