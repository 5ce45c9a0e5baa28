"""Phrases that give words to somebody without a verb: laut Polizei, nach Angaben von Müller, seiner Meinung nach.

Positions are indices into the tokens of a line.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from detector.attribution.untrained import appositions, circumstances, names, phrases, speakers
from detector.attribution.untrained.lines import Line, Segment
from detector.attribution.untrained.phrases import Phrase

NEAR = 4  # tokens of a phrase among which its noun of saying stands
ENDING = 5  # letters from which such a noun ends compounds too: Polizeiangaben
BACK = 12  # tokens of the longest noun phrase before "zufolge"


@dataclass(frozen=True, slots=True)
class Frame:
    """A phrase at tokens `[first, last)`; `source` is `None` where it takes up whoever spoke before (`again`: demnach),
    or nobody in particular: Berichten zufolge."""

    first: int
    last: int
    cue: tuple[Phrase, ...]
    source: Phrase | None
    again: bool = False


def find_frames(line: Line) -> Iterator[Frame]:
    """The phrases of a line outside quotation marks, in order."""
    for segment in line.segments:
        index = segment.first
        while not segment.quoted and index < segment.last:
            frame = None if line.tokens[index].quoted else _frame(line, segment, index)
            if frame is not None:
                yield frame
            index = max(index + 1, frame.last if frame is not None else 0)


def _frame(line: Line, segment: Segment, index: int) -> Frame | None:
    """The phrase that begins at a token, or of which the token is the last."""
    words, low, opens = line.grammar.words, line.low[index], index == segment.first
    resumed = (phrase for phrase in words.resuming_phrases if phrase[0] == low and _stands(line, index, phrase))
    last = index + max((len(phrase) for phrase in resumed), default=int(low in words.resuming))
    if last > index + 1 and line.low[last - 1] in words.attributing_nouns:
        return Frame(index, last, ((index, last),), None, again=True)  # selon ses calculs
    longer = (phrase for phrase in words.attributing_phrases if phrase[0] == low and _stands(line, index, phrase))
    start = index + max((len(phrase) for phrase in longer), default=int(low in words.attributing))
    start -= start > index + 1 and line.low[start - 1] in words.bodies  # de | source policière
    start = max(start, _past_verb(line, segment, index + 1)) if low in words.attributing else start
    found = _before(line, segment, index, start, any_noun=True) if start > index else None
    if found is None and low in words.viewing and opens:
        found = _viewed(line, segment, index)
    if found is None and low in words.attributing_before:
        found = _own(line, segment, index)
    if found is None and low in words.attributing_before:
        found = _before(line, segment, index, index + 1, any_noun=False)
    if found is None and low in words.attributing_after:
        found = _after(line, segment, index)
    if found is None and low in words.pointing and opens and index > 0:
        pointed = _before(line, segment, index, index + 1, any_noun=True)
        named = pointed is not None and not _is_abstract(line, pointed)
        return pointed if pointed is not None and named and _fills(line, segment, pointed) else None
    if found is not None:
        return found
    if low in words.attributing and last < segment.last:
        return None  # según dijo | a la prensa
    return Frame(index, last, ((index, last),), None, again=True) if last > index else None


def _stands(line: Line, index: int, phrase: tuple[str, ...]) -> bool:
    return line.low[index : index + len(phrase)] == phrase


def _is_abstract(line: Line, frame: Frame) -> bool:
    """Whether a phrase names what is said rather than who says it: …, so | der Befund."""
    words, (first, last) = line.grammar.words, frame.source or (frame.first, frame.first)
    heads = [line.low[at] for at in range(first, last) if line.capital(at)][:1]
    return (
        line.grammar.capital_nouns
        and bool(heads)
        and heads[0] in words.unspeaking | words.speech_nouns - words.documents
    )


def _past_verb(line: Line, segment: Segment, start: int) -> int:
    """Past a verb of reporting behind the preposition, with when and to whom: según | informó ayer a Efe | Ruiz."""
    words = line.grammar.words
    verb = start + (start < segment.last and line.low[start] in words.active)
    if line.grammar.verb_second or verb >= segment.last or line.low[verb] not in line.grammar.forms:
        return start
    return circumstances.past_circumstances(line, verb + 1, segment.last)


def _viewed(line: Line, segment: Segment, index: int) -> Frame | None:
    """Somebody, set apart by a comma, from whose view a thing is told: | Pour lui, | tout est clair."""
    frame = _before(line, segment, index, index + 1, any_noun=True)
    if frame is None or frame.source is None or not _is_set_apart(line, segment, frame):
        return None
    first = frame.source[0]
    person = names.is_person(line, first) or names.is_person(line, min(first + 1, frame.last - 1))
    told = person or names.is_first_name(line, first) or phrases.is_pronoun(line, first)
    told = told or not line.grammar.words.viewers.isdisjoint(line.low[first : first + 2])
    return frame if told or line.low[first] in line.grammar.words.strong else None


def _is_set_apart(line: Line, segment: Segment, frame: Frame) -> bool:
    """Whether a comma ends the phrase; where the verb comes second, whether it is followed by one, and by words in
    quotation marks: Für Weber | ist das „kein Weg“."""
    if not line.grammar.verb_second:
        return frame.last >= segment.last and len(line.segments) > 1
    opens = segment.first == 0 and frame.last < segment.last and line.is_verb(frame.last)
    return opens and any(token.quoted for token in line.tokens[frame.last :])


def _fills(line: Line, segment: Segment, frame: Frame) -> bool:
    """Whether nothing but when and where stands behind the phrase in its segment: …, so Weber | am Montag."""
    return not any(line.is_verb(at) for at in range(frame.last, segment.last))


def _before(line: Line, segment: Segment, first: int, start: int, *, any_noun: bool) -> Frame | None:
    """A preposition with whoever says it behind; `any_noun`: it needs no noun of saying."""
    strong = start < segment.last and line.low[start] in line.grammar.words.strong
    timed = start + 1 < segment.last and line.low[start] in line.grammar.words.adverbs and line.capital(start + 1)
    phrase = (start, start + 1) if strong else phrases.noun_phrase(line, start + timed, segment.last)
    if phrase is None or line.low[phrase[0]] in line.grammar.words.first_person | line.grammar.words.ours:
        return None
    if not any_noun and not _has_noun(line, phrase):
        return None
    if any_noun and not line.grammar.capital_nouns and not _can_say(line, phrase):
        return None
    phrase = _maker(line, segment, phrase) or phrase
    if any(line.low[at].endswith(tuple(line.grammar.words.unspeaking) or ("\0",)) for at in _head(line, phrase)):
        return None  # laut | Gesetz
    if phrase[1] - phrase[0] > 1 and line.low[phrase[1] - 1] in line.grammar.words.made:
        phrase = phrase[0], phrase[1] - 1  # une étude | parue lundi
    if phrase[1] >= segment.last and (not line.grammar.verb_second or _is_name_next(line, segment)):
        phrase = appositions.with_name(line, phrase, line.segments.index(segment))
    return Frame(first, _past_participle(line, segment, phrase[1]), ((first, start),), phrase)


def _past_participle(line: Line, segment: Segment, index: int) -> int:
    """Past a participle that tells more of the noun before, to the comma: d'après une étude | parue lundi |, …"""
    told = range(index, segment.last) if not line.grammar.verb_second and len(line.segments) > 1 else range(0)
    shown = bool(told) and line.low[index] in line.grammar.words.made
    plain = shown and not any(line.tokens[at].pos == "AUX" or line.tokens[at].quoted for at in told)
    return segment.last if plain else index


def _head(line: Line, phrase: Phrase) -> tuple[int, ...]:
    """The first word of a phrase with a capital, where all nouns have one."""
    return tuple(at for at in range(*phrase) if line.capital(at))[:1] if line.grammar.capital_nouns else ()


def _is_name_next(line: Line, segment: Segment) -> bool:
    """Whether nothing but a full name follows the comma: …, so der Vorsitzende, | Karl Roth."""
    later = line.segments[line.segments.index(segment) + 1 :][:1]
    return any(
        names.find_name(line, (one.first, one.last), frozenset()) is not None and names.is_first_name(line, one.first)
        for one in later
    )


def _can_say(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase may name who says something; not what a thing depends on: selon | l'âge des enfants, según | el
    calendario previsto. Where subjects may be left out, a name behind its noun is enough: según | el registro de Vigo.
    """
    words = line.grammar.words
    head = next((at for at in range(*phrase) if line.low[at] not in words.articles), phrase[0])
    capitals = range(*phrase) if line.grammar.pro_drop else (head,)
    marked = any(map(line.capital, capitals)) or any(line.tokens[at].quoted for at in range(*phrase))
    strong = line.low[phrase[0]] in words.strong
    return strong or marked or _has_noun(line, phrase) or speakers.is_named(line, phrase)


def _maker(line: Line, segment: Segment, phrase: Phrase) -> Phrase | None:
    """Who made what the phrase names with a noun of saying: los datos facilitados | por | el puerto."""
    words, index = line.grammar.words, phrase[1]
    while index < segment.last and (line.low[index] in words.adverbs | words.days or line.is_verb(index)):
        index += 1
    made = not line.grammar.verb_second and index < segment.last and line.low[index] in words.agents
    maker = phrases.noun_phrase(line, index + 1, segment.last) if made and _has_noun(line, phrase) else None
    return maker if maker is not None and speakers.is_named(line, maker) else None


def _own(line: Line, segment: Segment, index: int) -> Frame | None:
    """What somebody says of himself, given to the subject of the clause: Die Bahn hat | nach eigenen Angaben | …"""
    words, last = line.grammar.words, index + 3
    said = last <= segment.last and line.low[index + 1] in words.own and line.low[index + 2] in words.attributing_nouns
    if not said:
        return None
    start = segment.first if index > segment.first else min(last + 1, segment.last)
    phrase = phrases.noun_phrase(line, start, segment.last)
    speaks = phrase is not None and speakers.is_named(line, phrase)
    return Frame(index, last, ((index, last),), phrase) if speaks else None


def _has_noun(line: Line, phrase: Phrase) -> bool:
    """Whether the first noun of a phrase is one of saying: Angaben der Polizei; not: die Polizei mit Angaben."""
    nouns = line.grammar.words.attributing_nouns
    endings = tuple(noun for noun in nouns if len(noun) > ENDING)
    near = line.low[phrase[0] : min(phrase[1], phrase[0] + NEAR)]
    return any(low in nouns or (bool(endings) and low.endswith(endings)) for low in near)


def _after(line: Line, segment: Segment, index: int) -> Frame | None:
    """A noun phrase with the preposition behind it: Angaben der Polizei | zufolge."""
    for start in range(max(segment.first, index - BACK), index):
        if start > segment.first and line.low[start - 1] in line.grammar.words.articles:
            continue
        if line.low[start] in line.grammar.words.ours:
            return None  # unserer Meinung | nach
        phrase = phrases.noun_phrase(line, start, index)
        if phrase is not None and phrase[1] == index:
            alone = line.low[index] not in line.grammar.words.attributing_before | line.grammar.words.attributing
            if alone or _has_noun(line, phrase):
                nobody = phrase[1] - phrase[0] == 1 and line.low[start] in line.grammar.words.attributing_nouns
                return Frame(start, index + 1, ((index, index + 1),), None if nobody else phrase)
    return None
