"""What a story gives for a claim: a document, a link, a figure whose origin it names, or nothing."""

from collections.abc import Iterator
from typing import Literal

from detector.article import AUTHOR, UNKNOWN, Reading, Sentence
from detector.dimensions.claims.worth import PREFIX
from detector.rules import RuleBook
from detector.rules.overlap import Spans
from detector.settings import SETTINGS

BODIES = ("organisation", "document")  # which anybody can find without a name
Evidence = Literal["document", "link", "figure", "none"]


class Given:
    """Tells what a reading gives for the claims in it."""

    def __init__(self, reading: Reading, book: RuleBook) -> None:
        self._reading, self._book = reading, book
        documents = (one for one in reading.sources if one.kind == "document")
        self._documents = Spans(span for source in documents for span in source.mentions)
        self._links = Spans(link.span for link in reading.article.links or ())
        self._sources = {f"source:{source.id}": source for source in reading.sources}

    def evidence(self, sentence: Sentence, by: str) -> Evidence:
        """What is given for the claim of a sentence, which is made `by` somebody."""
        source = self._sources.get(by)
        if (source and source.kind == "document") or self._documents.overlaps(sentence.span):
            return "document"
        if self.says(sentence, "document"):
            return "document"
        if self._links.overlaps(sentence.span):
            return "link"
        has_figure = self.says(sentence, "figure") or self.says(sentence, "number")
        return "figure" if has_figure and self.has_origin(sentence, by) else "none"

    def has_origin(self, sentence: Sentence, by: str) -> bool:
        """Whether it is told where a claim is from: from a source that is named, or by what the sentence says."""
        if by not in (AUTHOR, UNKNOWN):
            source = self._sources.get(by)
            return source is not None and (source.named or source.in_office or source.kind in BODIES)
        return self.says(sentence, "origin") or self._reading.is_voiced(sentence.span)

    def is_borne_nearby(self, sentence: Sentence) -> bool:
        """Whether a sentence near this one says where it is from: an origin, a document, a link or somebody who is
        given words; or one before it tells of a survey, of which a text goes on to give the figures."""
        return self._is_measured(sentence) or any(
            self.says(near, "origin")
            or self.says(near, "document")
            or self._links.overlaps(near.span)
            or self._documents.overlaps(near.span)
            or self._reading.is_voiced(near.span)
            for near in self._beside(sentence)
        )

    def is_published(self, sentence: Sentence) -> bool:
        """Whether a sentence that tells of a study, or one beside it, says who made or published it."""
        return any(self.says(near, "publisher") for near in (sentence, *self._beside(sentence)))

    def _is_measured(self, sentence: Sentence) -> bool:
        pattern = self._book.patterns.get(f"{PREFIX}measured")
        return pattern is not None and bool(pattern.search(self._reading.article.text, 0, sentence.span.end))

    def _beside(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences just before and just after one, whatever their paragraphs: in news these have one or two."""
        sentences = self._reading.prose.sentences
        place = sentences.index(sentence)
        reach = SETTINGS.claims.reach
        yield from sentences[max(0, place - reach) : place]
        yield from sentences[place + 1 : place + 1 + reach]

    def says(self, sentence: Sentence, sign: str) -> bool:
        """Whether a sentence shows a sign, one of the patterns `claim-…` of its language."""
        pattern = self._book.patterns.get(PREFIX + sign)
        return pattern is not None and bool(pattern.search(sentence.span.of(self._reading.article.text)))
