"""Where a finding stands on the page: W3C selectors (Web Annotation Data Model, section 4.2) on its text stream."""

from bisect import bisect_right
from operator import attrgetter

from detector.article import Article, Run, Span
from detector.schema import Position, Quotation, Target
from detector.settings import SETTINGS


def _runs(article: Article) -> tuple[Run, ...]:
    runs = (run for block in article.blocks for run in block.runs)
    return tuple(sorted(runs, key=attrgetter("text")))


class Overlay:
    """The way from `Article.text` to the page's text stream, for one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._runs = _runs(article)

    def _position(self, offset: int) -> int | None:
        index = bisect_right(self._runs, offset, key=attrgetter("text")) - 1
        if index < 0:
            return None
        run = self._runs[index]
        inside = offset - run.text
        return run.stream + inside if inside < run.length else None

    def locate(self, span: Span) -> Span | None:
        """The place of `span` in `Article.stream`, or `None` where the words are not on the page as they stand.

        Refuses rather than guesses: the stream's words must be those of the span, white space and characters that
        show nothing aside.
        """
        stream = self._article.stream
        start, last = self._position(span.start), self._position(span.end - 1)
        if stream is None or start is None or last is None or last < start:
            return None
        place = Span(start, last + 1)
        return place if _skeleton(place.of(stream)) == _skeleton(span.of(self._article.text)) else None

    def target(self, span: Span) -> Target | None:
        """`TextPositionSelector` and `TextQuoteSelector` of `span`; raw slices of the stream, never normalised."""
        place, stream = self.locate(span), self._article.stream
        if place is None or stream is None:
            return None
        around = SETTINGS.overlay.context
        before, after = stream[max(0, place.start - around) : place.start], stream[place.end : place.end + around]
        return Target((Position(place.start, place.end), Quotation(place.of(stream), before, after)))


INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


def _skeleton(words: str) -> str:
    return "".join(words.translate(INVISIBLE).split())
