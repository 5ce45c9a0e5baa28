import json
import logging
import os
import re
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import psutil
import pytest

from server.problems import Problem
from server.settings import Limits
from server.workers.pool import WorkerPool
from tools import stub_jobs
from tools.stub_jobs import MARKER, PRELOAD, Stub, ask

# Patience for a busy machine: to spawn a worker where none can be forked takes two seconds of processor time.
LIMITS = Limits(cpu_seconds=0.2, wall_seconds=60.0, memory_bytes=2**30, patience_seconds=180, queue=8)


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with closing(WorkerPool(1, Stub, LIMITS, PRELOAD)) as opened:
        yield opened


def refusal(pool: WorkerPool, act: str) -> Problem:
    with pytest.raises(Problem) as raised:
        pool.submit(ask(act))
    return raised.value


def test_a_request_comes_back_as_bytes_and_the_engine_is_known(pool):
    assert b'"title":"T"' in pool.submit(ask("plain", title="T"))
    assert pool.engine == {"version": "0", "rules_sha256": "0", "model": None}


@pytest.mark.parametrize(
    ("act", "status", "code", "words"),
    [
        ("burn", 413, "page-too-costly", "0.2 seconds of processor time"),
        ("allocate", 413, "page-too-much-memory", "1024 MB"),
        ("fall", 500, "internal-error", "request id"),
        ("fail", 500, "internal-error", "request id"),
    ],
)
def test_a_request_beyond_its_limits_is_answered_and_the_next_one_served(pool, act, status, code, words):
    before = pool.submit(ask())
    problem = refusal(pool, act)
    assert (problem.status, problem.code) == (status, code)
    assert words in problem.detail
    after = pool.submit(ask())
    assert before != after  # another process


def test_a_request_that_takes_more_and_more_memory_is_answered_and_the_next_one_served():
    limits = replace(LIMITS, cpu_seconds=30.0)  # to take memory takes time too, and only the kernel sees each piece
    with closing(WorkerPool(1, Stub, limits, PRELOAD)) as greedy:
        before, problem, after = greedy.submit(ask()), refusal(greedy, "devour"), greedy.submit(ask())
    assert (problem.status, problem.code) == (413, "page-too-much-memory")
    assert "1024 MB" in problem.detail
    assert before != after


def test_a_request_that_takes_too_long_is_answered_and_the_next_one_served():
    with closing(WorkerPool(1, Stub, replace(LIMITS, wall_seconds=1.0), PRELOAD)) as hasty:
        before, problem, after = hasty.submit(ask()), refusal(hasty, "wait"), hasty.submit(ask())
    assert (problem.status, problem.code) == (503, "overloaded")
    assert "not done within 1 seconds" in problem.detail
    assert problem.headers == {"Retry-After": "10"}
    assert before != after


@pytest.mark.parametrize(("act", "code"), [("refuse", "page-too-complex"), ("recurse", "page-too-complex")])
def test_a_refused_page_costs_no_worker(pool, act, code):
    before = pool.submit(ask())
    assert refusal(pool, act).code == code
    assert pool.submit(ask()) == before


def test_a_worker_that_took_much_memory_answers_and_is_replaced():
    with closing(WorkerPool(1, Stub, replace(LIMITS, memory_bytes=3 * 2**29, cpu_seconds=5), PRELOAD)) as small:
        first, same = small.submit(ask()), small.submit(ask())
        swollen, fresh = small.submit(ask("swell")), small.submit(ask())
    assert first == same == swollen != fresh


def test_what_a_page_says_reaches_neither_output_nor_log(pool, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    pool.submit(ask("shout", title=MARKER))
    problem = refusal(pool, "fail")
    assert problem.cause.startswith("ValueError at stub_jobs.py:")
    out, err = capfd.readouterr()
    assert MARKER not in out + err + caplog.text + problem.detail + problem.cause


def test_many_threads_share_the_workers(pool):
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda number: pool.submit(ask(title=str(number))), range(30)))
    assert [f'"title":"{number}"'.encode() in answer for number, answer in enumerate(answers)] == [True] * 30


def test_a_full_queue_is_refused_at_once():
    with closing(WorkerPool(1, Stub, replace(LIMITS, queue=1, wall_seconds=1.0), PRELOAD)) as small:
        small.submit(ask())
        with ThreadPoolExecutor(8) as threads:
            told = [threads.submit(refusal, small, "wait") for _ in range(8)]
        problems = [each.result() for each in told]
        assert sorted({problem.code for problem in problems}) == ["busy", "overloaded"]
        assert {problem.headers.get("Retry-After") for problem in problems if problem.code == "busy"} == {"2"}
        assert small.submit(ask())


def test_a_request_waits_only_so_long_for_a_worker():
    with closing(WorkerPool(1, Stub, replace(LIMITS, patience_seconds=0.1, wall_seconds=1.0), PRELOAD)) as small:
        while not small._idle.queue:
            threading.Event().wait(0.01)
        with ThreadPoolExecutor(2) as threads:
            codes = {each.result().code for each in [threads.submit(refusal, small, "wait") for _ in range(2)]}
        assert codes == {"busy", "overloaded"}


def test_a_job_that_cannot_be_made_is_a_problem_of_the_service(caplog, capfd):
    with closing(WorkerPool(1, stub_jobs.make_unready, LIMITS, PRELOAD)) as broken:
        assert refusal(broken, "").code == "not-ready"
        assert refusal(broken, "").code == "not-ready"
        assert broken.engine is None
    assert "ValueError at stub_jobs.py" in caplog.text
    assert MARKER not in caplog.text + "".join(capfd.readouterr())


def test_a_damaged_file_is_named_with_its_hashes_and_how_to_mend_it(caplog):
    with closing(WorkerPool(1, stub_jobs.make_from_a_damaged_model, LIMITS, PRELOAD)) as broken:
        problem = refusal(broken, "")
    assert (problem.code, "undertone doctor" in problem.detail) == ("not-ready", True)
    found, wanted = re.search(
        r"model\.onnx is damaged \(its sha256 is (\w+), the manifest's (\w+)\)", caplog.text
    ).groups()
    assert len(found) == len(wanted) == 64 and found != wanted
    assert "install the package again or run with --no-model" in caplog.text


def test_a_request_whose_worker_is_killed_from_outside_is_answered_by_another(pool):
    before = json.loads(pool.submit(ask()))["pid"]
    with ThreadPoolExecutor(1) as threads:
        answer = threads.submit(pool.submit, ask("pause", title="T"))
        while not pool.meters.registry.get_sample_value("undertone_workers_busy"):
            threading.Event().wait(0.01)
        os.kill(before, signal.SIGKILL)
        told = json.loads(answer.result())
    assert told["title"] == "T" and told["pid"] != before


def test_a_request_whose_workers_are_killed_again_and_again_is_a_problem(pool):
    assert refusal(pool, "die").code == "internal-error"


def test_replaced_workers_are_counted_by_reason(pool):
    for act in ("burn", "fail"):
        refusal(pool, act)
    told = pool.meters.to_text().decode()
    assert 'undertone_worker_restarts_total{reason="page-too-costly"}' in told
    assert 'undertone_worker_restarts_total{reason="internal-error"}' in told
    assert 'undertone_stage_seconds_count{stage="analyse"}' in told


def test_who_is_patient_waits_beyond_the_queue():
    limits = replace(LIMITS, queue=0, wall_seconds=1.0)
    with closing(WorkerPool(1, Stub, limits, PRELOAD)) as small, ThreadPoolExecutor(2) as threads:
        slow = threads.submit(refusal, small, "wait")
        answer = threads.submit(small.submit, ask(title="T"), patient=True)
        assert slow.result().code == "overloaded"
        assert b'"title":"T"' in answer.result()


def test_who_waits_when_the_pool_closes_is_told():
    small = WorkerPool(1, Stub, LIMITS, PRELOAD)
    small.submit(ask())
    small.close()
    with pytest.raises(Problem, match="stopping"):
        small.submit(ask(), patient=True)


def test_a_closed_pool_leaves_no_process():
    opened = WorkerPool(2, Stub, LIMITS, PRELOAD)
    opened.submit(ask())
    workers = list(opened._idle.queue)
    opened.close()
    assert all(worker is None or not worker.is_alive() for worker in workers)
    assert not [process for process in threading.enumerate() if process.name == "undertone-warm-up"]


def count_children() -> int:
    return len(psutil.Process().children(recursive=True))


def test_workers_start_as_they_are_needed_and_go_when_nobody_asks(pool):
    pool.rest()  # that of other tests shares the process they are forked from
    bare = count_children()
    with closing(WorkerPool(3, Stub, LIMITS, PRELOAD)) as opened:
        opened.submit(ask())
        one = count_children()
        with ThreadPoolExecutor(3) as threads:
            assert len(set(threads.map(opened.submit, [ask("pause")] * 3))) == 3
        assert count_children() == one + 2
        opened.rest()
        assert count_children() <= bare + 1  # what tracks semaphores stays
        assert b"pid" in opened.submit(ask())


def test_a_pool_rests_by_itself_and_not_while_a_page_is_analysed():
    with closing(WorkerPool(1, Stub, LIMITS, PRELOAD, rest_seconds=0.4)) as opened:
        first = opened.submit(ask())
        assert b"pid" in opened.submit(ask("pause"))  # a second, in which it may not be ended
        end = time.monotonic() + 20
        while opened._idle.queue != [None] and time.monotonic() < end:
            time.sleep(0.05)
        assert opened._idle.queue == [None]
        assert opened.submit(ask()) != first
