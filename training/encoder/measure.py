"""Measures a model folder through the product's own run time, on parts of the data that were never trained on."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from detector.encoder import Encoder, load
from detector.encoder.decoding import SpanRule, choose, spans, words
from detector.encoder.network import Pass
from training.encoder.corpora import FINAL_WORD, gather, ptc_part, rows
from training.encoder.examples import Example, Part
from training.encoder.heads import SENTENCE, TECHNIQUES, TOKEN
from training.encoder.metrics import (
    Spans,
    auc,
    best_f1,
    best_macro,
    bootstrap,
    macro_f1,
    precision_recall,
    reliability,
    span_f1,
    spearman,
)  # fmt: skip

Read = tuple[Example, Pass]
Figures = dict[str, object]
SPAN, WORD = TOKEN.index("span"), TOKEN.index("word")
FIRST = len(TOKEN) - len(TECHNIQUES)


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
    """Macro-F1 at the threshold of the development part and at 0.5, with AUC."""
    dev = readings.gold(corpus, Part.DEV, positive), readings.scores(corpus, Part.DEV, head)
    gold, scores = readings.gold(corpus, Part.TEST, positive), readings.scores(corpus, Part.TEST, head)
    threshold = best_macro(*dev)
    return {"n": len(gold), "macro_f1": macro_f1(gold, scores, threshold), "macro_f1_at_half":
            macro_f1(gold, scores, 0.5), "auc": auc(gold, scores), "threshold": threshold,
            "dev_macro_f1": macro_f1(*dev, threshold)}  # fmt: skip


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
    threshold = float(str(figures["threshold"]))
    figures["interval"] = bootstrap(_resampled(readings.by["babe", Part.TEST], place, threshold))
    figures["within_outlet_auc"] = within
    figures["within_outlet_auc_mean"] = float(np.mean(list(within.values())))
    gold = [float(example.label == "Biased") for example, _ in reads]
    figures["reliability"] = reliability(gold, [float(read.sentence[place]) for _, read in reads])
    return figures


def _resampled(reads: Sequence[Read], place: int, threshold: float, draws: int = 400) -> list[float]:
    """Macro-F1 over articles drawn with replacement."""
    groups: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    for example, read in reads:
        groups[example.group].append((example.label == "Biased", float(read.sentence[place])))
    keys, rng = sorted(groups), np.random.default_rng(5)
    drawn = ([pair for key in rng.integers(0, len(keys), len(keys)) for pair in groups[keys[key]]]
             for _ in range(draws))  # fmt: skip
    return [macro_f1(*zip(*pairs, strict=True), threshold) for pairs in drawn]


def _words(reads: Sequence[Read]) -> tuple[list[bool], list[float]]:
    gold, scores = [], []
    for example, read in reads:
        final = [(mark.start, mark.end) for mark in example.marks if mark.value == FINAL_WORD]
        for word in words(example.text, read, WORD):
            gold.append(any(start < word.end and end > word.start for start, end in final))
            scores.append(word.loaded)
    return gold, scores


def loaded_words(readings: Readings) -> Figures:
    """F1 over the words of BABE against the final list, at the development part's threshold."""
    dev, test = (_words(readings.by["babe", part]) for part in (Part.DEV, Part.TEST))
    threshold = best_f1(*dev)
    strict = next((t for t in np.arange(0.3, 0.96, 0.02) if precision_recall(*dev, t)[0] >= 0.7), 0.96)
    return {
        "threshold": threshold,
        "dev": precision_recall(*dev, threshold),
        "test": precision_recall(*test, threshold),
        "strict_threshold": float(strict),
        "strict": precision_recall(*test, float(strict)),
    }


def found_spans(reads: Sequence[Read], threshold: float, gap: int, peak: float = 0.0) -> dict[str, Spans]:
    """Spans of each article at a threshold, with a piece of at least `peak`; offsets into the article's text."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    rule = SpanRule(SPAN, TECHNIQUES, threshold, gap)
    for example, read in reads:
        for span in spans(example.text, read, rule):
            if span.peak >= peak:
                found[example.group].append((span.start + example.start, span.end + example.start))
    return dict(found)


def identification(readings: Readings, data: Path) -> Figures:
    """Span identification: thresholds from held-out train articles, measured on the official dev articles."""
    gold: dict[Part, dict[str, Spans]] = {part: {} for part in Part}
    for row in rows(data / "ptc.jsonl"):
        gold[ptc_part(row)][row["id"]] = [(start, end) for start, end in row["si_spans"]]
    dev, test = readings.by["ptc", Part.DEV], readings.by["ptc", Part.TEST]
    grid = [(round(0.05 * step, 2), gap) for step in range(2, 15) for gap in (0, 1, 3, 6)]
    reached = {key: span_f1(found_spans(dev, *key), gold[Part.DEV]) for key in grid}
    best = max(grid, key=lambda key: reached[key][2])
    peaks = [round(best[0] + 0.05 * step, 2) for step in range(1, 14)]
    strict = next((p for p in peaks if span_f1(found_spans(dev, *best, p), gold[Part.DEV])[0] >= 0.5), peaks[-1])
    return {
        "threshold": best[0],
        "gap": best[1],
        "dev": reached[best],
        "test": span_f1(found_spans(test, *best), gold[Part.TEST]),
        "strict_peak": strict,
        "strict": span_f1(found_spans(test, *best, strict), gold[Part.TEST]),
        "best_on_test": max(span_f1(found_spans(test, t, g), gold[Part.TEST])[2] for t, g in grid if g == best[1]),
    }


def technique(readings: Readings, data: Path) -> Figures:
    """Technique of given spans, micro-F1 (each span one technique; several labels for one span: as many choices)."""
    right = total = 0
    lines: dict[str, list[Read]] = defaultdict(list)
    for example, read in readings.by["ptc", Part.TEST]:
        lines[example.group].append((example, read))
    for row in rows(data / "ptc.jsonl"):
        if ptc_part(row) is not Part.TEST:
            continue
        labels: dict[tuple[int, int], list[str]] = defaultdict(list)
        for span in row["spans"]:
            labels[span["start"], span["end"]].append(span["label"])
        for (start, end), names in labels.items():
            pieces = [read.token[place, FIRST:] for example, read in lines[row["id"]]
                      for place, (left, right_) in enumerate(read.offsets)
                      if left + example.start < end and right_ + example.start > start]  # fmt: skip
            total += len(names)
            if pieces:
                order = np.argsort(-choose(np.stack(pieces)))[: len(names)]
                right += len({TECHNIQUES[place] for place in order} & set(names))
    return {"spans": total, "micro_f1": right / total}


def clickbait(readings: Readings) -> Figures:
    """Bait against the mean judgement: rank correlation, mean squared error, F1 of the class at 0.5."""
    gold = [example.sentence["bait"] for example, _ in readings.by["clickbait", Part.TEST]]
    scores = readings.scores("clickbait", Part.TEST, "bait")
    labels = readings.gold("clickbait", Part.TEST, "1")
    error = float(np.mean((np.array(gold) - scores) ** 2))
    reached = precision_recall(labels, scores, 0.5)
    return {"n": len(gold), "spearman": spearman(gold, scores), "mse": error, "precision_recall_f1": reached}


def figures(folder: Path, data: Path) -> dict[str, Figures]:
    """All figures of the model in `folder` on the labelled sets in `data`."""
    readings = read_all(load(folder), data)
    table: dict[str, Callable[[], Figures]] = {
        "babe": lambda: babe(readings),
        "words": lambda: loaded_words(readings),
        "checkthat": lambda: two_way(readings, "checkthat", "subjective", "SUBJ"),
        "clickbait": lambda: clickbait(readings),
        "identification": lambda: identification(readings, data),
        "technique": lambda: technique(readings, data),
    }
    return {name: measure() for name, measure in table.items()}
