"""A report as notes in Markdown (CommonMark): scores, who speaks, remarks. What comes from a page is escaped."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from detector.dimensions import sourcing
from detector.export import texts

TITLE, UNTITLED = "How it is written: {title}", "How it is written"
NO_REMARKS = "No remarks"
MADE = "Made by Undertone {version}."
MARKUP = re.compile(r"[\\`*_\[\]#|~]|^(?:[-+=]|\d+(?=[.)]))")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
ENTITY = re.compile(r"[<>]|&(?=#?\w+;)")


def render(report: Mapping[str, Any]) -> str:
    """A report in its wire form as Markdown that ends with a line break."""
    return "\n\n".join(filter(None, _paragraphs(report))) + "\n"


def _paragraphs(report: Mapping[str, Any]) -> Iterator[str]:
    about, facts = report["document"], report["scores"][sourcing.ID]["facts"]
    yield f"# {plain(TITLE.format(title=about['title']) if about['title'] else UNTITLED)}"
    yield from (plain(told) for told in (about["site"], about["published"], about["url"]) if told)
    yield plain(report["summary"]["sentence"])
    yield texts.SCOPE
    yield "\n".join(_score(name, score) for name, score in report["scores"].items())
    yield f"## {texts.SPEAKERS}"
    yield _list(map(_source, report["sources"])) or texts.NO_SOURCES
    if unheard := facts.get("never_heard"):
        yield f"{texts.NEVER_HEARD} {', '.join(map(plain, unheard))}"
    yield plain(texts.links(facts))
    yield f"## {texts.REMARKS}"
    known = texts.names(report)
    yield from (_remark(finding, report, known) for finding in report["findings"])
    yield "" if report["findings"] else NO_REMARKS
    yield plain(MADE.format(version=report["engine"]["version"]))
    yield from map(plain, report["limitations"])


def _score(name: str, score: Mapping[str, Any]) -> str:
    if score["value"] is None:
        told = ": ".join(filter(None, (texts.UNSCORED, score["reason"])))
    else:
        told = ". ".join(filter(None, (f"{score['level']}, {score['value']}", texts.rank(name, score))))
    return f"- **{texts.dimension_name(name)}**: {plain(told)}"


def _source(source: Mapping[str, Any]) -> str:
    named = ", ".join(filter(None, (source["name"], source["role"], source["affiliation"])))
    return f"{named}: {texts.percent(source['share'])}"


def _remark(finding: Mapping[str, Any], report: Mapping[str, Any], known: Mapping[str, str]) -> str:
    """The words, why they got a remark, and what it does to its score, a line each."""
    suggestion = finding["suggestion"]
    why = (finding["message"], finding["reason"], texts.INSTEAD.format(words=suggestion) if suggestion else "")
    facts = (
        texts.dimension_name(finding["dimension"]),
        texts.rule_name(finding),
        texts.voice(finding, known),
        texts.points(finding, report),
    )
    lines = (f"**{plain(finding['exact'])}**", *map(plain, filter(None, why)), f"*{plain(' · '.join(facts))}*")
    return "  \n".join(lines)


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {plain(item)}" for item in items)


def plain(text: str) -> str:
    """Words on one line, so that Markdown shows them as they are and takes none of them for markup."""
    line = ENTITY.sub(lambda found: ENTITIES[found[0]], " ".join(text.split()))
    return MARKUP.sub(_escape, line)


def _escape(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
