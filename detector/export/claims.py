"""The claims worth checking as copies, report pages, notes and tables show them.

Reports come in their wire form, with `text`."""

from collections.abc import Iterator, Mapping
from typing import Any

from detector.export.markup import Markup, element
from detector.export.texts import ReportTexts, names, shorten
from detector.settings import SETTINGS

Report = Mapping[str, Any]
Claim = Mapping[str, Any]


def words(report: Report, claim: Claim) -> str:
    """The words of a claim, shortened; empty where the report has no text."""
    text = report["document"]["text"] or ""
    return shorten(text[claim["start"] : claim["end"]], SETTINGS.export.statement)


def notes(report: Report, claim: Claim, texts: ReportTexts) -> Iterator[str]:
    """Who makes a claim, what the story gives for it, and what remarks say that it lacks."""
    yield texts.voice({"voice": claim["by"]}, names(report))
    yield texts.panel(f"evidence-{claim['evidence']}")
    inside = (one for one in report["findings"] if claim["start"] <= one["start"] and one["end"] <= claim["end"])
    yield from dict.fromkeys(texts.rule(one["rule"]) for one in inside if one["dimension"] == "claims")


def checked(check: Mapping[str, Any], texts: ReportTexts) -> str:
    """A published check in the words of who made it."""
    form = "claim-checked-on" if check["date"] else "claim-checked"
    return texts.panel(form, publisher=check["publisher"], date=check["date"], rating=check["rating"])


def section(report: Report, texts: ReportTexts) -> Markup | None:
    """The section of a copy or a report page, nothing where there are no claims."""
    if not report["claims"]:
        return None
    count = element("span", {"class": "aside"}, str(len(report["claims"])))
    return element(
        "section",
        {"class": "sec claims"},
        element("header", {}, element("h2", {}, texts.panel("claims")), count),
        element("p", {"class": "quiet"}, texts.panel("claims-why")),
        element("ol", {"class": "said"}, [_item(report, claim, texts) for claim in report["claims"]]),
    )


def _item(report: Report, claim: Claim, texts: ReportTexts) -> Markup:
    return element(
        "li",
        {},
        element("span", {}, words(report, claim)),
        element("small", {}, " · ".join(notes(report, claim, texts))),
        [_check(check, texts) for check in claim["fact_checks"]],
    )


def _check(check: Mapping[str, Any], texts: ReportTexts) -> Markup:
    said = element("a", {"href": check["url"], "rel": "noopener noreferrer"}, checked(check, texts))
    return element("p", {"class": "check"}, said, f" {texts.panel('check-words')} “{shorten(check['claim'])}”")
