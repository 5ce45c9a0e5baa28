"""How an article introduces somebody: the office before or behind a full name.

Positions are indices into the tokens of a line.
"""

from detector.attribution.untrained import appositions, names, phrases
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.phrases import Phrase

OFFICE = 8  # tokens of an office before a name
NEAR = 3  # tokens of a noun phrase among which the noun for the person stands


def introduction(line: Line, name: Phrase) -> Phrase:
    """A full name with the role that stands before or behind it: la maire, | Claire Roe · Luc Roe, | chef du port."""
    number = next(at for at, each in enumerate(line.segments) if each.first <= name[0] < each.last)
    segment, before = line.segments[number], name[0] - 1
    if segment.first == name[0] and segment.mark == "," and number and not line.segments[number - 1].quoted:
        role = _role_before(line, line.segments[number - 1])
        return (role, name[1]) if role is not None else name
    if before >= segment.first and names.is_person(line, before):
        return before, name[1]
    start = _office_before(line, segment, name)
    if start is not None:
        return start, name[1]
    return appositions.with_name(line, name, number) if name[1] >= segment.last else name


def _office_before(line: Line, segment: Segment, name: Phrase) -> int | None:
    """Where the noun phrase for a person begins of which a name is the end: le président des îles | Luc Roe."""
    words = line.grammar.words
    for start in range(max(segment.first, name[0] - OFFICE), name[0]):
        if line.low[start] in words.definite and names.is_person(line, start + 1):
            phrase = phrases.noun_phrase(line, start, name[1])
            found = names.find_name(line, phrase, frozenset()) if phrase is not None else None
            return start if found == name and not line.grammar.capital_nouns else None
    return None


def _role_before(line: Line, segment: Segment) -> int | None:
    """Where the noun phrase for a person begins with which a segment ends: Hier, | la maire de Roeville, …"""
    for start in range(segment.first, segment.last):
        phrase = phrases.noun_phrase(line, start, segment.last)
        if phrase is not None and phrase[1] == segment.last and line.low[start] in line.grammar.words.articles:
            near = range(start, min(phrase[1], start + NEAR))
            return start if any(names.is_person(line, at) for at in near) else None
    return None
