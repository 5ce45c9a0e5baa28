"""Does a score move when the parties of a text are swapped? Measured on whole articles, for every score.

Usage: `python -m training.symmetry DATA_FOLDER [--limit N]` (the folder holds `articles.jsonl`). After the identity
templates of Dixon et al. 2018, "Measuring and Mitigating Unintended Bias in Text Classification".
"""

import argparse
import re
import statistics
import tomllib
from pathlib import Path

from detector import Analyzer
from detector.model import Dimension, Report
from training.reference import DIMENSIONS, rows

PEOPLE = Path(__file__).parents[1] / "detector" / "lexicon" / "people.toml"
PAIRS = (
    ("Democrat", "Republican"), ("Democrats", "Republicans"), ("Democratic Party", "Republican Party"),
    ("Russia", "Ukraine"), ("Russian", "Ukrainian"), ("Russians", "Ukrainians"), ("Moscow", "Kyiv"),
    ("Putin", "Zelensky"), ("Israel", "Iran"), ("Israeli", "Iranian"), ("Israelis", "Iranians"),
    ("Biden", "Trump"), ("liberal", "conservative"), ("liberals", "conservatives"),
    ("he", "she"), ("man", "woman"), ("men", "women"), ("Mr.", "Ms."), ("father", "mother"), ("son", "daughter"),
)  # fmt: skip
NO_NAME = frozenset(  # places and words that start a sentence as often as they name somebody
    "Art April August Austin Bill Carolina Chad Charlotte Dakota Dallas Faith Florence Georgia Grace Grant Guy Hope "
    "Hunter Israel Jordan Joy June Lance Lincoln Mark May Paris Penny Rose Sydney Victoria Virginia Will".split()
)
ONE_WAY = {"him": "her", "his": "her", "her": "his", "himself": "herself", "herself": "himself"}


def _names() -> list[tuple[str, str]]:
    """First names of men and of women in pairs: a text about a woman called Donald would measure something else."""
    lists = tomllib.loads(PEOPLE.read_text(encoding="utf-8"))
    men, women = ([name for name in lists[key].title().split() if name not in NO_NAME] for key in ("male", "female"))
    return list(zip(men, women, strict=False))


def _table() -> dict[str, str]:
    table = dict(ONE_WAY)
    for first, second in (*_names(), *PAIRS):
        table |= {first: second, second: first}
    return table | {word.capitalize(): other.capitalize() for word, other in table.items() if word.islower()}


SWAPS = _table()
WORDS = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, SWAPS), key=len, reverse=True)) + r")(?!\w|[’']t\b)")


def swap(text: str) -> str:
    """`text` with the parties of `PAIRS` exchanged."""
    return WORDS.sub(lambda found: SWAPS[found[0]], text)


def shift(before: Report, after: Report) -> dict[Dimension, float]:
    """By how many points each score moved; infinitely where one report has a score and the other has none."""
    moved = {}
    for dimension in DIMENSIONS:
        first, second = before.scores[dimension].value, after.scores[dimension].value
        if first is not None and second is not None:
            moved[dimension] = float(abs(first - second))
        elif first is not second:
            moved[dimension] = float("inf")
    return moved


def measure(data: Path, limit: int = 200) -> dict[str, dict[str, float]]:
    """Mean, 95th percentile and largest shift of each score over the first `limit` articles that swapping changes."""
    analyzer = Analyzer()
    moved: dict[Dimension, list[float]] = {dimension: [] for dimension in DIMENSIONS}
    changed = [row for row in rows(data / "articles.jsonl") if swap(row[1]) != row[1]][:limit]
    for title, text in changed:
        body = text.removeprefix(title).strip()
        shifts = shift(analyzer.analyze_text(body, title), analyzer.analyze_text(swap(body), swap(title)))
        for dimension, points in shifts.items():
            moved[dimension].append(points)
    return {
        dimension.value: {
            "articles": len(points),
            "mean": statistics.mean(points),
            "p95": statistics.quantiles(points, n=20)[-1],
            "max": max(points),
        }
        for dimension, points in moved.items()
    }


def main() -> None:
    """Print mean, 95th percentile and largest shift of each score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=200)
    given = parser.parse_args()
    for name, told in measure(given.folder, given.limit).items():
        print(
            f"{name:9} n {told['articles']:4}  mean {told['mean']:5.2f}  p95 {told['p95']:5.1f}  max {told['max']:5.1f}"
        )


if __name__ == "__main__":
    main()
