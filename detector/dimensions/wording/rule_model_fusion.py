"""Where rules and the model meet on the body's wording: a rule's remark is as sure as the model makes it, and what the
model alone takes for loaded becomes a remark of its own.

The probabilities are those of experts marking a word (Spinde et al. 2021, BABE), fitted for words that a rule flags and
for words that none flags, and of experts marking a span (Da San Martino et al. 2020, PTC).
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from types import MappingProxyType

from detector.article import (
    AUTHOR,
    Finding,
    Insight,
    Mark,
    Part,
    Passage,
    Prose,
    Reading,
    Sentence,
    Severity,
    Span,
    Token,
)
from detector.encoder.log_odds import logits
from detector.languages.parts import Grammar
from detector.rules import RuleBook
from detector.rules.conditions import Setting, line, negated
from detector.rules.matching import remark
from detector.rules.overlap import Spans
from detector.settings import SETTINGS

LOADED = "wording.model-loaded"
WORDED = {"Loaded_Language": LOADED, "Name_Calling,Labeling": "wording.model-label"}
TURNS = {  # these and no other techniques: their spans are right often enough to be shown; see MODEL_CARD.md
    "Doubt": "wording.model-doubt",
    "Flag-Waving": "wording.model-flag-waving",
    "Slogans": "wording.model-slogan",
}
Own = tuple[Span, str, float]


def unite(reading: Reading, book: RuleBook, ruled: Sequence[Finding]) -> tuple[Finding, ...]:
    """The remarks `ruled` by rules as the model sees them, and the model's own; `ruled` alone without a model."""
    insight = reading.insight
    if insight is None:
        return tuple(ruled)
    kept = [weighed for finding in ruled if (weighed := _weigh(reading.prose, insight, finding))]
    taken = Spans(finding.span for finding in ruled)
    own = [] if Setting(reading, book).sport else list(_own(reading, insight, taken, book.pack.grammar))
    said = [_said(reading, book, found) for found in own]
    return tuple(sorted((*kept, *said), key=lambda finding: (finding.span, finding.rule)))


def rate(reading: Reading, findings: Sequence[Finding]) -> Reading:
    """The reading with the probability that each sentence of its body is loaded (BABE), given what the model says of it
    and whether `findings` on the wording stand in it; as it was without a model."""
    remarked = sorted(finding.span.start for finding in findings)

    def rated(line: Sentence) -> Sentence:
        if line.loaded is None or line.part is not Part.BODY:
            return line
        flagged = bisect_left(remarked, line.span.start) < bisect_left(remarked, line.span.end)
        return replace(line, loaded=chance(line.loaded, flagged=flagged))

    lines = tuple(map(rated, reading.prose.sentences))
    return replace(reading, prose=replace(reading.prose, sentences=lines))


def chance(said: float, *, flagged: bool) -> float:
    """How likely (0..1) a sentence is loaded, given what the model says and whether its wording is `flagged`."""
    settings = SETTINGS.agreement
    odds = settings.sentence_slope * float(logits(said)) + settings.sentence_shift
    return 1 / (1 + math.exp(-odds - settings.sentence_remark * flagged))


def _weigh(prose: Prose, insight: Insight, finding: Finding) -> Finding | None:
    """A rule's remark with the probability that it is right as its confidence: milder where the model doubts it, `None`
    where the model is sure that the words are plain. A remark on a sentence that was not read stays as it is."""
    sentence = prose.sentence_at(finding.span.start)
    if sentence is None or sentence.loaded is None:
        return finding
    sure = max((mark.flagged for mark in _within(insight.words, finding.span)), default=0.0)
    if sure < SETTINGS.agreement.plain:
        return None
    told = MappingProxyType({**finding.evidence, "model": round(sure, 2)})
    severity = "mild" if sure < SETTINGS.agreement.doubtful else finding.severity
    return replace(finding, confidence=round(sure, 2), severity=severity, evidence=told)


def _within(marks: Sequence[Mark], span: Span) -> Sequence[Mark]:
    """The marks that overlap `span`."""
    first = max(0, bisect_left(marks, span.start, key=attrgetter("span.start")) - 1)
    last = bisect_left(marks, span.end, key=attrgetter("span.start"))
    return [mark for mark in marks[first:last] if mark.span.overlaps(span)]


def _said(reading: Reading, book: RuleBook, found: Own) -> Finding:
    span, rule, sure = found
    severity: Severity = "notable" if sure >= SETTINGS.agreement.notable else "mild"
    said = remark(reading, book.rules[rule], span, {"model": round(sure, 2)}, voice=AUTHOR)
    return replace(said, confidence=round(sure, 2), severity=severity)


def _own(reading: Reading, insight: Insight, taken: Spans, grammar: Grammar) -> Iterator[Own]:
    """What the model takes for loaded and no rule flags: words of the author, neighbours joined, and passages."""
    strict = [mark for mark in insight.words if _is_loaded(reading.prose, mark)]
    words = [
        mark
        for mark in strict
        if _is_free(reading, mark.span, taken, grammar) and not _is_name(reading.prose, mark.span)
    ]
    for span, sure in _joined(reading.article.text, words):
        yield span, LOADED, sure
    for passage in insight.passages:
        rule = _rule(reading, passage)
        if rule and _is_free(reading, passage.span, taken, grammar):
            yield passage.span, rule, passage.confidence


def _is_loaded(prose: Prose, mark: Mark) -> bool:
    """Whether the model takes both a word and its sentence for loaded."""
    if mark.loaded < SETTINGS.agreement.loaded:
        return False
    sentence = prose.sentence_at(mark.span.start)
    return sentence is not None and (sentence.loaded or 0.0) >= SETTINGS.agreement.sentence


def _rule(reading: Reading, passage: Passage) -> str | None:
    """The rule under which a passage is shown, `None` where it is not sure enough: loaded words and labels are no
    names, the other turns are more than one word."""
    settings, several = SETTINGS.agreement, " " in passage.span.of(reading.article.text)
    if passage.technique in TURNS:
        return TURNS[passage.technique] if passage.confidence >= settings.turn and several else None
    sure = passage.confidence >= settings.passage and not _is_name(reading.prose, passage.span)
    return WORDED.get(passage.technique) if sure else None


def _is_free(reading: Reading, span: Span, taken: Spans, grammar: Grammar) -> bool:
    """Whether words stand in the author's own voice, not negated, and under no remark of a rule."""
    return not taken.overlaps(span) and reading.voice_at(span) == AUTHOR and _is_plain(reading.prose, span, grammar)


def _is_plain(prose: Prose, span: Span, grammar: Grammar) -> bool:
    """Whether the words at `span` are words of the body, unquoted and not negated."""
    sentence = prose.sentence_at(span.start)
    if sentence is None or sentence.part is not Part.BODY or any(token.quoted for token in _tokens(prose, span)):
        return False
    read = line(prose, sentence)
    return not negated(read, bisect_left(read.starts, span.start), grammar)


def _is_name(prose: Prose, span: Span) -> bool:
    """Whether a capital makes a word at `span` part of a name: within a sentence, or at its start before another."""
    sentence = prose.sentence_at(span.start)
    for token in _tokens(prose, span):
        if any(piece[:1].isupper() for piece in token.text.split("-")):
            opening = sentence is not None and token.span.start == sentence.span.start
            following = prose.text[token.span.end : token.span.end + 2].strip()
            if not opening or token.pos == "PROPN" or following[:1].isupper():
                return True
    return False


def _tokens(prose: Prose, span: Span) -> Sequence[Token]:
    """The tokens that overlap `span`."""
    first, last = (bisect_left(prose.tokens, offset, key=attrgetter("span.start")) for offset in (span.start, span.end))
    return [token for token in prose.tokens[max(0, first - 1) : last] if token.span.overlaps(span)]


def _joined(text: str, marks: Sequence[Mark]) -> Iterator[tuple[Span, float]]:
    """Spans of neighbouring marks, with nothing but blanks or a hyphen between, and the highest probability."""
    held: list[tuple[Span, float]] = []
    for mark in marks:
        if held and not text[held[-1][0].end : mark.span.start].strip(" -"):
            before, sure = held[-1]
            held[-1] = Span(before.start, mark.span.end), max(sure, mark.loaded)
        else:
            held.append((mark.span, mark.loaded))
    yield from held
