"""Whom a line is about: the noun phrase that opens it, where nobody speaks in it or behind a colon only.

Positions are indices into the tokens of a line.
"""

from detector.attribution.untrained import appositions, phrases, speakers
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.phrases import Phrase


def topic(line: Line) -> Phrase | None:
    """Whom a line is about: the noun phrase that opens it, behind when and where, where it names somebody who can
    speak."""
    for number, segment in enumerate(line.segments):
        if segment.quoted or line.has_verb(segment):
            return None if segment.quoted else opening(line, number)
    return None


def opening(line: Line, number: int) -> Phrase | None:
    """The noun phrase that opens a segment, where it names somebody who can speak."""
    segment = line.segments[number]
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
    opened = phrases.noun_phrase(line, _past_adverbs(line, segment), segment.last)
    return opening(line, number - 1) if opened is not None or line.grammar.verb_second else opening(line, 0)


def _past_adverbs(line: Line, segment: Segment) -> int:
    words, start = line.grammar.words, segment.first
    while start < segment.last and line.low[start] in words.adverbs | words.introducers:
        start += 1  # Dazu | Anna Weber: „…“; Et | la maire d’ajouter : « … »
    return start
