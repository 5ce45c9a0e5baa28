"""Answers that were given before, by the hash of what was asked and of the engine that answered; in memory only.

A page that is asked for again costs no worker. What is held is an answer, which quotes the page, so it never touches a
disk: it lies in this process, or in a Redis that keeps nothing (`server.sharing`).
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Protocol

from server.metrics import Meters
from server.wire import AnalyzeRequest, dump


class Answers(Protocol):
    """Where answers are held, by key."""

    def get(self, key: str) -> bytes | None:
        """The answer, `None` where there is none."""

    def put(self, key: str, answer: bytes) -> None:
        """Hold an answer; it may be dropped at any time."""


class Memory:
    """Answers in this process, `max_bytes` at most; those that were asked for longest ago go first."""

    def __init__(self, max_bytes: int) -> None:
        self._held: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._bytes = 0
        self._max = max_bytes

    def get(self, key: str) -> bytes | None:
        """The answer, `None` where there is none."""
        with self._lock:
            if key not in self._held:
                return None
            self._held.move_to_end(key)
            return self._held[key]

    def put(self, key: str, answer: bytes) -> None:
        """Hold an answer that is not larger than an eighth of the room."""
        if len(answer) > self._max // 8:
            return
        with self._lock:
            self._bytes += len(answer) - len(self._held.pop(key, b""))
            self._held[key] = answer
            while self._bytes > self._max:
                _, oldest = self._held.popitem(last=False)
                self._bytes -= len(oldest)

    def __len__(self) -> int:
        """How many bytes are held."""
        return self._bytes


class Asked(Protocol):
    """What answers where nothing is held: a pool of workers."""

    @property
    def engine(self) -> Mapping[str, Any] | None:
        """The engine's version and hashes."""

    def submit(self, request: AnalyzeRequest, *, patient: bool = False) -> bytes:
        """The JSON of the report. Raises `Problem`."""


class Remembering:
    """A pool that asks its workers only for what `answers` do not hold."""

    def __init__(self, pool: Asked, answers: Answers, meters: Meters) -> None:
        self.pool = pool
        self.answers = answers
        self.meters = meters

    @property
    def engine(self) -> Mapping[str, Any] | None:
        """The engine's version and hashes, `None` until a worker is warm."""
        return self.pool.engine

    def submit(self, request: AnalyzeRequest, *, patient: bool = False) -> bytes:
        """The JSON of the report, from memory where it was given before. Raises `Problem`; problems are not held."""
        if self.engine is None:
            return self.pool.submit(request, patient=patient)
        key = identify(request, self.engine)
        answer = self.answers.get(key)
        self.meters.cache.labels("miss" if answer is None else "hit").inc()
        if answer is None:
            answer = self.pool.submit(request, patient=patient)
            self.answers.put(key, answer)
        return answer


def identify(request: AnalyzeRequest, engine: Mapping[str, Any]) -> str:
    """The sha256, in hex, of all that an answer hangs on."""
    page, options = request.page, request.page.options
    html = page.html.decode("latin-1") if isinstance(page.html, bytes) else page.html
    choice = [options.min_severity, sorted(options.off), sorted(options.ignore)]
    asked = [dict(engine), html, isinstance(page.html, bytes), page.text, page.title, page.url, choice, request.include]
    return sha256(dump(asked)).hexdigest()
