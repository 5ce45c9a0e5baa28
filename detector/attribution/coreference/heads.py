"""What a noun phrase is about: its head noun, and where it ends for that.

Positions are token indices.
"""

from detector.attribution.syntax import animacy
from detector.attribution.tokens.token_table import PARTICIPLES, TokenTable


def head_of(words: TokenTable, first: int, last: int) -> str:
    """The noun that the phrase is about: the last one before a preposition."""
    return words.low[head_index(words, first, last)]


def head_index(words: TokenTable, first: int, last: int) -> int:
    """The token of the noun that the phrase is about: the last one before a preposition."""
    first = animacy.past_series(words, first, last)
    stop, prepositions = first + 1, words.grammar.noun_phrases.prepositions
    named = _named(words, first, last)
    while stop < last and (words.low[stop] not in prepositions or stop < named) and words.raw[stop] not in (",", "("):
        leads = stop + 1 < last and words.is_noun(stop + 1) and words.is_plain_adjective(stop)
        if words.is_noun(stop - 1) and ((not leads and _trails(words, stop)) or animacy.only_adds(words, stop, last)):
            break
        stop += 1
    return stop - 1 - animacy.is_undergone(words, stop - 1, (first, last))


def _named(words: TokenTable, first: int, last: int) -> int:
    """Where the name of a body ends that leads to the noun of a phrase, or `first`: Department of Justice | lawyers."""
    start = first + (words.low[first] in words.grammar.noun_phrases.definite)
    end = start
    while end < last and (
        words.capital(end) or (end > start and words.low[end] in words.grammar.noun_phrases.genitive)
    ):
        end += 1
    noun = end < last and words.is_noun(end)
    return end if noun and words.low[start] in words.grammar.people.organisation else first


def _trails(words: TokenTable, index: int) -> bool:
    """Whether the token only tells more of the noun before it: people | briefed on it; not: a police | chief."""
    trailing = words.is_plain_adjective(index) or words.form[index] in PARTICIPLES
    return trailing and words.low[index] not in words.grammar.cues.words.persons and not words.capital(index)


def before_readers(words: TokenTable, first: int, last: int) -> int:
    """Where a document ends of which only its readers are told further: a letter | seen by the Guardian."""
    grammar = words.grammar.noun_phrases
    for index in range(first + 1, last - 1):
        if words.low[index] in grammar.perceived and words.low[index + 1] in grammar.perceivers:
            return index
    return last


def before_parenthesis(words: TokenTable, first: int, last: int) -> int:
    """Where a phrase ends without the parenthesis that closes it: Schumer | (D-N.Y.)."""
    if words.raw[last - 1] != ")":
        return last
    return next((index for index in range(last - 1, first, -1) if words.raw[index] == "("), last)


def past_gerund(words: TokenTable, first: int, last: int) -> int:
    """Where a phrase begins behind what others do to somebody: Liberals mocking | President Jane Roe; else `first`."""
    attributive = words.grammar.noun_phrases.attributive_participles
    doing = (at for at in range(last - 1, first, -1) if words.form[at] == "gerund" and words.low[at] not in attributive)
    return next((at + 1 for at in doing if words.pos[at] == "VERB" and words.is_noun(at - 1)), first)


def is_body(words: TokenTable, phrase: tuple[int, int], head: str) -> bool:
    """Whether a name that ends with the noun `head` of documents is a body's: the Geological Survey; not: the Bread
    Index, the agency's Trust Survey."""
    grammar, (first, last) = words.grammar, phrase
    owned = not grammar.noun_phrases.possessive_endings.isdisjoint(words.low[first:last])
    return head in grammar.people.organisation and head not in grammar.coreference.measures and not owned
