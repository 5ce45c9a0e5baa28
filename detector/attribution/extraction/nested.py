"""Whom somebody quotes: who is given words by name inside the words of another: “Roe told me that it was late,” Hale
said.

Positions are token indices; spans are offsets into the article's text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detector.article import SET_OFF, Part, Prose
from detector.attribution.extraction import content_bounds, reports, speech_acts
from detector.attribution.extraction.reports import ReportedSpeech
from detector.attribution.extraction.rules import extractor
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable, Unit
from detector.attribution.tokens.types import RawQuotation

LEAST = 6  # tokens in which somebody can be quoted


def find_nested(words: TokenTable, prose: Prose, raws: Sequence[RawQuotation]) -> tuple[RawQuotation, ...]:
    """What those are given whom the speakers of `raws` quote; none of it leaves the voice of who quotes it."""
    inner = tuple(_sentences(words, prose, raws))
    if not inner:
        return ()
    unit_of, quoted = list(words.unit_of), list(words.quoted)
    for number, unit in enumerate(inner, len(words.units)):
        size = unit.last - unit.first
        unit_of[unit.first : unit.last] = [number] * size
        if all(quoted[unit.first : unit.last]):
            quoted[unit.first : unit.last] = [False] * size
    plain = replace(words, quoted=tuple(quoted), units=(*words.units, *inner), unit_of=tuple(unit_of))
    found = [raw for raw in extractor.extract_from(plain, inner) if _is_told(plain, raw)]
    said = speech_acts.mark_statements(plain, content_bounds.trim(plain, found))
    return tuple(replace(raw, spoken=()) for raw in said if raw.kind == "speech")


def _sentences(words: TokenTable, prose: Prose, raws: Sequence[RawQuotation]) -> Iterator[Unit]:
    """The sentences, or the parts of sentences, of what is quoted word for word from a speaker."""
    pieces = sorted(
        words.tokens_within(piece)
        for raw in raws
        if raw.source is not None and raw.kind == "speech" and (raw.style == "direct" or raw.style in SET_OFF)
        for piece in raw.content
    )
    number, end = 0, 0
    for first, last in pieces:
        while number < len(prose.sentences) and prose.sentences[number].last <= first:
            number += 1
        at = number
        while at < len(prose.sentences) and prose.sentences[at].first < last:
            sentence = prose.sentences[at]
            start, close = max(sentence.first, first, end), min(sentence.last, last)
            if sentence.part is Part.BODY and close - start >= LEAST:
                yield Unit(start, close, sentence.block, sentence.part, False)
                end = close
            at += 1


def _is_told(words: TokenTable, raw: RawQuotation) -> bool:
    """Whether somebody by name, or one of those who can speak, is said to have said it, as a clause or word for word:
    Roe told me that …, one investor told me …; not: whatever Roe says, …"""
    if raw.source is None or raw.kind != "speech" or not raw.cue or raw.content[0].start < raw.cue[0].end:
        return False
    report = reports.lay_out(words, raw)
    if _is_bound(words, report.source) or _asks(words, report):
        return False
    if not (report.quoted or reports.is_clause(words, report.first)):
        return False
    return _is_named(words, report.source) or _is_somebody(words, report.source)


def _is_bound(words: TokenTable, source: Phrase) -> bool:
    """Whether a clause depends on another: | whatever | Roe says; if Roe says."""
    grammar, unit = words.grammar, words.unit_at(source[0])
    ahead = range(max(unit.first, source[0] - 1), source[0] + 1)
    binding = grammar.clauses.subordinators | grammar.coreference.nobody
    return any(words.form[k] == "relative" or (words.low[k] in binding and words.pos[k] != "NUM") for k in ahead)


def _asks(words: TokenTable, report: ReportedSpeech) -> bool:
    """Whether no more than a question is told: a reporter asked Roe how …"""
    cues, asking = words.grammar.cues.verbs, words.grammar.speech_acts.asking
    return any(words.low[k] in cues and cues[words.low[k]].lemma in asking for k in report.cue)


def _is_named(words: TokenTable, phrase: Phrase) -> bool:
    first = words.unit_at(phrase[0]).first
    return any(
        words.pos[k] == "PROPN" and words.capital(k) and (k > first or words.low[k] in words.capitals)
        for k in range(*phrase)
    )


def _is_somebody(words: TokenTable, phrase: Phrase) -> bool:
    lists, (first, last) = words.grammar.cues.words, phrase
    known = words.low[last - 1] in lists.persons or words.low[last - 1] in lists.collectives
    opens = words.pos[first] == "NUM" or words.low[first] in words.grammar.noun_phrases.indefinite
    return known and opens and last - first > 1
