"""Heads without a verb of their own, such as "according to X", "X's claim that …" and "claims by X that …".

Positions are token indices.
"""

from detector.attribution.extraction.rules.clause import Head
from detector.attribution.syntax import noun_phrases
from detector.attribution.tokens.token_table import Unit, Words
from detector.languages.cues import Kind

CLAUSE = frozenset({"clause"})
ADDING = frozenset({"past", "participle"})  # forms of a verb that adds something to the source
ASIDE = 10  # tokens within which that ends


def head_at(words: Words, unit: Unit, index: int) -> Head | None:
    """The head without a verb that token `index` begins, or `None`."""
    low, lists = words.low[index], words.grammar.cues.words
    if low in lists.attributing_words:
        for phrase in lists.attributing:
            start = index + len(phrase)
            if words.low[index:start] == phrase and start < unit.last:
                return _attributed(words, unit, index, start)
    if low in lists.speech_nouns:
        return _noun(words, unit, index, "speech")
    return _noun(words, unit, index, "thought") if low in lists.thought_nouns else None


def _attributed(words: Words, unit: Unit, index: int, start: int) -> Head | None:
    """The head of "according to X": before what it gives away, or after it."""
    subject = noun_phrases.after(words, start, unit.last)
    if subject is None:
        return None
    cue, end = (index, start), subject[1]
    if index - unit.first > 1:
        return Head(cue, subject, index, end, end, "follows", "speech", CLAUSE)
    comma = end
    while comma < unit.last and (words.raw[comma] != "," or words.quoted[comma]):
        comma += 1
    if comma + 1 >= unit.last:
        return None
    return Head(cue, subject, index, end, _past_aside(words, comma + 1, unit.last), "leads", "speech", CLAUSE)


def _past_aside(words: Words, first: int, last: int) -> int:
    """Where content begins behind an adverb, or what a participle adds to the source: According to a report,
    published in May, | the dam …"""
    if words.is_adverb(first) or words.form[first] in ADDING:
        comma = next((k for k in range(first + 1, min(first + ASIDE, last)) if words.raw[k] == ","), last)
        if comma + 1 < last and (words.form[first] in ADDING or comma == first + 1):
            return comma + 1
    return first


def _noun(words: Words, unit: Unit, index: int, kind: Kind) -> Head | None:
    """The head of "X's claim that …" and of "claims by X that …"."""
    if index + 2 >= unit.last or index == unit.first:
        return None
    grammar = words.grammar.noun_phrases
    cue, owning = (index, index + 1), words.low[index - 1] in grammar.possessive_endings
    that = index + 1 + (words.low[index + 1] in grammar.be)
    owned = owning or (words.pos[index - 1] == "PRON" and words.form[index - 1] == "possessive")
    if owned and words.low[that] in grammar.complementizers:
        owner = noun_phrases.before(words, index - 1, unit.first) if owning else (index - 1, index)
        return Head(cue, owner, owner[0], that, that, "leads", kind, CLAUSE) if owner is not None else None
    if words.low[index + 1] in words.grammar.cues.words.claim_links:
        owner = noun_phrases.after(words, index + 2, unit.last)
        if owner is not None and owner[1] < unit.last and words.low[owner[1]] in grammar.complementizers:
            return Head(cue, owner, index, owner[1], owner[1], "leads", kind, CLAUSE)
    return None
