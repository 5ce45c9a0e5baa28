import sqlite3
from contextlib import closing

import pytest

from server.batch.faults import Refused
from server.batch.outputs.seen_texts import Texts
from server.batch.outputs.state import Tally

ONE, TWO, THREE = "1" * 64, "2" * 64, "3" * 64


def test_the_first_row_with_a_text_is_remembered(tmp_path):
    with closing(Texts(tmp_path / "t", Tally())) as texts:
        assert texts.first(ONE, 0, "a") is None
        assert texts.first(TWO, 1, "b") is None
        assert texts.first(ONE, 2, "c") == "a"


def test_what_came_after_the_checkpoint_is_forgotten(tmp_path):
    file = tmp_path / "t"
    with closing(Texts(file, Tally())) as texts:
        texts.first(ONE, 0, "a")
        texts.commit()
        texts.first(TWO, 1, "b")
    with closing(Texts(file, Tally(written=1))) as texts:
        assert texts.first(ONE, 1, "x") == "a"
        assert texts.first(TWO, 1, "b") is None
        texts.first(THREE, 2, "c")
        texts.commit()
    with closing(Texts(file, Tally(written=2))) as texts:  # committed, then killed before the state was written
        assert texts.first(TWO, 2, "x") == "b"
        assert texts.first(THREE, 2, "c") is None


@pytest.mark.parametrize("held", [b"", b"no database at all" * 300], ids=["emptied", "garbage"])
def test_a_file_that_lost_its_texts_is_refused(tmp_path, held):
    file = tmp_path / "t"
    with closing(Texts(file, Tally())) as texts:
        texts.first(ONE, 0, "a")
        texts.commit()
    file.write_bytes(held)
    with pytest.raises(Refused, match="--restart"):
        Texts(file, Tally(written=1))


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "t").mkdir()
    with pytest.raises(OSError, match="unable to open") as raised:
        Texts(tmp_path / "t", Tally())
    assert raised.value.filename == str(tmp_path / "t")


def test_a_full_disk_is_told_as_such(tmp_path):
    file = tmp_path / "t"
    with closing(Texts(file, Tally())), closing(sqlite3.connect(file)) as other:
        pages = other.execute("PRAGMA page_count").fetchone()[0]
    with closing(Texts(file, Tally())) as texts:
        texts._base.execute(f"PRAGMA max_page_count = {pages}")  # as a disk without room for another page
        with pytest.raises(OSError, match="full"):
            for number in range(2_000):
                texts.first(f"{number:064x}", number, "r" * 100)
