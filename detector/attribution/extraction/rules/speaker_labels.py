"""Speakers before a colon in a headline: "Roe: We will win". Those of the body are a matter of its layout.

Positions are token indices.
"""

from collections.abc import Mapping

from detector.article import Part
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable, Unit

LONGEST = 4  # tokens of a label
SHORTEST = 3  # words after it


def find_labels(words: TokenTable) -> Mapping[int, tuple[Phrase, int]]:
    """The labelled speakers: by the first token of the unit, the label and the colon after it."""
    headlines = [unit for unit in words.units if unit.part is Part.HEADLINE]
    labels = {unit.first: label for unit in headlines if (label := _label(words, unit)) is not None}
    if not labels:
        return {}
    known = {
        words.low[index] for unit in words.units for index in range(unit.first + 1, unit.last) if words.capital(index)
    }
    return {first: (label, label[1]) for first, label in labels.items() if _names_somebody(words, label, known)}


def _label(words: TokenTable, unit: Unit) -> Phrase | None:
    """The words before a colon near the beginning of a block."""
    if not unit.opens:
        return None
    for index in range(unit.first + 1, min(unit.first + 1 + LONGEST, unit.last)):
        if words.raw[index] == ":":
            first = unit.first + (not words.is_word(unit.first))
            enough = words.count(index + 1, unit.last) >= SHORTEST
            return (first, index) if enough and first < index else None
    return None


def _names_somebody(words: TokenTable, label: Phrase, known: set[str]) -> bool:
    """Whether a headline's label is a name that the body writes too, or a document: not a place, not a topic."""
    places = words.grammar.gazetteer.entries
    if any(words.raw[index] in places or not words.capital(index) for index in range(*label)):
        return False
    last = words.low[label[1] - 1]
    return last in words.grammar.clauses.labels or all(words.low[index] in known for index in range(*label))
