"""The index of fact-checks: added once, found by words and vectors, imported in batches that may be stopped."""

import sqlite3
from contextlib import closing
from itertools import islice

import numpy as np
import pytest

from server.fact_checks import importing, index
from server.fact_checks.index import Index, stems
from server.fact_checks.reviews import Check
from server.settings import FACT_CHECKS

FISH = Check(
    "Dredging the harbour channel has killed half of the fish of the coast.",
    "Tide Check",
    "False",
    "https://tide.example/1",
    "2026-05-11",
)
SAME = Check(
    "Dredging of the harbour channel killed half the fish on the coast.",
    "Coast Desk",
    "Half true",
    "https://coast.example/2",
)
BRIDGE = Check("The old bridge carries 9,000 people a day.", "Tide Check", "True", "https://tide.example/3")


def letters(text):
    """A vector of a text: how often each letter stands in it."""
    counts = np.array([text.lower().count(letter) for letter in "abcdefghijklmnopqrstuvwxyz"], np.float32)
    return counts / (np.linalg.norm(counts) or 1)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "checks.sqlite"
    with closing(index.create(path)) as connection, connection:
        assert index.add(connection, [FISH, SAME, BRIDGE, FISH], letters) == 3
    return path


def found(path, text, embed=letters, least=0.5):
    with closing(Index(path)) as held:
        return [(match.check, match.similarity) for match in held.search(text, embed, least)]


def test_the_likest_comes_first_and_contradictory_checks_both_stand(path):
    ranked = found(path, "Half the fish on the coast were killed by dredging of the harbour channel")
    assert {check for check, _ in ranked} == {FISH, SAME}
    assert ranked[0][1] >= ranked[1][1]


def test_other_figures_make_another_claim(path):
    (_, same), *_ = found(path, "The old bridge carries 9,000 people each day.")
    (_, other), *_ = found(path, "The old bridge carries 12,000 people each day.", least=0.3)
    assert other < FACT_CHECKS.shown <= same


def test_without_vectors_words_alone_tell(path):
    assert found(path, FISH.claim, None)[0] == (FISH, 1.0)


def test_nothing_is_found_for_words_that_stand_nowhere(path):
    assert found(path, "Zebras sleep.") == []
    assert found(path, "…") == []


def test_no_vector_is_asked_for_where_words_find_nothing(path):
    asked = []
    found(path, "Zebras sleep.", asked.append)
    assert asked == []


def test_forms_of_a_word_share_its_stem():
    assert stems("The dredged, dredging 4.5 million") == ["the", "dredge", "dredgi", "4.5", "millio"]


def test_a_reader_cannot_write(path):
    with closing(Index(path)) as held, pytest.raises(sqlite3.OperationalError, match="readonly"):
        held._connection.execute("DELETE FROM checks")


def test_what_is_no_index_is_refused(tmp_path):
    (tmp_path / "x").write_text("no database at all, but long enough to be taken for one" * 40)
    with pytest.raises(sqlite3.DatabaseError):
        Index(tmp_path / "x")


def many(count):
    places = range(count)
    return [Check(f"Claim number {at} of the council.", "Tide", "True", f"https://t.example/{at}") for at in places]


def dump(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT key, claim, vector FROM checks ORDER BY id").fetchall()


def test_an_import_that_was_stopped_goes_on_and_gives_the_same_index(tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "FACT_CHECKS", type(FACT_CHECKS)(batch=10))
    source = tmp_path / "source.jsonl"
    source.write_text("")
    rows = many(95)
    taken = []

    def read(file):
        assert file == source
        for row in rows:
            taken.append(row)
            yield row

    whole, stopped = tmp_path / "whole.sqlite", tmp_path / "stopped.sqlite"
    with closing(index.create(whole)) as connection:
        told = list(importing.bring_in(connection, [source], read, letters))
    assert (told[-1].rows, told[-1].new) == (95, 95)
    with closing(index.create(stopped)) as connection:
        assert [one.rows for one in islice(importing.bring_in(connection, [source], read, letters), 3)] == [10, 20, 30]
    with closing(index.create(stopped)) as connection:
        again = list(importing.bring_in(connection, [source], read, letters))
        assert (again[0].rows, sum(1 for _ in again)) == (40, 7)
        assert list(importing.bring_in(connection, [source], read, letters)) == []
    assert dump(whole) == dump(stopped)
