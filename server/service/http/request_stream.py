"""Bodies that are answered while they arrive: a bounded pipe between the server's loop and a request's thread.

waitress hands a request to the application when its body is complete. For the addresses in `STREAMED` it is handed
over when its headers are, and its body is read from a `Pipe`, which stops the sender when it is full.
"""

import copy
import sys
import threading
from collections.abc import Callable
from typing import Any

from waitress.adjustments import Adjustments
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.receiver import ChunkedReceiver
from waitress.utilities import BadRequest

from server.service.http.body_memory import BodyMemory
from server.settings import HTTP

STREAMED = frozenset({"/v1/analyze/batch"})
UNREADABLE = "its address or its Content-Length is none"


class BrokenBody(Exception):  # noqa: N818 - says what happened
    """The rest of a body will not come: the sender has gone, sent nothing for long, or sent no valid chunks."""


class Pipe:
    """Bytes from one thread to another. `wake` is called when there is room again."""

    def __init__(self, wake: Callable[[], None], patience: float = HTTP.pipe_seconds) -> None:
        self._buffer = bytearray()
        self._state = threading.Condition()
        self._ended = self._broken = False
        self._wake = wake
        self._patience = patience

    def __len__(self) -> int:
        return len(self._buffer)

    def has_room(self) -> bool:
        """Whether the sender may go on."""
        return len(self._buffer) < HTTP.pipe_bytes or self._broken

    def append(self, data: bytes) -> None:
        """Take in bytes, as many as there are; whoever appends looks at `has_room` first."""
        with self._state:
            if not self._broken:
                self._buffer += data
            self._state.notify()

    def end(self) -> None:
        """Say that all has come."""
        with self._state:
            self._ended = True
            self._state.notify()

    def close(self) -> None:
        """Say that no more will come or be wanted."""
        with self._state:
            self._broken = True
            self._buffer.clear()
            self._state.notify()

    def getfile(self) -> "Pipe":
        """The reading end; waitress asks for it by this name."""
        return self

    def read(self, size: int = -1) -> bytes:
        """What has come, at most `size` bytes; waits where nothing has, empty at the end. Raises `BrokenBody`."""
        with self._state:
            arrived = self._state.wait_for(lambda: self._buffer or self._ended or self._broken, self._patience)
            if not arrived or (self._broken and not self._ended):
                raise BrokenBody
            was_full = not self.has_room()
            count = len(self._buffer) if size < 0 else min(size, len(self._buffer))
            taken = bytes(self._buffer[:count])
            del self._buffer[:count]
        if was_full and self.has_room():
            self._wake()
        return taken


class Chunks(ChunkedReceiver):  # type: ignore[misc]  # waitress has no types
    """A body in chunks, whose lines between the chunks end before long."""

    error: BadRequest | None

    def received(self, data: bytes) -> int:
        """Take in what belongs to this body; gives the number of bytes taken."""
        taken: int = super().received(data)
        if len(self.control_line) > HTTP.chunk_line_bytes or len(self.trailer) > HTTP.trailer_bytes:
            self.error = BadRequest("The line before a chunk, or what follows the last chunk, is too long")
        return taken


class Arrival(HTTPRequestParser):  # type: ignore[misc]
    """A request as it arrives; for a streamed address it counts as complete from its headers on.

    `may_send` is asked when its headers are there; the body of a caller that may not send one is held nowhere.
    """

    adj: Adjustments
    body_rcv: Any
    pipe: Pipe | None = None
    rest = b""  # what came behind it

    def __init__(
        self, adj: Adjustments, wake: Callable[[], None], memory: BodyMemory, may_send: Callable[["Arrival"], bool]
    ) -> None:
        super().__init__(adj)
        self.wake = wake
        self.memory = memory
        self.may_send = may_send

    def parse_header(self, header_plus: bytes) -> None:
        """Read the headers, and choose where the body goes: a stream where the address wants one, else memory."""
        try:
            super().parse_header(header_plus)
        except ValueError:  # of `urlsplit`, and of `int` for a number of thousands of digits
            raise ParsingError(UNREADABLE) from None
        if self.body_rcv is None:
            return
        if self.path in STREAMED:
            self.adj = copy.copy(self.adj)
            self.adj.max_request_body_size = sys.maxsize  # each line has its own limit
            self.pipe = Pipe(self.wake)
        body = self.memory.open() if self.pipe is None else self.pipe
        if self.chunked:
            self.body_rcv = Chunks(body)
        self.body_rcv.buf = body
        if self.pipe is None and not self.may_send(self):
            body.close()

    def received(self, data: bytes) -> int:
        """Take in all bytes: what does not belong to this request is in `rest`. Gives their number."""
        taken: int = super().received(data)
        fed = 0
        if self.pipe is not None and self.error is None:
            fed = self.feed(data[taken:])
            self.completed = True
        if self.completed and (fed or not self.is_arriving()):
            self.expect_continue = False  # the body is coming already, or is not wanted
        if self.completed and self.pipe is None and self.body_rcv is not None:
            self.memory.keep(self.body_rcv.buf)
        self.rest = data[taken + fed :]
        return len(data)

    def is_arriving(self) -> bool:
        """Whether more of a streamed body is to come."""
        return self.pipe is not None and not self.body_rcv.completed and self.body_rcv.error is None

    def feed(self, data: bytes) -> int:
        """Take in more of a streamed body; gives the number of bytes taken."""
        taken: int = self.body_rcv.received(data) if data and self.is_arriving() else 0
        if self.pipe is not None and self.body_rcv.error is not None:
            self.pipe.close()
        elif self.pipe is not None and self.body_rcv.completed:
            self.pipe.end()
        return taken
