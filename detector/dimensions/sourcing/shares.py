"""The words that sources are given, counted, and those of speakers whom the text leaves open."""

from bisect import bisect_left
from collections.abc import Sequence

from detector.article import Quotation, Reading, Source, Span


def attributed(reading: Reading) -> tuple[tuple[Quotation, Source, int], ...]:
    """Each statement that has a source, with the source and the words it is given; thoughts are not counted."""
    sources = {source.id: source for source in reading.sources}
    starts = reading.prose.word_starts
    counted = (
        (quotation, sources[quotation.source], sum(within(starts, span) for span in quotation.content))
        for quotation in reading.quotations
        if quotation.source in sources and quotation.kind == "speech"
    )
    return tuple(each for each in counted if each[2])


def unresolved(reading: Reading) -> int:
    """The words of statements with a speaker who cannot be told: a "she" that may be either of two women. They rest on
    somebody all the same."""
    starts = reading.prose.word_starts
    return sum(
        within(starts, span)
        for quotation in reading.quotations
        if quotation.source is None and quotation.kind == "speech" and quotation.source_span
        for span in quotation.content
    )


def within(starts: Sequence[int], span: Span) -> int:
    """How many words, given by where they begin, begin inside `span`."""
    return bisect_left(starts, span.end) - bisect_left(starts, span.start)
