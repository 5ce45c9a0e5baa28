"""Subjects with what stands between them and their verb: a name, a role, a clause that tells more.

Positions are indices into the tokens of a line.
"""

from detector.attribution.untrained import names, phrases
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.verbs import Cue

APPOSITION = 14  # tokens of the longest apposition between a subject and its verb
LONGER = 18  # tokens of what else may stand there


def past_introducers(line: Line, start: int, stop: int) -> int:
    while start < stop and (line.low[start] in line.grammar.words.introducers or not line.tokens[start].is_word):
        start += 1
    return start


def with_name(line: Line, phrase: Phrase, number: int) -> Phrase:
    """The phrase with the name or the role that the next segment adds to it: la alcaldesa, | Ana Ruiz."""
    following = line.segments[number + 1] if number + 1 < len(line.segments) else None
    if following is None or following.quoted or following.mark != "," or line.has_verb(following):
        return phrase
    titled = line.low[following.first] in line.grammar.words.titles  # l'avocat, | maître Luc Roe
    added = phrases.noun_phrase(line, following.first + titled, following.last)
    if added is None or following.last - following.first > APPOSITION:
        return phrase
    told = names.is_person(line, added[0]) or names.is_person(line, min(added[0] + 1, added[1] - 1))
    whole = following.last - added[1] <= 1
    if told and not whole and line.grammar.capital_nouns:
        return phrase[0], following.last  # Professor für Verkehr | an der Hochschule
    named = names.find_name(line, added, frozenset()) is not None
    return (phrase[0], added[1]) if whole and (told or named) else phrase


def interrupted(line: Line, cue: Cue, start: int) -> Phrase | None:
    """The subject before an apposition or a relative clause: Lars Beringer, Sprecher der Polizei, | sagte."""
    if start != cue.finite or cue.segment == 0:
        return None
    for number in range(cue.segment - 1, max(-1, cue.segment - 4), -1):
        segment = line.segments[number]
        if segment.quoted or segment.last - segment.first > LONGER:
            return None
        clause = _clause_at_end(line, segment)
        begin = past_introducers(line, segment.first if clause is None else clause, segment.last)
        detached = number == 0 and _is_detached(line)
        phrase = None if detached else phrases.noun_phrase(line, begin, segment.last)
        introduced = phrase is not None and _is_introduced(line, number, phrase, cue)
        asides = number == 0 or line.segments[number - 1].quoted or _are_asides(line, number)
        alone = number + 1 == cue.segment and _is_name_alone(line, segment)
        opening = introduced or asides or clause is not None or alone
        if opening and phrase is not None and (clause is not None or not line.has_verb(segment)):
            return _with_apposition(line, phrase, number, cue)
    return None


def _is_introduced(line: Line, number: int, phrase: Phrase, cue: Cue) -> bool:
    """Whether a segment is who somebody is, and the next, before the verb, nothing but a name: En Roeville, la capital,
    | la ministra de Exteriores, Ana Ruiz, | aseguró …"""
    if number + 2 != cue.segment or line.grammar.verb_second or line.segments[number + 1].quoted:
        return False
    following = line.segments[number + 1]
    name = names.find_name(line, (following.first, following.last), frozenset())
    person = any(names.is_person(line, at) for at in range(*phrase))
    return person and name == (following.first, following.last)


def unclosed(line: Line, cue: Cue, start: int) -> Phrase | None:
    """The full name before an apposition that no comma closes: Luc Roe, | chef du port a répondu … Where nouns are
    small."""
    number, segment = cue.segment, line.segments[cue.segment]
    if line.grammar.verb_second or number == 0 or start >= cue.finite or segment.mark != ",":
        return None
    before = line.segments[number - 1]
    begins = past_introducers(line, before.first, before.last)
    name = None if before.quoted else names.find_name(line, (begins, before.last), frozenset())
    full = name is not None and name == (begins, before.last) and name[1] - name[0] > 1
    told = names.is_person(line, start) and not any(
        line.low[at] in line.grammar.words.relatives for at in range(start, cue.finite)
    )
    return name if full and told else None


def _is_name_alone(line: Line, segment: Segment) -> bool:
    """Whether a segment is nothing but a full name, with a title perhaps, where the verb comes second: Der Autor und
    Wirt des Hauses in Rheden, | Dr. Max Roth, | sagte …"""
    words, name = line.grammar.words, names.find_name(line, (segment.first, segment.last), frozenset())
    full = line.grammar.verb_second and name is not None and name[1] == segment.last and name[1] - name[0] > 1
    before = range(segment.first, name[0]) if name is not None else ()
    return full and all(line.low[at] in words.titles or not line.tokens[at].is_word for at in before)


def _is_detached(line: Line) -> bool:
    """Whether the line opens with a participle that is said of the subject behind it: Interrogé par la presse, …"""
    return line.low[line.segments[0].first] in line.grammar.words.detached


def _are_asides(line: Line, number: int) -> bool:
    """Whether the segments before one only say what is said of the subject, or when and where: Hier, …; À Roeville, …;
    Ce mardi 3 mai, …"""
    words = line.grammar.words
    for segment in line.segments[:number]:
        low = line.low[segment.first : min(segment.first + 3, segment.last)]
        timed = low[0] in words.articles and not words.days.isdisjoint(low[1:])
        opened = timed or low[0] in words.prepositions | words.adverbs | words.introducers
        if segment.quoted or not opened or line.has_verb(segment):
            return number == 1 and _is_detached(line)
    return number > 0


def _clause_at_end(line: Line, segment: Segment) -> int | None:
    """Where a dependent clause opens without a verb in the segment: c’est grave | puisque | Luc Roe, maire, dit …"""
    words = line.grammar.words
    opening = words.subordinators - words.prepositions - words.adverbs  # not: un projet d'| à peine | dix pages
    for at in range(segment.last - 1, segment.first, -1):
        if line.low[at] in opening and not line.grammar.verb_second:
            return at + 1
        if line.is_verb(at):
            break
    return None


def _with_apposition(line: Line, phrase: Phrase, number: int, cue: Cue) -> Phrase:
    """The phrase with the apposition behind it, where that is no relative clause."""
    following = line.segments[number + 1]
    opened = line.low[following.first] in line.grammar.words.prepositions  # por su parte
    plain = number + 2 == cue.segment and not (following.quoted or opened or line.has_verb(following))
    relative = line.low[following.first] in line.grammar.words.relatives and line.has_verb(following)
    detached = line.low[following.first] in line.grammar.words.detached  # le ministre, | invité de la radio, | a dit
    return (phrase[0], following.last) if plain and not relative and not detached else phrase
