"""Who is the subject of a verb of reporting.

Positions are indices into the tokens of a line.
"""

from detector.attribution.untrained import appositions, circumstances, names, phrases, relatives, speakers
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.verbs import Cue

DENIED = 3  # words between a verb and what denies it, itself included
NEAR = 4  # tokens of a phrase among which its noun stands
SKIPPED = 4  # words between a verb and the subject behind it


def subject(line: Line, cue: Cue) -> Phrase | None:
    """The noun phrase that is given the words; for a passive verb, its agent."""
    segment = line.segments[cue.segment]
    start = appositions.past_introducers(line, segment.first, cue.finite)
    if not line.grammar.verb_second and start < cue.finite and line.low[start] in line.grammar.words.reflexive:
        start += 1  # la maire, Claire Roe, | s'est dite inquiète
    if cue.passive and cue.lemma not in line.grammar.words.cited:
        return _agent(line, segment) or _place(line, segment)
    if start < cue.finite and relatives.is_relative(line, cue, start):
        own = not line.grammar.pro_drop or line.low[start] in line.grammar.words.subject_relatives
        return relatives.antecedent(line, cue.segment) if own else _opening(line)
    relative = relatives.pronoun_before(line, cue, segment)
    if relative is not None and relative > segment.first:
        return relatives.nearest(line, segment, relative) or (_opening(line) if line.grammar.pro_drop else None)
    if start < cue.finite and line.low[start] in line.grammar.words.subordinators | line.grammar.words.comparatives:
        return _first_phrase(line, start + 1, cue.finite) or _behind(line, cue, segment)
    ahead, behind = _ahead(line, cue, start), _behind(line, cue, segment) or _delayed(line, cue, segment)
    if is_inserted(line, cue):
        return behind
    likely = behind is not None and speakers.is_likely(line, behind)
    listens = ahead is not None and (phrases.is_hearer(line, ahead) or not speakers.is_likely(line, ahead))
    fronted = likely and listens
    if ahead is None and not likely:
        behind = appositions.interrupted(line, cue, start) or behind
    chosen = behind if fronted else ahead or behind
    return chosen if chosen or cue.joined else _place(line, segment)


def is_anyone(line: Line, cue: Cue) -> bool:
    """Whether a verb whose subject may be left out has one that is nobody known: hay | quien | dice que …"""
    words, at = line.grammar.words, cue.finite - 1
    while at >= 0 and line.low[at] in words.reflexive | words.adverbs:
        at -= 1
    first = line.segments[cue.segment].first
    return line.grammar.pro_drop and at >= first and line.low[at] in words.nobody and (at > first or not cue.segment)


def _opening(line: Line) -> Phrase | None:
    """Who opens the line, as the subject of a clause further on: Ana Ruiz envió una carta en la que | dice que …"""
    first = line.segments[0]
    start = appositions.past_introducers(line, first.first, first.last)
    phrase = None if first.quoted else phrases.noun_phrase(line, start, first.last)
    return phrase if phrase is not None and speakers.is_named(line, phrase) else None


def is_inserted(line: Line, cue: Cue) -> bool:
    """Whether a verb, with its subject or without, stands between commas inside what is said: El plan, | dice la
    alcaldesa, | cuesta mucho. Not where the clause that is said follows, or where a name stands before the verb."""
    words, number = line.grammar.words, cue.segment
    if line.grammar.verb_second or not 0 < number < len(line.segments) - 1 or "clause" not in cue.frames:
        return False
    before, own, later = line.segments[number - 1 : number + 2]
    opened = line.low[later.first] in words.relatives | words.coordinators | words.prepositions
    said = any(line.low[each.first] in words.complementizers for each in line.segments[number + 1 :])
    if own.mark != "," or later.mark != "," or later.quoted or before.quoted or opened or said:
        return False
    start = max(cue.verb, cue.finite) + 1
    while start < own.last and line.low[start] in words.adverbs | words.days:
        start += 1
    if start == own.last:
        known = appositions.interrupted(line, cue, cue.finite)
        return is_inverted(line, cue) and (known is None or not speakers.is_named(line, known))
    phrase = phrases.noun_phrase(line, start, own.last)
    return is_inverted(line, cue) and phrase is not None and phrase[1] == own.last and speakers.is_named(line, phrase)


def _delayed(line: Line, cue: Cue, segment: Segment) -> Phrase | None:
    """The name behind a verb that an aside cuts off, where what is said stands before: «…», cuenta, | aún enfadada, |
    Ana Ruiz."""
    aside, later = line.segments[cue.segment + 1 : cue.segment + 3], line.segments[cue.segment + 2 : cue.segment + 3]
    cut = len(aside) > 1 and max(cue.verb, cue.finite) + 1 == segment.last and is_inverted(line, cue)
    if (
        line.grammar.verb_second
        or not cut
        or cue.segment == 0
        or any(each.mark != "," or each.quoted for each in aside)
    ):
        return None
    phrase = phrases.noun_phrase(line, later[0].first, later[0].last)
    whole = phrase is not None and phrase[1] == later[0].last
    return phrase if whole and phrase is not None and names.find_name(line, phrase, frozenset()) is not None else None


def takes_up(line: Line, cue: Cue) -> bool:
    """Whether the verb says of the sentence before who said it: | Das | teilte die Polizei mit."""
    opens = cue.segment == 0 and cue.finite == 1 and line.low[0] in line.grammar.words.taking_up
    return opens and "clause" in cue.frames and len(line.segments) == 1


def is_denied(line: Line, cue: Cue) -> bool:
    """Whether nobody says it: the verb is denied, or the writer or anybody at all is its subject."""
    words, segment = line.grammar.words, line.segments[cue.segment]
    near = [line.low[at] for at in (cue.finite - 1, cue.finite + 1) if segment.first <= at < segment.last]
    inside = line.low[segment.first : segment.last] if line.grammar.verb_second else _beside(line, cue, segment)
    return not words.first_person.isdisjoint(near) or not words.negations.isdisjoint(inside)


def _beside(line: Line, cue: Cue, segment: Segment) -> tuple[str, ...]:
    """The words right before a verb and behind it, where what denies it stands; what it reports is left out."""
    last = min(segment.last, max(cue.finite, cue.verb) + DENIED)
    words = line.grammar.words
    stop = next((at for at in range(cue.finite, last) if line.low[at] in words.complementizers), last)
    return line.low[max(segment.first, cue.finite - DENIED + 1) : stop]


def is_inverted(line: Line, cue: Cue) -> bool:
    """Whether the verb opens its clause, so that what it reports may stand before: …, | sagte | der Minister."""
    segment = line.segments[cue.segment]
    start = segment.first
    while start < cue.finite and line.low[start] in line.grammar.words.reflexive | line.grammar.words.adverbs:
        start += 1
    return start == cue.finite


def _first_phrase(line: Line, start: int, stop: int) -> Phrase | None:
    """The first noun phrase between two positions that stands behind no preposition and is no one who listens."""
    words, index = line.grammar.words, start
    while index < stop:
        if line.low[index] in words.prepositions:
            governed = phrases.noun_phrase(line, index + 1, stop)
            index = governed[1] if governed is not None else index + 1
            continue
        phrase = phrases.noun_phrase(line, index, stop)
        if phrase is not None and _can_be_subject(line, phrase):
            return phrase
        index = phrase[1] if phrase is not None else index + 1
    return None


def _can_be_subject(line: Line, phrase: Phrase) -> bool:
    words, low = line.grammar.words, line.low[phrase[0]]
    single = phrase[1] - phrase[0] == 1
    if low in words.reflexive or low in words.oblique or (single and low in words.impersonal):
        return False
    return not phrases.is_hearer(line, phrase)


def _ahead(line: Line, cue: Cue, start: int) -> Phrase | None:
    """The subject before its verb."""
    words, low = line.grammar.words, line.low[start]
    if start >= cue.finite or low in words.impersonal or (low in words.taking_up and cue.finite == start + 1):
        return None
    if line.grammar.verb_second:
        if low in words.prepositions or low in words.adverbs or _is_fronted(line, start, cue):
            return None
        phrase = phrases.noun_phrase(line, start, cue.finite)
        can = phrase is not None and (phrases.is_hearer(line, phrase) or _can_be_subject(line, phrase))
        return phrase if can else None  # Der Sender | meldet; to be told from: Der Zeitung | sagte er
    return _first_phrase(line, start, cue.finite)


def _is_fronted(line: Line, start: int, cue: Cue) -> bool:
    """Whether one word that is no noun opens the sentence: Anschließend | sagte er."""
    single = start + 1 == cue.finite and start == line.segments[0].first and not phrases.is_pronoun(line, start)
    return single and line.low[start].endswith(line.grammar.words.adverb_endings or ("\0",))


def _behind(line: Line, cue: Cue, segment: Segment) -> Phrase | None:
    """The subject behind its verb, adverbs and "sich" between perhaps."""
    words, index, skipped = line.grammar.words, cue.finite + 1, 0
    if not line.grammar.verb_second:
        return _shared(line, cue) if _is_joined(line, cue) else _anywhere_behind(line, cue, segment)
    while index < segment.last and skipped < SKIPPED and (steps := circumstances.skipped(line, index)):
        index += steps
        skipped += 1
    if index < segment.last and line.low[index] in words.prepositions:
        return _first_phrase(line, index, segment.last)
    phrase = phrases.noun_phrase(line, index, segment.last)
    if phrase is None or not _can_be_subject(line, phrase):
        return None
    return appositions.with_name(line, phrase, cue.segment) if phrase[1] >= segment.last else phrase


def _is_joined(line: Line, cue: Cue) -> bool:
    """Whether a verb goes on with a subject that stands before: la junta subió la tasa | y | prometió."""
    joined = cue.finite > 0 and line.low[cue.finite - 1] in line.grammar.words.coordinators
    return line.grammar.pro_drop and joined


def _shared(line: Line, cue: Cue) -> Phrase | None:
    """The subject that opens the line, unless somebody spoke in it already, who then goes on."""
    spoke = any(line.low[at] in line.grammar.forms for at in range(cue.finite - 1))
    first = line.segments[0]
    start = appositions.past_introducers(line, first.first, first.last)
    phrase = None if spoke else _first_phrase(line, start, first.last)
    return phrase if phrase is not None and speakers.is_named(line, phrase) else None


def _anywhere_behind(line: Line, cue: Cue, segment: Segment) -> Phrase | None:
    """The subject behind its verb, whom else it speaks to and when perhaps between, before the clause that is said:
    dijo a la prensa el lunes | la alcaldesa de Vigo, Ana Ruiz, | que …"""
    start = max(cue.finite, cue.verb) + 1
    opened = (at for at in range(start, segment.last) if line.low[at] in line.grammar.words.complementizers)
    stop = next(opened, segment.last)
    phrase = phrases.noun_phrase(line, circumstances.past_circumstances(line, start, stop), stop)
    if phrase is None or not _can_be_subject(line, phrase):
        return None
    if not any(phrases.is_speaker(line, at) or line.capital(at) for at in range(*phrase)):
        return phrase if phrases.is_pronoun(line, phrase[0]) else None
    return appositions.with_name(line, phrase, cue.segment) if phrase[1] >= segment.last else phrase


def _place(line: Line, segment: Segment) -> Phrase | None:
    """The document, or what is named in quotation marks, in which nobody says something: heißt es in | dem Bericht."""
    words = line.grammar.words
    for index in range(segment.first, segment.last):
        if line.low[index] in words.locating:
            phrase = phrases.noun_phrase(line, index + 1, segment.last)
            head = range(index + 1, min(phrase[1], index + 1 + NEAR)) if phrase is not None else ()
            if any(names.is_document(line, at) or line.tokens[at].quoted for at in head):
                return phrase
    return None


def _agent(line: Line, segment: Segment) -> Phrase | None:
    """Who does what a passive verb says: von | der Polizei."""
    for index in range(segment.first, segment.last):
        if line.low[index] in line.grammar.words.agents:
            phrase = phrases.noun_phrase(line, index + 1, segment.last)
            if phrase is not None:
                return phrase
    return None
