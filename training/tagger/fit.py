"""Fitting the conditional random field, and writing it with its manifest."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from detector.attribution import features
from detector.attribution.tagger import MANIFEST, MODEL
from training.tagger.data import Marked, sequences


@dataclass(frozen=True, slots=True)
class Fit:
    """How the field is fitted (L-BFGS): L1 and L2 penalties, iterations, and how often a feature must be seen. The
    L1 penalty and the least frequency keep the model small."""

    c1: float = 3.0
    c2: float = 1.0
    iterations: int = 80
    least: int = 4


def fit(articles: Iterable[Marked], settings: Fit) -> bytes:
    """The model as the bytes of its file; the same articles in the same order give the same bytes."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for article in articles:
        for items, labels in sequences(article):
            trainer.append(items, labels)
    trainer.select("lbfgs")
    trainer.set_params(
        {
            "c1": settings.c1,
            "c2": settings.c2,
            "max_iterations": settings.iterations,
            "feature.minfreq": settings.least,
            "feature.possible_transitions": True,
        }
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / MODEL
        trainer.train(str(path))
        return path.read_bytes()


def write(model: bytes, folder: Path, settings: Fit, corpus: Path) -> None:
    """Write the model and the manifest that names it, its features and the corpus it was fitted on."""
    folder.mkdir(exist_ok=True)
    (folder / MODEL).write_bytes(model)
    manifest = {
        "made": "A conditional random field fitted on PolNeAR (training/tagger).",
        "sha256": sha256(model).hexdigest(),
        "templates": list(features.TEMPLATES),
        "fit": asdict(settings),
        "corpus_sha256": sha256(corpus.read_bytes()).hexdigest(),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
