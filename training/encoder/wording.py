"""Fits the judgement of a word from four token heads and its sentence: as experts mark it, by whether a rule flags it,
on BABE's development part; and as an editor marks it where no rule does, in articles and in headlines, on what
`training.data.annotated` holds. Measures what readers are shown. `python -m training.encoder.wording --data FOLDER
[--write]`; without torch.

Logistic regressions over the log-odds that a word's pieces reach under the word, span, loaded-language and labelling
heads, those of the loaded sentence, and how far the word is below the strongest one of its sentence (annotators mark
the strongest words, not all); for experts over one more input for a rule's flag, whose weight is the difference of the
first two biases that the product holds.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detector import Analyzer, Text, page, rules
from detector.analysis import read_article
from detector.article import AUTHOR, Part, Reading, Span
from detector.dimensions import wording
from detector.encoder import HOME, Encoder, load
from detector.encoder.decoding import pieces, word_inputs
from detector.encoder.files import ARTICLES
from detector.encoder.network import Pass
from detector.rules.matching import match
from detector.settings import SETTINGS
from training.data.annotated import Place, annotated
from training.data.corpora import FINAL_WORD, babe
from training.data.examples import Example
from training.data.examples import Part as Split
from training.encoder.heads import SENTENCE, TOKEN
from training.encoder.metrics import precision_recall, reliability
from training.encoder.tables import Read, put, read_part

Numbers = NDArray[np.float64]
Edited = tuple[Numbers, bool]
HEADS = ("word", "span", "Loaded_Language", "Name_Calling,Labeling", "marked", "titled")
PLACES = tuple(TOKEN.index(head) for head in HEADS)
WHOLE = "loaded"  # the head of the sentence
STRENGTH = 25.0  # of the pull towards 0, in examples, on inputs of unit spread
GRID = [round(0.02 * step, 2) for step in range(5, 40)]


def _within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(left < end and right > start for left, right in spans)


def gold(example: Example) -> list[tuple[int, int]]:
    """The words of BABE's final list."""
    return [(mark.start, mark.end) for mark in example.marks if mark.value == FINAL_WORD]


def flags(example: Example) -> list[tuple[int, int]]:
    """Where rules alone flag the wording of a sentence."""
    article = page.read_text(example.text, None)
    shift = article.text.index(example.text.strip()) - (len(example.text) - len(example.text.lstrip()))
    hits = match(rules.load("en"), read_article(article), wording.ID)
    return [(hit.span.start - shift, hit.span.end - shift) for hit in hits]


def _rows(example: Example, read: Pass) -> Iterator[tuple[Numbers, bool, bool]]:
    """Inputs, whether a rule flags it and whether it is gold, of every word that carries meaning."""
    flagged, marked = flags(example), gold(example)
    found = [(span, first, last) for span, first, last in pieces(example.text, read.offsets) if first < last]
    inputs = word_inputs(read, [(first, last) for _, first, last in found], PLACES, SENTENCE.index(WHOLE))
    for (span, _, _), row in zip(found, inputs, strict=True):
        yield np.asarray(row, np.float64), _within(*span, flagged), _within(*span, marked)


def table(reads: Sequence[Read]) -> tuple[Numbers, NDArray[np.bool_], NDArray[np.bool_]]:
    """Inputs (the flag last), flags and gold of all words."""
    rows = [row for example, read in reads for row in _rows(example, read)]
    flagged, marked = (np.array([row[place] for row in rows], bool) for place in (1, 2))
    return np.column_stack([np.stack([row[0] for row in rows]), flagged]), flagged, marked


def regress(inputs: Numbers, targets: Numbers | NDArray[np.bool_], strength: float = STRENGTH) -> tuple[Numbers, float]:
    """Weights and bias of a logistic regression on targets 0..1 (Newton's method)."""
    mean, spread = inputs.mean(0), inputs.std(0) + 1e-9
    scaled = np.column_stack([(inputs - mean) / spread, np.ones(len(inputs))])
    pull = np.diag([strength] * inputs.shape[1] + [0.0])
    fit = np.zeros(scaled.shape[1])
    for _ in range(40):
        guess = 1 / (1 + np.exp(-scaled @ fit))
        curve = (scaled * (guess * (1 - guess))[:, None]).T @ scaled + pull
        fit -= np.linalg.solve(curve, scaled.T @ (guess - targets) + pull @ fit)
    weights = fit[:-1] / spread
    return weights, float(fit[-1] - weights @ mean)


def fit(reads: Sequence[Read], edited: Sequence[Edited], titled: Sequence[Edited]) -> dict[str, Any]:
    """The table for `articles.json`: experts' judgement from BABE's sentences, an editor's from the `edited` words of
    articles and the `titled` ones of headlines."""
    editor = [regress(*map(np.array, zip(*rows, strict=True))) for rows in (edited, titled)]
    return judgement(reads, [_rounded(each) for each, _ in editor], [round(each, 5) for _, each in editor])


def judgement(reads: Sequence[Read], weights: Sequence[list[float]], biases: Sequence[float]) -> dict[str, Any]:
    """Experts' judgement from BABE's sentences, with an editor's `weights` and `biases`."""
    inputs, _, marked = table(reads)
    fitted, bias = regress(inputs, marked)
    experts = _rounded(fitted[:-1])
    return {
        "names": list(HEADS),
        "sentence": WHOLE,
        "weights": [experts, experts, *weights],
        "biases": [round(bias, 5), round(bias + float(fitted[-1]), 5), *biases],
    }


def beside_the_editor(reads: Sequence[Read]) -> dict[str, Any]:
    """Experts' judgement from BABE's sentences, with an editor's as it is in the package."""
    held = json.loads((HOME / ARTICLES).read_text(encoding="utf-8"))["words"]
    return judgement(reads, held["weights"][2:], held["biases"][2:])


def _rounded(weights: Numbers) -> list[float]:
    return [round(float(weight), 5) for weight in weights]


def edited(encoder: Encoder, data: Path) -> tuple[list[Edited], list[Edited]]:
    """The words that an editor judged, of articles and of headlines."""
    return list(edited_words(encoder, data)), list(titled_words(encoder, data))


def edited_words(encoder: Encoder, data: Path) -> Iterator[Edited]:
    """Inputs of every word of the annotated articles that stands in the author's voice and that no rule flags, and
    whether the editor marked it."""
    analyzer = Analyzer(model=None)
    for story in annotated(data):
        if not story.is_whole or story.part is Split.TRAIN:
            continue
        analysis = analyzer.examine(Text(story.text))
        flagged = [(each.start, each.end) for each in analysis.report.findings if each.dimension == wording.ID]
        loaded = story.loaded_in(analysis.reading.article.text)
        for sentence in analysis.reading.prose.sentences:
            if sentence.part is Part.BODY:
                yield from _edited(encoder, analysis.reading, sentence.span, flagged, loaded)


def _edited(
    encoder: Encoder, reading: Reading, span: Span, flagged: Sequence[Place], loaded: Sequence[Place]
) -> Iterator[Edited]:
    for (start, end), row in _inputs(encoder, span.of(reading.article.text)):
        place = Span(span.start + start, span.start + end)
        if reading.voice_at(place) == AUTHOR and not _within(place.start, place.end, flagged):
            yield row, _within(place.start, place.end, loaded)


def titled_words(encoder: Encoder, data: Path) -> Iterator[Edited]:
    """The same of the words of the annotated headlines, whoever says them."""
    for story in annotated(data):
        for place, row in _inputs(encoder, story.title):
            yield row, _within(*place, story.headline)


def _inputs(encoder: Encoder, text: str) -> Iterator[tuple[Place, Numbers]]:
    read = encoder.read(text)
    found = [(place, first, last) for place, first, last in pieces(text, read.offsets) if first < last]
    inputs = word_inputs(read, [(first, last) for _, first, last in found], PLACES, SENTENCE.index(WHOLE))
    for (place, _, _), row in zip(found, inputs, strict=True):
        yield place, np.asarray(row, np.float64)


def chances(inputs: Numbers, flagged: NDArray[np.bool_], judged: dict[str, Any]) -> Numbers:
    """The probability that experts mark each word."""
    biases = np.where(flagged, judged["biases"][1], judged["biases"][0])
    return _chances(inputs, judged["weights"][0], biases)


def edited_chances(inputs: Numbers, judged: dict[str, Any]) -> Numbers:
    """The probability that an editor marks each word, if no rule does."""
    return _chances(inputs, judged["weights"][2], judged["biases"][2])


def _chances(inputs: Numbers, weights: Sequence[float], biases: Numbers | float) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-(inputs[:, :-1] @ np.array(weights) + biases))), np.float64)


def best(marked: NDArray[np.bool_], scores: Numbers) -> float:
    """The threshold of the best F1."""
    return max(GRID, key=lambda least: precision_recall(marked, scores, least).f1)


def figures(dev: Sequence[Read], test: Sequence[Read], judged: dict[str, Any]) -> dict[str, Any]:
    """Precision, recall and F1 over the words of the test part against BABE's final list: of rules, of the word head,
    of the judgement without and with rules (at thresholds of the development part), and of what readers are shown; and
    the precision from each probability."""
    inputs, flagged, marked = table(test)
    dev_inputs, dev_flagged, dev_marked = table(dev)
    least, settings = {}, SETTINGS.fusion
    told: dict[str, Any] = {"words": len(marked), "marked": int(marked.sum())}
    told["rules"] = precision_recall(marked, flagged, 0.5)
    plain = np.zeros_like(flagged), np.zeros_like(dev_flagged)
    for name, own, others in (("model", *plain), ("model and rules", flagged, dev_flagged)):
        least[name] = best(dev_marked, chances(dev_inputs, others, judged))
        told[name] = precision_recall(marked, chances(inputs, own, judged), least[name])
    sure = chances(inputs, flagged, judged)
    shown = np.where(flagged, sure >= settings.plain, edited_chances(inputs, judged) >= settings.marked)
    told["shown"] = precision_recall(marked, shown, 0.5)
    told["shown by the model alone"] = precision_recall(marked, shown & ~flagged, 0.5).precision
    told["dropped by the model"] = precision_recall(marked, flagged & ~shown, 0.5).precision
    told["thresholds"] = least
    told["reliability"] = reliability(marked.astype(float), sure.tolist())
    return told


def main() -> None:
    """Fit on the development part, print the figures on the test part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    arguments = parser.parse_args()
    encoder = load()
    dev, test = (read_part(encoder, babe(arguments.data), part) for part in (Split.DEV, Split.TEST))
    judged = fit(dev, *edited(encoder, arguments.data))
    print(json.dumps({"table": judged, "figures": figures(dev, test, judged)}, indent=1))
    if arguments.write:
        put("words", judged, HOME)


if __name__ == "__main__":
    main()
