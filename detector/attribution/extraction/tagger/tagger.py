"""The trained layer: a conditional random field that labels source, cue and content.

The model lies in `model/tagger.bin`, beside a manifest that holds its sha256; `python -m training.tagger` makes both.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from detector.attribution.extraction.rules import extractor
from detector.attribution.extraction.tagger import crf, features, linking, postfilter
from detector.attribution.extraction.tagger.crf import Field
from detector.attribution.tokens.token_table import Words
from detector.attribution.tokens.types import RawQuotation
from detector.errors import DataError, reading

FOLDER = "models/attribution"
MODEL = "tagger.bin"
MANIFEST = "tagger.json"


def check(model: bytes, manifest: dict[str, Any]) -> None:
    """Raise `DataError` where `model` is not the one that `manifest` names, or was trained on other features."""
    if sha256(model).hexdigest() != manifest.get("sha256"):
        raise DataError(
            f"attribution/{FOLDER}/{MODEL} is damaged (its sha256 is not the manifest's): reinstall Undertone."
        )
    if manifest.get("templates") != list(features.TEMPLATES):
        raise DataError(f"attribution/{FOLDER}/{MODEL} is of another version of Undertone: reinstall Undertone.")


def open_model(data: bytes) -> Field:
    """A model out of the bytes of its file. Raises `DataError` where they are none."""
    try:
        return crf.read(data)
    except (KeyError, ValueError) as error:
        raise DataError(f"attribution/{FOLDER}/{MODEL} is damaged ({error}): reinstall Undertone.") from error


@cache
def load() -> Field:
    """The model of the package, loaded once. Raises `DataError` where it is missing or damaged."""
    folder = files("detector.languages.en").joinpath(FOLDER)
    with reading(f"attribution/{FOLDER}"):
        data = folder.joinpath(MODEL).read_bytes()
        manifest = json.loads(folder.joinpath(MANIFEST).read_text(encoding="utf-8"))
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


def label(model: Field, words: Words, ruled: Sequence[RawQuotation]) -> Tagging:
    """The same with a model that is handed over."""
    layout = features.read(words, ruled)
    labels, sure = model.label(layout)
    drafts = postfilter.sift(words, linking.link(words, labels, layout.blocks), ruled, sure)
    said = (each if name[2:] in linking.CONTENT else 1 - each for name, each in zip(labels, sure, strict=True))
    return Tagging(extractor.settle(words, drafts), tuple(said))
