"""What stands inside an article's column without being the article: boxes, captions, links, calls to sign up."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from detector import languages
from detector.page.pieces import Piece, Region
from detector.settings import SETTINGS

_CELLS = frozenset("td th li dd".split())
_TAGS = frozenset("aside nav footer figcaption form dialog menu address".split())


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The terms of all languages, compiled."""

    label: re.Pattern[str]
    slug: re.Pattern[str]
    pointer: re.Pattern[str]
    call: re.Pattern[str]
    date: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    terms = languages.page_terms()
    return _Patterns(
        label=re.compile(rf"(?<![a-z])(?:{'|'.join(terms.boxes)})(?![a-z])"),
        # A name made of a heading's own words says nothing about what the box is for.
        slug=re.compile(rf"^(?=(?:[^-]+-){{4}}).*-(?:{'|'.join(terms.slugs)})-"),
        pointer=re.compile(rf"[^\w\"'“„«‘]*(?:{'|'.join(terms.pointers)})\W*", re.IGNORECASE),
        call=re.compile(rf"(?:^|[.!?]\s+)(?:{'|'.join(terms.calls)})", re.IGNORECASE),
        date=re.compile(rf"{'|'.join(terms.dates)}|\W|_", re.IGNORECASE),
    )


def without_furniture(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give the pieces, taken for the article so far, that are not its furniture."""
    total = sum(map(_prose, pieces))
    linked = sum(piece.linked for piece in pieces)
    boxes = _boxes(pieces, total)
    links_are_content = linked > SETTINGS.extraction.linked_body * (total + linked)
    return tuple(
        piece
        for piece in pieces
        if (piece.region.tag in _CELLS or not is_call(piece.text))
        and (links_are_content or not _is_link(piece))
        and piece.region not in boxes
    )


def _boxes(pieces: Sequence[Piece], total: int) -> set[Region]:
    """The regions that are a box, or stand in one, and hold too little of the prose to be the column itself."""
    held: Counter[Region] = Counter()
    for piece in pieces:
        held[piece.region] += _prose(piece)
    levels: dict[int, set[Region]] = defaultdict(set)
    for region in held:
        levels[region.depth].add(region)
    for depth in range(max(levels, default=0), 0, -1):
        for region in levels[depth]:
            if region.parent is not None:
                held[region.parent] += held[region]
                levels[depth - 1].add(region.parent)
    boxes: set[Region] = set()
    for depth in sorted(levels):
        for region in levels[depth]:
            is_column = held[region] >= SETTINGS.extraction.column * total and held[region] > 0
            if region.parent in boxes or (not is_column and _is_box(region)):
                boxes.add(region)
    return boxes


def is_call(text: str) -> bool:
    """Whether a piece is a label, a pointer elsewhere, a date, a credit or a call to the reader, and no sentence."""
    if len(text) >= SETTINGS.extraction.call:
        return False
    if _patterns().call.search(text):
        return True
    return len(text) < SETTINGS.extraction.short and (bool(_patterns().pointer.fullmatch(text)) or _is_date(text))


def _is_date(text: str) -> bool:
    return len(text) < 80 and any(map(str.isdigit, text)) and not _patterns().date.sub("", text)


def _is_link(piece: Piece) -> bool:
    """A line that is one link, outside lists and tables: a pointer to another story."""
    settings, length = SETTINGS.extraction, len(piece.text)
    return piece.linked >= settings.linked * length and length < settings.short and piece.region.tag not in _CELLS


def _is_box(region: Region) -> bool:
    known, names = _patterns(), region.label.split()
    return region.tag in _TAGS or any(known.label.search(name) and not known.slug.search(name) for name in names)


def _prose(piece: Piece) -> int:
    return len(piece.text) - piece.linked
