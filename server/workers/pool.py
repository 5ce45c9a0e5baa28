"""A pool of worker processes: one page can cost no more than `Limits`, and never the next page's answer.

A worker that exceeds its limits or crashes is killed and replaced. Workers are forked from a clean process
(`forkserver`), never from the threads of the server. POSIX only, as the limits are.
"""

import json
import logging
import queue
import signal
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from multiprocessing import get_context
from typing import Any

from server.problems import INTERNAL, Problem, locate
from server.service.observe.metrics import Meters
from server.settings import DEFAULTS, Limits
from server.wire import AnalyzeRequest
from server.workers.jobs import OUT_OF_MEMORY, Job, Tag, run

LOG = logging.getLogger(__name__)
CONTEXT = get_context("forkserver")
UNKNOWN = 255  # exit code where the process that forks workers was killed itself, so that nobody can tell
RETRY = {"Retry-After": "2"}
LATER = {"Retry-After": "10"}
TRIES = 5  # workers that are asked for one page
START_SECONDS = 60.0
COSTLY = "The page took more than {:g} seconds of processor time; send less of it, or its text alone."
SLOW = "The machine is so busy that the page was not done within {:g} seconds; ask again in a while."
MEMORY = "The page needed more than {} MB of memory; send less of it, or its text alone."


class Killed(Problem):
    """Somebody ended the worker from outside; what it was asked may be asked of another."""


class Worker:
    """One process and the connection to it; used by one thread at a time."""

    def __init__(self, make: Callable[[], Job], limits: Limits) -> None:
        self.limits = limits
        self.connection, theirs = CONTEXT.Pipe()
        self.process = CONTEXT.Process(target=run, args=(theirs, make, limits), daemon=True)
        try:
            self.process.start()
        finally:
            theirs.close()

    def engine(self) -> Mapping[str, Any]:
        """Wait until the worker is warm; which engine it runs. Raises `Problem` where it does not start."""
        engine: Mapping[str, Any] = json.loads(self._receive(START_SECONDS))
        return engine

    def ask(self, request: AnalyzeRequest) -> bytes:
        """The worker's answer. Raises `Problem`; then `is_alive` tells whether the worker can go on."""
        with suppress(BrokenPipeError):  # a worker that died says why when its answer is awaited
            self.connection.send(request)
        return self._receive(self.limits.wall_seconds)

    def _receive(self, seconds: float) -> bytes:
        try:
            if not self.connection.poll(seconds):
                self.stop()
                raise Problem("overloaded", SLOW.format(seconds), LATER)
            (tag, last), content = self.connection.recv_bytes(), self.connection.recv_bytes()
        except (EOFError, ConnectionResetError):
            raise self._obituary() from None
        if last or tag == Tag.CRASH:
            self.stop()
        if tag == Tag.REFUSAL:
            raise Problem(*json.loads(content))
        if tag == Tag.CRASH:
            raise Problem("internal-error", INTERNAL, cause=content.decode("utf-8", "replace"))
        return content

    def _obituary(self) -> Problem:
        """Why the worker died."""
        self.process.join()
        code = self.process.exitcode
        self.stop()
        if code == -signal.SIGXCPU:
            return Problem("page-too-costly", COSTLY.format(self.limits.cpu_seconds))
        if code == OUT_OF_MEMORY:
            return Problem("page-too-much-memory", MEMORY.format(self.limits.memory_bytes // 2**20))
        kind = Killed if code in (-signal.SIGKILL, -signal.SIGTERM, UNKNOWN) else Problem
        return kind("internal-error", INTERNAL, cause=f"a worker died with exit code {code}")

    def is_alive(self) -> bool:
        """Whether it can take another request."""
        return not self.connection.closed

    def stop(self) -> None:
        """Kill the process and give back what it held; again does nothing."""
        if self.is_alive():
            self.connection.close()
            self.process.kill()
            self.process.join()
            self.process.close()


class WorkerPool:
    """`workers` processes, each running the `Job` that `make` returns; `make` must be importable by its name.

    May be used by many threads. Starts in the background: `engine` is `None` until a worker is warm.
    """

    def __init__(
        self,
        workers: int,
        make: Callable[[], Job],
        limits: Limits = DEFAULTS.limits,
        preload: tuple[str, ...] = (),
        meters: Meters | None = None,
    ) -> None:
        self.make = make
        self.limits = limits
        self.meters = meters or Meters()
        self.engine: Mapping[str, Any] | None = None
        self._room = threading.BoundedSemaphore(workers + limits.queue)
        self._idle: queue.Queue[Worker | None] = queue.Queue()
        self._closed = threading.Event()
        self._workers = workers
        CONTEXT.set_forkserver_preload(list(preload))
        self._starter = threading.Thread(target=self._start, name="undertone-warm-up")
        self._starter.start()

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
        for _ in range(TRIES - 1):
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
        self._starter.join()
        for _ in range(self._workers):
            worker = self._idle.get()
            if worker:
                worker.stop()

    def _start(self) -> None:
        for _ in range(self._workers):
            self._idle.put(self._hire())

    def _hire(self) -> Worker | None:
        """A warm worker, or `None` where none can be had."""
        if self._closed.is_set():
            return None
        try:
            worker = Worker(self.make, self.limits)
        except (EOFError, OSError) as error:  # the process that forks is gone, or the system has no room
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
        worker = worker or self._hire()
        if worker is None:
            self._idle.put(None)
            raise Problem(
                "not-ready",
                "No worker can be started; `undertone doctor`, typed as the server said when it started, says why.",
                RETRY,
            )
        return worker

    def _give_back(self, worker: Worker) -> None:
        fresh = None
        try:
            fresh = worker if worker.is_alive() else self._hire()
        finally:
            self._idle.put(fresh)  # whatever happens, the place in the pool stays
