import io
import re

import pytest
from rich.console import Console

from server.batch.inputs.input_files import STDIN, InputFile
from server.batch.inputs.rows import Place
from server.batch.outcome import Outcome
from server.batch.outputs import progress
from server.batch.outputs.progress import Meter
from server.batch.outputs.state import Tally

FILES = (InputFile("a.jsonl", "a.jsonl", "jsonl", 600), InputFile("b.jsonl", "b.jsonl", "jsonl", 400))


def told(inputs, seconds, monkeypatch, **console):
    """What a meter prints of two rows, with a clock that gives `seconds` one after another."""
    clock = iter(seconds)
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    held = io.StringIO()
    with Meter(Console(file=held, width=200, **console), inputs) as meter:
        meter.advance(Outcome(Place(0, 0), Place(0, 1), 100, "a"), Tally(written=1))
        meter.advance(Outcome(Place(1, 0), Place(1, 1), 150, "b"), Tally(written=1, bad=1))
    return held.getvalue()


def test_without_a_terminal_a_plain_line_comes_now_and_then(monkeypatch):
    assert told(FILES, [0, 5, 20], monkeypatch) == "2 rows, 0.1/s, 1 bad, 75%, 0:00:08 left\n"


def test_after_a_line_the_last_row_is_told_as_well(monkeypatch):
    lines = told(FILES, [0, 20, 21], monkeypatch).splitlines()
    assert [line.split(",")[0] for line in lines] == ["1 row", "2 rows"]


def test_standard_input_has_no_time_left(monkeypatch):
    assert told((InputFile(STDIN, "stdin", "jsonl"),) * 2, [0, 5, 20], monkeypatch) == "2 rows, 0.1/s, 1 bad\n"


def test_nothing_is_said_of_a_short_batch(monkeypatch):
    assert told(FILES, [0, 1, 2], monkeypatch) == ""


def test_a_terminal_gets_a_bar(monkeypatch):
    monkeypatch.setattr(progress.time, "monotonic", progress.time.monotonic)
    held = io.StringIO()
    with Meter(Console(file=held, width=200, force_terminal=True), FILES) as meter:
        meter.advance(Outcome(Place(1, 0), Place(1, 1), 150, "b"), Tally(written=1, bad=1))
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", held.getvalue())
    assert "75%" in plain and "1 bad" in plain


@pytest.mark.parametrize(("seconds", "words"), [(0, "0:00:00"), (61, "0:01:01"), (90_000, "25:00:00")])
def test_a_duration_reads_as_a_clock_does(seconds, words):
    assert progress._duration(seconds) == words
