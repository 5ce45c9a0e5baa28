"""Finds the pieces of a page that hold a text which another tool extracted from it."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detector.page.pieces import Piece
from detector.settings import SETTINGS

_GRAM = SETTINGS.alignment.gram
_WHOLE = SETTINGS.alignment.whole
_PLACES = SETTINGS.alignment.places
_NOT_WORD = re.compile(r"[\W_]+")
_NOT_WORD_BYTES = bytes(code for code in range(128) if not chr(code).isalnum())


@dataclass(frozen=True, slots=True)
class _Match:
    """Piece `piece` stands at `[start, end)` of the extracted skeleton."""

    piece: int
    start: int
    end: int
    weight: float


def skeleton(text: str) -> str:
    """Only the letters and digits, compatibility-normalised and case-folded: what survives any re-typing."""
    if text.isascii():  # most are, which is told faster
        return text.lower().encode().translate(None, _NOT_WORD_BYTES).decode()
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


def align(pieces: Sequence[Piece], lines: Sequence[str]) -> tuple[int, ...]:
    """Give the indices of the pieces that hold `lines` (paragraphs in reading order), rising.

    The pieces are the heaviest chain that keeps the order of the lines; then come those whose text is in the lines
    but out of order. Takes time linear in the two texts.
    """
    target = _Target([part for line in map(skeleton, lines) if (part := line)])
    skeletons = [skeleton(piece.text) for piece in pieces]
    hidden = SETTINGS.extraction.hidden_weight
    matches = [
        match
        for index, (piece, key) in enumerate(zip(pieces, skeletons, strict=True))
        for match in target.matches(index, key, hidden if piece.region.hidden else 1.0)
    ]
    chain = _heaviest_chain(matches, len(target.text))
    taken = bytearray(len(target.text))
    for match in chain:
        taken[match.start : match.end] = b"\1" * (match.end - match.start)
    chosen = _nearest_duplicates([match.piece for match in chain], pieces, skeletons)
    for match in matches:
        size = match.end - match.start
        if match.piece in chosen or size < SETTINGS.extraction.fuzzy:
            continue
        if taken.count(1, match.start, match.end) < SETTINGS.alignment.covered * size:
            chosen.add(match.piece)
            taken[match.start : match.end] = b"\1" * size
    return tuple(sorted(chosen))


class _Target:
    """The extracted lines as one skeleton, indexed by short grams and by whole lines."""

    def __init__(self, lines: list[str]) -> None:
        self.text = "".join(lines)
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._grams: dict[str, list[int]] = defaultdict(list)  # only at multiples of _GRAM
        at = 0
        for line in lines:
            self._whole[line].append(at)
            at += len(line)
        for start in range(0, len(self.text) - _GRAM + 1, _GRAM):
            places = self._grams[self.text[start : start + _GRAM]]
            if len(places) < _PLACES:
                places.append(start)

    def matches(self, piece: int, key: str, factor: float) -> Iterator[_Match]:
        """Where a piece with the skeleton `key` can stand."""
        if not key:
            return
        starts = self._whole.get(key, [])[:_PLACES] if len(key) < _WHOLE else self._starts(key)
        for start in starts:
            yield _Match(piece, start, start + len(key), len(key) * factor)
        if not starts and len(key) >= SETTINGS.extraction.fuzzy:
            yield from self._fuzzy(piece, key, factor)

    def _starts(self, key: str) -> list[int]:
        """Where `key` begins: one of its first grams stands at a place that is indexed."""
        found = [
            place - at
            for at in range(_GRAM)
            for place in self._grams.get(key[at : at + _GRAM], ())
            if place >= at and self.text.startswith(key, place - at)
        ]
        return sorted(set(found))

    def _fuzzy(self, piece: int, key: str, factor: float) -> Iterator[_Match]:
        """A piece most of which is in the text: the tool has left out a word or two of it."""
        grams = (self._grams.get(key[at : at + _GRAM]) for at in range(len(key) - _GRAM + 1))
        hits = sorted(places[0] for places in grams if places)
        share = _GRAM * len(hits) / len(key)
        if share < SETTINGS.extraction.fuzzy_share:
            return
        middle = hits[len(hits) // 2]
        near = [hit for hit in hits if abs(hit - middle) < SETTINGS.alignment.spread * len(key)]
        start, end = near[0], min(near[-1] + _GRAM, near[0] + len(key))
        yield _Match(piece, start, end, SETTINGS.alignment.inexact * factor * len(key) * min(1.0, share))


def _heaviest_chain(matches: Sequence[_Match], length: int) -> list[_Match]:
    """The heaviest sequence of matches with rising pieces whose places do not overlap."""
    best = _PrefixMaximum(length + 1)
    before: list[int] = []
    index = 0
    while index < len(matches):
        group = index  # matches of one piece exclude each other, so they are entered together
        while index < len(matches) and matches[index].piece == matches[group].piece:
            before.append(best.up_to(matches[index].start)[1])
            index += 1
        entries = []
        for at in range(group, index):
            weight = matches[at].weight + best.up_to(matches[at].start)[0]
            entries.append((matches[at].end, (weight, at)))
        for end, entry in entries:
            best.enter(end, entry)
    chain = []
    at = best.up_to(length)[1]
    while at >= 0:
        chain.append(matches[at])
        at = before[at]
    return chain[::-1]


class _PrefixMaximum:
    """Maximum over a prefix, with entries in any order (Fenwick 1994)."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def enter(self, at: int, entry: tuple[float, int]) -> None:
        """Enter a value at `at`."""
        at += 1
        while at < len(self._tree):
            self._tree[at] = max(self._tree[at], entry)
            at += at & -at

    def up_to(self, at: int) -> tuple[float, int]:
        """The greatest value at places 0 to `at`."""
        found = (0.0, -1)
        at += 1
        while at > 0:
            found = max(found, self._tree[at])
            at -= at & -at
        return found


def _nearest_duplicates(chain: list[int], pieces: Sequence[Piece], skeletons: Sequence[str]) -> set[int]:
    """Of pieces with the same words (a teaser and the paragraph itself), take the one nearest to its neighbours."""
    same: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(skeletons):
        same[key].append(index)
    chosen = list(chain)
    for place, index in enumerate(chain):
        low = chosen[place - 1] if place else None
        high = chain[place + 1] if place + 1 < len(chain) else None
        alike = same[skeletons[index]]
        first = 0 if low is None else bisect_right(alike, low)
        rivals = alike[first : None if high is None else bisect_left(alike, high)]
        if len(rivals) > 1:
            chosen[place] = min(rivals, key=lambda rival: _distance(rival, low, high, pieces))
    return set(chosen)


def _distance(rival: int, low: int | None, high: int | None, pieces: Sequence[Piece]) -> tuple[bool, int, int]:
    gaps = [abs(rival - end) for end in (low, high) if end is not None]
    return pieces[rival].region.hidden, min(gaps, default=0), rival
