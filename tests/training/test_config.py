"""The recipes: what one leaves out is as in the one it is like, and all of them name known sets and heads."""

import pytest

from training.data.gather import READERS
from training.encoder.config import DEFAULT, read
from training.encoder.heads import FRAMES, SENTENCE
from training.encoder.provenance import SETS, licence

RECIPES = sorted(DEFAULT.parent.glob("*.toml"))


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_every_recipe_can_be_read(path):
    config = read(path)
    assert config.corpora <= {reader.__name__ for reader in READERS} | {"negatives", "soft"}
    assert config.corpora <= set(SETS)
    assert set(config.losses) >= set(SENTENCE) - set(FRAMES)


def test_what_is_left_out_is_as_in_the_other_file():
    assert read(DEFAULT).base.name == "minilm"
    other = read(DEFAULT.with_name("multilingual.toml"))
    assert (other.base.name, other.base.layers, other.seeds) == ("e5", 6, read(DEFAULT).seeds)
    assert other.heal
    assert read(DEFAULT).heal is None
    assert list(other.stages) == ["lexical", "intermediate", "final", "polish"]


def test_an_unknown_key_is_refused(tmp_path):
    path = tmp_path / "odd.toml"
    path.write_text(DEFAULT.read_text(encoding="utf-8").replace("clip = 1.0", "clop = 1.0"))
    with pytest.raises(TypeError):
        read(path)


def test_the_licence_names_the_base_and_the_sets_learnt_from():
    text = licence("e5-6", {"babe", "polar"})
    assert "multilingual-e5-small" in text
    assert "BABE" in text
    assert "NewsMTSC" in text
    assert "ClaimBuster" not in text
