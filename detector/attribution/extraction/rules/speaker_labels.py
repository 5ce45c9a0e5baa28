"""Speakers before a colon: "Roe: We will win" in a headline, and the names in an interview.

Positions are token indices.
"""

from collections import Counter
from collections.abc import Mapping

from detector.article import Part
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import Unit, Words

LONGEST = 4  # tokens of a label
SHORTEST = 3  # words after it


def find_labels(words: Words) -> Mapping[int, tuple[Phrase, Phrase]]:
    """The labelled speakers: by the first token of the unit, the label and the colon with what follows in its block."""
    known = {
        words.low[index] for unit in words.units for index in range(unit.first + 1, unit.last) if words.capital(index)
    }
    found: dict[int, tuple[Phrase, Phrase]] = {}
    ends = {unit.block: unit.last for unit in words.units}
    speakers: Counter[str] = Counter()
    for unit in words.units:
        label = _label(words, unit)
        if label is None:
            continue
        if unit.part is Part.HEADLINE and _names_somebody(words, label, known):
            found[unit.first] = (label, (label[1], unit.last))
        elif unit.part is Part.BODY and _is_cue_name(words, label):
            speakers[words.low[label[0]]] += 1
            found[unit.first] = (label, (label[1], ends[unit.block]))
    interview = len(speakers) > 1 and speakers.total() > 3
    return {first: pair for first, pair in found.items() if interview or words.unit_at(first).part is Part.HEADLINE}


def _label(words: Words, unit: Unit) -> Phrase | None:
    """The words before a colon near the beginning of a block."""
    if not unit.opens:
        return None
    for index in range(unit.first + 1, min(unit.first + 1 + LONGEST, unit.last)):
        if words.raw[index] == ":":
            first = unit.first + (not words.is_word(unit.first))
            enough = words.count(index + 1, unit.last) >= SHORTEST
            return (first, index) if enough and first < index else None
    return None


def _names_somebody(words: Words, label: Phrase, known: set[str]) -> bool:
    """Whether a headline's label is a name that the body writes too, or a document: not a place, not a topic."""
    places = words.grammar.gazetteer.entries
    if any(words.raw[index] in places or not words.capital(index) for index in range(*label)):
        return False
    last = words.low[label[1] - 1]
    return last in words.grammar.clauses.labels or all(words.low[index] in known for index in range(*label))


def _is_cue_name(words: Words, label: Phrase) -> bool:
    shouted = all(words.raw[index].isupper() for index in range(*label))
    return shouted or (label[1] - label[0] <= 3 and all(words.capital(index) for index in range(*label)))
