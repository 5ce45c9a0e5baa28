"""Whom a line is about: the noun phrase that opens it, where nobody speaks in it or behind a colon only.

Positions are indices into the tokens of a line.
"""

from detector.article import Part
from detector.attribution.untrained import appositions, names, phrases, places, speakers
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
    words = line.grammar.words
    if phrase is None or line.low[phrase[0]] in words.asking | words.first_person | words.impersonal:
        return None  # Was sagte er? „…“ · Dans le rapport, | on | lit : « … »
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
    told = opening(line) if number > 1 and _tells_of_name(line, number - 1) else None  # Luc Roe, | le maire : « … »
    found = told or (opening(line, number - 1) if opened is not None else opening(line))
    return found or _told_of(line, segment) or places.place(line, line.segments[0])


def _tells_of_name(line: Line, number: int) -> bool:
    """Whether a segment only tells more of a full name right before it."""
    before, segment = line.segments[number - 1], line.segments[number]
    full = any(name[1] == before.last for name in names.full_names(line))
    return full and segment.mark == "," and not before.quoted and not line.has_verb(segment)


def _told_of(line: Line, segment: Segment) -> Phrase | None:
    """Whose words a segment speaks of without a verb of theirs: Le constat de | Luc Roe | est dur; un avis partagé
    par | Luc Roe |."""
    words = line.grammar.words
    for index in range(segment.first, segment.last - 1):
        noun = line.low[index] in words.attributing_nouns and line.low[index + 1] in words.genitives
        if noun or line.low[index + 1] in words.agents:
            phrase = phrases.noun_phrase(line, index + 2, segment.last)
            if phrase is not None and speakers.is_named(line, phrase):
                return phrase
    return None


def behind_colon(line: Line, number: int) -> Phrase | None:
    """Whom the clause behind a quotation that opens the sentence and a colon is about: « C’est non » : | le maire | ne
    cède pas."""
    later = line.segments[number + 1 : number + 2]
    opens = number == 0 and any(each.mark == ":" and not each.quoted for each in later)
    return opening(line, 1) if opens and not line.grammar.verb_second else None


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
