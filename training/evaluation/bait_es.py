"""How well the rules tell Spanish bait from other headlines: `python -m training.evaluation.bait_es DATA_FOLDER`.

The headlines are those of TA1C (Mordecki, Moncecchi and Couto 2024), each scored alone by rules. Every second one was
looked at when the rules were made; the figure is of the others.
"""

import argparse
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from pathlib import Path

from detector import page, rules
from detector.analysis import read_article
from detector.article import Language
from detector.dimensions import headline
from detector.rules.overlap import resolve_overlaps
from training.data.corpora import rows

SPANISH = Language("es", 1.0, "partial")


def score(text: str) -> int:
    """The headline score of a text's first line by the rules of Spanish."""
    reading = read_article(page.read_text("", text.splitlines()[0]), SPANISH)
    found, _ = headline.score(reading, resolve_overlaps(headline.find(reading, rules.load("es"))))
    return found.value or 0


def area(bait: Sequence[int], others: Sequence[int]) -> float:
    """The area under the ROC curve: how often bait scores higher than another headline, ties as a half."""
    ordered = sorted(others)
    below = sum((bisect_left(ordered, value) + bisect_right(ordered, value)) / 2 for value in bait)
    return below / (len(bait) * len(others))


def main() -> None:
    """Print the figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    kept = list(rows(parser.parse_args().folder / "clickbait_es.jsonl"))[1::2]
    scored = [(score(row["text"]), row["clickbait"]) for row in kept]
    bait, others = ([value for value, is_bait in scored if is_bait is kind] for kind in (True, False))
    print(f"{len(bait)} of {len(scored)} are bait, area under the ROC curve {area(bait, others):.3f}")


if __name__ == "__main__":
    main()
