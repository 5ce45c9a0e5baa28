"""The report page: the scores in their crowd, who speaks, where in the text the remarks stand, and the remarks."""

from collections.abc import Iterable, Mapping
from typing import Any

from detector.export import charts, panel, shell, speakers, texts
from detector.export.markup import Markup, element

HEIGHT = 72.0


def render(report: Mapping[str, Any]) -> str:
    """A report in its wire form (with `text`) as one file of HTML with charts in SVG."""
    about = report["document"]
    title = about["title"] or "A page"
    content = element(
        "main",
        {"class": "sheet"},
        element("header", {"class": "bar"}, shell.logo(), element("b", {}, "Undertone")),
        element("h1", {}, title),
        element("p", {"class": "byline"}, " · ".join(_origin(about))),
        panel.head(report),
        element("div", {"class": "three"}, panel.scores(report, HEIGHT)),
        element("p", {"class": "legend"}, _legend(report)),
        speakers.tell(report),
        _course(report),
        panel.frames(report),
        panel.remarks(report),
        _foot(report),
    )
    return shell.document(f"{title} · Undertone report", [content], "overview")


def _origin(about: Mapping[str, Any]) -> Iterable[str]:
    held = (about["site"], ", ".join(about["byline"]), about["published"], about["url"], f"{about['words']} words")
    return filter(None, held)


def _legend(report: Mapping[str, Any]) -> str:
    return (
        f"Each chart is the spread of {_compared(report)} from 0 to 100; the tick is this page, the line under it "
        "where the score lies with a likelihood of 80 %."
    )


def _compared(report: Mapping[str, Any]) -> str:
    """The articles that the percentiles speak of."""
    given = [score for score in report["scores"].values() if score["value"] is not None]
    return texts.compared(given[0]) if given else "the news articles compared"


def _course(report: Mapping[str, Any]) -> Markup | None:
    if not report["findings"]:
        return None
    used = dict.fromkeys(held["dimension"] for held in report["findings"])
    keys = [
        element("li", {"data-dimension": name}, element("i"), texts.dimension_name(name))
        for name in report["scores"]
        if name in used
    ]
    return element(
        "section",
        {"class": "sec"},
        element("header", {}, element("h2", {}, "Where in the text")),
        charts.course(report),
        element("p", {"class": "ends"}, element("span", {}, "beginning"), element("span", {}, "end")),
        element("ul", {"class": "lines"}, keys, element("li", {"class": "shade"}, element("i"), "words of sources")),
    )


def _foot(report: Mapping[str, Any]) -> Markup:
    engine = report["engine"]
    model = engine["model"]["sha256"][:12] if engine["model"] else "none"
    made = f"Undertone {engine['version']}, rules {engine['rules_sha256'][:12]}, model {model}."
    return element(
        "footer",
        {"class": "foot"},
        element("ul", {}, [element("li", {}, told) for told in report["limitations"]]),
        made,
    )
