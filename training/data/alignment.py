"""Puts spans back where they belong in a text whose line breaks were changed after they were marked.

Half of the articles of SemEval-2023 task 3 in other languages than English had more characters at each break when their
spans were counted than their text has now: from the second line on every span lies some characters too far right. How
many is found from the spans themselves: a marked passage begins and ends at the edge of a word.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from training.data.examples import lines

MOST = 4  # characters that one break can have lost
CHANGE = 0.6  # cost of a break that lost another number of characters than the one before, in cut words
BEHIND = 4.0  # what a way may cost more than the cheapest and still be followed
Range = tuple[int, int]


class _Way(NamedTuple):
    """One way through the lines so far: its cost, by how much the spans of each line lie too far right, and what the
    last break lost."""

    cost: float
    moves: tuple[int, ...]
    lost: int


def _cuts(text: str, start: int, end: int) -> int:
    """How many edges of `[start, end)` lie inside a word, or at a blank that belongs outside; 0..2."""
    if not 0 <= start < end <= len(text):
        return 2
    first = text[start].isspace() or (start > 0 and text[start - 1].isalnum() and text[start].isalnum())
    last = text[end - 1].isspace() or (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())
    return int(first) + int(last)


def _whole(text: str, start: int, end: int) -> Range:
    """The span with the last letter of its last word, which many lack."""
    inside = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return (start, end + 1) if inside and not text[end + 1 : end + 2].isalnum() else (start, end)


def _cost(text: str, spans: Sequence[Range], line: Range, move: int) -> float:
    """Cut edges of those of the `spans` (in order) that begin in `line`, each moved left by `move`."""
    first, last = (bisect_left(spans, (edge + move, 0)) for edge in line)
    return float(sum(_cuts(text, start - move, end - move) for start, end in spans[first:last]))


def _further(ways: Iterable[_Way], cost: Callable[[int], float]) -> list[_Way]:
    """The ways that go on over one more line, whose spans cost `cost` for each move: the cheapest to each move and last
    break, less those that fall too far behind."""
    known: dict[int, float] = {}
    best: dict[tuple[int, int], _Way] = {}
    for way in ways:
        for lost in range(MOST + 1):
            move = way.moves[-1] + lost
            if move not in known:
                known[move] = cost(move)
            spent = way.cost + known[move] + CHANGE * (lost != way.lost)
            if (move, lost) not in best or spent < best[move, lost].cost:
                best[move, lost] = _Way(spent, (*way.moves, move), lost)
    least = min(way.cost for way in best.values())
    return [way for way in best.values() if way.cost <= least + BEHIND]


def moves(text: str, spans: Sequence[Range]) -> list[tuple[Range, int]]:
    """Every line of `text` that holds more than blanks, with the number of characters that its spans lie too far right:
    the cheapest way through the lines (fewest cut edges, fewest changes of what a break lost)."""
    found = [(start, start + len(line) + 1) for start, line in lines(text)]
    if not found:
        return []
    ordered = sorted(spans)
    ways = [_Way(0.0, (0,), lost) for lost in range(MOST + 1)]
    for line in found[1:]:
        ways = _further(ways, partial(_cost, text, ordered, line))
    return list(zip(found, min(ways).moves, strict=True))


def aligned(text: str, spans: Sequence[Range]) -> list[Range | None]:
    """`spans` where they belong in `text`, in order; None for one that falls outside of every line."""
    known = moves(text, spans)

    def back(start: int, end: int) -> Range | None:
        fits = [(start - by, min(end - by, len(text))) for line, by in known if line[0] <= start - by < line[1]]
        return _whole(text, *min(fits, key=lambda span: _cuts(text, *span))) if fits else None

    return [back(start, end) for start, end in spans]
