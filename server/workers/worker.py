"""One worker process, and what its parent tells of its end."""

import json
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from server.problems import INTERNAL, Problem
from server.settings import WORKERS, Limits
from server.wire import AnalyzeRequest
from server.workers import confinement, starting
from server.workers.jobs import OUT_OF_MEMORY, Job, Tag, run

KILLED = 9  # SIGKILL, which Windows does not name
UNKNOWN = 255  # exit code where the process that forks workers was killed itself, so that nobody can tell
LATER = {"Retry-After": str(WORKERS.overload_seconds)}
COSTLY = "The page took more than {:g} seconds of processor time; send less of it, or its text alone."
SLOW = "The machine is so busy that the page was not done within {:g} seconds; ask again in a while."
MEMORY = "The page needed more than {} MB of memory; send less of it, or its text alone."


class Killed(Problem):
    """Somebody ended the worker from outside; what it was asked may be asked of another."""


class Worker:
    """One process and the connection to it; used by one thread at a time."""

    def __init__(self, make: Callable[[], Job], limits: Limits) -> None:
        self.limits = limits
        self.connection, theirs = starting.CONTEXT.Pipe()
        self.process = starting.CONTEXT.Process(target=run, args=(theirs, make, limits), daemon=True)
        try:
            with starting.deaf():
                self.process.start()
        finally:
            theirs.close()

    def engine(self) -> Mapping[str, Any]:
        """Wait until the worker is warm; which engine it runs. Raises `Problem` where it does not start."""
        engine: Mapping[str, Any] = json.loads(self._receive(WORKERS.start_seconds, float("inf")))
        return engine

    def ask(self, request: AnalyzeRequest) -> bytes:
        """The worker's answer. Raises `Problem`; then `is_alive` tells whether the worker can go on."""
        with suppress(BrokenPipeError):  # a worker that died says why when its answer is awaited
            self.connection.send(request)
        return self._receive(self.limits.wall_seconds, self.limits.cpu_seconds)

    def _receive(self, seconds: float, cpu_seconds: float) -> bytes:
        try:
            came = confinement.wait(self.connection, self.process, seconds, cpu_seconds, self.limits.memory_bytes)
            if came is not True:
                raise self._excess(came, seconds)
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

    def _excess(self, of: bool | confinement.Excess, seconds: float) -> Problem:
        """Stop the worker, and say what it had too much of; `False` for time."""
        self.stop()
        if of == "cpu":
            return self._costly()
        return self._large() if of == "memory" else Problem("overloaded", SLOW.format(seconds), LATER)

    def _costly(self) -> Problem:
        return Problem("page-too-costly", COSTLY.format(self.limits.cpu_seconds))

    def _large(self) -> Problem:
        return Problem("page-too-much-memory", MEMORY.format(self.limits.memory_bytes // 2**20))

    def _obituary(self) -> Problem:
        """Why the worker died."""
        self.process.join()
        code = self.process.exitcode
        self.stop()
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return self._costly()
        if code == OUT_OF_MEMORY:
            return self._large()
        kind = Killed if code in (-KILLED, -signal.SIGTERM, UNKNOWN) else Problem
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
