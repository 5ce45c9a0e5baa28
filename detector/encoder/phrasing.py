"""How a text is put: its words, pairs of words, marks, figures and length, weighed beside what the network says of it:
how a headline baits, and whether a sentence is worth checking. The network reads small pieces in lower case; turns of
phrase, figures, lists and question marks are plainer here."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from detector.encoder.log_odds import logits

UNIT = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
LEAST = 1e-4  # of the probability that the network gives, and of what it lacks to 1


def _form(unit: str) -> str:
    """A word's form: `0` a number, `0a` one with letters, `AA` in capitals, `a` any other; a mark is its own."""
    if any(letter.isdigit() for letter in unit):
        return "0" if unit.isdigit() else "0a"
    if not unit[0].isalpha():
        return unit
    return "AA" if len(unit) > 1 and unit.isupper() else "a"


def _runs(name: str, units: Sequence[str], most: int) -> Iterator[str]:
    """Every run of one to `most` units between the edges of the text."""
    edged = ["<", *units, ">"]
    for size in range(1, most + 1):
        yield from (f"{name}:{' '.join(edged[k : k + size])}" for k in range(len(edged) - size + 1))


def traits(text: str) -> Iterator[str]:
    """What `text` is put with, each trait once: words and pairs of words, whatever their case; up to three forms in a
    row, a word that only begins with a capital like any other (headlines are set in the style of their house); and each
    second word and tenth character that it is longer than."""
    units = UNIT.findall(text)
    yield from dict.fromkeys(_runs("w", [unit.lower() for unit in units], 2))
    yield from dict.fromkeys(_runs("f", [_form(unit) for unit in units], 3))
    yield from (f"words>{size}" for size in range(2, min(40, len(units)), 2))
    yield from (f"characters>{size}" for size in range(10, min(200, len(text)), 10))


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Log-odds of what is asked: `odds` times those of the network, plus `share` times the summed weights of a text's
    known traits over the square root of their number, plus `bias`."""

    weights: Mapping[str, float]
    odds: float
    share: float
    bias: float

    def weigh(self, text: str) -> float:
        """The sum over the known traits of `text`, over the square root of their number; 0 where none is known."""
        known = [self.weights[trait] for trait in traits(text) if trait in self.weights]
        return sum(known) / math.sqrt(len(known)) if known else 0.0

    def judge(self, text: str, alone: float) -> float:
        """The probability 0..1, where the network gives `alone`."""
        odds = self.odds * float(logits(alone, LEAST)) + self.share * self.weigh(text) + self.bias
        return 1 / (1 + math.exp(-odds))
