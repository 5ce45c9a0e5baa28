"""Whom a line is about: the noun phrase that opens it, where nobody speaks in it or behind a colon only.

Positions are indices into the tokens of a line.
"""

from detector.article import Part
from detector.attribution.untrained import appositions, names, phrases, speakers
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.phrases import Phrase

Topic = tuple[Line, Phrase]


def topic(line: Line) -> Phrase | None:
    """Whom a line is about: the noun phrase that opens it, behind when and where, where it names somebody who can
    speak."""
    for number, segment in enumerate(line.segments):
        if segment.quoted or line.has_verb(segment):
            return None if segment.quoted else opening(line, number)
    return None


def speaker(line: Line) -> Topic | None:
    """Who speaks in the next sentence where its verb has no subject: whom this one is about, else the one full name in
    it; `None` where neither stands there. Ana Ruiz no irá. | «No puedo», dijo."""
    if not line.grammar.pro_drop or line.part is not Part.BODY or not line.segments or line.segments[0].quoted:
        return None
    phrase = opening(line)
    if phrase is not None and not phrases.is_pronoun(line, phrase[0]) and speakers.is_likely(line, phrase):
        return line, phrase
    named = names.full_names(line, titled=True)
    return (line, named[0]) if len(named) == 1 else None


def opening(line: Line, number: int = 0) -> Phrase | None:
    """The noun phrase that opens a segment, where it names somebody who can speak."""
    segment = line.segments[number]
    if segment.quoted:
        return None
    phrase = phrases.noun_phrase(line, _past_adverbs(line, segment), segment.last)
    if phrase is not None and phrase[1] >= segment.last and not line.grammar.verb_second:
        phrase = appositions.with_name(line, phrase, number)
    if phrase is None or line.low[phrase[0]] in line.grammar.words.asking:
        return None  # Was sagte er? „…“
    if line.grammar.pro_drop and line.tokens[phrase[0]].pos in ("VERB", "AUX"):
        return None  # Fue la alcaldesa quien lo dijo: «…»
    return phrase if speakers.is_named(line, phrase) else None


def before_colon(line: Line, number: int) -> Phrase | None:
    """Whom the clause before a colon speaks of, or the sentence where that clause has no subject: Le maire a cédé,
    disant: | „…“"""
    segment = line.segments[number - 1]
    if line.grammar.verb_second:
        return opening(line, number - 1) or _behind_verb(line, segment)
    opened = phrases.noun_phrase(line, _past_adverbs(line, segment), segment.last)
    return opening(line, number - 1) if opened is not None else opening(line)


def _behind_verb(line: Line, segment: Segment) -> Phrase | None:
    """The subject right behind the verb that comes second: Am Abend wurde | die Wirtin | deutlich: „…“"""
    words = line.grammar.words
    verb = next((at for at in range(segment.first + 1, segment.last) if line.is_verb(at)), None)
    if segment.quoted or verb is None or line.low[segment.first] not in words.prepositions | words.adverbs:
        return None
    phrase = phrases.noun_phrase(line, verb + 1, segment.last)
    if phrase is None or line.low[phrase[0]] in words.oblique | words.reflexive | words.impersonal:
        return None
    return phrase if speakers.is_likely(line, phrase) else None


def _past_adverbs(line: Line, segment: Segment) -> int:
    words, start = line.grammar.words, segment.first
    while start < segment.last and line.low[start] in words.adverbs | words.introducers:
        start += 1  # Dazu | Anna Weber: „…“; Et | la maire d’ajouter : « … »
    return start
