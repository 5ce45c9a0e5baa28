"""A report as notes in Markdown (CommonMark): scores, who speaks, remarks. What comes from a page is escaped."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from detector import languages
from detector.dimensions import sourcing
from detector.export import claims, speech
from detector.export.texts import ReportTexts, names

MARKUP = re.compile(r"[\\`*_\[\]#|~]|^(?:[-+=]|\d+(?=[.)]))")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
ENTITY = re.compile(r"[<>]|&(?=#?\w+;)")


def render(report: Mapping[str, Any], reader: str = languages.DEFAULT) -> str:
    """A report in its wire form (with `text`) as Markdown that ends with a line break, in its reader's language."""
    return "\n\n".join(filter(None, _paragraphs(report, ReportTexts(reader)))) + "\n"


def _paragraphs(report: Mapping[str, Any], texts: ReportTexts) -> Iterator[str]:
    about, facts = report["document"], report["scores"][sourcing.ID]["facts"]
    title = about["title"]
    yield f"# {plain(texts.copy('notes-title', title=title) if title else texts.copy('notes-untitled'))}"
    yield from (plain(detail) for detail in (about["site"], about["published"], about["url"]) if detail)
    yield plain(report["summary"]["sentence"])
    yield texts.panel("scope")
    yield "\n".join(_score(name, score, texts) for name, score in report["scores"].items())
    yield f"## {texts.panel('speakers')}"
    yield _list(_source(source, texts) for source in report["sources"]) or texts.panel("no-sources")
    if unheard := facts.get("never_heard"):
        yield f"{texts.panel('never-heard')} {', '.join(map(plain, unheard))}"
    yield plain(texts.links(facts))
    yield from _claims(report, texts)
    yield f"## {texts.panel('remarks')}"
    known = names(report)
    yield from (_remark(finding, report, texts, known) for finding in report["findings"])
    yield "" if report["findings"] else texts.copy("notes-empty")
    yield plain(texts.copy("notes-made", version=report["engine"]["version"]))
    yield from map(plain, report["limitations"])


def _score(name: str, score: Mapping[str, Any], texts: ReportTexts) -> str:
    if score["value"] is None:
        words = ": ".join(filter(None, (texts.panel("unscored"), score["reason"])))
    else:
        words = ". ".join(filter(None, (f"{texts.level(score['level'])}, {score['value']}", texts.rank(name, score))))
    return f"- **{texts.dimension(name)}**: {plain(words)}"


def _source(source: Mapping[str, Any], texts: ReportTexts) -> str:
    named = ", ".join(filter(None, (source["name"], source["role"], speech.body(source))))
    return f"{named}: {texts.percent(source['share'])}"


def _remark(finding: Mapping[str, Any], report: Mapping[str, Any], texts: ReportTexts, known: Mapping[str, str]) -> str:
    """The words, why they got a remark, and what it does to its score, a line each."""
    suggestion = finding["suggestion"]
    why = (finding["message"], finding["reason"], texts.panel("instead", words=suggestion) if suggestion else "")
    facts = (
        texts.dimension(finding["dimension"]),
        texts.rule(finding["rule"]),
        texts.voice(finding, known),
        texts.points(finding, report),
    )
    lines = (f"**{plain(finding['exact'])}**", *map(plain, filter(None, why)), f"*{plain(' · '.join(facts))}*")
    return "  \n".join(lines)


def _claims(report: Mapping[str, Any], texts: ReportTexts) -> Iterator[str]:
    """The claims worth checking, a line each, with published checks."""
    if not report["claims"]:
        return
    yield f"## {texts.panel('claims')}"
    yield texts.panel("claims-why")
    lines = []
    for claim in report["claims"]:
        checks = (f"{claims.checked(check, texts)} ({check['url']})" for check in claim["fact_checks"])
        lines.append(". ".join((claims.words(report, claim), ", ".join(claims.notes(report, claim, texts)), *checks)))
    yield _list(lines)


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {plain(item)}" for item in items)


def plain(text: str) -> str:
    """Words on one line, so that Markdown shows them as they are and takes none of them for markup."""
    line = ENTITY.sub(lambda found: ENTITIES[found[0]], " ".join(text.split()))
    return MARKUP.sub(_escape, line)


def _escape(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
