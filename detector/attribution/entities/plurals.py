"""Roles that are told of several, as that of one of them. Positions are token indices."""

from detector.attribution.tokens.token_table import TokenTable
from detector.languages.grammar import AttributionGrammar


def one_of(words: TokenTable, first: int, last: int) -> str | None:
    """What those are, told in the singular, of whom somebody is one: one of Roe's | lawyers."""
    grammar = words.grammar
    if words.low[first] not in grammar.names.single or words.low[first + 1] not in grammar.noun_phrases.genitive:
        return None
    plurals = (words.low[at] for at in range(first + 2, last) if not words.capital(at))
    pairs = ((low, grammar.singular(low)) for low in plurals)
    return next((one for low, one in pairs if one != low and one in grammar.cues.words.persons), None)


def of_one(role: str | None, grammar: AttributionGrammar) -> str | None:
    """The title of several as that of one of them: Govs., Gov."""
    bare = (role or "").rstrip(".")
    one = grammar.singular(bare.lower())
    several = bare.lower() in grammar.names.offices or one in grammar.people.titles  # senators
    several = several or one.rpartition(" ")[2] in grammar.cues.words.persons  # political scientists
    plural = several and one != bare.lower()
    return bare[: len(one)] + (role or "")[len(bare) :] if plural else role
