"""Infinitives that are what is said: assure | avoir tout fait; accuse la ville | de mentir.

Positions are indices into the tokens of a line.
"""

from detector.attribution.untrained import circumstances, phrases
from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.verbs import Cue


def find(line: Line, cue: Cue, subject: Phrase | None) -> int | None:
    """Where an infinitive begins that is what a verb reports; `None` where none does."""
    last = line.segments[cue.segment].last
    start = cue.end
    start = subject[1] if subject is not None and subject[0] >= start else start
    if not line.grammar.words.infinitive_endings or cue.passive:
        return None
    if _is_infinitive(line, start, last):
        return start
    told = circumstances.past_circumstances(line, start, last)
    if told > start and _is_infinitive(line, told, last):
        return told  # ont dit à la presse | avoir tout fait
    addressed = phrases.noun_phrase(line, told, last)
    places = (start, told) if addressed is None else (start, addressed[1])
    return next((at for at in places if behind(line, at, last) is not None), None)


def behind(line: Line, place: int, last: int) -> int | None:
    """The place itself, where an infinitive with its mark begins there: accusé par le maire | de mentir."""
    words = line.grammar.words
    marked = bool(words.infinitive_endings) and place < last and line.low[place] in words.infinitive
    return place if marked and _is_infinitive(line, place + 1, last) else None


def _is_infinitive(line: Line, index: int, last: int) -> bool:
    """Whether an infinitive stands at a place, behind what denies it and its pronouns."""
    words = line.grammar.words
    while index < last and (line.low[index] in words.negations | words.adverbs | words.reflexive):
        index += 1
    return circumstances.is_infinitive(line, index, last)
