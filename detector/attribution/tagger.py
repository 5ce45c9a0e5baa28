"""The trained layer: a conditional random field (Lafferty et al. 2001) that labels source, cue and content.

The model lies in `model/tagger.crf`, beside a manifest that holds its sha256; `python -m training.tagger` makes both.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from threading import Lock
from typing import Any

import pycrfsuite

from detector.attribution import features, linking, quotations, sieve
from detector.attribution.raw import RawQuotation
from detector.attribution.words import Words
from detector.errors import DataError

FOLDER = "model"
MODEL = "tagger.crf"
MANIFEST = "tagger.json"


def check(model: bytes, manifest: dict[str, Any]) -> None:
    """Raise `DataError` where `model` is not the one that `manifest` names, or was trained on other features."""
    if sha256(model).hexdigest() != manifest.get("sha256"):
        raise DataError(
            f"attribution/{FOLDER}/{MODEL} is damaged (its sha256 is not the manifest's): reinstall Undertone."
        )
    if manifest.get("templates") != list(features.TEMPLATES):
        raise DataError(f"attribution/{FOLDER}/{MODEL} is of another version of Undertone: reinstall Undertone.")


@dataclass(frozen=True, slots=True)
class Model:
    """A tagger and the bytes it was opened from, which it reads in place and which must outlive it. The tagger keeps
    the sequence it was given last, so threads take turns."""

    data: bytes
    tagger: pycrfsuite.Tagger
    turn: Lock

    def tag(self, items: Sequence[features.Item]) -> tuple[list[str], list[float]]:
        """The label of each item, and how probable it is (1 where nothing is labelled)."""
        with self.turn:
            labels: list[str] = self.tagger.tag(items)
            if all(label == "O" for label in labels):
                return labels, [1.0] * len(labels)
            return labels, [self.tagger.marginal(label, index) for index, label in enumerate(labels)]


def open_model(data: bytes) -> Model:
    """A model out of the bytes of its file."""
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(data)
    return Model(data, tagger, Lock())


@cache
def load() -> Model:
    """The model of the package, loaded once. Raises `DataError` where it is missing or damaged."""
    folder = files("detector.attribution").joinpath(FOLDER)
    try:
        data = folder.joinpath(MODEL).read_bytes()
        manifest = json.loads(folder.joinpath(MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"attribution/{FOLDER} cannot be read ({error}): reinstall Undertone.") from error
    check(data, manifest)
    return open_model(data)


@dataclass(frozen=True, slots=True)
class Tagging:
    """What the tagger finds in an article: quotations in the order of their content, and for each token how probable
    it is that somebody says it."""

    quotations: tuple[RawQuotation, ...]
    said: tuple[float, ...]


def extract(words: Words, ruled: Sequence[RawQuotation]) -> Tagging:
    """What the tagger finds in an article; `ruled` are what the rules found there, which it weighs with everything
    else."""
    return label(load(), words, ruled)


def label(model: Model, words: Words, ruled: Sequence[RawQuotation]) -> Tagging:
    """The same with a model that is handed over."""
    labels: list[str] = []
    sure: list[float] = []
    blocks = []
    for block, items in features.read(words, ruled):
        found, probable = model.tag(items)
        labels += found
        sure += probable
        blocks.append(block)
    drafts = sieve.sift(words, linking.link(words, labels, blocks), ruled, sure)
    said = (each if name[2:] in linking.CONTENT else 1 - each for name, each in zip(labels, sure, strict=True))
    return Tagging(quotations.settle(words, drafts), tuple(said))
