"""What runs inside a worker process: one analysis after another, under limits, silent.

The parent sends an `AnalyzeRequest` and gets two messages: a `Tag` with whether the worker retires, then the answer as
bytes, never a pickle, so that a worker a hostile page has taken over can hand its parent nothing but text.
"""

import gc
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from enum import IntEnum
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Protocol

from detector import Analyzer, Page, Report, Text, languages
from detector.errors import DataError, InputError
from detector.export import FORMATS, Analysed
from detector.schema.encoding import encode
from server.fact_checks.matching import FOUND, Matcher, matcher, search
from server.problems import locate
from server.settings import Limits
from server.wire import AnalyzeRequest, dump
from server.workers import confinement
from server.workers.starting import uncollected

OUT_OF_MEMORY = 71  # exit code of a worker whose memory limit was reached

TOO_DEEP = "The page is nested too deeply to be read; send its text alone."
SAMPLE = """<!doctype html><html lang="en"><head><title>Bridge to be repaired</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2024-03-04"></head>
<body><article><h1>Bridge to be repaired after brazen delay</h1><p>By Mara Lind</p>
<p>The council of Oslo voted on Monday to repair the old bridge over the river, three years after inspectors found
cracks in two of its piers. Work begins in spring and will take a year, according to a report by its engineers.</p>
<p>“We have waited long enough,” said Ada Berg, the mayor. She told reporters that the plan was a shameless gift to one
builder until the contract was put out to tender again in January.</p>
<p>Shop owners fear for their trade. Jonas Vik, who runs a bakery at the northern end, said that half of his customers
come across the bridge on foot. The ministry of transport in Norway, which pays for most of it, did not comment.</p>
<p>The bridge was built in 1931. About 9,000 people cross it every day, the city says, and a ferry will carry them while
it is closed. Critics of the plan warned that the ferry would be a disaster in winter.</p></article></body></html>"""
ADDRESS = "https://news.example.org/bridge"  # has the list of public suffixes read too


class Tag(IntEnum):
    """What a message holds: ready (engine as JSON), answer (JSON), refusal (JSON [code, message]), crash (place)."""

    READY = 1
    ANSWER = 2
    REFUSAL = 3
    CRASH = 4


class Job(Protocol):
    """What a worker does: says which engine it is, and turns a request into the bytes of the answer."""

    def engine(self) -> bytes:
        """The engine's version and hashes, as JSON."""

    def __call__(self, request: AnalyzeRequest) -> bytes:
        """The answer's bytes. Raises `InputError` for a page that cannot be read."""


@cache
def build(*, with_model: bool) -> Analyzer:
    """The product's analyzer, or the one that works by rules alone; each is made once. Raises `DataError`."""
    return Analyzer() if with_model else Analyzer(model=None)


class Analysis:
    """The product's job: one `Analyzer`, built once and tried on an article that needs every file of the package, in
    every format: no reader pays for what loads late, and what is damaged is known at once. Raises `DataError`."""

    def __init__(self, *, with_model: bool = True) -> None:
        self.analyzer = build(with_model=with_model)
        sample = AnalyzeRequest(Page(SAMPLE, ADDRESS))
        report = self.analyzer.analyze(sample.input, sample.options)
        for form in FORMATS:
            _render(replace(sample, form=form), report)

    def engine(self) -> bytes:
        """The engine's version and hashes, as JSON."""
        return encode(self.analyzer.engine)

    def __call__(self, request: AnalyzeRequest) -> bytes:
        """The report in the form asked for. Raises `InputError` for a page that cannot be read."""
        return _render(request, self.analyzer.analyze(request.input, request.options))


class Checked:
    """The same, with published fact-checks from the index at `path` for the claims of each report, and the answer to
    what is searched there (`FOUND`). The index is opened by the process that asks, for no other may use its connection;
    one that is made later is found, too."""

    def __init__(self, job: Analysis, path: Path) -> None:
        self._job, self._path = job, path
        self._matcher: Matcher | None = None

    def engine(self) -> bytes:
        """The engine's version and hashes, as JSON."""
        return self._job.engine()

    def __call__(self, request: AnalyzeRequest) -> bytes:
        """The report in the form asked for, or what was found. Raises `InputError` for a page that cannot be read."""
        self._matcher = self._matcher or matcher(self._path, self._job.analyzer.encoder)
        if request.form == FOUND:
            text = request.input.text if isinstance(request.input, Text) else ""
            return encode(search(self._matcher, text))
        report = self._job.analyzer.analyze(request.input, request.options)
        return _render(request, self._matcher.add_to(report) if self._matcher else report)


def _render(request: AnalyzeRequest, report: Report) -> bytes:
    """A report in the form that was asked for."""
    reader, page = request.options.language or languages.DEFAULT, request.input
    return FORMATS[request.form].render(Analysed(report, page, page.url or "-", request.include, reader))


@cache
def analysis(*, with_model: bool) -> Analysis:
    """The `Analysis` of this process, with the model or by rules alone, which is several times faster; a worker forked
    after the first call has it already."""
    return Analysis(with_model=with_model)


def checked(*, with_model: bool, fact_checks: Path) -> Checked:
    """The job of a service that knows where published fact-checks lie."""
    return Checked(analysis(with_model=with_model), fact_checks)


def share() -> None:
    """Keep what is loaded out of the garbage collector's way: its marks would part the memory that workers share.

    Called once, by the process that workers are forked from; a worker in use then has 38 MB of its own, not 75. What
    loading left over is kept as well: looking for it would take longer than it is worth.
    """
    gc.freeze()


class _CrashNotice(AbstractContextManager[None]):
    """Tells the parent what is about to end this process: an exception's type and place, or which file is damaged."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, MemoryError):
            os._exit(OUT_OF_MEMORY)  # needs no memory
        if isinstance(error, Exception):
            cause = str(error) if isinstance(error, DataError) else locate(error)  # it names files of ours, no page
            _send(self.connection, Tag.CRASH, cause.encode("utf-8", "replace"))


def _send(connection: Connection, tag: Tag, content: bytes, *, last: bool = False) -> None:
    connection.send_bytes(bytes([tag, last]))
    connection.send_bytes(content)


def _is_swollen(limits: Limits) -> bool:
    """Whether some page took so much memory that the next may lack it: what is freed rarely goes back to the system."""
    return confinement.peak_bytes() > limits.memory_bytes / 2


def run(connection: Connection, make: Callable[[], Job], limits: Limits) -> None:
    """Answer requests until the parent closes the connection; any exception but `InputError` ends the process."""
    confinement.confine(limits)
    with connection, _CrashNotice(connection):
        with uncollected():
            job = make()
        _send(connection, Tag.READY, job.engine())
        while True:
            confinement.grant(limits.cpu_seconds)  # before reading: unpickling is part of the next request's cost
            try:
                request: AnalyzeRequest = connection.recv()
            except EOFError:
                return
            tag, content = _answer(job, request)
            _send(connection, tag, content, last=_is_swollen(limits))


def _answer(job: Job, request: AnalyzeRequest) -> tuple[Tag, bytes]:
    try:
        return Tag.ANSWER, job(request)
    except InputError as error:
        return Tag.REFUSAL, dump([error.code, str(error)])
    except RecursionError:
        return Tag.REFUSAL, dump(["page-too-complex", TOO_DEEP])
