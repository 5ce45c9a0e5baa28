"""Which unnamed sources are a remark: those who state something and whom the text nowhere lets a reader know.

A description is left alone where it may be somebody whom the text names ("the officer", "her lawyers", "several
members said … Roe, a member, added"), where it says no more than that a group acts, and where the case is only put.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from detector.article import Quotation, Reading, Source, Span
from detector.dimensions.sourcing import balance, point_allocation
from detector.languages.speakers import SpeakerWords
from detector.rules import RuleBook
from detector.settings import SETTINGS

RULES = frozenset({"sourcing.unnamed-collective", "sourcing.anonymous-source", "sourcing.anonymity-explained"})


class Nameless:
    """Tells of the unnamed sources of a reading which ones are a remark, and where."""

    def __init__(self, reading: Reading, book: RuleBook, speakers: SpeakerWords) -> None:
        self._reading, self._speakers, self._patterns = reading, speakers, book.patterns
        self._sources = {source.id: source for source in reading.sources}
        spoken = (
            (one.source_span, one)
            for one in reading.quotations
            if one.kind == "speech" and one.source_span is not None and one.source in self._sources
        )
        title = point_allocation.title_end(reading)
        self._said = [(span, one) for span, one in sorted(spoken, key=lambda each: each[0]) if span.start >= title]
        self._reasons: dict[Span, bool] = {}

    @cached_property
    def _names(self) -> frozenset[str]:
        """Words that stand with a capital letter inside a sentence: names, whatever a sentence begins with."""
        prose = self._reading.prose
        inside = (token.text for line in prose.sentences for token in prose.tokens[line.first + 1 : line.last])
        return frozenset(word for word in inside if word[:1].isupper())

    def remarks(self) -> Iterator[tuple[str, Span, dict[str, Any]]]:
        """Rule, place and evidence for each unnamed source that hides somebody, at its first statement."""
        remarked: set[str] = set()
        for index, (span, quotation) in enumerate(self._said):
            source = self._sources[quotation.source or ""]
            if source.id in remarked or not balance.is_anonymous(source) or not self._hides(source):
                continue
            place = self._place(source, span)
            if place is not None and self._states(quotation, place) and not self._is_known(index, source, place):
                remarked.add(source.id)
                evidence = {"name": source.name, "share": source.share, "source": source.id}
                yield self._rule(source, place), place, evidence

    def _rule(self, source: Source, place: Span) -> str:
        if source.kind == "collective":
            return "sourcing.unnamed-collective"
        return "sourcing.anonymity-explained" if self._explains(place) else "sourcing.anonymous-source"

    def _hides(self, source: Source) -> bool:
        """Whether it names people, other than respondents of a survey, a pronoun left open, or a body that is known
        without a name."""
        patterns, speakers, low = self._patterns, self._speakers, source.name.lower()
        nobody = low in speakers.nobody or low in speakers.pronouns
        if nobody or len(low.split()) > SETTINGS.sourcing.description_words:
            return False
        if any(patterns[pattern].search(source.name) for pattern in ("counted", "known")):
            return False
        if (source.affiliation or source.side) and " " not in source.name:  # a party or a people by its members
            return False
        return any(map(speakers.is_people, self._head(source).lower().split()))

    def _head(self, source: Source) -> str:
        """The description up to what only tells more of it: members | of the crew."""
        return self._patterns["more"].split(source.name, maxsplit=1)[0]

    def _place(self, source: Source, span: Span) -> Span | None:
        """The words that describe the source where it speaks; those before a pronoun in the same sentence; `None`
        where only a pronoun stands there, or a relative clause tells of which people it is: people | who insist."""
        text, speakers = self._reading.article.text, self._speakers
        low = span.of(text).lower()
        if low in speakers.relatives:
            return None
        if low not in speakers.pronouns:
            return span
        sentence = self._reading.prose.sentence_at(span.start)
        start = text.rfind(source.name, sentence.span.start, span.start) if sentence else -1
        return Span(start, start + len(source.name)) if start >= 0 else None

    def _states(self, quotation: Quotation, place: Span) -> bool:
        """Whether it is said that they say something, and not: if rivals say, or people who say."""
        text = self._reading.article.text
        cue = " ".join(span.of(text) for span in quotation.cue)
        between = text[place.end : quotation.cue[0].start].strip().lower() if quotation.cue else ""
        if not self._patterns["stating"].search(cue) and not self._is_uncounted(place):
            return False
        if between in self._speakers.relatives:
            return False
        if self._patterns["habit"].search(f"{between} {cue}"):
            return False
        if quotation.cue and self._patterns["recounted"].match(text, quotation.cue[-1].end):
            return False
        sentence = self._reading.prose.sentence_at(place.start)
        return not self._patterns["supposed"].search(text[sentence.span.start : place.start]) if sentence else True

    def _is_uncounted(self, place: Span) -> bool:
        """Whether nobody can tell how many the description is of, so that any words of theirs hide who says them."""
        uncounted = self._patterns.get("uncounted")
        return uncounted is not None and uncounted.search(place.of(self._reading.article.text)) is not None

    def _is_known(self, index: int, source: Source, place: Span) -> bool:
        """Whether the description takes up somebody, or names or a named speaker beside it say who is meant."""
        text, hidden = self._reading.article.text, self._is_hidden(place)
        takes_up = self._patterns["definite"].search(place.of(text))
        new = source.kind == "collective" or self._patterns["indefinite"].search(place.of(text))
        if not hidden and (takes_up or not new):
            return True
        before = text[max(0, place.start - SETTINGS.sourcing.explained_within) : place.start]
        beside = self._patterns["beside"].search(before)
        if beside and beside[1] in self._names:
            return True
        if self._is_counted(source, place) or self._is_written(source, place):
            return True
        if source.kind == "collective" and self._explains(place):
            return True
        if self._patterns["namely"].match(text, place.end):
            return True
        return not hidden and self._is_told_by_name(index, source, place)

    def _is_hidden(self, place: Span) -> bool:
        """Whether the sentence says that a name is held back."""
        return self._tells("hidden", place)

    def _is_counted(self, source: Source, place: Span) -> bool:
        """Whether it is a group that a poll asks, in a sentence that tells of a poll: voters say, a poll found."""
        return bool(self._patterns["asked"].search(source.name)) and self._tells("polled", place)

    def _is_written(self, source: Source, place: Span) -> bool:
        """Whether people of a named body say it in a document that the sentence tells of."""
        body = source.affiliation or any(word[:1].isupper() for word in source.name.split()[1:])
        return source.kind == "collective" and bool(body) and self._tells("document", place)

    def _tells(self, pattern: str, place: Span) -> bool:
        """Whether the sentence around `place` has the pattern."""
        sentence = self._reading.prose.sentence_at(place.start)
        return sentence is not None and bool(
            self._patterns[pattern].search(sentence.span.of(self._reading.article.text))
        )

    def _is_told_by_name(self, index: int, source: Source, place: Span) -> bool:
        """Whether the next to speak is a named person who may be one of them: in the same paragraph one who is new
        there or has that role, in the next paragraph one who has that role, or is new and, after a group, has none."""
        block = self._block(place)
        for span, quotation in self._said[index + 1 :]:
            speaker = self._sources[quotation.source or ""]
            if speaker.id == source.id:
                continue
            apart = self._block(span) - block
            if apart > 1 or not (speaker.named and speaker.kind == "person"):
                return False
            new = min(speaker.mentions, default=span).start > place.start
            plain = source.kind == "collective" and not (speaker.role or speaker.affiliation)
            return (new and (apart == 0 or plain)) or self._shares_role(source, speaker)
        return False

    def _block(self, span: Span) -> int:
        sentence = self._reading.prose.sentence_at(span.start)
        return sentence.block if sentence else -1

    def _shares_role(self, source: Source, speaker: Source) -> bool:
        """Whether the speaker's role or body is what the description says, or the description fits any role."""
        own = self._words(source.name)
        if own & self._words(f"{speaker.role or ''} {speaker.affiliation or ''} {speaker.side or ''}"):
            return True
        return bool(speaker.role and self._patterns["leading"].search(source.name))

    def _words(self, text: str) -> frozenset[str]:
        words = text.lower().replace("-", " ").split()
        return frozenset(self._speakers.singular(word) for word in words if len(word) >= SETTINGS.sourcing.role_letters)

    def _explains(self, place: Span) -> bool:
        """Whether the text says why the source at `place` is not named."""
        text, sentence = self._reading.article.text, self._reading.prose.sentence_at(place.start)
        start = sentence.span.start if sentence else place.start
        end = max(sentence.span.end if sentence else 0, min(len(text), place.end + SETTINGS.sourcing.explained_within))
        passage = Span(start, end)
        if passage not in self._reasons:
            self._reasons[passage] = self._patterns["reason"].search(passage.of(text)) is not None
        return self._reasons[passage]


def remarks(reading: Reading, book: RuleBook) -> Sequence[tuple[str, Span, dict[str, Any]]]:
    """Rule, place and evidence for each unnamed source that hides somebody; none in a language that gives nobody any
    words or has no rules for it."""
    speakers = book.pack.speakers
    return tuple(Nameless(reading, book, speakers).remarks()) if speakers and book.rules.keys() >= RULES else ()
