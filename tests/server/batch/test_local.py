import threading
from dataclasses import replace
from itertools import count

import pytest

from detector import Text
from server.batch.engines import local
from server.batch.engines.local import analyse
from server.batch.faults import Broken
from server.batch.inputs.rows import Place, Placed, make
from server.problems import Problem
from server.settings import BATCH
from tests.server.batch.makers import Echo


def rows(number, text="One."):
    return [Placed(Place(0, at), make({"text": text}, f"r{at}"), at) for at in range(number)]


class Watched:
    """Rows without end; says how many were read."""

    def __init__(self, text: str = "One.") -> None:
        self.read = 0
        self.text = text

    def __iter__(self):
        for at in count():
            self.read += 1
            yield Placed(Place(0, at), make({"text": self.text}, f"r{at}"), at)


class Gated(Echo):
    """Answers the text `wait` only when the gate is open."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()

    def submit(self, request):
        if request.input == Text("wait"):
            self.gate.wait()
        return super().submit(request)


def test_the_order_is_kept_though_a_later_row_is_done_first():
    pool = Gated()
    given = [*rows(1, "wait"), *rows(6)[1:]]
    timer = threading.Timer(0.05, pool.gate.set)
    timer.start()
    found = list(analyse(given, pool, 2, (), keep_order=True))
    assert [outcome.id for outcome in found] == [f"r{at}" for at in range(6)]
    assert [outcome.settled for outcome in found] == [Place(0, at + 1) for at in range(6)]


def test_without_order_a_slow_row_holds_up_no_other_and_what_is_settled_stays_behind_it():
    pool = Gated()
    given = [*rows(1, "wait"), *rows(6)[1:]]
    found = analyse(given, pool, 2, (), keep_order=False)
    early = [next(found) for _ in range(5)]
    assert {outcome.id for outcome in early} == {f"r{at}" for at in range(1, 6)}
    assert {outcome.settled for outcome in early} == {Place(0, 0)}
    pool.gate.set()
    (last,) = found
    assert (last.id, last.settled) == ("r0", Place(0, 6))


@pytest.mark.parametrize("keep_order", [True, False])
def test_an_endless_archive_is_read_no_further_than_the_window(keep_order):
    source = Watched()
    found = analyse(source, Echo(), 3, (), keep_order=keep_order)
    for done in range(1, 200):
        next(found)
        assert source.read <= done + 3 * BATCH.rows_per_worker
    found.close()


def test_the_window_counts_bytes_too(monkeypatch):
    monkeypatch.setattr(local, "BATCH", replace(local.BATCH, bytes_in_hand=1000))
    source, pool = Watched("wait" + "x" * 396), Echo()
    found = analyse(source, pool, 3, (), keep_order=True)
    for done in range(1, 30):
        next(found)
        assert source.read <= done + 3  # three rows of 400 are more than 1000
    found.close()


def test_a_batch_without_workers_ends():
    pool = Echo([Problem("not-ready", "Nobody there.")])
    with pytest.raises(Broken):
        list(analyse(rows(3), pool, 1, (), keep_order=True))
