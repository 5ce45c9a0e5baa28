"""Do the sourcing levels agree with an editor's, and which weights and levels would agree best?

Usage: `python -m training.evaluation.sourcing GOLD.jsonl` (one article a line with `title`, `text` and the editor's
`levels`). Prints the agreement of the settings, then the best of a coarse grid of weights and levels, which a person
rounds and writes into `settings.toml`. Articles are read from their text, whatever page they stood on.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from detector import Analyzer, Text
from detector.dimensions.sourcing import DIMENSION, gather_evidence
from detector.dimensions.sourcing.balance import COMPONENTS, weigh, weights
from detector.settings import SETTINGS

STEP = 5  # points between two weights of the grid, and between two levels
LEAST, MOST = 5, 45  # points that a component may be worth


@dataclass(frozen=True, slots=True)
class Rated:
    """An article's components 0..1, by name, and the place of the editor's level among the levels."""

    components: Mapping[str, float]
    level: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many articles of all get the editor's level, and the area under the curve for the upper and lower level."""

    right: int
    broad: float
    thin: float


def read(path: Path) -> tuple[Rated, ...]:
    """The articles that get a score, with the editor's level."""
    analyzer, rated = Analyzer(), list[Rated]()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        analysis = analyzer.examine(Text(row["text"], row["title"]))
        if analysis.report.scores.sourcing.value is not None:
            state = weigh(gather_evidence(analysis.reading))
            components = {name: float(getattr(state, name)) for name in COMPONENTS}
            rated.append(Rated(components, DIMENSION.levels.index(row["levels"]["sourcing"])))
    return tuple(rated)


def area(scores: Sequence[float], positive: Sequence[bool]) -> float:
    """The share of pairs of which the positive one scores higher, ties counting half."""
    pairs = [
        (one > other) + (one == other) / 2
        for one, first in zip(scores, positive, strict=True)
        for other, second in zip(scores, positive, strict=True)
        if first and not second
    ]
    return sum(pairs) / len(pairs) if pairs else 0.5


def agreement(rated: Sequence[Rated], points: Mapping[str, float], levels: tuple[int, int]) -> Agreement:
    """How the score with these points for each component, and these levels, agrees with the editor."""
    scores = [sum(points[name] * value for name, value in each.components.items()) for each in rated]
    told = [(round(score) >= levels[0]) + (round(score) >= levels[1]) for score in scores]
    return Agreement(
        right=sum(level == each.level for level, each in zip(told, rated, strict=True)),
        broad=area(scores, [each.level == 2 for each in rated]),
        thin=area(scores, [each.level > 0 for each in rated]),
    )


def grid() -> Iterator[dict[str, float]]:
    """Points for each component that sum to 100."""
    for chosen in product(range(LEAST, MOST + 1, STEP), repeat=len(COMPONENTS) - 1):
        last = 100 - sum(chosen)
        if LEAST <= last <= MOST:
            yield dict(zip(COMPONENTS, map(float, (*chosen, last)), strict=True))


def search(rated: Sequence[Rated]) -> tuple[Agreement, dict[str, float], tuple[int, int]]:
    """The points and levels of the grid that agree best: by levels, then by both areas."""
    cuts = [(low, high) for low, high in product(range(40, 75, STEP), range(60, 96, STEP)) if low + 2 * STEP < high]
    tried = ((agreement(rated, points, levels), points, levels) for points in grid() for levels in cuts)
    return max(tried, key=lambda each: each[0].right / len(rated) + (each[0].broad + each[0].thin) / 2)


def main() -> None:
    """Print how the settings agree with the editor, and the best of the grid."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    rated = read(parser.parse_args().gold)
    print(len(rated), "articles; settings:", agreement(rated, weights(), SETTINGS.sourcing.levels))
    print("best of the grid:", *search(rated))


if __name__ == "__main__":
    main()
