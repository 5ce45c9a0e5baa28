"""No text or page costs much more than its length, at any door."""

import gc
import io
import math
from collections.abc import Callable
from time import process_time

import pytest
from rich.console import Console

from detector import Analyzer, Text
from detector.export import annotations, html, overview, sarif, side_by_side
from detector.export.comparison import compare
from server.cli.console import print_report
from tests.growing import GROWING, READ_BY_MODEL, Given

LIMIT = 1.3  # exponent of the cost by size; 1 is linear, 2 what grows with the square
LEAST = 0.02  # seconds of the processor from which the smallest of four sizes tells anything
SMALLEST, LARGEST = 1_000, 8_000  # characters of that size
TRIES = 3  # a busy machine makes one measurement too large, never too small

RULES = Analyzer(model=None)
MODEL = Analyzer()
Work = Callable[[], object]


def seconds(work: Work) -> float:
    """What a piece of work takes of this process's own time, without the collector's."""
    gc.collect()
    gc.disable()
    try:
        start = process_time()
        work()
        return process_time() - start
    finally:
        gc.enable()


def exponent(make: Callable[[int], Work], size: int) -> float:
    """How what a size adds to the cost grows from `size` to eight times as much: the slope of its logarithm (least
    squares)."""
    work = {times: make(size * times) for times in (0, 1, 2, 4, 8)}
    least = dict.fromkeys(work, math.inf)
    slope = math.inf
    for _ in range(TRIES):
        least = {times: min(least[times], seconds(work[times])) for times in work}
        added = [least[times] - least[0] for times in (1, 2, 4, 8)]
        if added[-1] < LEAST:
            return 0.0
        logs = [math.log2(max(cost, added[-1] / 64)) for cost in added]
        slope = sum(weight * log for weight, log in zip((-0.3, -0.1, 0.1, 0.3), logs, strict=True))
        if slope <= LIMIT:
            break
    return slope


def enough(make: Callable[[int], Work]) -> int:
    """The size from which the cost is large enough to be measured."""
    size, start = SMALLEST, min(seconds(make(0)) for _ in range(TRIES))
    while size < LARGEST and seconds(make(size)) - start < LEAST:
        size *= 2
    return size


def reading(grow: Callable[[int], Given], analyzer: Analyzer) -> Callable[[int], Work]:
    """The work of reading what has grown and of writing its report."""

    def make(size: int) -> Work:
        given = grow(size)
        return lambda: read(given, analyzer).to_dict(("text", "sentences"))

    return make


def read(given: Given, analyzer: Analyzer):
    return analyzer.analyze(given.text) if given.is_page else analyzer.analyze(Text(given.text, given.title))


def showing(grow: Callable[[int], Given]) -> Callable[[int], Work]:
    """The work of everything that is made of a report: the copy, the page, the tables and what other programs read."""

    def make(size: int) -> Work:
        given = grow(size)
        page = given.text if given.is_page else Text(given.text, given.title)
        report = RULES.analyze(page)
        told = report.to_dict(("text", "sentences"))

        def work() -> None:
            html.annotate(page, report)
            overview.render(told)
            sarif.render([sarif.Artifact(told, "page", given.text, given.is_page)])
            annotations.render(told, is_page=given.is_page)
            side_by_side.render(compare([told, told], ["one", "other"]))
            print_report(Console(file=io.StringIO(), highlight=False), told)

        return work

    return make


@pytest.mark.parametrize("name", GROWING)
def test_cost_grows_no_faster_than_the_text(name):
    make = reading(GROWING[name], RULES)
    size = enough(make)
    assert exponent(make, size) <= LIMIT
    assert exponent(showing(GROWING[name]), size) <= LIMIT


@pytest.mark.parametrize("name", READ_BY_MODEL)
def test_cost_grows_no_faster_with_the_model(name):
    assert exponent(reading(GROWING[name], MODEL), SMALLEST // 2) <= LIMIT


def test_the_meter_sees_what_grows_with_the_square():
    def squared(size: int) -> Work:
        return lambda: sum(one < other for one in range(size) for other in range(size))

    def straight(size: int) -> Work:
        return lambda: sum(one < size for one in range(size * 300))

    assert exponent(squared, 300) > 1.7
    assert exponent(straight, 300) <= LIMIT
