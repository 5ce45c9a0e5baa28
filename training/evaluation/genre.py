"""Fit and measure what tells an argument from a report: `python -m training.evaluation.genre DATA_FOLDER` (the folder
holds `articles.jsonl`; about 10 minutes).

No set of articles labelled by genre in English is large enough, so the outlet is the label (`genre.toml`), as it is for
a label in the headline. Outlets are held out whole in turn. Prints the weights for `[genre.weights]` of settings.toml.
"""

import json
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detector import Analyzer, Text, languages
from detector.text.genre import declared, manner, structure
from training.evaluation.agency import title_and_body

PLAN: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Examples:
    """Signs (articles x signs), whether each argues, its weight and the fold of its outlet."""

    signs: Floats
    argues: Floats
    weights: Floats
    folds: NDArray[np.int64]
    names: tuple[str, ...]

    def part(self, chosen: NDArray[np.bool_]) -> "Examples":
        """Those that are chosen."""
        return Examples(self.signs[chosen], self.argues[chosen], self.weights[chosen], self.folds[chosen], self.names)


def draw(data: Path) -> list[tuple[str, dict[str, Any]]]:
    """The articles with their label, the same each time."""
    with (data / "articles.jsonl").open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if PLAN["shortest"] < len(row["text"]) < PLAN["longest"]]
    Random(7).shuffle(rows)  # noqa: S311 - a draw to repeat
    kinds = {outlet: kind for kind in ("argued", "mixed", "reported") for outlet in PLAN[kind]}
    taken: dict[str, int] = {}
    chosen = []
    for row in rows:
        outlet = row["source"]
        taken[outlet] = taken.get(outlet, 0) + 1
        if outlet in kinds and taken[outlet] <= PLAN["each"]:
            chosen.append((kinds[outlet], row))
    return chosen


def read(data: Path) -> Examples:
    """The signs of every article that is long enough to have any; labelled opinion pieces count as argued."""
    analyzer, words = Analyzer(), languages.pack_for("en").genre
    outlets = sorted({outlet for kind in ("argued", "mixed", "reported") for outlet in PLAN[kind]})
    fold = {outlet: number % PLAN["folds"] for number, outlet in enumerate(outlets)}
    rows: list[tuple[dict[str, float], bool, float, int]] = []
    for kind, row in draw(data):
        title, body = title_and_body(row)
        reading = analyzer.examine(Text(body, title)).reading
        if words is None:
            continue
        signs = manner.measure(reading, words, biography=structure.has_biography(reading.article))
        if signs:
            argues = kind != "reported" or declared.tell_declared(reading.article) is not None
            weight = PLAN["mixed_weight"] if kind == "mixed" else 1.0
            rows.append((dict(signs), argues, weight, fold[row["source"]]))
    names = tuple(rows[0][0])
    return Examples(
        np.array([[signs[name] for name in names] for signs, *_ in rows]),
        np.array([float(argues) for _, argues, _, _ in rows]),
        np.array([weight for *_, weight, _ in rows]),
        np.array([place for *_, place in rows]),
        names,
    )


def fit(given: Examples, steps: int = 60) -> Floats:
    """Weights by sign and, last, the bias: Newton's method, L2 on standardised signs."""
    middle, spread = given.signs.mean(0), given.signs.std(0) + 1e-9
    inputs = np.c_[(given.signs - middle) / spread, np.ones(len(given.signs))]
    found, penalty = np.zeros(inputs.shape[1]), np.eye(inputs.shape[1]) * PLAN["penalty"]
    penalty[-1, -1] = 0
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-inputs @ found))
        slope = inputs.T @ (given.weights * (chance - given.argues)) + penalty @ found
        bend = (inputs.T * (given.weights * chance * (1 - chance))) @ inputs + penalty
        found = found - np.linalg.solve(bend, slope)
    weights = found[:-1] / spread
    return np.append(weights, found[-1] - weights @ middle)


def held_out(given: Examples) -> Floats:
    """The probability of each article by weights that never saw its outlet."""
    chances = np.zeros(len(given.argues))
    for place in range(PLAN["folds"]):
        weights = fit(given.part(given.folds != place))
        inside = given.folds == place
        chances[inside] = 1 / (1 + np.exp(-given.signs[inside] @ weights[:-1] - weights[-1]))
    return chances


def figures(given: Examples, chances: Floats) -> dict[str, float]:
    """AUC, and the shares of arguments found and of reports kept, without the mixed outlets."""
    clear = given.weights == 1.0
    yes, no = chances[clear & (given.argues == 1)], chances[clear & (given.argues == 0)]
    above = sum(float((value > no).sum()) + 0.5 * float((value == no).sum()) for value in yes)
    return {
        "articles": float(clear.sum()),
        "auc": above / (len(yes) * len(no)),
        "found": float((yes > 0.5).mean()),
        "kept": float((no <= 0.5).mean()),
    }


def main(arguments: Sequence[str]) -> None:
    """Print the figures and the weights."""
    given = read(Path(arguments[0]))
    chances = held_out(given)
    believed = given.part((given.argues == 1) | (chances < PLAN["opinion_surely"]))
    weights = fit(believed)
    told = {
        "as labelled": figures(given, chances),
        "without unlabelled opinion": figures(believed, held_out(believed)),
        "weights": dict(zip((*given.names, "bias"), weights.round(2).tolist(), strict=True)),
        "typical": dict(zip(given.names, believed.signs.mean(0).round(2).tolist(), strict=True)),
    }
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
