"""Whose words stand where: stretches of the article that are not its author's own."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter, itemgetter

from detector.article import SET_OFF, UNKNOWN, Prose, Quotation, Span, Voice


def lay_out_voices(
    quoted: Sequence[Span], quotations: Sequence[Quotation], spoken: Mapping[str, Sequence[Span]]
) -> tuple[Voice, ...]:
    """The voices of an article, sorted and without overlap; `spoken` is what of a quotation, by its id, surely is not
    the author's.

    Words in quotation marks, and those that markup or layout sets off, are a voice, known or not; words around them are
    one where speech is reported. What is thought, and what nobody is given without quotation marks, stays the author's.
    """
    speech = sorted(
        (piece.start, -piece.end, f"source:{quotation.source}" if quotation.source else UNKNOWN, quotation.kind)
        for quotation in quotations
        for piece in quotation.content
    )
    own = [(piece, one.source) for one in quotations if one.style in SET_OFF for piece in one.content]
    own.sort(key=itemgetter(0))
    marked = [Voice(piece, f"source:{source}" if source else UNKNOWN) for piece, source in own]
    starts = [piece.start for piece, _ in own]
    for span in quoted:
        around = bisect_left(starts, span.start + 1) - 1
        if len(span) and (around < 0 or own[around][0].end <= span.start):
            marked.append(Voice(span, _speaker(span, speech)))
    paraphrased = [
        Voice(piece, f"source:{quotation.source}")
        for quotation in quotations
        if quotation.kind == "speech" and quotation.source and quotation.style not in SET_OFF
        for piece in spoken[quotation.id]
    ]
    paraphrased.sort(key=lambda voice: (voice.span.start, -voice.span.end))
    return tuple(_lay(sorted(marked, key=attrgetter("span")), paraphrased))


def unattributed(prose: Prose) -> tuple[Quotation, ...]:
    """What markup and layout show to be somebody else's words, for a language of which nothing more is known."""
    set_off = (each for each in prose.utterances if each.kind in SET_OFF and each.content)
    return tuple(
        Quotation(f"q{number}", each.content, (), each.speaker, None, "block", "speech")
        for number, each in enumerate(set_off, 1)
    )


def _speaker(span: Span, speech: Sequence[tuple[int, int, str, str]]) -> str:
    """Who says the quoted words: the source of the narrowest of the last pieces that hold them."""
    index = bisect_left(speech, (span.start + 1,))
    for start, end, who, _ in reversed(speech[max(0, index - 8) : index]):
        if start <= span.start and span.start < -end:
            return who
    return UNKNOWN


def _lay(marked: Sequence[Voice], paraphrased: Iterable[Voice]) -> list[Voice]:
    """Fill the gaps between quoted stretches with paraphrase, earlier pieces first, and join what one speaker says."""
    pieces: list[Voice] = []
    covered = 0
    waiting = list(marked)
    waiting.reverse()
    for voice in paraphrased:
        while waiting and waiting[-1].span.start < voice.span.start:
            pieces.append(waiting.pop())
            covered = max(covered, pieces[-1].span.end)
        start = max(voice.span.start, covered)
        while waiting and waiting[-1].span.start < voice.span.end:
            quote = waiting.pop()
            if start < quote.span.start:
                pieces.append(Voice(Span(start, quote.span.start), voice.speaker))
            pieces.append(quote)
            start = max(start, quote.span.end)
        if start < voice.span.end:
            pieces.append(Voice(Span(start, voice.span.end), voice.speaker))
        covered = max(covered, start, voice.span.end)
    pieces.extend(reversed(waiting))
    return _join(pieces)


def _join(pieces: Iterable[Voice]) -> list[Voice]:
    joined: list[Voice] = []
    for voice in pieces:
        last = joined[-1] if joined else None
        if last is not None and last.speaker == voice.speaker and last.span.end >= voice.span.start:
            joined[-1] = Voice(Span(last.span.start, max(last.span.end, voice.span.end)), voice.speaker)
        else:
            joined.append(voice)
    return joined
