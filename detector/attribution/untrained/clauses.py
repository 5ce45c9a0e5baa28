"""How the clause of a verb of reporting stands to those around it: whether the verb opens it, whether it is denied,
whether the clause beside it is what is said.

Positions are indices into the tokens of a line.
"""

from collections.abc import Sequence

from detector.attribution.untrained import appositions, attributes, phrases, speakers
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.verbs import Cue

DENIED = 3  # words between a verb and what denies it, itself included


def is_inverted(line: Line, cue: Cue) -> bool:
    """Whether the verb opens its clause, so that what it reports may stand before: …, | sagte | der Minister."""
    segment = line.segments[cue.segment]
    start = segment.first
    words = line.grammar.words
    while start < cue.finite and (start in cue.needed or line.low[start] in words.reflexive | words.adverbs):
        start += 1
    return start == cue.finite


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


def takes_up(line: Line, cue: Cue) -> bool:
    """Whether the verb says of the sentence before who said it: | Das | teilte die Polizei mit."""
    words = line.grammar.words
    first = range(1 if line.grammar.verb_second else cue.finite)
    opens = (cue.finite == 1 or len(first) > 1) and all(line.low[at] in words.taking_up for at in first)
    longer = any(line.low[: cue.finite] == each for each in words.taking_up_phrases)  # Mit diesen Worten | schloss sie
    opens = cue.segment == 0 and (opens or longer)  # C'est ce qu'| a dit la maire
    alone = not any(each.quoted or line.has_verb(each) for each in line.segments[1:])  # …, darunter der „Herold“
    return opens and "clause" in cue.frames and alone and line.tokens[-1].text != ":"


def is_denied(line: Line, cue: Cue) -> bool:
    """Whether nobody says it: the verb is denied, or the writer or anybody at all is its subject."""
    words, segment = line.grammar.words, line.segments[cue.segment]
    near = [line.low[at] for at in (cue.finite - 1, cue.finite + 1) if segment.first <= at < segment.last]
    own = range(segment.first, segment.last)
    whole = [line.low[at] for at in own if at not in cue.needed and not attributes.is_of_attribute(line, at)]
    if line.low[segment.first] in words.supposing:
        return True
    inside = whole if line.grammar.verb_second else _beside(line, cue, segment)
    writer = words.first_person - words.adverbs  # nous | confie la maire: an object
    return not writer.isdisjoint(near) or not words.negations.isdisjoint(inside)


def _beside(line: Line, cue: Cue, segment: Segment) -> tuple[str, ...]:
    """The words right before a verb and behind it, where what denies it stands; what it reports is left out."""
    last = min(segment.last, max(cue.finite, cue.verb) + DENIED)
    words = line.grammar.words
    stop = next((at for at in range(cue.finite, last) if line.low[at] in words.complementizers), last)
    return line.low[max(segment.first, cue.finite - DENIED + 1) : stop]


def is_anyone(line: Line, cue: Cue) -> bool:
    """Whether a verb whose subject may be left out has one that is nobody known: hay | quien | dice que …"""
    words, at = line.grammar.words, cue.finite - 1
    while at >= 0 and line.low[at] in words.reflexive | words.adverbs:
        at -= 1
    first = line.segments[cue.segment].first
    return line.grammar.pro_drop and at >= first and line.low[at] in words.nobody and (at > first or not cue.segment)


def is_setting(line: Line, before: Sequence[Segment]) -> bool:
    """Whether what stands before a verb only says on what it was said: Auf die Frage, ob er gehe, | sagte er"""
    if not line.grammar.verb_second or len(before) < 2 or before[0].quoted or line.has_verb(before[0]):
        return False
    words = line.grammar.words
    told = line.low[before[1].first] in words.subordinators | words.relatives | words.complementizers
    return told and line.low[before[0].first] in words.prepositions


def is_circumstance(line: Line, before: Sequence[Phrase], behind: Sequence[Phrase]) -> bool:
    """Whether what stands before a verb only says when or where, because the words that it reports follow: Während |
    der Rat zögerte |, sagte sie, | man müsse bauen. Where the verb comes second."""
    words = line.grammar.words
    told = words.reported | words.reported_further
    opens = line.low[line.segments[0].first + (line.low[0] in words.coordinators)]
    small = words.subordinators | words.prepositions if line.grammar.verb_second else frozenset[str]()
    if opens not in small or _is_told(line, before, told):
        return False
    shown = line.low[behind[0][0]] in words.complementizers or line.tokens[behind[0][0] - 1].text == ":"
    infinitive = any(line.low[at] in words.infinitive for first, last in behind for at in range(last - 2, last))
    return shown or infinitive or _is_told(line, behind, told)


def _is_told(line: Line, content: Sequence[Phrase], moods: frozenset[str]) -> bool:
    """Whether words stand in quotation marks, or in the mood of reported speech."""
    return any(line.tokens[at].quoted or line.low[at] in moods for first, last in content for at in range(first, last))


def is_content(line: Line, cue: Cue, first: Segment, later: Sequence[Segment], behind: int) -> bool:
    """Whether a clause that follows a comma is what is said, and does not tell more of somebody."""
    words, low = line.grammar.words, line.low[first.first]
    if low in words.complementizers:
        return True
    if line.grammar.verb_second and first.mark == "," and _goes_on(line, cue, first):
        return False
    told = next((each for each in later if line.has_verb(each)), first)
    if low in words.relatives and is_relative(line, told):
        return False
    if low in words.subordinators or low in words.coordinators or low in words.pointing:
        moody = any(line.low[at] in words.reported for at in range(first.first, first.last))  # damit | solle | …
        return moody or any(line.low[each.first] in words.complementizers for each in later)
    return line.grammar.verb_second and (line.has_verb(first) or len(later) > 1)


def _goes_on(line: Line, cue: Cue, segment: Segment) -> bool:
    """Whether a clause opens with its verb, so that the sentence only goes on there: Der Rat beschwert sich, | tut |
    aber nichts; Als der Rat das meldete, | stieg | der Preis. Not: Wie Anna Roth, die Wirtin, meldet, | ist | …"""
    words = line.grammar.words
    if any(line.low[each.first] in words.comparatives for each in line.segments[: cue.segment]):
        return False
    moods = words.reported | words.reported_further
    moods |= words.infinitive
    told = any(line.tokens[at].quoted or line.low[at] in moods for at in range(segment.first, segment.last))
    return line.is_verb(segment.first) and line.low[segment.first] not in words.adverbs and not told


def is_relative(line: Line, segment: Segment) -> bool:
    words = line.grammar.words
    inside = [at for at in range(segment.first, segment.last) if line.tokens[at].is_word]
    if not inside or any(line.low[at] in words.reported for at in inside):
        return False
    if len(inside) > 1 and line.low[inside[-2]] in words.infinitive:
        return False  # kündigte an, | die Brücke zu sperren
    second = (line.tokens[at].pos == "AUX" or line.low[at] in words.reported_further for at in inside[:-2])
    return line.is_verb(inside[-1]) and not any(second)


def is_refused(line: Line, cue: Cue, following: Segment) -> bool:
    """Whether somebody only does not do what follows: lehnt | es | ab, mehr zu zahlen."""
    words, after = line.grammar.words, line.low[cue.finite + 1 : line.segments[cue.segment].last]
    marked = any(line.low[at] in words.infinitive for at in range(following.first, following.last))
    return line.grammar.verb_second and "clause" not in cue.frames and marked and not words.impersonal.isdisjoint(after)


def is_called(line: Line, cue: Cue, start: int) -> bool:
    """Whether nothing but quoted words that begin small stand before a verb: was als | „reiner Unsinn“ | bezeichnet
    wurde."""
    quoted = line.grammar.verb_second and start < cue.finite
    quoted = quoted and all(line.tokens[at].quoted for at in range(start, cue.finite))
    first = next((at for at in range(start, cue.finite) if line.tokens[at].is_word), None)
    return quoted and first is not None and not line.capital(first)


def is_fronted(line: Line, start: int, cue: Cue) -> bool:
    """Whether one word that is no noun opens the sentence: Anschließend | sagte er."""
    single = start + 1 == cue.finite and start == line.segments[0].first and not phrases.is_pronoun(line, start)
    return single and line.low[start].endswith(line.grammar.words.adverb_endings or ("\0",))
