"""The trained layer: its file, and that it fits this version."""

from hashlib import sha256

import pytest

from detector.attribution.extraction.tagger import features, tagger
from detector.errors import DataError


def test_a_damaged_model_is_refused():
    with pytest.raises(DataError, match="damaged"):
        tagger.check(b"other", {"sha256": sha256(b"model").hexdigest(), "templates": list(features.TEMPLATES)})


def test_a_model_of_other_features_is_refused():
    with pytest.raises(DataError, match="version"):
        tagger.check(b"model", {"sha256": sha256(b"model").hexdigest(), "templates": []})


def test_a_missing_model_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tagger, "FOLDER", "nowhere")
    tagger.load.cache_clear()
    with pytest.raises(DataError, match="reinstall"):
        tagger.load()


def test_a_file_that_is_no_model_is_refused():
    with pytest.raises(DataError, match="damaged"):
        tagger.open_model(b"{}\n")


def test_the_model_of_the_package_is_whole_and_small():
    tagger.load.cache_clear()
    model = tagger.load()
    assert sum(weights.nbytes for weights in model.weights.values()) <= 4_000_000
    assert set(model.labels) == {"O", *(f"{place}-{sort}" for place in "BI" for sort in "SULRN")}
    assert tagger.load() is model
