from dataclasses import replace

import pytest

from detector import Options, Request
from server.cache import Memory, Remembering, identify
from server.failures import Problem
from server.metrics import Meters
from server.wire import AnalyzeRequest
from tests.server.stub_jobs import StubPool, ask

ENGINE = {"version": "0", "rules": "a", "model": None}


@pytest.fixture
def pool():
    return StubPool(engine=ENGINE)


@pytest.fixture
def remembering(pool):
    return Remembering(pool, Memory(10_000), Meters())


def test_what_was_asked_before_costs_no_worker(pool, remembering):
    assert remembering.submit(ask("x")) == remembering.submit(ask("x"))
    assert len(pool.asked) == 1
    told = remembering.meters.to_text().decode()
    assert 'undertone_cache_total{result="hit"} 1.0' in told
    assert 'undertone_cache_total{result="miss"} 1.0' in told


def test_another_engine_answers_anew(pool, remembering):
    remembering.submit(ask("x"))
    pool.engine = ENGINE | {"rules": "b"}
    remembering.submit(ask("x"))
    assert len(pool.asked) == 2


def test_before_the_engine_is_known_nothing_is_held(pool, remembering):
    pool.engine = None
    remembering.submit(ask("x"))
    remembering.submit(ask("x"))
    assert len(pool.asked) == 2


def test_a_problem_is_not_held(pool, remembering):
    pool.failure = Problem("busy", "Ask again.")
    with pytest.raises(Problem):
        remembering.submit(ask("x"))
    pool.failure = None
    assert remembering.submit(ask("x"))


def test_whatever_an_answer_hangs_on_is_in_its_key():
    plain = AnalyzeRequest(Request(text="x", title="t"))
    others = [
        AnalyzeRequest(Request(html="x")),
        AnalyzeRequest(Request(html=b"x")),
        AnalyzeRequest(Request(text="x")),
        AnalyzeRequest(Request(text="t", title="x")),
        AnalyzeRequest(Request(text="x", title="t", url="https://a.example/")),
        AnalyzeRequest(Request(text="x", title="t", options=Options(min_severity="strong"))),
        AnalyzeRequest(Request(text="x", title="t", options=Options(off=frozenset({"a"})))),
        AnalyzeRequest(Request(text="x", title="t", options=Options(ignore=frozenset({"a"})))),
        replace(plain, include=("text",)),
    ]
    keys = {identify(each, ENGINE) for each in (plain, *others)}
    assert len(keys) == len(others) + 1
    assert identify(replace(plain), ENGINE) in keys


def test_no_more_is_held_than_there_is_room_for_and_the_oldest_goes_first():
    memory = Memory(1_000)
    for key in "abcdefghij":
        memory.put(key, b"x" * 100)
    assert memory.get("a") and len(memory) == 1_000
    memory.put("k", b"y" * 100)
    assert memory.get("b") is None and memory.get("a") and memory.get("k") == b"y" * 100
    memory.put("a", b"z" * 20)
    assert memory.get("a") == b"z" * 20 and len(memory) == 920


def test_one_large_answer_does_not_drive_out_all_others():
    memory = Memory(1_000)
    memory.put("large", b"x" * 126)
    assert memory.get("large") is None and len(memory) == 0
