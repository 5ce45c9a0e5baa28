"""Sources of headlines in title case, where every word has a capital and no capital tells a name: only those are
trusted that the body writes too.

Positions are token indices.
"""

from collections.abc import Sequence

from detector.article import Part
from detector.attribution.tokens.token_table import TokenTable, Unit
from detector.attribution.tokens.types import RawQuotation
from detector.settings import SETTINGS


def without_doubtful(words: TokenTable, raws: Sequence[RawQuotation]) -> tuple[RawQuotation, ...]:
    """The quotations but for those of a title-case headline whose source the body does not know."""
    titled = any(unit.part is Part.HEADLINE and _is_title_case(words, unit) for unit in words.units)
    if not titled:
        return tuple(raws)
    body = [low for unit in words.units if unit.part is Part.BODY for low in words.low[unit.first : unit.last]]
    written = f" {' '.join(body)} "
    return tuple(raw for raw in raws if _is_trusted(words, raw, written))


def _is_title_case(words: TokenTable, unit: Unit) -> bool:
    plain = [index for index in range(unit.first, unit.last) if words.raw[index].isalpha()]
    return sum(map(words.capital, plain)) >= SETTINGS.attribution.title_case * len(plain)


def _is_trusted(words: TokenTable, raw: RawQuotation, written: str) -> bool:
    """Whether the source does not stand in such a headline, or consists of names of the body and of words for people,
    or stands in the body word for word."""
    if raw.source is None:
        return True
    first, last = words.tokens_within(raw.source)
    unit = words.unit_at(first)
    if unit.part is not Part.HEADLINE or not _is_title_case(words, unit):
        return True
    if f" {' '.join(words.low[first:last])} " in written:
        return True
    return all(_is_known(words, index) for index in range(first, last))


def _is_known(words: TokenTable, index: int) -> bool:
    lists, low = words.grammar.cues.words, words.low[index]
    human = low in lists.persons or low in lists.collectives or low in words.grammar.people.titles
    joined = words.is_determiner(index) or words.is_preposition(index) or words.form[index] == "possessive"
    return low in words.capitals or human or joined or not words.is_word(index)
