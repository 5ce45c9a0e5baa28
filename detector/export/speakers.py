"""Who speaks: the sides, each source with its share and what it says, and who is never heard.

Reports come in their wire form, with `text`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from detector.dimensions import sourcing
from detector.export import charts, speech
from detector.export.markup import Markup, element
from detector.export.texts import ReportTexts, shorten
from detector.settings import SETTINGS

SIDES = 3  # that have a shade of their own
Report = Mapping[str, Any]
Source = Mapping[str, Any]


def section(report: Report, texts: ReportTexts, anchored: Collection[str] = ()) -> Markup | None:
    """The section; quotations whose ids are in `anchored` lead to their words on the page."""
    score = report["scores"][sourcing.ID]
    facts = score["facts"]
    if score["value"] is None and not report["sources"]:
        return None
    share = facts.get("attributed_share")
    attributed = texts.panel("attributed", share=texts.percent(share)) if share else ""
    aside = element("span", {"class": "aside"}, attributed) if attributed else None
    return element(
        "section",
        {"class": "sec"},
        element("header", {}, element("h2", {}, texts.panel("speakers")), aside),
        _sides(facts.get("shares_by_side", {}), texts),
        _table(report, texts, anchored)
        if report["sources"]
        else element("p", {"class": "quiet"}, texts.panel("no-sources")),
        _never(facts.get("never_heard", []), texts),
        element("p", {"class": "quiet"}, linked) if (linked := texts.links(facts)) else None,
    )


def _sides(shares: Mapping[str, float], texts: ReportTexts) -> list[Markup]:
    rows = sorted(((share, name) for name, share in shares.items() if share > 0), key=lambda row: (-row[0], row[1]))
    if not rows:
        return []
    tinted = [(name, share, f"n{min(index, SIDES)}") for index, (share, name) in enumerate(rows)]
    rest = 1 - sum(share for share, _ in rows)
    if rest > SETTINGS.export.unsided:
        tinted.append((texts.panel("no-side"), rest, "rest"))
    parts = [element("span", {"class": f"side {tint}", "style": f"flex:{share:.4f} 0 0"}) for _, share, tint in tinted]
    keys = [
        element(
            "li",
            {"class": f"key {tint}"},
            element("i"),
            f"{shorten(name, SETTINGS.export.name)} {texts.percent(share)}",
        )
        for name, share, tint in tinted
    ]
    return [element("div", {"class": "sides", "aria-hidden": "true"}, parts), element("ul", {"class": "keys"}, keys)]


def _table(report: Report, texts: ReportTexts, anchored: Collection[str]) -> Markup:
    totals: dict[str, float] = {}
    for source in report["sources"]:
        totals[_origin(source)] = totals.get(_origin(source), 0) + source["share"]
    ordered = sorted(report["sources"], key=lambda one: (-totals[_origin(one)], _origin(one), -one["share"]))
    known = speech.looks(report["sources"], texts)
    said = defaultdict(list)
    for quote in report["quotes"]:
        said[quote["source"]].append(quote)
    text = report["document"]["text"]
    rows = [
        _row(source, texts, known[source["id"]], _quotations(said[source["id"]], texts, text, anchored))
        for source in ordered
    ]
    return element("table", {"class": "who", "aria-label": texts.panel("speakers")}, element("tbody", {}, rows))


def _origin(source: Source) -> str:
    return str(source["origin"] or source["id"])


def _row(source: Source, texts: ReportTexts, look: speech.Look, said: Markup | None) -> Markup:
    named = [_name(source), _notes(source, texts), charts.measure(source["share"])]
    disc = element("span", {"class": "disc", "data-said": look.tint, "aria-hidden": "true"}, look.initial)
    return element(
        "tr",
        {},
        element("td", {}, disc),
        element(
            "th",
            {"scope": "row"},
            element("details", {}, element("summary", {}, named), said) if said else named,
        ),
        element("td", {"class": "p"}, texts.percent(source["share"])),
    )


def _name(source: Source) -> str:
    name = shorten(source["name"], SETTINGS.export.speaker)
    return f"“{name}”" if speech.is_nameless(source) else name[:1].upper() + name[1:]


def _notes(source: Source, texts: ReportTexts) -> Markup | None:
    notes = [source["role"], speech.body(source), texts.panel("unnamed") if speech.is_nameless(source) else None]
    notes += [texts.panel("document") if source["kind"] == "document" else None]
    return element("small", {}, ", ".join(filter(None, notes))) if any(notes) else None


def _quotations(
    own: Sequence[Mapping[str, Any]], texts: ReportTexts, text: str, anchored: Collection[str]
) -> Markup | None:
    """What a source says, in reading order."""
    items = [element("li", {}, _quotation(quote, texts, text, anchored)) for quote in own]
    return element("ol", {"class": "said"}, items) if items else None


def _quotation(quote: Mapping[str, Any], texts: ReportTexts, text: str, anchored: Collection[str]) -> Iterable[Markup]:
    between = "” … “" if quote["style"] == "direct" else " … "
    words = shorten(between.join(text[start:end] for start, end in quote["content"]), SETTINGS.export.statement)
    shown = f"“{words}”" if quote["style"] == "direct" else words
    yield (
        element("a", {"href": f"#{speech.anchor(quote['id'])}"}, shown)
        if quote["id"] in anchored
        else element("span", {}, shown)
    )
    if quote["style"] != "direct":
        style = texts.panel("quote-indirect") if quote["style"] == "indirect" else texts.copy("partly-quoted")
        yield element("small", {}, style)


def _never(names: Collection[str], texts: ReportTexts) -> Markup | None:
    if not names:
        return None
    return element("p", {"class": "never"}, element("b", {}, texts.panel("never-heard")), f" {', '.join(names)}")
