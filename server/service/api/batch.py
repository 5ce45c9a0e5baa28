"""`POST /v1/analyze/batch`: JSON lines in, JSON lines out, in order, each answered as soon as those before it are.

The body is read while it arrives and the answer is written while it is made, so neither is ever whole in memory. A line
that is no good is answered with its own problem document and costs the others nothing.
"""

import queue
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

from flask import Blueprint, Response, g, request
from msgspec.structs import asdict

from detector.schema import Report
from detector.schema.encoding import encode
from server import forms
from server.problems import INTERNAL, LOG, LineProblemForm, Problem, locate
from server.service.api.openapi import answers
from server.service.api.routes import Parts, accepted_language, for_reader, parts
from server.service.http.request_stream import BrokenBody
from server.settings import HTTP
from server.wire import parse

BLUEPRINT = Blueprint("batching", __name__)
MEDIA_TYPES = ("application/x-ndjson", "application/ndjson", "application/jsonl")


class Body(Protocol):
    """What a body is read from."""

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes, empty at the end. May raise `BrokenBody`."""

    def close(self) -> None:
        """Say that no more is wanted."""


@BLUEPRINT.post("/v1/analyze/batch")
@answers(
    Report,
    LineProblemForm,
    takes=(forms.PageRequest, forms.TextRequest),
    problems=["missing-header", "unsupported-media-type", "too-many-requests", "not-ready", "busy"],
    media=MEDIA_TYPES[0],
)
def analyze_batch() -> Response:
    """Analyse many pages or texts, one JSON object a line.

    The answer has a report or a problem for each line, in order.

    A report is in the language that its line names, or else in that of the request.
    """
    if request.mimetype not in MEDIA_TYPES:
        raise Problem("unsupported-media-type", f"Send JSON lines, with Content-Type: {MEDIA_TYPES[0]}.")
    if request.content_encoding not in (None, "identity"):
        raise Problem("unsupported-media-type", "Send the lines as they are, without Content-Encoding.")
    service = parts()
    if service.pool.engine is None:
        raise Problem(
            "not-ready",
            "The workers are warming up; ask again in a second.",
            {"Retry-After": str(HTTP.warming_seconds)},
        )
    if not service.batches.acquire(blocking=False):
        raise Problem(
            "busy",
            "As many batches are at work as there are workers; ask again later.",
            {"Retry-After": str(HTTP.batch_seconds)},
        )
    body: Body = request.environ["wsgi.input"]  # bare: `request.stream` has one limit for the whole, a line has its own
    response = Response(Batch(service, g.request_id, accepted_language()).run(body), content_type=MEDIA_TYPES[0])
    response.call_on_close(service.batches.release)
    return response


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the body: its number from 1, and its bytes, `None` where it is too long to be held."""

    number: int
    content: bytes | None

    def is_blank(self) -> bool:
        """Whether there is nothing in it; such a line is passed over."""
        return self.content is not None and not self.content.strip()


def split(body: Body, max_line: int) -> Iterator[Line]:
    """The lines of a body. Raises `BrokenBody` where it ends before its time."""
    buffer, number, overlong = bytearray(), 1, False
    while piece := body.read(HTTP.piece_bytes):
        *ended, rest = piece.split(b"\n")
        for part in ended:
            overlong = overlong or len(buffer) + len(part) > max_line
            yield Line(number, None if overlong else bytes(buffer + part))
            buffer, number, overlong = bytearray(), number + 1, False
        buffer += rest
        if len(buffer) > max_line:
            buffer, overlong = bytearray(), True
    yield Line(number, None if overlong else bytes(buffer))


class Batch:
    """One batch at work: a thread reads lines, some answer them, and `run` gives the answers in order."""

    def __init__(self, service: Parts, request_id: str, language: str | None = None) -> None:
        self.service = service
        self.request_id = request_id
        self.language = language
        self._room = threading.Semaphore(HTTP.lines_ahead * service.settings.workers)
        self._answers: queue.SimpleQueue[tuple[int, Future[bytes]] | None] = queue.SimpleQueue()
        self._ended = threading.Event()

    def run(self, body: Body) -> Iterator[bytes]:
        """The answer to each line, as a line; ends early, and reads no more, when it is closed."""
        with ThreadPoolExecutor(self.service.settings.workers, "undertone-batch") as threads:
            reader = threading.Thread(target=self._read, args=(body, threads), name="undertone-batch-reader")
            reader.start()
            try:
                while (asked := self._answers.get()) is not None:
                    yield self._result(*asked) + b"\n"
                    self._room.release()
            finally:
                self._ended.set()
                body.close()
                self._room.release()
                reader.join()
                threads.shutdown(cancel_futures=True)

    def _read(self, body: Body, threads: ThreadPoolExecutor) -> None:
        """Hand out lines, a few ahead of the answers."""
        number = 0
        try:
            for line in split(body, self.service.settings.max_body):
                number = line.number
                if not line.is_blank():
                    self._room.acquire()
                    if self._ended.is_set():
                        return
                    self._answers.put((number, threads.submit(self._answer, line)))
        except BrokenBody:
            broken: Future[bytes] = Future()
            broken.set_exception(
                Problem("bad-request", "The body broke off here: nothing came for long, or no valid chunk.")
            )
            self._answers.put((number + 1, broken))
        finally:
            self._answers.put(None)

    def _answer(self, line: Line) -> bytes:
        if line.content is None:
            limit = self.service.settings.max_body
            raise Problem("body-too-large", f"The line has more than {limit} bytes; send less of the page.")
        with self.service.readers:
            asked = for_reader(parse(line.content, self.service.settings.max_structure), self.language)
        return self.service.pool.submit(asked, patient=True)

    def _result(self, number: int, answer: Future[bytes]) -> bytes:
        """The answer to a line, or the problem it ended in, whatever that was: the other lines are to be answered."""
        error = answer.exception()
        if error is None:
            self.service.meters.lines.labels("ok").inc()
            return answer.result()
        known = error if isinstance(error, Problem) else Problem("internal-error", INTERNAL, cause=locate(error))
        return self._refuse(number, known)

    def _refuse(self, number: int, problem: Problem) -> bytes:
        """The problem document of a line, which says the line's number too."""
        if problem.cause:
            LOG.error("request %s failed in line %d: %s", self.request_id, number, problem.cause)
        self.service.meters.lines.labels(problem.code).inc()
        return encode(LineProblemForm(**asdict(problem.to_form(self.request_id)), line=number))
