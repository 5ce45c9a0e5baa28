"""One connection: bodies in memory or as a stream, patience with slow callers that ends, refusals in our form."""

import logging
import sys
import time
from http import HTTPStatus
from uuid import uuid4

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import Error

from server.problems import CODES, CONTENT_TYPE, Problem, locate
from server.service.http.request_stream import Arrival
from server.settings import HTTP

LOG = logging.getLogger(__name__)


class LateError(Error):  # type: ignore[misc]  # waitress has no types
    """A request that did not arrive in time."""

    code = 408
    reason = "Request Timeout"


class Refusal(ErrorTask):  # type: ignore[misc]
    """Answers a request that waitress itself refuses (too large, or no HTTP) in our own form."""

    def execute(self) -> None:
        """Write the problem document and close the connection."""
        error, request_id = self.request.error, uuid4().hex
        problem = Problem(CODES.get(error.code, "bad-request"), f"{error.reason}: {error.body.rstrip('.')}.")
        body = problem.to_json(request_id)
        self.status = f"{problem.status} {HTTPStatus(problem.status).phrase}"
        self.response_headers += [("Content-Type", CONTENT_TYPE), ("X-Request-ID", request_id)]
        self.response_headers += [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Answer(WSGITask):  # type: ignore[misc]
    """Asks the application; ends the connection where a body may be unread, or the server needs room or is stopping."""

    def build_response_header(self) -> bytes:
        """The head of the answer."""
        if self.request.pipe is not None or self.channel.server.is_stopping or self.channel.server.is_full:
            self.set_close_on_finish()
        head: bytes = super().build_response_header()
        return head


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection, run by the server's loop; `service` runs in a thread."""

    task_class = Answer
    error_task_class = Refusal
    request: Arrival | None
    _latest: Arrival | None = None
    _ahead = b""  # what came behind the request that is at work
    _began = 0.0

    def parser_class(self, adj: Adjustments) -> Arrival:
        """What reads the next request; waitress asks for it by this name."""
        self._began = time.monotonic()
        self._latest = Arrival(adj, self.server.pull_trigger, self.server.memory, self._may_send)
        return self._latest

    def send_continue(self) -> None:
        """Tell the caller to send its body; waitress would then wait for more of a request that is complete."""
        request = self.request
        if request is not None:
            completed = request.completed
            super().send_continue()
            request.completed = completed

    def received(self, data: bytes) -> bool:
        """Take in bytes: the rest of a streamed body, then requests, of which the next waits until one is answered."""
        latest = self._latest
        if latest is not None and latest.completed and latest.is_arriving():
            data = data[latest.feed(data) :]
        self._ahead += data
        return self._advance()

    def _advance(self) -> bool:
        """Read the next request from what has come. So a connection has one answer in memory, whatever it asks."""
        while self._ahead and self._is_free():
            data, self._ahead = self._ahead, b""
            super().received(data if self.request is not None else data.lstrip(b"\r\n"))
            if self._latest is not None:
                self._ahead = self._latest.rest
        return bool(self.requests)

    def _is_free(self) -> bool:
        is_ending = self.will_close or self.close_when_flushed or not self.connected
        return not (is_ending or self.requests or self.total_outbufs_len)

    def readable(self) -> bool:
        """Whether to read from the connection now; asked at least once a second, so it notices slowness."""
        self._lose_patience()
        self._advance()
        latest = self._latest
        if latest is not None and latest.pipe is not None and latest.is_arriving():
            return latest.pipe.has_room() and not (self.will_close or self.close_when_flushed)
        return bool(super().readable())

    def write_soon(self, data: bytes) -> int:
        """Take a part of an answer to send. The caller's time to read begins where nothing lay unread: waitress counts
        from the last byte that came or went, which is long ago where the answer took long."""
        if not self.total_outbufs_len:
            self.last_activity = time.time()
        written: int = super().write_soon(data)
        return written

    def handle_close(self) -> None:
        """The connection ends: its bodies are held no longer, and whoever reads one is told."""
        for request in {*self.requests, self.request, self._latest} - {None}:
            request.close()
        super().handle_close()

    def handle_error(self) -> None:
        """The loop met a fault of ours at this connection: say where in the code, and go on with the others."""
        error = sys.exception()
        LOG.error("a connection failed: %s", locate(error) if error else "unknown")
        self.handle_close()

    def is_idle(self, seconds: float) -> bool:
        """Whether nothing was asked, was being asked or was answered for so long."""
        busy = self.requests or self.request is not None or self.total_outbufs_len
        return not busy and time.time() - self.last_activity > seconds

    def waited(self) -> float | None:
        """For how many seconds its caller has left us waiting; `None` while a request of its is at work."""
        if self.requests:
            return None
        return time.monotonic() - self._began if self.request is not None else time.time() - self.last_activity

    def _may_send(self, request: Arrival) -> bool:
        return bool(self.server.may_send(Answer(self, request).get_environment()))

    def _lose_patience(self) -> None:
        if self.total_outbufs_len and time.time() - self.last_activity > HTTP.stall_seconds:
            self.handle_close()  # at once: where the caller takes nothing, waitress would wait until it can write
        late = time.monotonic() - self._began > HTTP.arrival_seconds
        if late and self.request is not None and self.request.pipe is None and not self.requests:
            with self.requests_lock:
                request, self.request = self.request, None
                request.error = LateError(f"it did not arrive within {HTTP.arrival_seconds:g} seconds; send it again")
                request.version, request.path = "1.1", ""
                self.requests.append(request)
            self.server.add_task(self)
