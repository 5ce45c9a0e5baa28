"""Heads without a verb of their own: according to X · X's claim that … · claims by X that …

Positions are token indices.
"""

from detector.attribution.extraction.rules.clause import Head
from detector.attribution.syntax import noun_phrases
from detector.attribution.tokens.token_table import Unit, Words
from detector.languages.en.reporting import Kind, load

CLAUSE = frozenset({"clause"})


def find(words: Words, unit: Unit, index: int) -> Head | None:
    """The head without a verb that token `index` begins, or `None`."""
    low, lists = words.low[index], load().lists
    if low == "according" and index + 2 < unit.last and words.low[index + 1] == "to":
        return _according(words, unit, index)
    if low in lists["speech_nouns"]:
        return _noun(words, unit, index, "speech")
    return _noun(words, unit, index, "thought") if low in lists["thought_nouns"] else None


def _according(words: Words, unit: Unit, index: int) -> Head | None:
    subject = noun_phrases.after(words, index + 2, unit.last)
    if subject is None:
        return None
    cue, end = (index, index + 2), subject[1]
    if index - unit.first > 1:
        return Head(cue, subject, index, end, end, "follows", "speech", CLAUSE)
    comma = end
    while comma < unit.last and (words.raw[comma] != "," or words.quoted[comma]):
        comma += 1
    if comma + 1 >= unit.last:
        return None
    aside = comma + 2 < unit.last and words.tag[comma + 1] in noun_phrases.ADVERB and words.raw[comma + 2] == ","
    return Head(cue, subject, index, end, comma + 3 if aside else comma + 1, "leads", "speech", CLAUSE)


def _noun(words: Words, unit: Unit, index: int, kind: Kind) -> Head | None:
    if index + 2 >= unit.last or index == unit.first:
        return None
    cue, before = (index, index + 1), words.low[index - 1]
    that = index + 1 + (words.low[index + 1] in noun_phrases.BE)
    if words.low[that] == "that" and (words.tag[index - 1] == "PRP$" or before in ("'s", "'")):
        owner = noun_phrases.before(words, index - 1, unit.first) if before in ("'s", "'") else (index - 1, index)
        return Head(cue, owner, owner[0], that, that, "leads", kind, CLAUSE) if owner is not None else None
    if words.low[index + 1] in ("by", "from", "of"):
        owner = noun_phrases.after(words, index + 2, unit.last)
        if owner is not None and owner[1] < unit.last and words.low[owner[1]] == "that":
            return Head(cue, owner, index, owner[1], owner[1], "leads", kind, CLAUSE)
    return None
