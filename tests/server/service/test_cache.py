import json
import urllib.request
from dataclasses import replace

import pytest

from detector import Options, Page, Text
from server.problems import Problem
from server.service.limits.cache import Memory, Remembering, identify
from server.service.limits.redis_backend import remember
from server.service.observe.metrics import Meters
from server.settings import ServerSettings
from server.wire import AnalyzeRequest
from tools.live import started
from tools.stub_jobs import StubPool, ask

ENGINE = {"version": "0", "rules_sha256": "a", "model": None}


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
    pool.engine = ENGINE | {"rules_sha256": "b"}
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
    plain = AnalyzeRequest(Text("x", "t"))
    others = [
        AnalyzeRequest(Page("x")),
        AnalyzeRequest(Page(b"x")),
        AnalyzeRequest(Text("x")),
        AnalyzeRequest(Text("t", "x")),
        AnalyzeRequest(Text("x", "t", "https://a.example/")),
        AnalyzeRequest(Text("x", "t"), options=Options(min_severity="strong")),
        AnalyzeRequest(Text("x", "t"), options=Options(disable=frozenset({"a"}))),
        AnalyzeRequest(Text("x", "t"), options=Options(ignore=frozenset({"a"}))),
        AnalyzeRequest(Text("x", "t"), options=Options(language="de")),
        replace(plain, include=("text",)),
        replace(plain, form="sarif"),
    ]
    keys = {identify(each, ENGINE) for each in (plain, *others)}
    assert len(keys) == len(others) + 1
    assert identify(replace(plain), ENGINE) in keys


def test_no_more_is_held_than_there_is_room_for_and_the_oldest_goes_first():
    memory = Memory(1_000)
    for key in "abcdefghij":
        memory.put(key, b"x" * 100)
    assert memory.get("a") and memory.size == 1_000
    memory.put("k", b"y" * 100)
    assert memory.get("b") is None and memory.get("a") and memory.get("k") == b"y" * 100
    memory.put("a", b"z" * 20)
    assert memory.get("a") == b"z" * 20 and memory.size == 920


def test_one_large_answer_does_not_drive_out_all_others():
    memory = Memory(1_000)
    memory.put("large", b"x" * 126)
    assert memory.get("large") is None and memory.size == 0


STORY = {"title": "A brazen plan", "text": "It was a brazen plan. The council voted on Monday. " * 30}


def post(address, asked):
    """Body and tag of an analysis."""
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{address}/v1/analyze", json.dumps(asked).encode(), headers)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read(), answer.headers["ETag"]


def looked_up(address):
    """How often the service that runs found an answer, and how often it did not."""
    with urllib.request.urlopen(f"{address}/metrics", timeout=10) as answer:
        lines = answer.read().decode().splitlines()
    counts = dict(line.rsplit(" ", 1) for line in lines if line.startswith("undertone_cache_total"))
    return tuple(float(counts.get(f'undertone_cache_total{{result="{result}"}}', 0)) for result in ("hit", "miss"))


def test_a_service_that_runs_answers_the_same_page_from_memory(tmp_path):
    with started(tmp_path, "--no-model") as address:
        first, again = (post(address, STORY) for _ in range(2))
        assert first == again
        assert looked_up(address) == (1, 1)
        chosen = STORY | {"options": {"min_severity": "strong"}}
        fewer = post(address, chosen)
        assert len(json.loads(fewer[0])["findings"]) < len(json.loads(first[0])["findings"])
        assert post(address, chosen) == fewer and post(address, STORY) == first
        assert looked_up(address) == (3, 2)


def test_a_service_that_is_to_hold_nothing_analyses_anew(tmp_path):
    with started(tmp_path, "--no-model", "--no-cache") as address:
        assert post(address, STORY) == post(address, STORY)
        assert looked_up(address) == (0, 0)


def test_the_memory_is_used_before_anything_is_in_it(pool):
    chosen = remember(pool, ServerSettings(), Meters())
    assert chosen.submit(ask("x")) == chosen.submit(ask("x"))
    assert len(pool.asked) == 1
    assert remember(pool, ServerSettings(cache_bytes=0), Meters()) is pool
