"""Passages of our own, marked before anything was run on them, and how well attribution does on them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from training.evaluation.passage import Passage
from training.evaluation.plain_articles import read


def _read() -> tuple[Passage, ...]:
    table = tomllib.loads(Path(__file__).with_name("fresh.toml").read_text(encoding="utf-8"))
    return tuple(
        Passage(
            each["field"], each["text"].strip(), tuple((who, style, begins) for who, style, begins in each["marks"])
        )
        for each in table["passage"]
    )


FRESH = _read()


@dataclass(frozen=True)
class Tally:
    """Marks, quotations found, marks found, and of these with the right style and the right source."""

    marked: int = 0
    found: int = 0
    hit: int = 0
    style: int = 0
    source: int = 0

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall of the marks."""
        return 2 * self.hit / (self.marked + self.found)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.marked + other.marked,
            self.found + other.found,
            self.hit + other.hit,
            self.style + other.style,
            self.source + other.source,
        )


def tally(passage: Passage) -> Tally:
    """How many marks of a passage are found: words that begin as the mark says, each quotation used once."""
    result, text = read(passage.text), passage.text
    names = {source.id: source.name for source in result.sources}
    free = list(result.quotations)
    hit = style = source = 0
    for who, marked, begins in passage.marks:
        one = next((q for q in free if any(text.startswith(begins, piece.start) for piece in q.content)), None)
        if one is None:
            continue
        free.remove(one)
        name = names.get(one.source or "", "")
        hit, style = hit + 1, style + (one.style == marked)
        source += bool(name) == bool(who) and (name in (who or "") or (who or "") in name)
    return Tally(len(passage.marks), len(result.quotations), hit, style, source)
