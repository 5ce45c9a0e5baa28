"""Figures beyond English and of the new heads, by language, on parts held out by article, file, outlet or text; every
threshold is chosen on the development part of the same language."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detector.encoder.decoding import WORD, SpanRule, spans
from training.data.examples import Part
from training.encoder.heads import ATTRIBUTION, SENTENCE, TOKEN
from training.encoder.measure import Readings
from training.encoder.metrics import GRID, Spans, auc, best_macro, macro_f1, precision_recall, span_f1
from training.encoder.tables import Read

Figures = dict[str, Any]
CHARGED = SENTENCE.index("charged")
LEXICAL = [TOKEN.index(head) for head in ("Loaded_Language", "Name_Calling,Labeling")]
SPAN = TOKEN.index("span")


def by_language(reads: Sequence[Read]) -> dict[str, list[Read]]:
    """The readings of each language, in the order of their names."""
    out: dict[str, list[Read]] = defaultdict(list)
    for example, read in reads:
        out[example.language].append((example, read))
    return dict(sorted(out.items()))


def scores(reads: Sequence[Read], head: str) -> list[float]:
    """Probabilities of a sentence head."""
    return [float(read.sentence[SENTENCE.index(head)]) for _, read in reads]


def charged(readings: Readings, corpus: str) -> Figures:
    """Whether a sentence holds loaded words or a label: AUC of the sentence head, and of the strongest word piece."""
    table = {}
    for language, reads in by_language(readings.by[corpus, Part.TEST]).items():
        gold = [example.sentence["charged"] > 0.5 for example, _ in reads]
        pieces = [float(read.token[:, LEXICAL].max(initial=0.0)) for _, read in reads]
        any_technique = [example.sentence["persuades"] > 0.5 for example, _ in reads]
        table[language] = {
            "n": len(gold),
            "share": float(np.mean(gold)),
            "auc": auc(gold, scores(reads, "charged")),
            "auc_of_pieces": auc(gold, pieces),
            "auc_of_any_technique": auc(any_technique, scores(reads, "persuades")),
        }
    return table


def two_ways(readings: Readings, corpus: str, head: str, positive: str) -> Figures:
    """Macro-F1, F1 of the positive class and AUC by language."""
    dev, table = by_language(readings.by[corpus, Part.DEV]), {}
    for language, reads in by_language(readings.by[corpus, Part.TEST]).items():
        gold, known = ([e.label == positive for e, _ in part] for part in (reads, dev[language]))
        found, seen = scores(reads, head), scores(dev[language], head)
        least = best_macro(known, seen)
        sure = max(GRID, key=lambda each: precision_recall(known, seen, each).f1)
        table[language] = {
            "n": len(gold),
            "threshold": least,
            "macro_f1": macro_f1(gold, found, least),
            "macro_f1_at_half": macro_f1(gold, found, 0.5),
            "f1": precision_recall(gold, found, sure).f1,
            "auc": auc(gold, found),
        }
    return table


def _found(reads: Sequence[Read], threshold: float) -> dict[str, Spans]:
    rule = SpanRule(SPAN, threshold, 3)
    return {
        f"{place}": [(run.start, run.end) for run in spans(example.text, read, rule)]
        for place, (example, read) in enumerate(reads)
    }


def _gold(reads: Sequence[Read]) -> dict[str, Spans]:
    """The marked spans of each sentence, those that overlap as one."""
    out: dict[str, Spans] = {}
    for place, (example, _) in enumerate(reads):
        merged: list[tuple[int, int]] = []
        for start, end in sorted((mark.start, mark.end) for mark in example.marks if mark.head == "span"):
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        out[f"{place}"] = merged
    return out


def persuasion(readings: Readings, corpus: str) -> Figures:
    """Persuasion spans by language, each earning the share that is matched."""
    dev, table = by_language(readings.by[corpus, Part.DEV]), {}
    for language, reads in by_language(readings.by[corpus, Part.TEST]).items():
        reached = {each: span_f1(_found(dev[language], each), _gold(dev[language])).f1 for each in GRID[:12]}
        least = max(reached, key=reached.__getitem__)
        table[language] = {"threshold": least, "found": span_f1(_found(reads, least), _gold(reads))}
    return table


def _words(reads: Sequence[Read], head: str) -> tuple[NDArray[np.bool_], NDArray[np.float32]]:
    """Whether each word is marked, and the highest probability of its pieces."""
    gold, found = [], []
    for example, read in reads:
        marks = [(mark.start, mark.end) for mark in example.marks if mark.head == head]
        offsets, place = read.offsets, TOKEN.index(head)
        first = 0
        for match in WORD.finditer(example.text):
            start, end = match.span()
            while first < len(offsets) and offsets[first][1] <= start:
                first += 1
            last = first
            while last < len(offsets) and offsets[last][0] < end:
                last += 1
            found.append(read.token[first:last, place].max(initial=0.0))
            gold.append(any(left < end and right > start for left, right in marks))
    return np.array(gold), np.array(found, np.float32)


def attribution(readings: Readings, corpus: str) -> Figures:
    """Words of what is said, of cues and of sources."""
    table = {}
    for head in ATTRIBUTION:
        known, seen = _words(readings.by[corpus, Part.DEV], head)
        least = max(GRID, key=lambda each: precision_recall(known, seen, each).f1)
        table[head] = {
            "threshold": least,
            "found": precision_recall(*_words(readings.by[corpus, Part.TEST], head), least),
        }
    return table


def figures(readings: Readings) -> Figures:
    """All of them."""
    return {
        "charged": charged(readings, "semeval"),
        "charged, Slavic": charged(readings, "slavic"),
        "charged, PTC": charged(readings, "ptc"),
        "spans": persuasion(readings, "semeval"),
        "subjective": two_ways(readings, "subjective", "subjective", "SUBJ"),
        "check-worthy": two_ways(readings, "checkworthy", "check_worthy", "1"),
        "ClaimBuster": two_ways(readings, "claimbuster", "check_worthy", "1"),
        "clickbait, Spanish": two_ways(readings, "clickbait_es", "bait", "1"),
        "AnnoLexical, outlets never seen": two_ways(readings, "annolexical", "loaded", "Biased"),
        "attribution, German": attribution(readings, "wikinews"),
        "attribution, English": attribution(readings, "polnear"),
    }
