"""Relative clauses whose pronoun is the subject of a verb of reporting, and whom the pronoun takes up.

Positions are indices into the tokens of a line.
"""

from detector.attribution.untrained import circumstances, names, phrases, speakers
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.verbs import Cue

ASIDE = 5  # words of the longest aside before a verb, and one


def is_relative(line: Line, cue: Cue, start: int) -> bool:
    """Whether the clause begins with a relative pronoun that is its subject."""
    words = line.grammar.words
    if cue.segment == 0 or line.low[start] not in words.relatives:
        return False
    if not line.grammar.verb_second:
        return start + 1 == cue.finite or line.low[start + 1] not in words.articles
    inner = phrases.noun_phrase(line, start + 1, cue.finite)  # ein Plan, den | die Ministerin | „Unsinn“ nennt
    return is_final(line, cue) and not (inner is not None and _is_nominative(line, inner))


def _is_nominative(line: Line, phrase: Phrase) -> bool:
    """Whether somebody who can speak is surely the subject: die Frau, der | Max Roth | glaubt; not: die | der Ärztin |
    glaubt, where the article may be a dative's."""
    words, (first, last) = line.grammar.words, phrase
    if line.low[first] in words.oblique or not speakers.is_likely(line, phrase):
        return False
    man = names.is_person(line, last - 1) and not line.low[last - 1].endswith(words.female_endings)
    return line.low[first] not in words.genitives or man or line.low[last - 1] in words.metonyms


def is_final(line: Line, cue: Cue) -> bool:
    """Whether the verb closes its clause, as it does in dependent ones where it else comes second."""
    last = line.segments[cue.segment].last
    return all(not line.tokens[at].is_word for at in range(max(cue.verb, cue.finite) + 1, last))


def is_governed(line: Line, cue: Cue, start: int) -> bool:
    """Whether the clause begins with a relative pronoun behind a preposition: ein Haus, | von dem | Weber sagt, …"""
    words, later = line.grammar.words, line.grammar.verb_second and cue.segment > 0
    opened = later and start + 2 < cue.finite and line.low[start] in words.prepositions
    return opened and line.low[start + 1] in words.relatives and is_final(line, cue)


def antecedent(line: Line, number: int) -> Phrase | None:
    """The last noun phrase of the segment before a relative clause."""
    segment = line.segments[number - 1]
    if segment.quoted:
        return None
    told = _with_name_before(line, number - 1)
    if told is not None:
        return told
    for start in range(segment.first, segment.last):
        named = line.capital(start) and not line.capital(start - 1) and not line.grammar.capital_nouns
        governed = line.grammar.capital_nouns and start > 0 and line.low[start - 1] in line.grammar.words.prepositions
        begins = start == segment.first or line.low[start] in line.grammar.words.articles or named
        begins = begins or (governed and names.is_first_name(line, start))  # mit | Anna Roth |, die …
        if phrases.opens(line, start) and begins:
            phrase = phrases.noun_phrase(line, start, segment.last)
            if phrase is not None and phrase[1] >= segment.last:
                return phrase
    return None


def _with_name_before(line: Line, number: int) -> Phrase | None:
    """The full name before a segment that only tells who that is: dit | Anne Roe, maire, | qui …"""
    segment = line.segments[number]
    if number == 0 or segment.mark != "," or line.segments[number - 1].quoted or line.has_verb(segment):
        return None
    before = line.segments[number - 1]
    full = [name for name in names.full_names(line) if name[1] == before.last]
    role = any(
        names.is_person(line, at) for at in range(segment.first, min(segment.first + speakers.NEAR, segment.last))
    )
    return (full[-1][0], segment.last) if full and role else None


def pronoun_before(line: Line, cue: Cue, segment: Segment) -> int | None:
    """Where the relative pronoun stands that is the subject of a verb, with nothing but adverbs and asides between: la
    mairie | qui | de son côté assure …"""
    index = cue.finite - 1
    while index > segment.first and line.low[index] not in line.grammar.words.subject_relatives:
        within = range(1, min(ASIDE, index - segment.first + 1))
        steps = next((n for n in within if circumstances.skipped(line, index - n + 1) == n), 0)
        if not steps:
            return None
        index -= steps
    return index if index >= segment.first and line.low[index] in line.grammar.words.subject_relatives else None


def nearest(line: Line, segment: Segment, stop: int) -> Phrase | None:
    """The last noun phrase before a position that names somebody who can speak."""
    for start in range(stop - 1, segment.first - 1, -1):
        opened = line.low[start] in line.grammar.words.articles or line.capital(start)
        inside = start > segment.first and line.capital(start - 1) and line.capital(start)
        phrase = phrases.noun_phrase(line, start, stop) if opened and not inside else None
        if phrase is not None and phrase[1] == stop and (speakers.is_likely(line, phrase) or line.capital(start)):
            return phrase
    return None
