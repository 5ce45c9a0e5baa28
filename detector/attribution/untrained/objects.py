"""What somebody speaks of, where that is no clause: the object of a verb of reporting, behind it or before it.

Positions are indices into the tokens of a line.
"""

from collections.abc import Sequence
from itertools import takewhile

from detector.attribution.untrained import clauses, endings, phrases
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.verbs import Cue


def joined(line: Line, segments: Sequence[Segment]) -> tuple[Phrase, ...]:
    """Segments as token ranges, neighbours as one, without the mark that ends the line."""
    ranges: list[Phrase] = []
    for segment in segments:
        last = segment.last
        while last > segment.first and not line.tokens[last - 1].is_word and not line.tokens[last - 1].quoted:
            last -= 1
        if last == segment.first:
            continue
        if ranges and segment.first - ranges[-1][1] <= 1:
            ranges[-1] = (ranges[-1][0], last)
        else:
            ranges.append((segment.first, last))
    return tuple(ranges)


def behind(line: Line, cue: Cue, subject: Phrase | None, others: Sequence[Cue]) -> tuple[Phrase, ...]:
    """What somebody speaks of: Der Verband kritisierte | den Entwurf. Behind verb and subject, without the prefix."""
    segment = line.segments[cue.segment]
    start = 1 + (cue.finite if line.grammar.verb_second else max(cue.finite, cue.verb))
    if subject is not None and subject[0] >= start:
        start = subject[1]
    coordinators = line.grammar.words.coordinators
    another = [at + 1 for at in range(start + 1, cue.verb) if line.low[at] in coordinators and line.is_verb(at - 1)]
    start = max((start, *another))  # hatte gegen den Plan gestimmt und | vor Schulden gewarnt
    ends = endings.next_verb(line, start, segment.last) if line.grammar.verb_second and cue.verb < start else None
    if line.grammar.verb_second and start < segment.last and line.low[start] in coordinators:
        return ()  # während er den Plan lobte | und Geld versprach
    last = segment.last if ends is None else ends
    while last > start and (not _is_inside(line, last - 1) or last - 1 in (*cue.needed, cue.verb)):
        last -= 1
    asides = (other.segment for other in others if other.segment > cue.segment and clauses.is_inverted(line, other))
    following = line.segments[cue.segment + 1 : next(asides, None)]
    later = endings.reported(line, cue, following) if ends is None else []
    later = list(takewhile(lambda each: line.low[each.first] not in line.grammar.words.attributing, later))
    small = not line.grammar.capital_nouns  # revela | gastos sin justificar
    told = any(
        line.capital(at) or phrases.opens(line, at) or (small and line.tokens[at].pos == "NOUN")
        for at in range(start, last)
    )
    alone = line.grammar.pro_drop and last - start == 1 and line.tokens[start].pos == "NOUN"  # exigió | explicaciones
    if (last - start < 2 and not alone) or not (told or _is_of_oneself(line, cue)):
        return ()
    return joined(line, (Segment(start, last, segment.mark, quoted=False), *later)) if later else ((start, last),)


def _is_of_oneself(line: Line, cue: Cue) -> bool:
    """Whether somebody says something of himself: s'est dit | prêt à partir."""
    return any(line.low[at] in line.grammar.words.reflexive for at in cue.needed)


def fronted(line: Line, cue: Cue, subject: Phrase | None) -> tuple[Phrase, ...]:
    """The object that opens a clause before its verb and its subject: Den Plan | nannte die Wirtin falsch; Von Schulden
    | spricht der Rat."""
    words, segment = line.grammar.words, line.segments[cue.segment]
    if not line.grammar.verb_second or cue.passive or "object" not in cue.frames or subject is None:
        return ()
    if subject[0] <= cue.finite or cue.finite - segment.first < 2:
        return ()
    opens = line.low[segment.first]
    needed = opens in words.prepositions and segment.first in cue.needed
    accusing = opens in words.accusative and not phrases.is_hearer(line, (segment.first, cue.finite))
    phrase = phrases.noun_phrase(line, segment.first + needed, cue.finite)
    whole = (phrase is not None and phrase[1] == cue.finite) or (needed and line.capital(cue.finite - 1))
    return ((segment.first, cue.finite),) if whole and (needed or accusing) else ()


def _is_inside(line: Line, index: int) -> bool:
    return line.tokens[index].is_word or line.tokens[index].quoted
