"""What stays the author's inside somebody's paraphrase: epithets before those who are named in it, relative clauses
that only tell more, what stands in parentheses, and a comment behind a dash.

Positions are token indices.
"""

from collections.abc import Callable, Iterator

from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable

LONGEST = 30  # tokens of an aside
OPEN, CLOSE = frozenset("(["), frozenset(")]")
DASHES = frozenset({"—", "–", "--"})
ENDS = frozenset({",", ";", "—", "–", "."})


def without_asides(words: TokenTable, first: int, last: int) -> Iterator[Phrase]:
    """The pieces of tokens `[first, last)` that are left without the author's asides."""
    return _left(words, first, last, _aside)


def without_parentheses(words: TokenTable, first: int, last: int) -> Iterator[Phrase]:
    """The pieces of tokens `[first, last)` that are left without what stands in parentheses."""
    return _left(words, first, last, _parenthesis)


def _left(
    words: TokenTable, first: int, last: int, find_end: Callable[[TokenTable, int, int], int]
) -> Iterator[Phrase]:
    start = index = first
    while index < last:
        end = find_end(words, index, last)
        if end > index:
            if start < index:
                yield start, index
            start = end
        index = max(end, index + 1)
    if start < last:
        yield start, last


def _aside(words: TokenTable, index: int, last: int) -> int:
    """Where the aside ends that begins at token `index`; `index` itself where none does."""
    if words.quoted[index]:
        return index
    if words.raw[index] in OPEN:
        return _closed(words, index, last)
    if words.raw[index] in DASHES:
        return _comment(words, index, last)
    if words.raw[index] == "," and index + 1 < last and words.low[index + 1] in words.grammar.clauses.resuming:
        return _clause(words, index, last)
    return _epithet(words, index, last)


def _parenthesis(words: TokenTable, index: int, last: int) -> int:
    opens = words.raw[index] == "(" and not words.quoted[index]
    return _closed(words, index, last) if opens else index


def _closed(words: TokenTable, index: int, last: int) -> int:
    stop = min(last, index + LONGEST)
    return next((k + 1 for k in range(index, stop) if words.raw[k] in CLOSE), index)


def _comment(words: TokenTable, dash: int, last: int) -> int:
    """Where a comment behind a dash ends: said it was safe | -- a lie; at the next dash, or with the paraphrase."""
    end = next((k for k in range(dash + 1, last) if words.raw[k] in DASHES), last)
    return dash if any(words.quoted[dash:end]) else end


def _clause(words: TokenTable, comma: int, last: int) -> int:
    """Where a relative clause that only tells more ends: Roe, | who is tired, | will leave."""
    stop = min(last, comma + LONGEST)
    end = next((k for k in range(comma + 2, stop) if words.raw[k] in ENDS), stop)
    return comma if any(words.quoted[comma:end]) else end


def _epithet(words: TokenTable, index: int, last: int) -> int:
    """Where adjectives end that stand between an article and a word for a person: the | disgraced | tycoon."""
    before, end = index - 1, index
    if before < 0 or words.low[before] not in words.grammar.noun_phrases.definite:
        return index
    while end < last and _describes(words, end):
        end += 1
    named = end < last and not words.quoted[end] and words.low[end] in words.grammar.cues.words.persons
    return end if named else index


def _describes(words: TokenTable, index: int) -> bool:
    plain = words.is_plain_adjective(index) or words.form[index] in ("participle", "past")
    office = words.low[index] in words.grammar.people.modifiers or words.low[index] in words.grammar.cues.words.persons
    return plain and not office and not words.quoted[index] and not words.capital(index)
