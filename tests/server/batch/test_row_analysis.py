import json
from contextlib import closing
from dataclasses import replace

import pytest

from server.batch.engines.row_analysis import LIMITS, analyse_row
from server.batch.faults import Broken
from server.batch.inputs.rows import Flaw, Place, Placed, make
from server.problems import Problem
from server.workers.pool import WorkerPool
from tests.server.batch.makers import Echo, digest
from tools.stub_jobs import PRELOAD, Stub

PLACED = Placed(Place(1, 7), make({"id": 'a"ä', "text": "first"}, "f:1"), 40)


def dying(times):
    return Echo([Problem("internal-error", "Ours.", cause="a worker died with exit code -6")] * times)


def test_an_answer_becomes_a_line_under_the_row_s_id():
    outcome = analyse_row(PLACED, Echo(), ())
    assert json.loads(outcome.line) == {"id": 'a"ä', "text": "first"}
    assert outcome.line.startswith('{"id":"a\\"ä",'.encode())
    assert (outcome.place, outcome.settled, outcome.read) == (Place(1, 7), Place(1, 8), 40)
    assert outcome.digest == digest("first")


def test_a_flaw_stays_one_and_nobody_is_asked():
    pool = Echo()
    flaw = Flaw("a", "bad-json", "No object.")
    outcome = analyse_row(Placed(Place(0, 0), flaw, 1), pool, ())
    assert (outcome.flaw, outcome.line, pool.asked) == (flaw, b"", [])


def test_a_refused_page_is_a_flaw_asked_for_once():
    pool = Echo([Problem("page-too-complex", "Too many tags.")])
    outcome = analyse_row(PLACED, pool, ())
    assert outcome.flaw == Flaw('a"ä', "page-too-complex", "Too many tags.")
    assert len(pool.asked) == 1


@pytest.mark.parametrize("code", ["page-too-costly", "page-too-much-memory", "internal-error"])
def test_a_row_whose_worker_died_is_tried_once_more(code):
    outcome = analyse_row(PLACED, Echo([Problem(code, "Dead.")]), ())
    assert outcome.flaw is None


def test_a_row_that_kills_two_workers_is_a_flaw_that_says_where():
    pool = dying(times=3)
    outcome = analyse_row(PLACED, pool, ())
    assert outcome.flaw.code == "internal-error"
    assert "exit code -6" in outcome.flaw.reason
    assert len(pool.asked) == 2


@pytest.mark.parametrize("code", ["busy", "not-ready"])
def test_without_workers_the_batch_stops_instead_of_blaming_rows(code):
    with pytest.raises(Broken):
        analyse_row(PLACED, Echo([Problem(code, "Nobody there.")]), ())


def test_a_hostile_row_costs_its_worker_and_nothing_else():
    limits = replace(LIMITS, cpu_seconds=0.2)
    with closing(WorkerPool(1, Stub, limits, PRELOAD)) as pool:
        given = [
            Placed(Place(0, at), make({"text": text}, text), 0) for at, text in enumerate(["burn", "fall", "go on"])
        ]
        found = [analyse_row(placed, pool, ()).flaw for placed in given]
    assert [flaw and flaw.code for flaw in found] == ["page-too-costly", "internal-error", None]
    assert "0.2 seconds of processor time" in found[0].reason


def test_what_to_include_is_asked_for():
    pool = Echo()
    analyse_row(PLACED, pool, ("text",))
    assert [request.include for request in pool.asked] == [("text",)]
