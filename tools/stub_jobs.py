"""Jobs that stand in for the detector: each request's text names what the worker does."""

import logging
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

from detector import Text
from detector.encoder.files import HOME, NETWORK, check
from detector.errors import PageTooComplex
from server.problems import Problem
from server.wire import AnalyzeRequest, dump
from server.workers.jobs import Checked, analysis

PRELOAD = ("server.workers.warm", "tools.stub_jobs")
MARKER = "zanzibar-marker-4711"
ANSWER = b'{"schema":"undertone/analysis/1"}'


def burn() -> NoReturn:
    """Use the processor without end."""
    while True:
        sum(range(100_000))


def allocate() -> int:
    """Ask for more memory than any limit allows."""
    return sum(len(held) for held in [bytearray(2**40)])


def devour() -> None:
    """Take memory in small pieces until there is none."""
    held = []
    while True:
        held.append(bytes(2**24))  # zeros the kernel need not fill


def swell() -> None:
    """Take, touch and give back 800 MB."""
    bytes(range(200)) * 2**22


def fall() -> NoReturn:
    """End the process at once, as a crash in C code does."""
    os.abort()


def fail() -> NoReturn:
    """Raise an exception whose message quotes the page."""
    raise ValueError(MARKER)


def shout() -> None:
    """Print and log what a page says."""
    print(MARKER)
    print(MARKER, file=sys.stderr)
    logging.getLogger("anything").critical(MARKER)


def refuse() -> NoReturn:
    """Refuse the page."""
    raise PageTooComplex("Too many tags; send the text alone.")


def recurse() -> None:
    """Nest without end."""
    recurse()


def wait() -> None:
    """Sleep for longer than any limit."""
    time.sleep(60)


def pause() -> None:
    """Sleep for a moment."""
    time.sleep(1)


def die() -> None:
    """End as a process does that somebody kills."""
    os.kill(os.getpid(), signal.SIGKILL)


ACTS: Mapping[str, Callable[[], object]] = {
    act.__name__: act for act in (burn, allocate, devour, swell, fall, fail, shout, refuse, recurse, wait, pause, die)
}


class Stub:
    """A job that does what the request's text says, and answers with its process id and the title."""

    def engine(self) -> bytes:
        return dump({"version": "0", "rules_sha256": "0", "model": None})

    def __call__(self, request: AnalyzeRequest) -> bytes:
        given = request.input
        text, title = (given.text, given.title) if isinstance(given, Text) else ("", None)
        ACTS.get(text, lambda: None)()
        return dump({"pid": os.getpid(), "title": title, "include": list(request.include)})


def make_unready() -> NoReturn:
    """A job that cannot be made."""
    raise ValueError(MARKER)


def make_from_a_damaged_model() -> NoReturn:
    """A job whose model is not the one that its manifest names."""
    with TemporaryDirectory() as folder:
        copied = Path(shutil.copytree(HOME, Path(folder) / "weights"))
        with (copied / NETWORK).open("ab") as file:
            file.write(b"x")
        check(copied)
    raise AssertionError("a damaged model was taken")


def ask(text: str = "", title: str | None = None) -> AnalyzeRequest:
    """A request for the stub."""
    return AnalyzeRequest(Text(text, title))


class StubPool:
    """A pool in this process: remembers what it was asked, and answers or fails as told."""

    def __init__(self, engine: Mapping[str, Any] | None = None, failure: Exception | None = None) -> None:
        self.engine = engine
        self.failure = failure
        self.asked: list[AnalyzeRequest] = []

    def submit(self, request: AnalyzeRequest, *, patient: bool = False) -> bytes:
        self.asked.append(request)
        if self.failure:
            raise self.failure
        return ANSWER


class InProcess(StubPool):
    """A pool that analyses in this process; claims are matched with the index at `fact_checks`, where one is named."""

    def __init__(self, engine: Mapping[str, Any] | None = None, fact_checks: Path | None = None) -> None:
        super().__init__(engine)
        self.fact_checks = fact_checks

    def submit(self, request: AnalyzeRequest, *, patient: bool = False) -> bytes:
        job = analysis(with_model=True)
        return Checked(job, self.fact_checks)(request) if self.fact_checks else job(request)


def busy() -> Problem:
    """What a full pool raises."""
    return Problem("busy", "Ask again.", {"Retry-After": "2"})
