"""How far a batch is: a bar with rate and time left at a terminal, else a plain line now and then."""

import time
from collections.abc import Sequence
from gettext import gettext as _
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn

from server.batch.inputs.input_files import STDIN, InputFile
from server.batch.outcome import Outcome
from server.batch.outputs.state import Tally
from server.screen import progress_bar
from server.settings import BATCH
from server.terminal import figure, rows


class Meter:
    """Shows on `console` what a batch reports; a context. Progress is counted in bytes of the inputs."""

    def __init__(self, console: Console, inputs: Sequence[InputFile]) -> None:
        self._console = console
        self._before = [0]
        for source in inputs:
            self._before.append(self._before[-1] + source.size)
        known = self._before[-1] and all(source.path != STDIN for source in inputs)
        self._total = self._before[-1] if known else None
        self._began = self._printed = time.monotonic()
        self._words = self._told = ""
        self._first: tuple[int, int] | None = None
        columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
        self._bar = progress_bar(console, SpinnerColumn(), *columns)
        self._task = self._bar.add_task(_("starting"), total=self._total)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()
        if self._words != self._told:  # after a line the last row has one, too
            self._console.print(self._words, highlight=False, soft_wrap=True)

    def advance(self, outcome: Outcome, tally: Tally) -> None:
        """Take note of a row that is done."""
        now, done = time.monotonic(), self._before[outcome.place.source] + outcome.read
        self._first = self._first or (tally.rows - 1, done)
        rate = (tally.rows - self._first[0]) / max(now - self._began, 0.001)
        bad = ", " + _("{count} bad").format(count=figure(tally.bad)) if tally.bad else ""
        words = f"{rows(tally.rows)}, {rate:.1f}/s{bad}"
        self._words = words if self._told else ""
        self._bar.update(self._task, completed=done, description=words)
        if not self._console.is_terminal and now - self._printed >= BATCH.progress_seconds:
            self._printed, self._told, self._words = now, words, words
            self._console.print(words + self._left(now, done), highlight=False, soft_wrap=True)

    def _left(self, now: float, done: int) -> str:
        """Percentage and time left, from what this run did itself."""
        before = self._first[1] if self._first else 0
        if not self._total or done <= before:
            return ""
        seconds = (now - self._began) / (done - before) * (self._total - done)
        return f", {done / self._total:.0%}, " + _("{time} left").format(time=_duration(seconds))


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(max(seconds, 0)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
