"""The report page: the scores in their crowd, who speaks, where in the text the remarks stand, and the remarks."""

from collections.abc import Iterable, Mapping
from typing import Any

from detector import languages
from detector.export import charts, claims, panel, shell, speakers
from detector.export.markup import Markup, element
from detector.export.texts import ReportTexts

HEIGHT = 72.0


def render(report: Mapping[str, Any], reader: str = languages.DEFAULT) -> str:
    """A report in its wire form (with `text`) as one file of HTML with charts in SVG, in the language of its reader."""
    about, texts = report["document"], ReportTexts(reader)
    title = about["title"] or texts.copy("untitled")
    content = element(
        "main",
        {"class": "sheet"},
        element("header", {"class": "bar"}, shell.logo(), element("b", {}, "Undertone")),
        element("h1", {}, title),
        element("p", {"class": "byline"}, " · ".join(_origin(about, texts))),
        panel.head(report, texts),
        element("div", {"class": "three"}, panel.scores(report, texts, HEIGHT)),
        element("p", {"class": "legend"}, _legend(report, texts)),
        speakers.section(report, texts),
        _course(report, texts),
        claims.section(report, texts),
        panel.frames(report, texts),
        panel.remarks(report, texts),
        _foot(report, texts),
    )
    return shell.document(texts.copy("report-title", title=title), [content], "overview", texts)


def _origin(about: Mapping[str, Any], texts: ReportTexts) -> Iterable[str]:
    words = texts.copy("words", count=texts.messages.figure(about["words"]))
    details = (about["site"], ", ".join(about["byline"]), about["published"], about["url"], words)
    return filter(None, details)


def _legend(report: Mapping[str, Any], texts: ReportTexts) -> str:
    """What the charts show, and of which articles."""
    scored = [score for score in report["scores"].values() if score["value"] is not None]
    return texts.copy("legend", crowd=texts.compared(scored[0]) if scored else texts.panel("crowd-unknown"))


def _course(report: Mapping[str, Any], texts: ReportTexts) -> Markup | None:
    if not report["findings"]:
        return None
    used = dict.fromkeys(finding["dimension"] for finding in report["findings"])
    keys = [
        element("li", {"data-dimension": name}, element("i"), texts.dimension(name))
        for name in report["scores"]
        if name in used
    ]
    shade = element("li", {"class": "shade"}, element("i"), texts.copy("words-of-sources"))
    return element(
        "section",
        {"class": "sec"},
        element("header", {}, element("h2", {}, texts.copy("course"))),
        charts.course(report, texts),
        element("p", {"class": "ends"}, [element("span", {}, texts.copy(end)) for end in ("beginning", "end")]),
        element("ul", {"class": "lines"}, keys, shade),
    )


def _foot(report: Mapping[str, Any], texts: ReportTexts) -> Markup:
    engine = report["engine"]
    model = engine["model"]["sha256"][:12] if engine["model"] else texts.copy("no-model")
    made = texts.copy("made", version=engine["version"], rules=engine["rules_sha256"][:12], model=model)
    return element(
        "footer",
        {"class": "foot"},
        element("ul", {}, [element("li", {}, limitation) for limitation in report["limitations"]]),
        made,
    )
