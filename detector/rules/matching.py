"""Finds the rules of a `RuleBook` in a reading: one pass over the words for lexicons, one per block for patterns."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from detector.article import AUTHOR, Dimension, Finding, Part, Reading, Span
from detector.rules import Entry, Rule, RuleBook
from detector.rules.conditions import Line, Setting, holds, lines

PARTS = {
    Dimension.HEADLINE: (Part.KICKER, Part.HEADLINE),
    Dimension.LANGUAGE: (Part.BODY,),
    Dimension.SOURCING: (Part.BODY,),
}


def remark(
    reading: Reading,
    rule: Rule,
    span: Span,
    evidence: Mapping[str, Any] | None = None,
    *,
    voice: str | None = None,
    suggestion: str | None = None,
) -> Finding:
    """The finding of `rule` at `span` (offsets into the article's text); `evidence` fills the fields of its message.

    `voice` and `suggestion` replace what the reading and the rule say. Words that are not the author's do not count,
    and the message says whose they are.
    """
    if voice is None:
        # Who gets to speak, and how openly, is the author's choice whatever words the remark stands at.
        choice = rule.dimension is Dimension.SOURCING and rule.kind == "form"
        voice = AUTHOR if choice else reading.voice_at(span)
    exact = span.of(reading.article.text)
    told = {"exact": exact, **(evidence or {})}
    message = rule.message.format_map(told)
    suggestion = suggestion or (rule.suggestion and rule.suggestion.format_map(told))
    return Finding(
        rule=rule.id,
        dimension=rule.dimension,
        span=span,
        exact=exact,
        severity=rule.severity,
        confidence=rule.confidence,
        message=message if voice == AUTHOR else f"{message} {_whose(reading, voice)}",
        reason=rule.reason,
        technique=rule.technique,
        suggestion=suggestion,
        voice=voice,
        counts=voice == AUTHOR,
        weight=rule.weight,
        evidence=MappingProxyType(dict(evidence or {})),
    )


def form_voice(reading: Reading, span: Span) -> str:
    """Whose choice the form at `span` is: the author's, unless it begins inside quotation marks.

    What is attributed without quotation marks is still put by the author ("experts say", "here's why").
    """
    quoted = reading.prose.quoted
    index = bisect_right(quoted, span.start, key=attrgetter("start")) - 1
    inside = index >= 0 and span.start < quoted[index].end
    return reading.voice_at(Span(span.start, span.start + 1)) if inside else AUTHOR


def _whose(reading: Reading, voice: str) -> str:
    name = reading.names.get(voice)
    whose = f"The words are those of {name}" if name else "The words are quoted"
    return f"{whose}, not the author's: not counted."


@cache
def _index(book: RuleBook, dimension: Dimension) -> Mapping[str, tuple[tuple[Rule, Entry], ...]]:
    """Entries by their first atom, longest first."""
    found: dict[str, list[tuple[Rule, Entry]]] = {}
    for rule in book.rules.values():
        if rule.dimension is dimension:
            for entry in rule.entries:
                found.setdefault(entry.atoms[0], []).append((rule, entry))
    return {word: tuple(sorted(pairs, key=lambda pair: -len(pair[1].atoms))) for word, pairs in found.items()}


def match(book: RuleBook, reading: Reading, dimension: Dimension) -> tuple[Finding, ...]:
    """Every lexicon and pattern rule of `dimension` found in the parts it judges: the headline and its kicker, or
    the body. Sorted by place; findings of different rules may overlap (see `resolve_overlaps`)."""
    index, around = _index(book, dimension), Setting(reading, book)
    found = [
        remark(reading, rule, line.span(first, last), suggestion=entry.suggestion)
        for line in (lines(reading, PARTS[dimension]) if index else ())
        for first, last, rule, entry in _hits(line, index, around)
    ]
    found += _patterns(book, reading, dimension)
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.rule)))


def _patterns(book: RuleBook, reading: Reading, dimension: Dimension) -> Iterator[Finding]:
    text = reading.article.text
    for rule in book.rules.values():
        if rule.dimension is dimension and rule.pattern:
            for block in reading.article.parts(*PARTS[dimension]):
                for hit in rule.pattern.finditer(text, block.span.start, block.span.end):
                    span = Span(*hit.span())
                    yield remark(reading, rule, span, voice=form_voice(reading, span))


def _hits(
    line: Line, index: Mapping[str, tuple[tuple[Rule, Entry], ...]], around: Setting
) -> Iterator[tuple[int, int, Rule, Entry]]:
    for first, word in enumerate(line.low):
        for rule, entry in index.get(word, ()):
            last = first + len(entry.atoms) - 1
            if line.low[first : last + 1] == entry.atoms and holds(line, (first, last), rule, entry, around):
                yield first, last, rule, entry
