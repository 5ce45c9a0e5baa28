"""A pool of worker processes: one page can cost no more than `Limits`, and never the next page's answer.

A worker that exceeds its limits or crashes is killed and replaced. Workers come from a clean process (`forkserver`,
which holds one copy of the model for all of them), never from the threads of the server. They start as they are needed,
and all go when nobody has asked for a while.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from server.problems import Problem, locate
from server.service.observe.metrics import Meters
from server.settings import DEFAULTS, WORKERS, Limits
from server.wire import AnalyzeRequest
from server.workers import starting
from server.workers.jobs import Job
from server.workers.worker import Killed, Worker

LOG = logging.getLogger(__name__)
RETRY = {"Retry-After": str(WORKERS.retry_seconds)}


class WorkerPool:
    """`workers` processes, each running the `Job` that `make` returns; `make` must be importable by its name.

    May be used by many threads. Starts in the background: `engine` is `None` until a worker is warm. After
    `rest_seconds` without a request all of them end; the next request starts one.
    """

    def __init__(  # noqa: PLR0917 - as they came
        self,
        workers: int,
        make: Callable[[], Job],
        limits: Limits = DEFAULTS.limits,
        preload: tuple[str, ...] = (),
        meters: Meters | None = None,
        rest_seconds: float = float("inf"),
    ) -> None:
        self.make = make
        self.limits = limits
        self.meters = meters or Meters()
        self.engine: Mapping[str, Any] | None = None
        self._room = threading.BoundedSemaphore(workers + limits.queue)
        self._idle: queue.LifoQueue[Worker | None] = queue.LifoQueue()  # the warm ones first, `None` for each other
        self._closed = threading.Event()
        self._workers = workers
        self._preload = preload
        self._rest_seconds, self._asked = rest_seconds, time.monotonic()
        self._starter = threading.Thread(target=self._start, name="undertone-warm-up")
        self._starter.start()
        self._watch = threading.Thread(target=self._doze, name="undertone-rest")
        self._watch.start()

    def submit(self, request: AnalyzeRequest, *, patient: bool = False) -> bytes:
        """The answer's bytes. Raises `Problem` for a page that is refused, too costly, or meets a full queue.

        Who is `patient` waits outside the queue, for as long as it takes; batches are, a few lines at a time.
        """
        if patient:
            return self._insist(request, float("inf"))
        if not self._room.acquire(blocking=False):
            raise Problem("busy", "All workers are busy and the queue is full; ask again in a moment.", RETRY)
        try:
            return self._insist(request, self.limits.patience_seconds)
        finally:
            self._room.release()

    def _insist(self, request: AnalyzeRequest, patience: float) -> bytes:
        """Ask a worker, and others where it is killed from outside; a few, since what kills it may be the page."""
        for _ in range(WORKERS.tries - 1):
            with suppress(Killed):
                return self._serve(request, patience)
        return self._serve(request, patience)

    def _serve(self, request: AnalyzeRequest, patience: float) -> bytes:
        with self.meters.queue.track_inprogress(), self.meters.stage("queue"):
            worker = self._borrow(patience)
        reason = "retired"  # after an answer for which it took much memory
        try:
            with self.meters.working.track_inprogress(), self.meters.stage("analyse"):
                return worker.ask(request)
        except Problem as problem:
            reason = problem.code
            raise
        finally:
            if not worker.is_alive():
                self.meters.restarts.labels(reason).inc()
            self._give_back(worker)

    def close(self) -> None:
        """Stop all workers; waits for those at work, which their limits keep short."""
        self._closed.set()
        if self._starter.is_alive():
            starting.abandon()  # nobody needs what it loads
        self._starter.join()
        self._watch.join()
        for _ in range(self._workers):
            worker = self._idle.get()
            if worker:
                worker.stop()

    def rest(self) -> None:
        """Let all workers go, and the process they come from, unless one is at work."""
        places: list[Worker | None] = []
        try:
            while True:
                places.append(self._idle.get_nowait())
        except queue.Empty:
            free = len(places) == self._workers
        workers = [worker for worker in places if worker]
        if free and workers:
            for worker in workers:
                worker.stop()
            starting.release()
            places = [None] * self._workers
        for place in reversed(places):
            self._idle.put(place)

    def _doze(self) -> None:
        while not self._closed.wait(min(self._rest_seconds / 4, WORKERS.idle_look_seconds)):
            if time.monotonic() - self._asked >= self._rest_seconds:
                self.rest()

    def _start(self) -> None:
        first = self._hire()
        for _ in range(self._workers - 1):
            self._idle.put(None)
        self._idle.put(first)

    def _hire(self) -> Worker | None:
        """A warm worker, or `None` where none can be had."""
        if self._closed.is_set():
            return None
        try:
            starting.begin(self._preload)
            worker = Worker(self.make, self.limits)
        except (EOFError, OSError) as error:  # the process that forks is gone, or the system has no room
            if not self._closed.is_set():
                LOG.error("no worker can be forked: %s", locate(error))
            return None
        try:
            self.engine = worker.engine()
        except Problem as problem:
            LOG.error("a worker does not start: %s", problem.cause or problem.code)
            worker.stop()
            return None
        return worker

    def _borrow(self, patience: float) -> Worker:
        self._asked = time.monotonic()
        end = time.monotonic() + patience
        while True:
            try:
                worker = self._idle.get(timeout=max(0.0, min(1.0, end - time.monotonic())))
                break
            except queue.Empty:
                if self._closed.is_set():
                    raise Problem("not-ready", "The service is stopping; ask again in a moment.", RETRY) from None
                if time.monotonic() >= end:
                    raise Problem("busy", "No worker came free in time; ask again in a moment.", RETRY) from None
        hired = worker or self._hire()
        if hired is None:
            self._idle.put(None)
            raise Problem(
                "not-ready",
                "No worker can be started; `undertone doctor`, typed as the server said when it started, says why.",
                RETRY,
            )
        return hired

    def _give_back(self, worker: Worker) -> None:
        fresh = None
        try:
            fresh = worker if worker.is_alive() else self._hire()
        finally:
            self._idle.put(fresh)  # whatever happens, the place in the pool stays
