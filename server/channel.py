"""One connection: bodies in memory or as a stream, patience with slow callers that ends, refusals in our form."""

import time
from uuid import uuid4

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import Error

from server.arriving import Arrival
from server.failures import CODES, CONTENT_TYPE, Problem

ARRIVAL_SECONDS = 60.0  # in which a request must have arrived, however slowly its bytes drip
STALL_SECONDS = 30.0  # for which a caller may leave an answer unread


class LateError(Error):  # type: ignore[misc]  # waitress has no types
    """A request that did not arrive in time."""

    code = 408
    reason = "Request Timeout"


class Refusal(ErrorTask):  # type: ignore[misc]
    """Answers a request that waitress itself refuses (too large, or no HTTP) in our own form."""

    def execute(self) -> None:
        """Write the problem document and close the connection."""
        error, request_id = self.request.error, uuid4().hex
        problem = Problem(CODES.get(error.code, "bad-request"), f"{error.reason}: {error.body}.")
        body = problem.to_json(request_id)
        self.status = f"{error.code} {error.reason}"
        self.response_headers += [("Content-Type", CONTENT_TYPE), ("X-Request-ID", request_id)]
        self.response_headers += [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Answer(WSGITask):  # type: ignore[misc]
    """Asks the application; the last answer of a connection whose body may be unread, or whose server is stopping."""

    def build_response_header(self) -> bytes:
        """The head of the answer."""
        if self.request.pipe is not None or self.channel.server.is_stopping:
            self.set_close_on_finish()
        head: bytes = super().build_response_header()
        return head


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection, run by the server's loop; `service` runs in a thread."""

    task_class = Answer
    error_task_class = Refusal
    request: Arrival | None
    _latest: Arrival | None = None
    _began = 0.0

    def parser_class(self, adj: Adjustments) -> Arrival:
        """What reads the next request; waitress asks for it by this name."""
        self._began = time.monotonic()
        self._latest = Arrival(adj, self.server.pull_trigger)
        return self._latest

    def received(self, data: bytes) -> bool:
        """Take in bytes: the rest of a streamed body first, then as waitress does."""
        latest = self._latest
        if latest is not None and latest.completed and latest.is_arriving():
            data = data[latest.feed(data) :]
        return bool(super().received(data))

    def readable(self) -> bool:
        """Whether to read from the connection now; asked at least once a second, so it notices slowness."""
        self._lose_patience()
        latest = self._latest
        if latest is not None and latest.pipe is not None and latest.is_arriving():
            return latest.pipe.has_room() and not (self.will_close or self.close_when_flushed)
        return bool(super().readable())

    def handle_close(self) -> None:
        """The connection ends; whoever reads its body is told."""
        if self._latest is not None and self._latest.pipe is not None:
            self._latest.pipe.close()
        super().handle_close()

    def is_idle(self, seconds: float) -> bool:
        """Whether nothing was asked, was being asked or was answered for so long."""
        busy = self.requests or self.request is not None or self.total_outbufs_len
        return not busy and time.time() - self.last_activity > seconds

    def _lose_patience(self) -> None:
        if self.total_outbufs_len and time.time() - self.last_activity > STALL_SECONDS:
            self.handle_close()  # at once: where the caller takes nothing, waitress would wait until it can write
        late = time.monotonic() - self._began > ARRIVAL_SECONDS
        if late and self.request is not None and self.request.pipe is None and not self.requests:
            with self.requests_lock:
                request, self.request = self.request, None
                request.error = LateError(f"it did not arrive within {ARRIVAL_SECONDS:g} seconds; send it again")
                request.version, request.path = "1.1", ""
                self.requests.append(request)
            self.server.add_task(self)
