"""What stands between a verb and its subject, or between a verb and what is said: when, where and to whom.

Positions are indices into the tokens of a line.
"""

from detector.attribution.untrained import names, phrases
from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase

MANNER = 2  # words that say how, between a verb and its subject


def past_circumstances(line: Line, index: int, stop: int) -> int:
    """Past adverbs, words of time and phrases with a preposition: a la prensa, el lunes, en rueda de prensa."""
    words, start = line.grammar.words, index
    while index < stop:
        if (
            line.low[index] in words.subordinators
            and line.low[index + 1 : index + 2]
            and line.low[index + 1] in words.complementizers
        ):
            return index  # a réagi | après que …
        timed = line.low[index] in words.articles and index + 1 < stop and line.low[index + 1] in words.days
        if line.low[index] in words.infinitive and is_infinitive(line, index + 1, stop):
            return index  # instó a los vecinos | a quedarse
        goes_on = index > start and line.low[index] in words.genitives and not line.grammar.verb_second
        if line.low[index] in words.prepositions or goes_on:
            if index + 1 < stop and line.low[index + 1] in words.complementizers:
                return index + 1  # insistió en | que
            index += not line.grammar.verb_second and line.low[min(index + 1, stop - 1)] in words.genitives  # lors | d'
            governed = _without_speaker(line, phrases.noun_phrase(line, index + 1, stop))
            index = governed[1] if governed is not None else index + 2
        elif timed or skipped(line, index):
            index += 2 if timed else skipped(line, index)
        else:
            break
    return index


def is_infinitive(line: Line, index: int, stop: int) -> bool:
    """Whether an infinitive stands at a place, where one can be what is said."""
    endings = line.grammar.words.infinitive_endings
    verb = bool(endings) and index < stop and line.tokens[index].pos in ("VERB", "AUX")
    return verb and not line.tokens[index].quoted and line.low[index].endswith(endings)


def _without_speaker(line: Line, governed: Phrase | None) -> Phrase | None:
    """What a preposition governs without the full name behind it, of whoever speaks: explique à l’ACN | Luc Roe."""
    if governed is None or line.grammar.verb_second:
        return governed
    inside = range(governed[0] + 1, governed[1] - 1)
    begins = (at for at in inside if names.is_first_name(line, at) and line.capital(at + 1))
    name = next(begins, None)
    if name is None or not (line.tokens[name - 1].text.isupper() or names.is_outlet(line, name - 1)):
        return governed
    return governed[0], name


def skipped(line: Line, index: int) -> int:
    """How many tokens at a place may stand between a verb and its subject: an adverb, or an aside (juge | de son côté |
    la maire)."""
    words, low = line.grammar.words, line.low[index]
    aside = max((len(each) for each in words.asides if line.low[index : index + len(each)] == each), default=0)
    plain = low in words.adverbs or low in words.reflexive or low in words.negations or low in words.days
    return aside or int(plain or _is_manner(line, index))


def _is_manner(line: Line, index: int) -> bool:
    """Whether a small word before an article, or before one more such word, only says how: verkündet | etwas düster |
    der Minister."""
    words, after = line.grammar.words, index
    small = words.articles | words.prepositions | words.subordinators | words.coordinators | words.pronouns
    while line.grammar.verb_second and after < min(index + MANNER, len(line.tokens)):
        told = line.low[after].isalpha() and not line.capital(after) and not line.tokens[after].quoted
        if not told or line.low[after] in small:
            break
        after += 1
    return index < after < len(line.tokens) and line.low[after] in words.definite - words.oblique
