"""Konjunktiv I told by its place and its ending, for verbs that no list holds: Die Spritze | schütze | vor allem.

After Duden, Die Grammatik: the verb comes second in a main clause, and nothing else there ends in -e behind a subject
of one. Positions are indices into the tokens of a line.
"""

from detector.attribution.untrained import phrases
from detector.attribution.untrained.lines import Line, Segment

LONG = 4  # letters of the shortest such verb


def is_subjunctive(line: Line, segment: Segment) -> bool:
    """Whether a clause opens with a subject of one and a verb in Konjunktiv I."""
    words, start = line.grammar.words, segment.first
    if not words.subjunctive or segment.quoted:
        return False
    while start < segment.last and line.low[start] in words.introducers:
        start += 1
    alone = start < segment.last and line.low[start] in words.alone
    end = start + 1 if alone else _past_subject(line, start, segment.last)
    return end is not None and end < segment.last and _ends(line, end)


def _past_subject(line: Line, start: int, last: int) -> int | None:
    """Where the noun phrase for one thing ends that opens a clause."""
    words = line.grammar.words
    if start >= last or line.low[start] not in words.one | words.ambiguous | words.definite:
        return None
    phrase = phrases.noun_phrase(line, start, last)
    if phrase is None or line.low[start] in words.oblique:
        return None
    return phrase[1]


def _ends(line: Line, index: int) -> bool:
    """Whether a token has the ending of Konjunktiv I and not that of a past tense, and is no small word."""
    words, low = line.grammar.words, line.low[index]
    small = words.adverbs | words.articles | words.prepositions | words.coordinators | words.subordinators
    ends = low.endswith(words.subjunctive) and not low.endswith(words.unsubjunctive)
    return ends and len(low) >= LONG and low.isalpha() and not line.capital(index) and low not in small
