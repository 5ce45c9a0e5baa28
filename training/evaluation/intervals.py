"""Do the 80 % intervals of the wording and the headline score hold what they promise? `python -m
training.evaluation.intervals DATA_FOLDER [--texts N]` (the folder holds `babe.jsonl` and `ptc.jsonl`).

The truth of a score is the score that the experts' own marks give in the place of the remarks: for the wording score
of texts put together from held-out BABE sentences, for the headline score of the annotated headlines that the network
has not seen. Experts mark more than Undertone shows, so that one mark weighs what makes both scores equal over all
texts.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any

from detector import Analyzer, Text
from detector.analysis import Analysis
from detector.article import Span
from detector.dimensions import headline, scoring, wording
from training.data.annotated import annotated
from training.data.corpora import babe
from training.data.examples import Example, Part
from training.encoder.wording import gold

SENTENCES = 24
BODY = 3000  # characters of a story that its headline is compared with
LOADS = [0.02 * step for step in range(1, 101)]


@dataclass(frozen=True, slots=True)
class Case:
    """One text: its score, its 80 % interval, and the score for a given weight of one mark, by `LOADS`."""

    value: int
    interval: tuple[int, int]
    truths: tuple[float, ...]


def texts(data: Path, part: Part, count: int) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Texts of held-out BABE sentences, a tenth to nine tenths of them biased, with the marked words."""
    pools: tuple[list[Example], list[Example]] = ([], [])
    for example in babe(data):
        if example.part is part:
            pools[example.label == "Biased"].append(example)
    draw = Random(3)  # noqa: S311 - a draw that can be repeated
    for _ in range(count):
        biased = round(SENTENCES * draw.choice((0.1, 0.3, 0.5, 0.7, 0.9)))
        chosen = draw.sample(pools[1], biased) + draw.sample(pools[0], SENTENCES - biased)
        draw.shuffle(chosen)
        starts, text = [], ""
        for example in chosen:
            starts.append(len(text))
            text += example.text.strip() + "\n\n"
        marks = [(at + s, at + e) for at, each in zip(starts, chosen, strict=True) for s, e in gold(each)]
        yield text.strip(), marks


def language_case(analysis: Analysis, marks: Sequence[tuple[int, int]]) -> Case | None:
    """The case of one text; None where it has no score."""
    score = analysis.report.scores.wording
    if score.value is None or score.interval is None:
        return None
    own = sum(analysis.reading.voice_at(Span(*mark)) == "author" for mark in marks)
    loads = (wording.load(analysis.reading, [weight] * own) for weight in LOADS)
    return Case(score.value, score.interval, tuple(map(wording.value, loads)))


def titles(data: Path) -> Iterator[tuple[Text, int]]:
    """Annotated stories that the network has not seen, and how many words of the headline the editor marked."""
    for story in annotated(data):
        if story.part is Part.DEV:
            yield Text(story.text[:BODY], story.title), len(story.headline)


def headline_case(analysis: Analysis, marks: int) -> Case | None:
    """The case of one title: marks for remarks, tone and model as they are where there is a mark."""
    score = analysis.report.scores.headline
    if score.value is None or score.interval is None:
        return None
    kept = [part.points for part in headline.features(analysis.reading)] if marks else []
    truths = (sum(scoring.saturate([*[min(1.0, weight)] * marks, *kept])) for weight in LOADS)
    return Case(score.value, score.interval, tuple(truths))


def coverage(cases: Sequence[Case]) -> dict[str, Any]:
    """How many intervals hold the truth, how many lie above and below it, and how wide they are."""
    level = mean(case.value for case in cases)
    place = min(range(len(LOADS)), key=lambda k: abs(mean(case.truths[k] for case in cases) - level))
    found = [(case.truths[place], case) for case in cases]
    return {
        "texts": len(cases),
        "weight of a mark": LOADS[place],
        "coverage": mean(case.interval[0] <= round(truth) <= case.interval[1] for truth, case in found),
        "truth below": mean(round(truth) < case.interval[0] for truth, case in found),
        "truth above": mean(round(truth) > case.interval[1] for truth, case in found),
        "width": mean(case.interval[1] - case.interval[0] for case in cases),
        "mean error": mean(abs(truth - case.value) for truth, case in found),
    }


def measure(data: Path, count: int, part: Part = Part.TEST) -> dict[str, Any]:
    """The coverage of both scores."""
    analyzer = Analyzer()
    worded = (language_case(analyzer.examine(Text(text)), marks) for text, marks in texts(data, part, count))
    headed = (headline_case(analyzer.examine(story), marks) for story, marks in titles(data))
    return {
        "wording": coverage([case for case in worded if case]),
        "headline": coverage([case for case in headed if case]),
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, default=100)
    parser.add_argument("--part", type=Part, default=Part.TEST)
    given = parser.parse_args()
    print(json.dumps(measure(given.folder, given.texts, given.part), indent=1))


if __name__ == "__main__":
    main()
