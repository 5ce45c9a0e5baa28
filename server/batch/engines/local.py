"""The engine for one machine: worker processes, and between reader and writer a window that holds only so much."""

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace

from detector.analysis import ALL
from detector.schema import Options
from server.batch.engines.row_analysis import Pool, analyse_row
from server.batch.inputs.rows import Place, Placed, Row
from server.batch.outcome import Outcome
from server.settings import BATCH


class Window:
    """The rows being worked on: at most `rows` of them, and at most `BATCH.bytes_in_hand` bytes plus one page."""

    def __init__(self, rows: int, *, keep_order: bool) -> None:
        self.rows = rows
        self.keep_order = keep_order
        self.weight = 0
        self._behind = Place(0, 0)
        self._pending: dict[Place, tuple[Future[Outcome], int]] = {}

    def __len__(self) -> int:
        return len(self._pending)

    def is_full(self) -> bool:
        """Whether a row must leave before the next may come."""
        return len(self) >= self.rows or self.weight >= BATCH.bytes_in_hand

    def add(self, placed: Placed, work: Future[Outcome]) -> None:
        """Take in a row; rows come in the order of their places."""
        weight = placed.item.weight if isinstance(placed.item, Row) else 0
        self._pending[placed.place] = work, weight
        self.weight += weight
        self._behind = placed.place.following

    def has_ready(self) -> bool:
        """Whether `take` would not wait."""
        futures = (work for work, _ in self._pending.values())
        return next(futures).done() if self.keep_order else any(work.done() for work in futures)

    def take(self) -> Outcome:
        """Wait for a row to leave: the first, or where order is not kept whichever is done."""
        place = next(iter(self._pending)) if self.keep_order else self._finished()
        work, weight = self._pending.pop(place)
        self.weight -= weight
        outcome = work.result()
        return replace(outcome, settled=next(iter(self._pending), self._behind))

    def _finished(self) -> Place:
        wait([work for work, _ in self._pending.values()], return_when=FIRST_COMPLETED)
        return next(place for place, (work, _) in self._pending.items() if work.done())


def analyse(
    rows: Iterable[Placed],
    pool: Pool,
    workers: int,
    include: tuple[str, ...],
    options: Options = ALL,
    *,
    keep_order: bool,
) -> Iterator[Outcome]:
    """What became of each row. Reads on only as rows leave, so memory does not grow with the archive."""
    window = Window(workers * BATCH.rows_per_worker, keep_order=keep_order)
    threads = ThreadPoolExecutor(workers, thread_name_prefix="undertone-batch")
    try:
        for placed in rows:
            window.add(placed, threads.submit(analyse_row, placed, pool, include, options))
            while window and (window.is_full() or window.has_ready()):
                yield window.take()
        while window:
            yield window.take()
    finally:
        threads.shutdown(cancel_futures=True)
