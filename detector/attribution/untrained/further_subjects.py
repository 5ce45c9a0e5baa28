"""Subjects that stand elsewhere than right before or behind their verb: in the clause before, as a name that opens with
small words, or as whom somebody cites.

Positions are indices into the tokens of a line.
"""

from detector.attribution.untrained import appositions, clauses, names, phrases, speakers
from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase
from detector.attribution.untrained.verbs import Cue

OUTLET = 6  # tokens of a name in quotation marks, the marks included


def of_clause_before(line: Line, cue: Cue, start: int) -> Phrase | None:
    """The subject that the first clause has with a verb that goes on: Weber lobte den Plan, | warnte | aber davor."""
    number, first = cue.segment, line.segments[0]
    goes_on = line.grammar.verb_second and not cue.passive and number > 0 and start == cue.finite
    if not goes_on or any(each.quoted for each in line.segments[:number]) or not line.has_verb(first):
        return None
    begin = appositions.past_introducers(line, first.first, first.last)
    words, low = line.grammar.words, line.low[begin]
    if low in words.prepositions | words.adverbs | words.subordinators | words.comparatives | words.impersonal:
        return None
    phrase = phrases.noun_phrase(line, begin, first.last)
    told = phrase is not None and phrase[1] < first.last and line.is_verb(phrase[1])
    if phrase is not None and told and phrase[1] + 1 < first.last and phrases.is_pronoun(line, phrase[1] + 1):
        return phrase[1] + 1, phrase[1] + 2  # Namen nannte | sie | nicht, sagte aber …
    return phrase if phrase is not None and told and speakers.is_named(line, phrase) else None


def noble(line: Line, cue: Cue, start: int) -> Phrase | None:
    """A last name that opens with small words: | Von der Brück | betonte, …"""
    last, particles = cue.finite - 1, line.grammar.words.particles
    small = start < last and all(line.low[at] in particles for at in range(start, last))
    return (start, cue.finite) if small and line.capital(last) and not names.is_common(line, last) else None


def cited(line: Line, cue: Cue) -> Phrase | None:
    """Whom somebody cites: Der „Herold“ zitiert | eine Zeugin | mit den Worten: …"""
    last = line.segments[cue.segment].last
    for index in range(cue.finite + 1, last):
        if line.low[index] in line.grammar.words.prepositions:
            return None
        phrase = phrases.noun_phrase(line, index, last)
        if phrase is not None:
            return phrase if speakers.is_likely(line, phrase) else None
    return None


def outlet(line: Line, cue: Cue) -> Phrase | None:
    """What is named in quotation marks as who says the sentence before: Das berichtet | der „Hafenbote“."""
    first, last = cue.finite + 1, line.segments[cue.segment].last
    if not clauses.takes_up(line, cue) or first >= last:
        return None
    inner = first + (line.low[first] in line.grammar.words.articles)
    end = next((at for at in range(inner, last) if not line.tokens[at].quoted), last)
    return (first, end) if 0 < end - inner <= OUTLET else None


def delayed(line: Line, cue: Cue) -> Phrase | None:
    """The name behind a verb that an aside cuts off, where what is said stands before: «…», cuenta, | aún enfadada, |
    Ana Ruiz."""
    aside = line.segments[cue.segment + 1 : cue.segment + 3]
    ends = max(cue.verb, cue.finite) + 1 == line.segments[cue.segment].last
    cut = ends and len(aside) > 1 and not any(each.mark != "," or each.quoted for each in aside)
    if line.grammar.verb_second or not cut or cue.segment == 0 or not clauses.is_inverted(line, cue):
        return None
    phrase = phrases.noun_phrase(line, aside[1].first, aside[1].last)
    if phrase is None or any(line.tokens[at].is_word for at in range(phrase[1], aside[1].last)):
        return None
    phrase = appositions.with_name(line, phrase, cue.segment + 2)  # …, a dit, ce lundi, | la maire, Anne Roe
    return phrase if names.find_name(line, phrase, frozenset()) is not None else None
