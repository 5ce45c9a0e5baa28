"""The boxes of a page: regions beside the article's prose, told by their tags, and by their names where what they
hold bears the name out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from detector import languages
from detector.page.calls import is_call, is_link
from detector.page.pieces import Piece, Region
from detector.page.sentence_ends import ends_sentence
from detector.settings import SETTINGS

TAGS = frozenset("aside nav footer figcaption form dialog menu address".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_PARAGRAPHS = frozenset("p blockquote".split())


@dataclass(frozen=True, slots=True)
class _Names:
    box: re.Pattern[str]
    caption: re.Pattern[str]
    slug: re.Pattern[str]


@cache
def _names() -> _Names:
    terms = languages.page_terms()
    return _Names(
        box=re.compile(rf"(?<![a-z])(?:{'|'.join(terms.boxes)})(?![a-z])"),
        caption=re.compile(rf"(?<![a-z])(?:{'|'.join(terms.captions)})(?![a-z])"),
        # A name made of a heading's own words says nothing about what the box is for.
        slug=re.compile(rf"^(?=(?:[^-]+-){{4}}).*-(?:{'|'.join(terms.slugs)})-"),
    )


class Boxes:
    """The boxes of a page on which `chosen` pieces, in document order among all `pieces`, were taken for the article.

    A region that holds much of the article's prose is its column, whatever it is called. A name alone is no evidence
    either: where a region holds a paragraph, and no link or call to the reader, in the midst of the article or as one
    of its sections, it stays.
    """

    def __init__(self, pieces: Sequence[Piece], chosen: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._chosen = chosen
        self._sizes: Counter[Region] = Counter()
        for piece in chosen:
            size = len(piece.text) - piece.linked
            for region in piece.region.around(SETTINGS.page.max_depth):
                self._sizes[region] += size
        self._enough = SETTINGS.extraction.column * sum(len(piece.text) - piece.linked for piece in chosen)
        self._known: dict[Region, bool] = {}

    def hold(self, piece: Piece) -> bool:
        """Whether the piece stands in a box."""
        return self._is_inside(piece.region)

    def _is_inside(self, region: Region | None) -> bool:
        path = []
        while region is not None and region not in self._known:
            path.append(region)
            region = region.parent
        inside = region is not None and self._known[region]
        for each in reversed(path):
            inside = self._known[each] = inside or self._is_box(each)
        return inside

    def _is_box(self, region: Region) -> bool:
        if 0 < self._enough <= self._sizes[region] or region.parent is None:
            return False
        if region.tag in TAGS:
            return True
        name = _name(region)
        return name == "caption" or (name == "box" and not self._is_prose(region))

    def _is_prose(self, region: Region) -> bool:
        """Whether what a region holds is prose of the article although its name is that of a box."""
        first, last = self._extent[region]
        inside = self._pieces[first : last + 1]
        least = SETTINGS.extraction.sentence if region.tag in _PARAGRAPHS else SETTINGS.extraction.section
        if not any(_is_paragraph(piece, least) for piece in inside):
            return False
        if any((piece.linked and is_link(piece)) or is_call(piece.text) for piece in inside):
            return False
        start, end = self._midst
        return (start < first and last < end) or self._is_section(region, inside[0])

    def _is_section(self, region: Region, first: Piece) -> bool:
        """Whether a region begins with a heading as one of several like it, of which another has no name of a box."""
        return _is_headed(first) and any(
            other is not region and not _name(other) and other.tag == region.tag and _is_headed(self._pieces[extent[0]])
            for other, extent in self._extent.items()
            if other.parent is region.parent
        )

    @cached_property
    def _extent(self) -> dict[Region, tuple[int, int]]:
        """The first and the last piece of each region."""
        found: dict[Region, tuple[int, int]] = {}
        for index, piece in enumerate(self._pieces):
            for region in piece.region.around(SETTINGS.page.max_depth):
                found[region] = (found[region][0] if region in found else index, index)
        return found

    @cached_property
    def _midst(self) -> tuple[int, int]:
        """The first and the last paragraph of the article outside all that is called a box."""
        own = set(self._chosen)
        plain = [
            index
            for index, piece in enumerate(self._pieces)
            if piece in own
            and _is_paragraph(piece, SETTINGS.extraction.section)
            and not any(region.tag in TAGS or _name(region) for region in piece.region.around(SETTINGS.page.max_depth))
        ]
        return (plain[0], plain[-1]) if plain else (0, 0)


def stands_apart(piece: Piece) -> bool:
    """Whether a piece stands in something that is never the article's text, whatever it holds: by tag, or a caption."""
    around = piece.region.around(SETTINGS.page.max_depth)
    return any(region.tag in TAGS or _name(region) == "caption" for region in around)


def _name(region: Region) -> str:
    """What a region is called: `caption`, `box`, or nothing of the kind."""
    names = _names()
    for word in region.label.split():
        if names.caption.search(word):
            return "caption"
        if names.box.search(word) and not names.slug.search(word):
            return "box"
    return ""


def _is_paragraph(piece: Piece, least: int) -> bool:
    whole = ends_sentence(piece.text)
    return whole and len(piece.text) >= least and piece.linked < SETTINGS.extraction.prose_linked * len(piece.text)


def _is_headed(piece: Piece) -> bool:
    """Whether a region's first piece is a heading of its own words."""
    long = len(piece.text.split()) >= SETTINGS.extraction.heading_words
    return piece.region.tag in _HEADINGS and long and not piece.linked and not is_call(piece.text)
