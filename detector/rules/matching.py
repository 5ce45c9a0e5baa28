"""Finds the rules of a `RuleBook` in a reading: one pass over the words for lexicons, one per block for patterns."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from detector import languages
from detector.article import AUTHOR, Block, Finding, Part, Reading, Span
from detector.rules import Entry, Rule, RuleBook, rule_texts
from detector.rules.conditions import Line, Setting, holds, lines

Index = Mapping[str, tuple[tuple[Rule, Entry], ...]]


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
    the message says whose they are, and no other wording is suggested.
    """
    voice = reading.voice_at(span) if voice is None else voice
    exact = span.of(reading.article.text)
    fields = {"exact": exact, **(evidence or {})}
    texts = rule_texts(rule, languages.messages_for(reading.reader))
    message, advice = texts.message.format_map(fields), texts.suggestion
    return Finding(
        rule=rule.id,
        dimension=rule.dimension,
        span=span,
        exact=exact,
        severity=rule.severity,
        confidence=rule.confidence,
        message=message if voice == AUTHOR else _not_counted(reading, voice, message),
        reason=texts.reason,
        technique=rule.technique,
        suggestion=suggestion or (advice and advice.format_map(fields)) if voice == AUTHOR else None,
        voice=voice,
        scored=voice == AUTHOR,
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


def _not_counted(reading: Reading, voice: str, message: str) -> str:
    """A message with whose words it is about, and that it does not count."""
    name = reading.names.get(voice)
    return languages.messages_for(reading.reader).say(
        "voices", "named" if name else "unknown", message=message, name=name
    )


@cache
def _indexes(book: RuleBook, dimension: str) -> Mapping[tuple[Part, ...], Index]:
    """The entries for each set of parts that is judged: by their first atom, longest first."""
    found: dict[tuple[Part, ...], dict[str, list[tuple[Rule, Entry]]]] = {}
    for rule in book.rules.values():
        if rule.dimension == dimension:
            for entry in rule.entries:
                found.setdefault(rule.parts, {}).setdefault(entry.atoms[0], []).append((rule, entry))
    return {parts: {word: _longest_first(pairs) for word, pairs in index.items()} for parts, index in found.items()}


def _longest_first(pairs: Sequence[tuple[Rule, Entry]]) -> tuple[tuple[Rule, Entry], ...]:
    return tuple(sorted(pairs, key=lambda pair: -len(pair[1].atoms)))


def match(book: RuleBook, reading: Reading, dimension: str) -> tuple[Finding, ...]:
    """Every lexicon and pattern rule of the dimension of this id, found in the parts that it judges. Sorted by place;
    findings of different rules may overlap (see `detector.rules.overlap.resolve_overlaps`)."""
    around = Setting(reading, book)
    found = [
        remark(reading, rule, line.span(first, last), suggestion=entry.suggestion_as(line.form(first)))
        for parts, index in _indexes(book, dimension).items()
        for line in lines(reading, parts)
        for first, last, rule, entry in _hits(line, index, around)
    ]
    found += _patterns(book, reading, dimension)
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.rule)))


def _patterns(book: RuleBook, reading: Reading, dimension: str) -> Iterator[Finding]:
    text = reading.article.text
    for rule in book.rules.values():
        if rule.dimension == dimension and rule.pattern:
            for block in reading.article.parts(*rule.parts):
                for span in _places(rule.pattern, text, block):
                    yield remark(reading, rule, span, voice=form_voice(reading, span))


def _places(pattern: re.Pattern[str], text: str, block: Block) -> Iterator[Span]:
    """Where a pattern matches in a block. A headline begins for it where its own block does, for a kicker may stand
    before it in the same line."""
    if block.part is Part.HEADLINE:
        start = block.span.start
        yield from (Span(start + hit.start(), start + hit.end()) for hit in pattern.finditer(block.span.of(text)))
    else:
        yield from (Span(*hit.span()) for hit in pattern.finditer(text, block.span.start, block.span.end))


def _hits(line: Line, index: Index, around: Setting) -> Iterator[tuple[int, int, Rule, Entry]]:
    for first, word in enumerate(line.low):
        for rule, entry in index.get(word, ()):
            last = first + len(entry.atoms) - 1
            if line.low[first : last + 1] == entry.atoms and holds(line, (first, last), rule, entry, around):
                yield first, last, rule, entry
