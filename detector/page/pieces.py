"""Runs of text without a block boundary, each character with its place in the page's text stream."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from detector.article import Run, Span

Look = Literal["quoted", "cited", "strong"]  # words in <q>, in <cite>, in bold or italics
Node = tuple[str, int, str | None, frozenset[Look]]  # a text node: see `join`
BREAK = -1  # the start of a line break, which has no place in the stream
_DROPPED = "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte-order mark
_CLOSING = ",.;:!?)]’”%"  # marks that close up to the word before them
_GAP = re.compile(rf"[\s{_DROPPED}]{{2,}}|[^\S ]|[{_DROPPED}]")


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """A block-level element: its tag, its class, id and role in lower case, and the region it stands in."""

    tag: str
    label: str
    parent: "Region | None"
    hidden: bool = False
    depth: int = 0

    def around(self, limit: int) -> Iterator["Region"]:
        """This region and those around it, innermost first, at most `limit`."""
        region: Region | None = self
        while region is not None and limit > 0:
            yield region
            region, limit = region.parent, limit - 1


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A run of text without a block boundary, whitespace collapsed.

    `runs` map offsets in `text` to the stream; `linked` counts the characters that stand inside links; `links` are the
    stretches of it that have an address (start, end, address as written); most pieces are never asked for theirs.
    `looks` are the stretches that inline elements set off (start, end, how).
    """

    text: str
    runs: tuple[Run, ...]
    region: Region
    linked: int
    links: tuple[tuple[int, int, str], ...] = ()
    looks: tuple[tuple[int, int, Look], ...] = ()

    def led(self) -> Iterator[tuple[Span, str]]:
        """The links without the spaces at their ends; those without a word are left out."""
        for start, end, address in self.links:
            words = self.text[start:end]
            if words.strip():
                first = start + len(words) - len(words.lstrip())
                yield Span(first, first + len(words.strip())), address


def join(pending: Sequence[Node], region: Region) -> Piece | None:
    """Make a piece of text nodes (data, start in the stream or `BREAK`, in a link its address, which may be empty, and
    how inline elements set it off): whitespace is collapsed and invisible characters are dropped, and all that stays
    keeps its place. `None` where nothing stays."""
    line = _Line()
    linked = 0
    links: list[tuple[int, int, str]] = []
    looks: list[tuple[int, int, Look]] = []
    for text, start, link, look in pending:
        before = line.length
        if start == BREAK:
            line.end()
        else:
            line.append(text, start)
        if link is not None:
            linked += line.length - before
            if link:
                goes_on = links and links[-1][1:] == (before, link)
                links.append((links.pop()[0] if goes_on else before, line.length, link))
        looks += [(before, line.length, kind) for kind in look]
    text = "".join(line.parts).rstrip()
    if not text:
        return None
    runs = tuple(Run(at, stream, min(length, len(text) - at)) for at, stream, length in line.runs if at < len(text))
    return Piece(text, runs, region, min(linked, len(text)), tuple(links), tuple(sorted(looks)))


def joined(pieces: Sequence[Piece]) -> Piece:
    """One piece of several in document order, with a space between them where the next does not begin with a mark
    that closes; the space has no place in the stream."""
    text, linked = "", 0
    runs: list[Run] = []
    links: list[tuple[int, int, str]] = []
    looks: list[tuple[int, int, Look]] = []
    for piece in pieces:
        text += " " if text and piece.text[0] not in _CLOSING else ""
        runs += (Run(run.text + len(text), run.stream, run.length) for run in piece.runs)
        links += ((start + len(text), end + len(text), to) for start, end, to in piece.links)
        looks += ((start + len(text), end + len(text), look) for start, end, look in piece.looks)
        text, linked = text + piece.text, linked + piece.linked
    return Piece(text, tuple(runs), pieces[0].region, linked, tuple(links), tuple(looks))


class _Line:
    """A piece's text and runs as they grow. A collapsed gap maps to its first whitespace character."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[tuple[int, int, int]] = []
        self.length = 0
        self._spaced = True

    def append(self, text: str, start: int) -> None:
        """Add a text node's data, which begins at `start` in the stream."""
        gaps = [(gap.start(), gap.end()) for gap in _GAP.finditer(text)]
        bounds = [0, *(bound for gap in gaps for bound in gap), len(text)]
        for index, (first, last) in enumerate(pairwise(bounds)):
            if index % 2 == 0:
                self._words(text[first:last], start + first)
            else:
                self._space(text[first:last], start + first)

    def end(self) -> None:
        """Add a line break, in place of a space that stands there."""
        if self._spaced and self.parts:
            self.parts[-1] = self.parts[-1][:-1] + "\n"
        elif self.parts:
            self.parts.append("\n")
            self.length += 1
            self._spaced = True

    def _space(self, gap: str, start: int) -> None:
        for offset, character in enumerate(gap):
            if character.isspace():
                self._words(" ", start + offset)
                return

    def _words(self, words: str, start: int) -> None:
        if self._spaced and words.startswith(" "):
            words, start = words[1:], start + 1
        if not words:
            return
        if self.runs and sum(self.runs[-1][1:]) == start and self.runs[-1][0] + self.runs[-1][2] == self.length:
            at, stream, length = self.runs.pop()
            self.runs.append((at, stream, length + len(words)))
        else:
            self.runs.append((self.length, start, len(words)))
        self.parts.append(words)
        self.length += len(words)
        self._spaced = words.endswith(" ")
