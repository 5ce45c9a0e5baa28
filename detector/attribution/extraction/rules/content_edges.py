"""What stands at the edges of what is said and is no part of it: the place it was written at, brackets, the time it was
said, the office of who said it.

Positions are token indices.
"""

from detector.attribution.entities.gazetteer import CLOSED, DASHES
from detector.attribution.syntax import animacy, noun_phrases
from detector.attribution.tokens.token_table import TokenTable, Unit

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
CLOSING = frozenset({",", "."})
PERIOD = 3  # tokens within which a time begins with its unit: two weeks, a few hours


def opened(words: TokenTable, first: int, end: int) -> int:
    """Where what is said begins in brackets that are open at `end`: He leads (| at 13 percent, per a poll); else
    `first`."""
    for index in range(end - 1, first - 1, -1):
        if words.raw[index] == ")":
            return first
        if words.raw[index] == "(":
            return index + 1
    return first


def past_dateline(words: TokenTable, unit: Unit, first: int, end: int) -> int:
    """Where a sentence begins behind the place it was written at: OSLO, Norway (AP) — | The dam …"""
    if first != unit.first:
        return first
    for index in range(first + 1, min(first + CLOSED, end)):
        if words.raw[index] in DASHES:
            return index + 1
        if words.is_word(index) and not words.capital(index):
            break
    return first


def is_time(words: TokenTable, first: int, last: int) -> bool:
    """Whether what follows only tells when it was said: …, she said, two weeks | after the vote."""
    clauses = words.grammar.clauses
    noun = next((k for k in range(first, min(first + PERIOD, last)) if words.is_noun(k)), last)
    near = words.low[noun + 1 : noun + 2]
    return (
        noun < last
        and words.grammar.singular(words.low[noun]) in clauses.periods
        and near != ()
        and near[0] in clauses.joining
    )


def is_office(words: TokenTable, first: int, last: int) -> bool:
    """Whether what follows tells who spoke: …, said Jane Roe, | a professor of law; | head of sales at Acme Mills."""
    if words.low[first] not in words.grammar.noun_phrases.indefinite:
        return _is_bare_office(words, first, last)
    phrase = noun_phrases.after(words, first, last)
    return phrase is not None and phrase[1] == last - 1 and animacy.can_speak(words, phrase)


def _is_bare_office(words: TokenTable, first: int, last: int) -> bool:
    """Whether a single noun for a person stands here without an article, which no sentence opens with: chief U.S. |
    economist | at Acme Mills; not: Mayor Roe left, nor Secretary of State Roe left."""
    end = first
    while end < last and not words.is_determiner(end) and (words.is_noun(end) or words.pos[end] in NOMINAL):
        end += 1
    if not first < end < last or words.low[end - 1] not in words.grammar.cues.words.persons:
        return False
    if words.low[end] in words.grammar.noun_phrases.genitive and any(words.is_finite(k) for k in range(end, last)):
        return False
    if any(words.raw[k] == "," and words.is_finite(k + 1) for k in range(end, last - 1)):
        return False  # Old figures, says Roe, data editor at the Gazette, | would have helped
    closed = words.raw[end] in CLOSING or words.is_preposition(end)
    return closed and words.form[end - 1] != "plural"
