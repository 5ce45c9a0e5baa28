"""A model that is missing, incomplete or damaged is refused with a clear error."""

import json

import pytest

from detector.encoder import load
from detector.encoder.files import ARTICLES, HOME, MANIFEST, NETWORK, TOKENIZER, check
from detector.errors import DataError


@pytest.fixture
def copy(tmp_path):
    for path in HOME.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def test_the_package_holds_a_whole_model():
    assert len(check(HOME).sha256) == 64


def test_the_package_is_small_enough():
    assert sum(path.stat().st_size for path in HOME.iterdir()) <= 25_000_000


@pytest.mark.parametrize("name", [MANIFEST, NETWORK, TOKENIZER, ARTICLES])
def test_a_missing_file_is_an_error(copy, name):
    (copy / name).unlink()
    with pytest.raises(DataError, match=name):
        load(copy)


@pytest.mark.parametrize("name", [NETWORK, TOKENIZER, ARTICLES])
def test_a_damaged_file_is_an_error(copy, name):
    content = (copy / name).read_bytes()
    (copy / name).write_bytes(content[:-9] + bytes(9))
    with pytest.raises(DataError, match="damaged"):
        load(copy)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"files": {}}', '{"files": []}'])
def test_a_bad_manifest_is_an_error(copy, content):
    (copy / MANIFEST).write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=MANIFEST):
        load(copy)


def test_the_manifest_names_the_licence_of_the_weights():
    manifest = json.loads((HOME / MANIFEST).read_text(encoding="utf-8"))
    assert manifest["licence"] == "CC-BY-NC-SA-4.0"
    assert "LICENSE" in manifest["files"]
