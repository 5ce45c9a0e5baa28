"""Whom a phrase right before a verb is said of: the name before an office between commas, the noun before a relative
clause.

Positions are token indices; `low` is the first that may be looked at.
"""

from detector.attribution.syntax import noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable

RELATIVE = 4  # tokens from a relative pronoun to the object of its clause


def told_of(words: TokenTable, phrase: Phrase, low: int) -> Phrase:
    """Whom a relative clause is about whose object the phrase is: the survey |, which rates | the state of bread."""
    for index in range(phrase[0] - 1, max(low, phrase[0] - RELATIVE), -1):
        if words.low[index] in words.grammar.clauses.resuming and words.raw[index - 1] == ",":
            return noun_phrases.before(words, index - 1, low) or phrase
    return phrase


def named_before(words: TokenTable, phrase: Phrase, low: int) -> Phrase:
    """The full name before an office between commas, or before what its bearer did: Jane Roe, | a senior analyst at X
    |, the institute in Y, said; Jane Roe, | leaving the house of Ada Hale |, who stayed, said."""
    comma = phrase[0] - 1
    if comma <= low or words.raw[comma] != "," or not (_is_deed(words, phrase) or _leads_with_role(words, phrase)):
        return phrase
    name = noun_phrases.before(words, comma, low)
    if name is None or name[1] - name[0] < 2 or not all(map(words.capital, range(*name))):
        return phrase
    governed = name[0] > low and words.low[name[0] - 1] in words.grammar.noun_phrases.prepositions
    return phrase if governed else name  # in New York, a clerk …


def _is_deed(words: TokenTable, phrase: Phrase) -> bool:
    """Whether the phrase tells what somebody was doing: Jane Roe, | warming up the crowd |, said."""
    first = phrase[0]
    syntax, doing = words.grammar.noun_phrases, words.low[first].endswith(words.grammar.cues.words.gerund_endings)
    return doing and words.low[first + 1] in syntax.particles | syntax.articles | syntax.prepositions


def _leads_with_role(words: TokenTable, phrase: Phrase) -> bool:
    """Whether a role without a name leads the phrase: an analyst at X; not: a book by the head, director Jane Roe."""
    persons, prepositions = words.grammar.cues.words.persons, words.grammar.noun_phrases.prepositions
    for index in range(*phrase):
        if words.low[index] in persons:
            return index + 1 == phrase[1] or not words.capital(index + 1)
        if words.low[index] in prepositions or words.raw[index] == ",":
            return False
    return False
