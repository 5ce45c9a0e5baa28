"""The figures: thresholds chosen on one part, scores on another; each is the measure of the set's own paper."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Spans = Sequence[tuple[int, int]]
Case = TypeVar("Case")
GRID = [round(0.05 * step, 2) for step in range(2, 19)]


class Found(NamedTuple):
    """How well something was found."""

    precision: float
    recall: float
    f1: float


class Interval(NamedTuple):
    """Where a figure lies in 95 of 100 draws."""

    low: float
    high: float


class Bin(NamedTuple):
    """A part of the scale: the mean score, the share of positives, and how many (`n`) scores lie in it."""

    score: float
    share: float
    n: int


def macro_f1(gold: Sequence[bool], scores: Sequence[float], threshold: float) -> float:
    """Macro-F1 of `scores` at or above `threshold` against `gold`."""
    truth, marked = np.asarray(gold, bool), np.asarray(scores) >= threshold
    return (_f1(truth, marked) + _f1(~truth, ~marked)) / 2


def _f1(truth: NDArray[np.bool_], marked: NDArray[np.bool_]) -> float:
    """F1 of the positive class; 0 where it neither is nor is marked."""
    return float(2 * (truth & marked).sum() / max(1, truth.sum() + marked.sum()))


def micro_f1(gold: NDArray[np.bool_], found: NDArray[np.bool_]) -> float:
    """F1 over all decisions of a table at once."""
    return _f1(gold, found)


def auc(gold: Sequence[bool], scores: Sequence[float]) -> float:
    """Area under the ROC curve: how often a positive lies above a negative, ties half (Hanley and McNeil 1982)."""
    truth, ranks = np.asarray(gold, bool), _ranks(np.asarray(scores))
    positives, negatives = int(truth.sum()), int((~truth).sum())
    return float((ranks[truth].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def best_macro(gold: Sequence[bool], scores: Sequence[float]) -> float:
    """The threshold of the best macro-F1."""
    return middle({threshold: macro_f1(gold, scores, threshold) for threshold in GRID})


def middle(reached: Mapping[Case, float]) -> Case:
    """Of what reached its figures, in order, the middle of all within 0.005 of the best, so that noise decides less."""
    good = [case for case, value in reached.items() if value >= max(reached.values()) - 0.005]
    return good[len(good) // 2]


def precision_recall(gold: Sequence[bool], scores: Sequence[float], threshold: float) -> Found:
    """Precision, recall and F1 of the positive class."""
    truth, marked = np.asarray(gold, bool), np.asarray(scores) >= threshold
    hits = float((truth & marked).sum())
    precision, recall = hits / max(1, marked.sum()), hits / max(1, truth.sum())
    return Found(precision, recall, 2 * precision * recall / max(1e-9, precision + recall))


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Rank correlation, ties at their mean rank."""
    ranks = [_ranks(np.asarray(values)) for values in (one, other)]
    return float(np.corrcoef(*ranks)[0, 1])


def _ranks(values: Numbers) -> Numbers:
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray((ends - (counts - 1) / 2)[inverse], np.float64)


def span_f1(found: Mapping[str, Spans], gold: Mapping[str, Spans]) -> Found:
    """Precision, recall, F1 of SemEval-2020 task 11 (SI): each span earns the share of it that is matched."""
    overlap_found = overlap_gold = 0.0
    for article, truth in gold.items():
        for start, end in found.get(article, ()):
            for left, right in truth:
                shared = max(0, min(end, right) - max(start, left))
                overlap_found += shared / (end - start)
                overlap_gold += shared / (right - left)
    precision = overlap_found / max(1, sum(len(found.get(article, ())) for article in gold))
    recall = overlap_gold / max(1, sum(map(len, gold.values())))
    return Found(precision, recall, 2 * precision * recall / max(1e-9, precision + recall))


def reliability(gold: Sequence[float], scores: Sequence[float], bins: int = 10) -> list[Bin]:
    """Each part of the scale, a tenth by default, that holds any score."""
    truth, marked = np.asarray(gold, float), np.asarray(scores)
    places = np.minimum((marked * bins).astype(int), bins - 1)
    return [
        Bin(float(marked[places == place].mean()), float(truth[places == place].mean()), int((places == place).sum()))
        for place in range(bins)
        if (places == place).any()
    ]


def bootstrap(groups: Sequence[Case], statistic: Callable[[list[Case]], float], draws: int = 400) -> Interval:
    """The 95 % interval of `statistic` over groups (articles, headlines) drawn with replacement."""
    rng = np.random.default_rng(5)
    drawn = (rng.integers(0, len(groups), len(groups)) for _ in range(draws))
    low, high = np.percentile([statistic([groups[place] for place in places]) for places in drawn], [2.5, 97.5])
    return Interval(float(low), float(high))
