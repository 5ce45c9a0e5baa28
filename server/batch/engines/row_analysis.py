"""What became of a row: a line of the output, or why there is none. Workers are confined as the service's are."""

from dataclasses import replace
from functools import partial
from typing import Protocol

from detector.analysis import ALL
from detector.schema import Options
from server.batch.engines import batch_jobs
from server.batch.faults import Broken
from server.batch.inputs.rows import Flaw, Item, Placed, Row
from server.batch.outcome import Outcome
from server.problems import Problem
from server.settings import DEFAULTS, Limits
from server.wire import AnalyzeRequest, dump
from server.workers.pool import WorkerPool
from server.workers.starting import preload

# Processor time decides what is too costly, not how busy the machine is: the same archive gives the same rows. Nobody
# waits for one row, so the longest article the detector takes fits in; only what would never end does not.
DEADLY = ("page-too-costly", "overloaded", "page-too-much-memory", "internal-error")  # for a worker
LIMITS: Limits = replace(DEFAULTS.limits, cpu_seconds=120.0, wall_seconds=600.0, patience_seconds=1_200.0)
FATAL = ("busy", "not-ready")
FAULT = "Undertone failed on this row{}; please report it."


class Pool(Protocol):
    """Whoever analyses one page after another under limits."""

    def submit(self, request: AnalyzeRequest) -> bytes:
        """Digest and JSON. Raises `Problem`."""

    def close(self) -> None:
        """Stop."""


def open_pool(workers: int, *, flat: bool, with_model: bool, limits: Limits = LIMITS) -> WorkerPool:
    """The workers of a batch, warming up in the background."""
    make = partial(batch_jobs.make, flat=flat, with_model=with_model)
    return WorkerPool(workers, make, limits, preload(with_model=with_model))


def analyse_row(placed: Placed, pool: Pool, include: tuple[str, ...], options: Options = ALL) -> Outcome:
    """Have one row analysed. Raises `Broken` where no worker can be had."""
    answer = _ask(placed.item, pool, include, options)
    following = placed.place.following
    if isinstance(answer, Flaw):
        return Outcome(placed.place, following, placed.read, placed.item.id, flaw=answer)
    digest, report = answer[: batch_jobs.DIGEST].decode("ascii", "replace"), answer[batch_jobs.DIGEST :]
    line = b'{"id":' + dump(placed.item.id) + b"," + report[1:]
    return Outcome(placed.place, following, placed.read, placed.item.id, line, digest)


def _ask(item: Item, pool: Pool, include: tuple[str, ...], options: Options) -> bytes | Flaw:
    if isinstance(item, Flaw):
        return item
    first = _try(item, pool, include, options)
    if isinstance(first, bytes) or first.code not in DEADLY:
        return first
    # A worker died. Perhaps of what an earlier page left in it, or the system killed it: a fresh one decides.
    return _try(item, pool, include, options)


def _try(row: Row, pool: Pool, include: tuple[str, ...], options: Options) -> bytes | Flaw:
    try:
        return pool.submit(AnalyzeRequest(row.input, include, options))
    except Problem as problem:
        if problem.code in FATAL:
            raise Broken(f"{problem.detail} What is done so far is kept.") from problem
        reason = FAULT.format(f" ({problem.cause})") if problem.code == "internal-error" else problem.detail
        return Flaw(row.id, problem.code, reason)
