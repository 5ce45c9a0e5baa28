"""What simpler means reach on the same held-out BABE sentences: outlets, TextBlob, TF-IDF, and the rules alone."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite
from textblob import TextBlob

from detector.encoder.decoding import WORD
from training.data.corpora import babe
from training.data.examples import Example, Part
from training.encoder.metrics import auc, best_macro, macro_f1
from training.encoder.wording import flags

Figures = dict[str, dict[str, float]]
NGRAMS = range(3, 6)
LEAST = 2  # sentences in which a term must stand


def terms(text: str) -> Iterator[str]:
    """Words, pairs of words, and three to five letters in a row, in lower case."""
    words = [match.group().lower() for match in WORD.finditer(text)]
    yield from words
    yield from (" ".join(pair) for pair in pairwise(words))
    for word in words:
        edged = f"_{word}_"
        yield from (edged[k : k + size] for size in NGRAMS for k in range(len(edged) - size + 1))


def weigh(text: str, spread: Mapping[str, float]) -> dict[str, float]:
    """TF-IDF of unit length; `spread` are the inverse document frequencies."""
    raw = {f"t:{t}": (1 + math.log(n)) * spread[t] for t, n in Counter(terms(text)).items() if t in spread}
    length = math.sqrt(sum(value**2 for value in raw.values())) or 1.0
    return {term: value / length for term, value in raw.items()}


def tf_idf(train: Sequence[Example], test: Sequence[Example]) -> list[float]:
    """Probabilities of logistic regression over TF-IDF (CRFsuite on sequences of one)."""
    held = Counter(term for example in train for term in set(terms(example.text)))
    spread = {term: math.log(len(train) / count) + 1 for term, count in held.items() if count >= LEAST}
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params={"c1": 0.0, "c2": 0.5, "max_iterations": 60}, verbose=False)
    for example in train:
        trainer.append([weigh(example.text, spread)], [example.label])
    tagger = pycrfsuite.Tagger()
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger.open(path)
    found = []
    for example in test:
        tagger.set([weigh(example.text, spread)])
        found.append(float(tagger.marginal("Biased", 0)))
    return found


def outlets(train: Sequence[Example], test: Sequence[Example]) -> list[float]:
    """The share of biased sentences of the outlet: what its name alone gives away."""
    every, biased = Counter(e.outlet for e in train), Counter(e.outlet for e in train if e.label == "Biased")
    return [biased[example.outlet] / max(1, every[example.outlet]) for example in test]


def measure(data: Path) -> Figures:
    """Macro-F1 and AUC of each; thresholds from the training part."""
    parts: dict[bool, list[Example]] = {True: [], False: []}
    for example in babe(data):
        parts[example.part is Part.TEST].append(example)
    train, test = parts[False], parts[True]
    gold, known = ([example.label == "Biased" for example in part] for part in (test, train))
    subjective = [[TextBlob(example.text).sentiment.subjectivity for example in part] for part in (test, train)]
    flagged = [float(bool(flags(example))) for example in test]
    scored = {
        "the outlet's name alone": (outlets(train, test), 0.5),
        "TextBlob subjectivity": (subjective[0], best_macro(known, subjective[1])),
        "rules alone (any remark)": (flagged, 0.5),
        "TF-IDF, logistic regression": (tf_idf(train, test), 0.5),
    }
    return {
        name: {"n": len(test), "macro_f1": macro_f1(gold, scores, least), "auc": auc(gold, scores)}
        for name, (scores, least) in scored.items()
    }
