"""Bodies in memory, never in a file, and all together within a bound.

waitress appends to a body in the server's loop and closes it in any thread. A body that is dropped goes on to take in
what its sender sends, but keeps none of it: a caller whose connection is cut while it sends may never see its answer.
"""

import threading
from io import BytesIO
from typing import Protocol

from server.problems import Problem
from server.settings import HTTP

FULL = "The requests that are arriving take all the memory there is for them; ask again in a moment."


class Source(Protocol):
    """What an application reads a body from."""

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes, empty at the end."""


class Dropped:
    """What the application reads where a body was dropped."""

    def read(self, size: int = -1, /) -> bytes:
        """Raise the `Problem` that tells the caller to ask again."""
        raise Problem("busy", FULL, {"Retry-After": str(HTTP.memory_seconds)})


class BodyMemory:
    """What the bodies that are held may take all together, in bytes; where they would take more, the largest of those
    that are still arriving is dropped. So a caller that sends little is served while others send much."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._lock = threading.Lock()
        self._total = 0
        self._arriving: set[Body] = set()

    @property
    def total(self) -> int:
        """How much the bodies take now, in bytes."""
        return self._total

    def open(self) -> "Body":
        """A body that is about to arrive."""
        body = Body(self)
        with self._lock:
            self._arriving.add(body)
        return body

    def add(self, body: "Body", data: bytes) -> None:
        """Hold some more of a body, unless it was dropped or is now."""
        with self._lock:
            if body.buffer is None:
                return
            body.buffer.write(data)
            body.size += len(data)
            self._total += len(data)
            while self._total > self.limit:
                self._drop(max(self._arriving, key=lambda each: each.size))

    def keep(self, body: "Body") -> None:
        """Take note that a body has arrived: it is dropped no more."""
        with self._lock:
            self._arriving.discard(body)

    def release(self, body: "Body") -> None:
        """Drop a body; again does nothing."""
        with self._lock:
            self._drop(body)

    def _drop(self, body: "Body") -> None:
        self._total -= body.size
        body.size, body.buffer = 0, None
        self._arriving.discard(body)


class Body:
    """The body of one request, with the methods that waitress asks of a buffer."""

    def __init__(self, memory: BodyMemory) -> None:
        self.memory = memory
        self.buffer: BytesIO | None = BytesIO()
        self.size = 0  # bytes that are held
        self._length = 0

    def __len__(self) -> int:
        """How many bytes have come, held or not."""
        return self._length

    def append(self, data: bytes) -> None:
        """Take in some more."""
        self._length += len(data)
        self.memory.add(self, data)

    def getfile(self) -> Source:
        """What the application reads."""
        buffer = self.buffer
        if buffer is None:
            return Dropped()
        buffer.seek(0)
        return buffer

    def close(self) -> None:
        """Hold it no longer."""
        self.memory.release(self)
