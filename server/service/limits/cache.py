"""Answers that were given before, by the hash of what was asked and of the engine that answered; in memory only.

A page that is asked for again costs no worker. What is held is an answer, which quotes the page, so it never touches a
disk: it lies in this process, or in a Redis that keeps nothing (`server.service.limits.redis_backend`).
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Protocol

from detector import Text
from server.service.observe.metrics import Meters
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
        self._answers: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._bytes = 0
        self._max = max_bytes

    def get(self, key: str) -> bytes | None:
        """The answer, `None` where there is none."""
        with self._lock:
            if key not in self._answers:
                return None
            self._answers.move_to_end(key)
            return self._answers[key]

    def put(self, key: str, answer: bytes) -> None:
        """Hold an answer that is not larger than an eighth of the room."""
        if len(answer) > self._max // 8:
            return
        with self._lock:
            self._bytes += len(answer) - len(self._answers.pop(key, b""))
            self._answers[key] = answer
            while self._bytes > self._max:
                _, oldest = self._answers.popitem(last=False)
                self._bytes -= len(oldest)

    @property
    def size(self) -> int:
        """How many bytes of answers are held."""
        return self._bytes


class Pool(Protocol):
    """What is asked for a report: a pool of workers, or one that remembers."""

    @property
    def engine(self) -> Mapping[str, Any] | None:
        """The engine's version and hashes, `None` until a worker is warm."""

    def submit(self, request: AnalyzeRequest, *, patient: bool = False) -> bytes:
        """The JSON of the report; who is `patient` waits outside the queue. Raises `Problem`."""


class Remembering:
    """A pool that asks its workers only for what `answers` do not hold."""

    def __init__(self, pool: Pool, answers: Answers, meters: Meters) -> None:
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
    page, options = request.input, request.options
    choice = [options.min_severity, sorted(options.disable), sorted(options.ignore), options.language]
    title = page.title if isinstance(page, Text) else None
    content = page.text if isinstance(page, Text) else page.html
    kinds = [type(page).__name__, type(content).__name__]
    digest = sha256(dump([dict(engine), kinds, title, page.url, choice, request.include, request.form]))
    # not as JSON: that holds up every thread, for 0.3 s where a page has 15 MB
    digest.update(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    return digest.hexdigest()
