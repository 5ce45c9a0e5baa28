"""The trained layer: its file, and that it fits this version and its lexicons."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from detector.attribution.extraction.tagger import features, tagger
from detector.errors import DataError
from detector.languages.en import GRAMMAR
from detector.languages.grammar import AttributionGrammar

MANIFEST = {
    "sha256": sha256(b"model").hexdigest(),
    "templates": list(features.TEMPLATES),
    "classes_sha256": features.classes_sha256(GRAMMAR),
}


def check(model: bytes = b"model", grammar: AttributionGrammar = GRAMMAR, **changed: object) -> None:
    tagger.check("models", model, MANIFEST | changed, features.classes_sha256(grammar))


def test_a_model_that_fits_is_taken():
    check()


def test_a_damaged_model_is_refused():
    with pytest.raises(DataError, match="damaged"):
        check(b"other")


def test_a_model_of_other_features_is_refused():
    with pytest.raises(DataError, match="version"):
        check(templates=[])


def edited(part: str, key: str, word: str) -> AttributionGrammar:
    """The grammar of English with one word more in a list."""
    if part == "twins":
        return replace(GRAMMAR, twins={**GRAMMAR.twins, key: word})
    if part == "people":
        return replace(GRAMMAR, people=replace(GRAMMAR.people, **{key: getattr(GRAMMAR.people, key) | {word}}))
    words = replace(GRAMMAR.cues.words, **{key: getattr(GRAMMAR.cues.words, key) | {word}})
    return replace(GRAMMAR, cues=replace(GRAMMAR.cues, words=words))


@pytest.mark.parametrize(
    ("part", "key", "word"),
    [("people", "companies", "dam"), ("cues", "documents", "dam"), ("twins", "ewe", "ram")],
)
def test_a_model_is_refused_where_a_word_changed_its_class(part: str, key: str, word: str):
    with pytest.raises(DataError, match=r"does not fit the lexicons .* fit the model again"):
        check(grammar=edited(part, key, word))


def test_a_word_that_no_feature_knows_the_class_of_changes_nothing():
    check(grammar=edited("people", "household", "dam"))


def test_a_missing_model_is_refused(tmp_path: Path):
    assert GRAMMAR.tagger is not None
    with pytest.raises(DataError, match="reinstall"):
        tagger.load(replace(GRAMMAR, tagger=replace(GRAMMAR.tagger, folder=tmp_path)))


def test_a_file_that_is_no_model_is_refused():
    with pytest.raises(DataError, match="damaged"):
        tagger.open_model(b"{}\n")


def test_the_model_of_the_package_is_whole_and_small():
    model = tagger.load(GRAMMAR)
    assert sum(weights.nbytes for weights in model.weights.values()) <= 4_000_000
    assert set(model.labels) == {"O", *(f"{place}-{sort}" for place in "BI" for sort in "SULRN")}
    assert tagger.load(GRAMMAR) is model
