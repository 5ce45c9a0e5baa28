"""Each folder of `detector/languages` is a pack, and what has no folder is none."""

import pytest

from detector import languages
from detector.rules import files


def test_english_has_a_pack():
    assert "en" in languages.codes()


@pytest.mark.parametrize("code", languages.codes())
def test_a_pack_says_which_language_it_is(code):
    pack = languages.load(code)
    assert pack is not None
    assert pack.code == code


def test_a_language_without_a_folder_has_no_pack():
    assert languages.load("xx") is None
    assert languages.load("../en") is None


def test_a_language_may_be_no_more_than_its_name(tmp_path, monkeypatch):
    (tmp_path / "yy").mkdir()
    monkeypatch.setattr(files, "home", tmp_path.joinpath)
    assert files.read_texts("yy") == {}
