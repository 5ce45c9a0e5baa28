"""The trained layer: a conditional random field that labels source, cue and content.

The model lies in `models/attribution/tagger.bin` of its language, beside a manifest that holds its sha256 and that of
the classes of words it was fitted with; `python -m training.tagger` makes both.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from detector.attribution.extraction.rules import extractor
from detector.attribution.extraction.tagger import crf, features, linking, postfilter
from detector.attribution.extraction.tagger.crf import ConditionalRandomField
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation
from detector.errors import DataError, reading
from detector.languages.grammar import AttributionGrammar

MODEL = "tagger.bin"
MANIFEST = "tagger.json"


def check(name: str, model: bytes, manifest: Mapping[str, Any], classes_sha256: str) -> None:
    """Raise `DataError` where `model`, of the folder that is called `name`, is not the one that `manifest` names, or
    was fitted on other features or with other classes of words than the lexicons of today give."""
    if sha256(model).hexdigest() != manifest.get("sha256"):
        raise DataError(f"{name}/{MODEL} is damaged (its sha256 is not the manifest's): reinstall Undertone.")
    if manifest.get("templates") != list(features.TEMPLATES):
        raise DataError(f"{name}/{MODEL} is of another version of Undertone: reinstall Undertone.")
    if manifest.get("classes_sha256") != classes_sha256:
        raise DataError(
            f"{name}/{MODEL} does not fit the lexicons (a word changed its class): reinstall Undertone, or, where you"
            " edited a lexicon, fit the model again, or keep it (python -m training.tagger --help)."
        )


def open_model(data: bytes, name: str = MODEL) -> ConditionalRandomField:
    """A model out of the bytes of its file, which errors call `name`. Raises `DataError` where they are none."""
    try:
        return crf.parse(data)
    except (KeyError, ValueError) as error:
        raise DataError(f"{name} is damaged ({error}): reinstall Undertone.") from error


@cache
def load(grammar: AttributionGrammar) -> ConditionalRandomField:
    """The model of a language that has one, loaded once. Raises `DataError` where it is missing or damaged, or does not
    fit the lexicons."""
    if grammar.tagger is None:
        raise DataError("This language has no tagger: reinstall Undertone.")
    folder, name = grammar.tagger.folder, grammar.tagger.name
    with reading(name):
        data = folder.joinpath(MODEL).read_bytes()
        manifest = json.loads(folder.joinpath(MANIFEST).read_text(encoding="utf-8"))
        check(name, data, manifest, features.classes_sha256(grammar))
    return open_model(data, f"{name}/{MODEL}")


@dataclass(frozen=True, slots=True)
class Tagging:
    """What the tagger finds in an article: quotations in the order of their content, and for each token how probable
    it is that somebody says it."""

    quotations: tuple[RawQuotation, ...]
    said: tuple[float, ...]


def label(model: ConditionalRandomField, words: TokenTable, ruled: Sequence[RawQuotation]) -> Tagging:
    """What `model` finds in an article; `ruled` are what the rules found there, which it weighs with everything
    else."""
    layout = features.lay_out(words, ruled)
    labels, sure = model.label(layout)
    drafts = postfilter.drop_implausible(words, linking.link(words, labels, layout.blocks), ruled, sure)
    said = (each if name[2:] in linking.CONTENT else 1 - each for name, each in zip(labels, sure, strict=True))
    return Tagging(extractor.to_quotations(words, drafts), tuple(said))
