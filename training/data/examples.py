"""What the network learns from: one text with its targets, and the split that an example's group falls into."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256


class Part(StrEnum):
    """Trained on, used to choose thresholds, or only measured on."""

    TRAIN = "train"
    DEV = "dev"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Mark:
    """A token target: `value` 0..1 of `head` for the characters `[start, end)` of the example's text."""

    head: str
    start: int
    end: int
    value: float = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence or headline; `sentence` gives targets 0..1 by head, and every head in `marked` is 0 where unmarked."""

    corpus: str
    group: str
    part: Part
    text: str
    sentence: Mapping[str, float] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    marked: frozenset[str] = frozenset()
    weight: float = 1.0
    label: str = ""
    outlet: str = ""
    start: int = 0
    language: str = "en"


def part_of(group: str, dev: float, test: float) -> Part:
    """The part that everything of `group` (an article, a link) falls into, from its hash; shares 0..1."""
    place = int.from_bytes(sha256(group.encode()).digest()[:6], "big") / 2**48
    if place < test:
        return Part.TEST
    return Part.DEV if place < test + dev else Part.TRAIN


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Start and text of each line that holds more than blanks."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1
