"""From what was read, found and scored to the report (`detector.schema`)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from operator import attrgetter
from typing import Any

from msgspec.structs import replace

from detector import article as model
from detector import languages
from detector.article import AUTHOR, UNKNOWN, Article, Reading, Span
from detector.schema import (
    SCHEMA,
    Claim,
    Document,
    Engine,
    Finding,
    Frame,
    Genre,
    Language,
    Link,
    Notice,
    PageKind,
    Party,
    Quote,
    Report,
    Score,
    Scores,
    Sentence,
    Source,
    Summary,
    Target,
    Voice,
)
from detector.selectors.targets import Overlay

LIMITATIONS = ("truth", "languages", "rules", "model", "weights")


def limitations(reader: str, *, with_model: bool = True) -> tuple[str, ...]:
    """What every reader should keep in mind, in their language; without a model what is said of it is left out."""
    texts = languages.messages_for(reader)
    return tuple(texts.say("limitations", name) for name in LIMITATIONS if with_model or name != "model")


def build(
    reading: Reading,
    findings: Sequence[model.Finding],
    *,
    engine: Engine,
    scores: Mapping[str, Score],
    summary: Summary,
    notices: Sequence[Notice],
) -> Report:
    """The report with everything in it; `findings` are in reading order, with their points."""
    article, frames = reading.article, reading.insight.frames if reading.insight else ()
    return Report(
        schema=SCHEMA,
        engine=engine,
        document=_document(reading, notices),
        summary=summary,
        scores=Scores(**{name: replace(score, facts=plain(score.facts)) for name, score in scores.items()}),
        sentences=tuple(map(_sentence, reading.prose.sentences)),
        sources=tuple(_source(source, article.links or ()) for source in reading.sources),
        parties=tuple(map(_party, reading.parties)),
        quotes=tuple(map(_quote, reading.quotations)),
        claims=tuple(map(_claim, reading.claims)),
        links=None if article.links is None else tuple(map(_link, article.links)),
        framing=tuple(Frame(frame.name, round(frame.share, 3), frame.sentences) for frame in frames),
        findings=_findings(article, findings),
        limitations=limitations(reading.reader, with_model=engine.model is not None),
    )


def voice(speaker: str) -> Voice:
    """Whose words: `author`, `mixed`, `source:<id>` or `source:unknown` as a value of the schema."""
    if speaker == AUTHOR:
        return Voice("author", None)
    if speaker == "mixed":
        return Voice("mixed", None)
    return Voice("unknown-source", None) if speaker == UNKNOWN else Voice("source", speaker.removeprefix("source:"))


def plain(value: Any) -> Any:  # noqa: ANN401 - facts and evidence hold any JSON value
    """A fact or a piece of evidence as values that JSON has; floats are rounded to four places."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return [plain(item) for item in sorted(value)]
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return round(value, 4) if isinstance(value, float) else value


def _document(reading: Reading, notices: Sequence[Notice]) -> Document:
    article, language, about = reading.article, reading.language, reading.article.metadata
    genre = reading.genre
    return Document(
        title=about.title,
        kicker=about.kicker,
        standfirst=about.standfirst,
        url=article.url,
        site=about.site,
        byline=about.byline,
        published=about.published,
        section=about.section,
        language=Language(language.code, round(language.confidence, 3), language.support),
        article=PageKind(article.kind.is_article, round(article.kind.confidence, 3), article.kind.text_found),
        genre=Genre(genre.label, round(genre.confidence, 3), None if genre.why == "default" else genre.why),
        words=reading.prose.body_words,
        text_sha256=sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=article.text,
        notices=tuple(notices),
    )


def _sentence(sentence: model.Sentence) -> Sentence:
    return Sentence(
        start=sentence.span.start,
        end=sentence.span.end,
        voice=voice(sentence.voice),
        loaded=None if sentence.loaded is None else round(sentence.loaded, 3),
        subjective=round(sentence.subjectivity if sentence.subjective is None else sentence.subjective, 3),
        check_worthy=None if sentence.check_worthy is None else round(sentence.check_worthy, 3),
    )


def _source(source: model.Source, links: Sequence[model.Link]) -> Source:
    return Source(
        id=source.id,
        name=source.name,
        role=source.role,
        affiliation=source.affiliation,
        kind=source.kind,
        named=source.named,
        identified=source.identified,
        side=source.side,
        camp=source.camp,
        origin=source.origin,
        words=source.words,
        share=round(source.share, 4),
        mentions=_pairs(source.mentions),
        links=_linked_from(source.mentions, links),
    )


def _linked_from(mentions: Iterable[Span], links: Sequence[model.Link]) -> tuple[str, ...]:
    """The sites that `links`, which are in order and apart, lead to from words at `mentions`, each once."""
    found: set[int] = set()
    for span in mentions:
        first = bisect_right(links, span.start, key=attrgetter("span.end"))
        found.update(range(first, bisect_left(links, span.end, key=attrgetter("span.start"))))
    return tuple(dict.fromkeys(links[index].site for index in sorted(found)))


def _party(party: model.Party) -> Party:
    return Party(
        name=party.name,
        kind=party.kind,
        mentions=_pairs(party.mentions),
        in_headline=bool(party.headline),
        heard=party.heard,
        by=party.by,
        confidence=round(party.confidence, 3),
    )


def _quote(quotation: model.Quotation) -> Quote:
    span = quotation.source_span
    return Quote(
        id=quotation.id,
        source=quotation.source,
        kind=quotation.kind,
        style=quotation.style,
        content=_pairs(quotation.content),
        cue=_pairs(quotation.cue),
        source_span=(span.start, span.end) if span else None,
    )


def _claim(claim: model.Claim) -> Claim:
    return Claim(claim.span.start, claim.span.end, claim.worth, voice(claim.by), claim.evidence, ())


def _link(link: model.Link) -> Link:
    return Link(link.span.start, link.span.end, link.site)


def _pairs(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)


def _findings(article: Article, findings: Iterable[model.Finding]) -> tuple[Finding, ...]:
    overlay = Overlay(article) if article.stream is not None else None
    return tuple(_finding(finding, overlay.target(finding.span) if overlay else None) for finding in findings)


def _finding(finding: model.Finding, target: Target | None) -> Finding:
    return Finding(
        id=finding.id,
        dimension=finding.dimension,
        rule=finding.rule,
        technique=finding.technique,
        unit=finding.unit,
        severity=finding.severity,
        confidence=round(finding.confidence, 3),
        voice=voice(finding.voice),
        scored=finding.scored,
        points=finding.points,
        start=finding.span.start,
        end=finding.span.end,
        exact=finding.exact,
        message=finding.message,
        reason=finding.reason,
        suggestion=finding.suggestion,
        evidence=plain(finding.evidence),
        docs=f"/v1/rules/{finding.rule}",
        target=target,
    )
