"""No text or page costs much more than its length, at any door."""

import gc
import io
import math
from collections.abc import Callable
from time import process_time
from typing import Any

import pytest
from rich.console import Console

from detector import Analyzer, Page, Report, Text
from detector.export import annotations, html, overview, sarif, side_by_side
from detector.export.comparison import compare
from detector.export.texts import ReportTexts
from server.cli.console import print_report
from tests.growing import GROWING, READ_BY_MODEL, Given

LIMIT = 1.3  # exponent of the cost by size; 1 is linear, 2 what grows with the square
LEAST = 0.01  # seconds of the processor that reading the smallest of four sizes should take
MATTERS = 0.02  # seconds of the largest from which its growth is looked at
SMALLEST, LARGEST = 1_000, 4_000  # characters of that size
SIZES = (0, 1, 2, 4, 8)  # of that size; what nothing at all costs is taken from the rest
ROUNDS = (3, 3, 2, 1, 1)  # of each in a row: the first of a small one still pays for the large one before it
WEIGHTS = (
    -0.3,
    -0.1,
    0.1,
    0.3,
)  # of the logarithms in the slope of a straight line through four points (least squares)
TRIES = 20  # a busy machine makes a measurement too large, never too small: only what stays steep is steep
PATIENCE = 10.0  # seconds of the processor at least, before what costs little is called steep

RULES = Analyzer(model=None)
MODEL = Analyzer()
Work = Callable[[], object]
DOORS: dict[str, Callable[[Given, Report, dict[str, Any]], object]] = {
    "copy": lambda given, report, _: html.annotate(asked(given), report),
    "report page": lambda _, __, told: overview.render(told),
    "SARIF": lambda given, _, told: sarif.render([sarif.Artifact(told, "page", given.text, given.is_page)]),
    "annotations": lambda given, _, told: annotations.render(told, is_page=given.is_page),
    "comparison": lambda _, __, told: side_by_side.render(compare([told, told], ["one", "other"])),
    "tables": lambda _, __, told: print_report(Console(file=io.StringIO(), highlight=False), told, ReportTexts()),
}


@pytest.fixture(autouse=True, scope="module")
def loaded():
    """What was loaded before is nothing that the collector has to look at again."""
    for analyzer in (RULES, MODEL):  # the first of all is slow
        analyzer.analyze(Text(*GROWING["many speakers"](SMALLEST).parts)).to_dict()
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def still(loaded):
    """Nothing is collected while something is measured."""
    gc.disable()
    yield
    gc.enable()
    gc.collect()


def asked(given: Given) -> Page | Text:
    """What is generated, as the analyzer takes it."""
    return Page(given.text) if given.is_page else Text(*given.parts)


def seconds(work: Work) -> float:
    """What a piece of work takes of this process's own time."""
    start = process_time()
    work()
    return process_time() - start


def exponent(work: list[Work]) -> float:
    """How what a size adds to the cost grows with the size; `work` is that of the `SIZES`."""
    least = [math.inf] * len(SIZES)
    slope, tries, start = math.inf, 0, process_time()
    while slope > LIMIT and (tries < TRIES or process_time() - start < PATIENCE):
        tries += 1
        least = [
            min(known, *(seconds(each) for _ in range(rounds)))
            for known, each, rounds in zip(least, work, ROUNDS, strict=True)
        ]
        added = [cost - least[0] for cost in least[1:]]
        if added[-1] < MATTERS:
            return 0.0
        floor = max(added[-1] / 64, least[0] / 10)  # less is noise
        logs = [math.log2(max(cost, floor)) for cost in added]
        slope = sum(weight * log for weight, log in zip(WEIGHTS, logs, strict=True))
    return slope


class Growing:
    """A generator at all `SIZES`, from one on that takes long enough to be measured."""

    def __init__(self, grow: Callable[[int], Given], analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        enough = LEAST + seconds(self._reader(grow(0)))
        size = SMALLEST
        while size < LARGEST and seconds(self._reader(grow(size))) < enough:
            size *= 2
        self._given = [grow(size * times) for times in SIZES]
        self._reports: dict[int, tuple[Report, dict[str, Any]]] = {}

    def _reader(self, given: Given) -> Work:
        return lambda: self._read(given)

    def _read(self, given: Given) -> Report:
        return self._analyzer.analyze(asked(given))

    def reading(self, at: int) -> Work:
        """The work of reading a size and of writing its report in the wire form."""

        def work() -> None:
            report = self._read(self._given[at])
            self._reports[at] = report, report.to_dict(("text", "sentences"))

        return work

    def showing(self, door: str, at: int) -> Work:
        """The work of what a door makes of the report."""
        return lambda: DOORS[door](self._given[at], *self._reports[at])


@pytest.mark.parametrize("name", GROWING)
def test_cost_grows_no_faster_than_the_text(name):
    growing = Growing(GROWING[name], RULES)
    assert exponent([growing.reading(at) for at in range(len(SIZES))]) <= LIMIT
    for door in DOORS:
        assert exponent([growing.showing(door, at) for at in range(len(SIZES))]) <= LIMIT, door


@pytest.mark.parametrize("name", READ_BY_MODEL)
def test_cost_grows_no_faster_with_the_model(name):
    growing = Growing(GROWING[name], MODEL)
    assert exponent([growing.reading(at) for at in range(len(SIZES))]) <= LIMIT


def test_the_meter_sees_what_grows_with_the_square():
    sizes = [200 * times for times in SIZES]
    squared = [lambda size=size: sum(one < other for one in range(size) for other in range(size)) for size in sizes]
    straight = [lambda size=size: sum(one < size for one in range(size * 200)) for size in sizes]
    assert exponent(squared) > 1.7
    assert exponent(straight) <= LIMIT
