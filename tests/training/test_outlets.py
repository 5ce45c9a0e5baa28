"""How outlets are drawn, and which thin reports are a fault."""

from types import SimpleNamespace

import pytest

from training.evaluation import outlets


def report(level: str, *people: tuple[str | None, bool]):
    """A report with people, each with its side and whether it is identified."""
    sources = [SimpleNamespace(kind="person", identified=known, camp=None, side=side) for side, known in people]
    return SimpleNamespace(sources=sources, scores=SimpleNamespace(sourcing=SimpleNamespace(level=level)))


NORTH, SOUTH = ("Norland", True), ("Sorland", True)


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (report("thin", NORTH, NORTH, SOUTH), True),
        (report("mixed", NORTH, NORTH, SOUTH), False),
        (report("thin", NORTH, SOUTH), False),
        (report("thin", NORTH, NORTH, NORTH), False),
        (report("thin", NORTH, SOUTH, ("Norland", False)), False),
    ],
)
def test_a_thin_report_is_a_fault_where_three_people_of_two_sides_speak(given, fault: bool):
    assert outlets.is_thin_though_heard(given) is fault


def test_a_draw_is_of_these_outlets_and_the_same_each_time():
    rows = [{"id": str(number), "source": "Reuters" if number % 2 else "Elsewhere"} for number in range(40)]
    drawn = outlets.draw(rows, outlets.AGENCIES, 10)
    assert {row["source"] for row in drawn} == {"Reuters"}
    assert drawn == outlets.draw(rows[::-1], outlets.AGENCIES, 10)
    assert not outlets.PARTISAN & outlets.OTHER
