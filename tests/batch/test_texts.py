from contextlib import closing

from server.batch.texts import Texts

ONE, TWO, THREE = "1" * 64, "2" * 64, "3" * 64


def test_the_first_row_with_a_text_is_remembered(tmp_path):
    with closing(Texts(tmp_path / "t", 0)) as texts:
        assert texts.first(ONE, 0, "a") is None
        assert texts.first(TWO, 1, "b") is None
        assert texts.first(ONE, 2, "c") == "a"


def test_what_came_after_the_checkpoint_is_forgotten(tmp_path):
    file = tmp_path / "t"
    with closing(Texts(file, 0)) as texts:
        texts.first(ONE, 0, "a")
        texts.commit()
        texts.first(TWO, 1, "b")
    with closing(Texts(file, 1)) as texts:
        assert texts.first(ONE, 1, "x") == "a"
        assert texts.first(TWO, 1, "b") is None
        texts.first(THREE, 2, "c")
        texts.commit()
    with closing(Texts(file, 2)) as texts:  # committed, then killed before the state was written
        assert texts.first(TWO, 2, "x") == "b"
        assert texts.first(THREE, 2, "c") is None
