"""The wire form of a report (contract: `undertone/analysis/1`). Same report, same bytes."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from operator import attrgetter
from typing import Any, Final, cast

from detector import languages
from detector.article import (
    Article,
    Engine,
    Finding,
    Insight,
    Link,
    Quotation,
    Report,
    Score,
    ScorePart,
    Sentence,
    Source,
    Span,
)
from detector.dimensions import scoring
from detector.dimensions.notices import body_words
from detector.errors import BadOptions
from detector.schema import forms
from detector.selectors.targets import Overlay
from detector.text.genre import tell

SCHEMA: Final = "undertone/analysis/1"
INCLUDABLE = ("text", "sentences")
LIMITATIONS = ("truth", "languages", "rules", "model", "weights")


def limitations(reader: str, *, with_model: bool = True) -> list[str]:
    """What every reader should keep in mind, in their language; without a model what is said of it is left out."""
    texts = languages.messages_for(reader)
    return [texts.say("limitations", name) for name in LIMITATIONS if with_model or name != "model"]


def to_dict(report: Report, include: Collection[str] = ()) -> dict[str, Any]:
    """The report as plain JSON values. `include` may name `text` and `sentences`; else raises `BadOptions`."""
    unknown = sorted(set(include) - set(INCLUDABLE))
    if unknown:
        raise BadOptions(f"include may hold {' and '.join(INCLUDABLE)}, not {', '.join(map(repr, unknown))}.")
    reading = report.reading
    told: forms.ReportForm = {
        "schema": SCHEMA,
        "engine": _engine(report.engine, reading.language.code),
        "document": _document(report, with_text="text" in include),
        "summary": {
            "sentence": report.summary.sentence,
            "levels": cast("forms.LevelsForm", dict(report.summary.levels)),
        },
        "scores": cast("forms.ScoresForm", {name: _score(score) for name, score in report.scores.items()}),
        "sources": [_source(source, report.article.links or ()) for source in reading.sources],
        "quotes": [_quotation(quotation) for quotation in reading.quotations],
        "links": _links(report.article.links),
        "framing": _framing(reading.insight),
        "findings": _findings(report.article, report.findings),
        "limitations": limitations(reading.reader, with_model=report.engine.model is not None),
    }
    if "sentences" in include:
        told["sentences"] = [_sentence(sentence) for sentence in reading.prose.sentences]
    return dict(told)


def _engine(engine: Engine, code: str) -> forms.EngineForm:
    """What made the report, and the crowd that its percentiles speak of (shares of articles by score, 0 to 100)."""
    table = scoring.reference(code)
    return {
        "version": engine.version,
        "rules": engine.rules,
        "model": cast("forms.ModelForm | None", engine.model),
        "reference": {"articles": table["articles"], "crowd": table["crowd"]} if table else None,
    }


def _document(report: Report, *, with_text: bool) -> forms.DocumentForm:
    article, language, about = report.article, report.reading.language, report.article.metadata
    genre, confidence = tell(article)
    told: forms.DocumentForm = {
        "title": about.title,
        "kicker": about.kicker,
        "url": article.url,
        "site": about.site,
        "byline": list(about.byline),
        "published": about.published,
        "section": about.section,
        "language": {
            "code": language.code,
            "confidence": round(language.confidence, 3),
            "support": language.support,
        },
        "article": {"is_article": article.kind.is_article, "confidence": round(article.kind.confidence, 3)},
        "genre": {"label": genre, "confidence": confidence},
        "words": body_words(report.reading),
        "text_sha256": sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "notices": [{"code": notice.code, "message": notice.message} for notice in report.notices],
    }
    if with_text:
        told["text"] = article.text
    return told


def _score(score: Score) -> forms.ScoreForm:
    told: forms.ScoreForm = {
        "value": score.value,
        "level": score.level,
        "percentile": score.percentile,
        "interval": list(score.interval) if score.interval else None,
        "parts": [_part(part) for part in score.parts],
        "facts": _plain(score.facts),
    }
    if score.reason:
        told["reason"] = score.reason
    return told


def _part(part: ScorePart) -> forms.PartForm:
    told: forms.PartForm = {"points": part.points}
    told[part.kind] = part.name
    if part.text:
        told["text"] = part.text
    return told


def _sentence(sentence: Sentence) -> forms.SentenceForm:
    return {
        "start": sentence.span.start,
        "end": sentence.span.end,
        "voice": sentence.voice,
        "loaded": None if sentence.loaded is None else round(sentence.loaded, 3),
        "subjective": round(sentence.subjectivity if sentence.subjective is None else sentence.subjective, 3),
    }


def _source(source: Source, links: Sequence[Link]) -> forms.SourceForm:
    return {
        "id": source.id,
        "name": source.name,
        "role": source.role,
        "affiliation": source.affiliation,
        "kind": source.kind,
        "named": source.named,
        "identified": source.identified,
        "side": source.side,
        "origin": source.origin,
        "words": source.words,
        "share": round(source.share, 4),
        "mentions": _pairs(source.mentions),
        "links": _led_from(source.mentions, links),
    }


def _led_from(mentions: Iterable[Span], links: Sequence[Link]) -> list[str]:
    """The sites that `links`, which are in order and apart, lead to from words at `mentions`, each once."""
    found: set[int] = set()
    for span in mentions:
        first = bisect_right(links, span.start, key=attrgetter("span.end"))
        found.update(range(first, bisect_left(links, span.end, key=attrgetter("span.start"))))
    return list(dict.fromkeys(links[index].site for index in sorted(found)))


def _quotation(quotation: Quotation) -> forms.QuoteForm:
    span = quotation.source_span
    return {
        "id": quotation.id,
        "source": quotation.source,
        "style": quotation.style,
        "class": quotation.kind,
        "content": _pairs(quotation.content),
        "cue": _pairs(quotation.cue),
        "source_span": [span.start, span.end] if span else None,
    }


def _links(links: Sequence[Link] | None) -> list[forms.LinkForm] | None:
    if links is None:
        return None
    return [{"start": link.span.start, "end": link.span.end, "site": link.site} for link in links]


def _framing(insight: Insight | None) -> list[forms.FrameForm]:
    frames = insight.frames if insight else ()
    return [
        {"frame": frame.name, "share": round(frame.share, 3), "sentences": list(frame.sentences)} for frame in frames
    ]


def _findings(article: Article, findings: Iterable[Finding]) -> list[forms.FindingForm]:
    overlay = Overlay(article) if article.stream is not None else None
    return [_finding(finding, overlay) for finding in findings]


def _finding(finding: Finding, overlay: Overlay | None) -> forms.FindingForm:
    told: forms.FindingForm = {
        "id": finding.id,
        "dimension": finding.dimension,
        "rule": finding.rule,
        "technique": finding.technique,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 3),
        "voice": finding.voice,
        "counts": finding.counts,
        "points": finding.points,
        "start": finding.span.start,
        "end": finding.span.end,
        "exact": finding.exact,
        "message": finding.message,
        "reason": finding.reason,
        "suggestion": finding.suggestion,
        "evidence": _plain(finding.evidence),
        "docs": f"/v1/rules/{finding.rule}",
    }
    if overlay:
        told["target"] = cast("forms.TargetForm | None", overlay.target(finding.span))
    return told


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _plain(value: Any) -> Any:  # noqa: ANN401 - facts and evidence hold any JSON value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(item) for item in (sorted(value) if isinstance(value, (set, frozenset)) else value)]
    return round(value, 4) if isinstance(value, float) else value
