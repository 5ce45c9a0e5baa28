"""Measures a model folder through the product's own run time, on parts of the data that were never trained on."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from detector.encoder import Encoder
from detector.encoder.decoding import SpanRule, spans
from training.data.corpora import ptc_part, rows
from training.data.examples import Part
from training.data.gather import gather
from training.encoder import phrasing, wording
from training.encoder.heads import SENTENCE, TOKEN
from training.encoder.metrics import (
    Spans,
    auc,
    best_macro,
    bootstrap,
    macro_f1,
    middle,
    reliability,
    span_f1,
)  # fmt: skip
from training.encoder.tables import Read

Figures = dict[str, object]
SPAN = TOKEN.index("span")


@dataclass(frozen=True, slots=True)
class Readings:
    """Everything measured on, read once: by corpus and part."""

    by: dict[tuple[str, Part], list[Read]]

    def scores(self, corpus: str, part: Part, head: str) -> list[float]:
        """Probabilities of a sentence head."""
        return [float(read.sentence[SENTENCE.index(head)]) for _, read in self.by[corpus, part]]

    def gold(self, corpus: str, part: Part, positive: str) -> list[bool]:
        """Whether each example has the label `positive`."""
        return [example.label == positive for example, _ in self.by[corpus, part]]


def read_all(encoder: Encoder, data: Path) -> Readings:
    """The development and test examples of the labelled sets through the network."""
    by: dict[tuple[str, Part], list[Read]] = defaultdict(list)
    for example in gather(data):
        if example.part is not Part.TRAIN and example.corpus in {"babe", "ptc", "clickbait", "checkthat"}:
            by[example.corpus, example.part].append((example, encoder.read(example.text)))
    return Readings(by)


def two_way(readings: Readings, corpus: str, head: str, positive: str) -> Figures:
    """Macro-F1 at 0.5, which is the product's threshold (the development parts, of 105 and 296 sentences, are too
    small to choose a better one: it cost 0.1 of CheckThat! once), at the development part's best, and AUC."""
    dev = readings.gold(corpus, Part.DEV, positive), readings.scores(corpus, Part.DEV, head)
    gold, scores = readings.gold(corpus, Part.TEST, positive), readings.scores(corpus, Part.TEST, head)
    threshold = best_macro(*dev)
    groups: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    for (example, _), truth, score in zip(readings.by[corpus, Part.TEST], gold, scores, strict=True):
        groups[example.group].append((truth, score))
    interval = bootstrap(list(groups.values()), _macro_of_groups)
    return {
        "n": len(gold),
        "macro_f1": macro_f1(gold, scores, 0.5),
        "interval": interval,
        "auc": auc(gold, scores),
        "macro_f1_at_dev_threshold": macro_f1(gold, scores, threshold),
        "reliability": reliability(list(map(float, gold)), scores),
    }


def _macro_of_groups(groups: Sequence[Sequence[tuple[bool, float]]]) -> float:
    return macro_f1(*zip(*(pair for group in groups for pair in group), strict=True), 0.5)


def babe(readings: Readings) -> Figures:
    """BABE by article, with an interval over articles, AUC within outlets, and a reliability table."""
    figures = two_way(readings, "babe", "loaded", "Biased")
    reads = [*readings.by["babe", Part.TEST], *readings.by["babe", Part.DEV]]
    place = SENTENCE.index("loaded")
    within = {}
    for outlet in sorted({example.outlet for example, _ in reads}):
        mine = [(example.label == "Biased", float(read.sentence[place])) for example, read in reads
                if example.outlet == outlet]  # fmt: skip
        if 8 <= sum(gold for gold, _ in mine) <= len(mine) - 8:
            within[outlet] = auc(*zip(*mine, strict=True))
    figures["within_outlet_auc"] = within
    figures["within_outlet_auc_mean"] = float(np.mean(list(within.values())))
    gold = [float(example.label == "Biased") for example, _ in reads]
    figures["reliability"] = reliability(gold, [float(read.sentence[place]) for _, read in reads])
    return figures


def by_lean(readings: Readings, data: Path) -> Figures:
    """Errors at equal labels by the outlet's lean: neutral sentences taken for loaded, biased ones found; on test and
    development sentences."""
    leans = {row["outlet"]: row["type"] or "not stated" for row in rows(data / "babe.jsonl")}
    reads = [*readings.by["babe", Part.TEST], *readings.by["babe", Part.DEV]]
    table: dict[str, dict[str, float]] = {}
    for lean in sorted(set(leans.values())):
        mine = [(e.label == "Biased", float(r.sentence[0])) for e, r in reads if leans[e.outlet] == lean]
        gold, scores = zip(*mine, strict=True)
        plain = [score for biased, score in mine if not biased]
        table[lean] = {
            "n": len(mine),
            "macro_f1": macro_f1(gold, scores, 0.5),
            "auc": auc(gold, scores),
            "neutral_taken_for_loaded": sum(score >= 0.5 for score in plain) / len(plain),
            "biased_found": sum(score >= 0.5 for biased, score in mine if biased) / (len(mine) - len(plain)),
        }
    return dict(table)


def loaded_words(readings: Readings) -> Figures:
    """Words of BABE against the final list; see `training.encoder.wording`."""
    dev, test = (readings.by["babe", part] for part in (Part.DEV, Part.TEST))
    return wording.figures(dev, test, wording.beside_the_editor(dev))


def found_spans(reads: Sequence[Read], threshold: float, gap: int) -> dict[str, Spans]:
    """Spans of each article at a threshold; offsets into the article's text."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    rule = SpanRule(SPAN, threshold, gap)
    for example, read in reads:
        for run in spans(example.text, read, rule):
            found[example.group].append((run.start + example.start, run.end + example.start))
    return dict(found)


def identification(readings: Readings, data: Path) -> Figures:
    """Span identification: thresholds from held-out train articles, measured on the official dev articles; `strict`
    is what readers are shown, the lowest threshold with a precision of 0.55 on the held-out train articles."""
    gold: dict[Part, dict[str, Spans]] = {part: {} for part in Part}
    for row in rows(data / "ptc.jsonl"):
        gold[ptc_part(row)][row["id"]] = [(start, end) for start, end in row["si_spans"]]
    dev, test = readings.by["ptc", Part.DEV], readings.by["ptc", Part.TEST]
    grid = [(round(0.05 * step, 2), gap) for step in range(2, 13) for gap in (0, 1, 3, 6)]
    reached = {key: span_f1(found_spans(dev, *key), gold[Part.DEV]) for key in grid}
    best = middle({key: value.f1 for key, value in reached.items()})
    strict = next((key for key in grid if key[1] == 1 and reached[key].precision >= 0.55), (0.6, 1))
    found, truth = found_spans(test, *best), gold[Part.TEST]
    interval = bootstrap(sorted(truth), lambda drawn: span_f1(*_numbered(drawn, found, truth)).f1)
    return {
        "articles": len(truth),
        "interval": interval,
        "threshold": best[0],
        "gap": best[1],
        "dev": reached[best],
        "test": span_f1(found, truth),
        "strict_threshold": strict[0],
        "strict_dev": reached[strict],
        "strict": span_f1(found_spans(test, *strict), truth),
    }


def _numbered(
    drawn: Sequence[str], found: Mapping[str, Spans], truth: Mapping[str, Spans]
) -> tuple[dict[str, Spans], dict[str, Spans]]:
    """Found and gold spans of articles drawn with replacement, each draw an article of its own."""
    names = {f"{place}": article for place, article in enumerate(drawn)}
    return {key: found.get(name, ()) for key, name in names.items()}, {key: truth[name] for key, name in names.items()}


def bait(readings: Readings, data: Path) -> Figures:
    """Bait against the mean judgement; see `training.encoder.phrasing`."""
    dev, test = (readings.by["clickbait", part] for part in (Part.DEV, Part.TEST))
    return phrasing.figures(test, phrasing.fit(data, dev))


def figures(readings: Readings, data: Path) -> dict[str, Figures]:
    """All figures of `readings` on the labelled sets in `data`, but those of the article heads."""
    table: dict[str, Callable[[], Figures]] = {
        "babe": lambda: babe(readings),
        "words": lambda: loaded_words(readings),
        "checkthat": lambda: two_way(readings, "checkthat", "subjective", "SUBJ"),
        "clickbait": lambda: bait(readings, data),
        "identification": lambda: identification(readings, data),
    }
    return {name: measure() for name, measure in table.items()}
