"""Are pages judged alike with and without VNNI? `python -m training.evaluation.processors DATA_FOLDER [--articles N]`

The product reads the articles of `training.evaluation.agency` here and, in a second process, on a processor without
VNNI that qemu emulates (some 10 seconds an article). Sums of 8-bit products are equal on both, but what is summed
before in 32 bits can differ in its last digit, and now and then an activation is rounded the other way for it. Run it
where /proc/cpuinfo names VNNI; elsewhere both processors are of one kind (beside x86-64 nothing is emulated).
"""

import argparse
import json
import platform
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from detector import Analyzer, Text
from training.evaluation import agency

ELDER = ("qemu-x86_64", "-cpu", "Haswell-noTSX,-invpcid,-tsc-deadline,-pcid,-x2apic")
TELLING = (sys.executable, "-m", "training.evaluation.processors", "--told")
ROOT = Path(__file__).parents[2]
Titled = tuple[str, str]  # title and body
Told = dict[str, Any]


def tell(texts: Iterable[Titled]) -> Iterator[Told]:
    """What the product says of each text on this processor."""
    analyzer = Analyzer()
    for title, body in texts:
        report = analyzer.analyze(Text(body, title))
        yield {
            "scores": [score.value for score in report.scores.values()],
            "remarks": [[each.start, each.end, each.rule, each.severity] for each in report.findings],
            "loaded": [each.loaded for each in report.sentences or () if each.loaded is not None],
        }


def tell_emulated(texts: Iterable[Titled]) -> Iterator[Told]:
    """The same on the emulated processor. Raises `CalledProcessError` where the other process fails."""
    command = (*ELDER, *TELLING) if platform.machine() == "x86_64" else TELLING
    asked = json.dumps(list(texts))
    answer = subprocess.run(command, input=asked, stdout=subprocess.PIPE, check=True, text=True, cwd=ROOT)
    yield from map(json.loads, answer.stdout.splitlines())


def compare(here: Iterable[Told], there: Iterable[Told]) -> dict[str, float]:
    """How many scores, remarks and sentences differ, of how many, and the most that a sentence's probability moves."""
    pairs = list(zip(here, there, strict=True))
    sentences = [each for one, other in pairs for each in zip(one["loaded"], other["loaded"], strict=True)]
    remarks = [
        ({tuple(each) for each in one["remarks"]}, {tuple(each) for each in other["remarks"]}) for one, other in pairs
    ]
    moves = [abs(one - other) for one, other in sentences]
    return {
        "texts": len(pairs),
        "scores": sum(len(one["scores"]) for one, _ in pairs),
        "scores that differ": sum(
            a != b for one, other in pairs for a, b in zip(one["scores"], other["scores"], strict=True)
        ),
        "remarks": sum(len(one) for one, _ in remarks),
        "remarks that differ": sum(len(one ^ other) for one, other in remarks),
        "sentences": len(sentences),
        "sentences whose probability moves by more than 0.0005": sum(move > 0.0005 for move in moves),
        "largest move": max(moves, default=0.0),
        "sentences on the other side of 0.5": sum((one >= 0.5) != (other >= 0.5) for one, other in sentences),
    }


def main() -> None:
    """Print the figures, or with `--told` what is said of the texts on standard input, one line of JSON each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--told", action="store_true")
    given = parser.parse_args()
    if given.told:
        for told in tell(json.load(sys.stdin)):
            print(json.dumps(told))
    elif given.data:
        texts = [agency.title_and_body(row) for row in agency.draw(given.data)[: given.articles]]
        print(json.dumps(compare(tell(texts), tell_emulated(texts)), indent=1))
    else:
        parser.error("say where articles.jsonl lies")


if __name__ == "__main__":
    main()
