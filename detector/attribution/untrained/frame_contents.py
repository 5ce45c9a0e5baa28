"""What a phrase such as "laut Polizei" gives to whom it names.

Positions are indices into the tokens of a line.
"""

from collections.abc import Sequence

from detector.attribution.untrained import objects
from detector.attribution.untrained.frames import Frame
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.phrases import Phrase

DASHES = frozenset({"–", "—", "--"})


def content(line: Line, frame: Frame) -> tuple[Phrase, ...]:
    """What is given to the source: the rest of the sentence, or of the dependent clause that holds the phrase."""
    words = line.grammar.words
    own = next(each for each in line.segments if each.first <= frame.first < each.last)
    if line.grammar.verb_second and not _tells(line, frame, own):
        return ()
    dependent = 0 < own.first < frame.first and line.low[own.first] in words.relatives | words.subordinators
    pointed = line.low[frame.cue[0][0]] in words.pointing
    own_clause: Sequence[Segment] = line.segments
    if line.grammar.verb_second and not pointed and not _is_aside(line, frame, own):
        own_clause = _between_dashes(line, own)
    pieces: list[Segment] = []
    for segment in (own,) if dependent else own_clause:
        if segment is not own:
            if not frame.first <= segment.first < frame.last:
                pieces.append(segment)
            continue
        if segment.first < frame.first:
            pieces.append(Segment(segment.first, frame.first, segment.mark, quoted=False))
        if frame.last < segment.last and line.low[frame.cue[0][0]] not in words.pointing:
            pieces.append(Segment(frame.last, segment.last, segment.mark, quoted=False))
    return objects.joined(line, pieces)


def _tells(line: Line, frame: Frame, own: Segment) -> bool:
    """Whether a phrase gives somebody more than the words of a name: not where it only says whence the author has
    what somebody is: „…“, sagte Anna Roth, die Wirtin | laut „Hafenpost“ |."""
    words = line.grammar.words
    number = line.segments.index(own)
    beside = number > 0 and not line.segments[number - 1].quoted and own.mark == ","
    opened = line.low[own.first] in words.articles and own.first < frame.first
    return (
        not (beside and opened)
        or line.has_verb(own)
        or any(line.tokens[at].quoted for at in range(own.first, own.last))
    )


def _is_aside(line: Line, frame: Frame, own: Segment) -> bool:
    """Whether two dashes enclose nothing but the phrase: Das ist | – laut Polizei – | ein Fehler."""
    number = line.segments.index(own)
    alone = own.first == frame.first and frame.last >= own.last
    return alone and own.mark in DASHES and number + 1 < len(line.segments) and line.segments[number + 1].mark in DASHES


def _between_dashes(line: Line, own: Segment) -> Sequence[Segment]:
    """The segments around one that no dash and no semicolon parts from it."""
    number, breaks = line.segments.index(own), DASHES | {";"}
    first = next((at for at in range(number, 0, -1) if line.segments[at].mark in breaks), 0)
    marks = (at for at in range(number + 1, len(line.segments)) if line.segments[at].mark in breaks)
    return line.segments[first : next(marks, len(line.segments))]
