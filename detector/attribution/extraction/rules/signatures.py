"""Speakers after a dash: “We will win.” — Jane Roe, as letters, verdicts of readers and mottos are set.

Positions are token indices.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from detector.article import Part
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import Words

DASHES = frozenset("— – ― -- - ~".split())
LONGEST = 16  # tokens from the dash to the end of the signature


@dataclass(frozen=True, slots=True)
class Signature:
    """Quoted stretches `said` (marks included) with the dash after them and the name behind it."""

    said: tuple[Phrase, ...]
    dash: Phrase
    name: Phrase
    block: int


def find_signatures(words: Words) -> Mapping[int, Sequence[Signature]]:
    """The signatures of an article by the block that holds the quoted words; a block that holds the name alone is there
    without any."""
    found: dict[int, Sequence[Signature]] = {}
    before: Phrase | None = None
    for block in words.blocks():
        unit = words.unit_at(block[0])
        own = tuple(_of_block(words, unit.block, block)) if unit.part is Part.BODY else ()
        if own:
            found[unit.block] = own
        elif before is not None and unit.part is Part.BODY:
            below = _below(words, before, block)
            found |= {below.block: (below,), unit.block: ()} if below is not None else {}
        before = block if unit.part is Part.BODY and not own else None
    return found


def _of_block(words: Words, number: int, block: Phrase) -> Iterator[Signature]:
    """The signatures within one block: all before the dash is quoted, and a name without a verb follows it."""
    start = block[0]
    while start < block[1] and words.quoted[start]:
        dash = start
        while dash < block[1] and words.quoted[dash]:
            dash += 1
        end = next((index for index in range(dash, block[1]) if words.quoted[index]), block[1])
        name = _name(words, dash, end)
        if name is None:
            return
        yield Signature(((start, dash),), (dash, dash + 1), name, number)
        start = end


def _below(words: Words, before: Phrase, block: Phrase) -> Signature | None:
    """The signature of a paragraph that is quoted as a whole, where the next one holds a dash and a name."""
    name = _name(words, *block) if all(words.quoted[slice(*before)]) else None
    number = words.unit_at(before[0]).block
    return Signature((before,), (block[0], block[0] + 1), name, number) if name is not None else None


def _name(words: Words, dash: int, end: int) -> Phrase | None:
    """The name behind the dash, up to what else is told of its bearer; `None` where this is none."""
    first = dash + 1
    if first >= end or end - dash > LONGEST or words.raw[dash] not in DASHES or not words.capital(first):
        return None
    if any(words.is_finite(index) for index in range(first, end)):
        return None
    last = first
    while last < end and words.raw[last] not in (",", "(", ";") and (words.is_word(last) or last + 1 < end):
        last += 1
    return (first, last)
