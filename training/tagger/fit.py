"""Fitting the conditional random field, and writing it with its manifest."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pycrfsuite

from detector.attribution.extraction.tagger import features
from detector.attribution.extraction.tagger.tagger import MANIFEST, MODEL
from detector.languages.en import GRAMMAR
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
        path = str(Path(folder) / "tagger.crf")
        trainer.train(path)
        return pack(path)


def pack(path: str) -> bytes:
    """A fitted field in the form that `detector.attribution.extraction.tagger.crf` reads; the tables are sorted, so
    that the same field gives the same bytes."""
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    told = tagger.info()
    labels = sorted(told.labels, key=lambda label: int(told.labels[label]))
    split = {name: (name[:2] if name[1] != "-" else name[:3]) for name in told.attributes}
    columns: defaultdict[str, set[str]] = defaultdict(set)
    for name, template in split.items():
        columns[template[0]].add(name[len(template) :])
    values = {key: {value: row for row, value in enumerate(sorted(known), 1)} for key, known in columns.items()}
    shape = {template: (len(values[template[0]]) + 1, len(labels)) for template in features.TEMPLATES}
    weights = {template: np.zeros(size, dtype="<f4") for template, size in shape.items()}
    for (name, label), weight in told.state_features.items():
        template = split[name]
        weights[template][values[template[0]][name[len(template) :]], labels.index(label)] = weight
    transitions = np.zeros((len(labels), len(labels)), dtype="<f4")
    for (one, other), weight in told.transitions.items():
        transitions[labels.index(one), labels.index(other)] = weight
    table = {
        "labels": labels,
        "templates": list(weights),
        "columns": {key: sorted(values[key]) for key in sorted(values)},
    }
    head = json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()
    return b"\n".join((head, b"".join(matrix.tobytes() for matrix in (transitions, *weights.values()))))


def keep(folder: Path) -> None:
    """Let the model in `folder` stand although an edit of a lexicon changed classes of words: the manifest takes over
    their hash. Measure before; where the figures fell, fit anew."""
    path = folder / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["classes_sha256"] = features.classes_sha256(GRAMMAR)
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def write(model: bytes, folder: Path, settings: Fit, corpus: Path) -> None:
    """Write the model and the manifest that names it, its features and the corpus it was fitted on."""
    folder.mkdir(exist_ok=True)
    (folder / MODEL).write_bytes(model)
    manifest = {
        "made": "A conditional random field fitted on PolNeAR (training/tagger).",
        "sha256": sha256(model).hexdigest(),
        "templates": list(features.TEMPLATES),
        "classes_sha256": features.classes_sha256(GRAMMAR),
        "fit": asdict(settings),
        "corpus_sha256": sha256(corpus.read_bytes()).hexdigest(),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
