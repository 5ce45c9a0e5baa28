"""Which vague attributions are a remark: those that the text nowhere gives an address.

The forms are matched by the rule's pattern. What is only put as a case, a study whose publisher is named beside it,
those whom a poll counts, and a group of which somebody speaks at once by name hide nobody.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from detector.article import Finding, Reading, Source, Span
from detector.rules import RuleBook
from detector.settings import SETTINGS

RULE = "sourcing.vague-attribution"


def remaining(reading: Reading, book: RuleBook, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without those vague attributions that the text gives an address."""
    vague = Vague(reading, book.patterns)
    return (one for one in findings if one.rule != RULE or not vague.has_address(one.span))


class Vague:
    """Tells of the places of vague attributions in a reading which have an address."""

    def __init__(self, reading: Reading, patterns: Mapping[str, re.Pattern[str]]) -> None:
        self._reading, self._patterns, self._text = reading, patterns, reading.article.text

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {source.id: source for source in self._reading.sources}

    @cached_property
    def _speaking(self) -> list[tuple[Span, Source]]:
        """Where somebody is given words, in reading order."""
        sources = self._sources
        spoken = (
            (one.source_span, sources[one.source])
            for one in self._reading.quotations
            if one.kind == "speech" and one.source is not None and one.source in sources and one.source_span
        )
        return sorted(spoken, key=lambda each: each[0])

    def has_address(self, span: Span) -> bool:
        """Whether the words at `span` put a mere case, or lead to a name."""
        sentence = self._reading.prose.sentence_at(span.start)
        before = self._text[sentence.span.start if sentence else 0 : span.start]
        if self._patterns["supposed"].search(before):
            return True
        if self._patterns["published"].search(self._text, span.start, span.end):
            return self._is_published(span, before)
        if sentence and self._is_counted(span, sentence.span):
            return True
        return bool(self._patterns["crowd"].search(span.of(self._text))) and self._is_named(span, before)

    def _is_counted(self, span: Span, sentence: Span) -> bool:
        """Whether it is a group that a poll asks, in a sentence that tells of a poll."""
        asked, polled = self._patterns["asked"], self._patterns["polled"]
        return bool(asked.search(span.of(self._text)) and polled.search(sentence.of(self._text)))

    def _is_published(self, span: Span, before: str) -> bool:
        """Whether a study or report is taken up, or its publisher stands beside it: a report | by the Harbour Board."""
        if self._patterns["taken-up"].search(before) or self._patterns["publisher"].match(self._text, span.end):
            return True
        sentence = self._reading.prose.sentence_at(span.start)
        return sentence is not None and bool(self._patterns["publication"].match(self._text, sentence.span.end))

    def _is_named(self, span: Span, before: str) -> bool:
        """Whether somebody of the group is named beside it, or somebody new speaks next in the paragraph."""
        behind = self._patterns["namely"].match(self._text, span.end)
        if self._patterns["beside"].search(before) or (behind and not _is_object(behind[0])):
            return True
        index = bisect_right(self._speaking, span.end, key=lambda each: each[0].start)
        if index == len(self._speaking):
            return False
        place, speaker = self._speaking[index]
        if self._block(place) != self._block(span) and not (speaker.role and self._is_next(span, place)):
            return False
        if place.start - span.end > SETTINGS.sourcing.explained_within or not (
            speaker.named and speaker.kind == "person"
        ):
            return False
        if self._is_outside(span, place, speaker):
            return False
        met = min(speaker.mentions, default=place)
        return met > span and (met == place or not self._in_sentence(met, span))  # not whom critics accuse

    def _is_outside(self, span: Span, place: Span, speaker: Source) -> bool:
        """Whether somebody is none of those who only look on: an official, or one of a body that the text takes up with
        a possessive: observers say … | Its president, Jane Roe"""
        onlookers, officials, owned = map(self._patterns.get, ("onlookers", "officials", "owned"))
        if onlookers is None or not onlookers.search(span.of(self._text)):
            return False
        sentence = self._reading.prose.sentence_at(place.start)
        opening = self._text[sentence.span.start : place.end] if sentence else ""
        office = officials is not None and officials.search(speaker.role or "")
        return bool(office) or bool(owned is not None and owned.match(opening))

    def _in_sentence(self, place: Span, span: Span) -> bool:
        sentence = self._reading.prose.sentence_at(span.start)
        return sentence is not None and sentence.span.contains(place)

    def _is_next(self, span: Span, place: Span) -> bool:
        """Whether `place` is in the sentence after that of `span`, be it in the next paragraph."""
        own = self._reading.prose.sentence_at(span.start)
        following = self._reading.prose.sentence_at(place.start)
        between = self._text[own.span.end : following.span.start] if own and following else "-"
        return not between.strip()

    def _block(self, span: Span) -> int:
        sentence = self._reading.prose.sentence_at(span.start)
        return sentence.block if sentence else -1


def _is_object(words: str) -> bool:
    """Whether a name stands right behind the verb, as those of whom it is said: critics accuse | Jane Roe."""
    first, *names = words.split(" ")
    return not first and len(names) == 2 and names[0][:1].isupper()
