"""Those who stand beside a subject: the other one of "both … and …", and those whom somebody is compared with.

Positions are token indices.
"""

from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable

REACH = 14  # tokens from "both" to the second of the two


def whole_pair(words: TokenTable, phrase: Phrase, low: int) -> Phrase:
    """The phrase with the one named before it, from token `low` on: both | Jane Roe in 1973 and | Tom Hale in 1979."""
    grammar, first = words.grammar, phrase[0]
    if first - 2 <= low or words.low[first - 1] not in grammar.noun_phrases.additive:
        return phrase
    for index in range(first - 2, max(low, first - REACH) - 1, -1):
        if words.low[index] in grammar.coreference.both:
            return index + 1, phrase[1]
        if words.is_finite(index) or words.quoted[index]:
            break
    return phrase


def without_others(words: TokenTable, phrase: Phrase, low: int) -> Phrase:
    """The relative pronoun before those whom somebody is compared with: an aide | who |, like other aides said."""
    start = phrase[0] - 1
    who = start - 1 - (words.raw[start - 1] == ",")
    compared = who > low and words.is_preposition(start) and words.low[who] in words.grammar.clauses.subjects
    return (who, who + 1) if compared else phrase
