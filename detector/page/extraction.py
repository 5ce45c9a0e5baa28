"""Which pieces of a page are the article: trafilatura chooses the text, the page's own pieces are what we keep.

Trafilatura: Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction",
ACL 2021 demonstrations.
"""

import logging
from collections.abc import Sequence

from lxml.etree import LxmlError
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from detector.page import column
from detector.page.alignment import align
from detector.page.boilerplate import without_boilerplate
from detector.page.boxes import Boxes
from detector.page.pieces import Piece, Region
from detector.settings import SETTINGS

# Both log addresses and snippets of pages, which the service must never write anywhere.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


def load(html: str) -> HtmlElement | None:
    """Parse a page for trafilatura; `None` where libxml2 finds no document in it."""
    try:
        return load_html(html)
    except (LxmlError, ValueError, AssertionError):
        return None


def choose(tree: HtmlElement | None, pieces: Sequence[Piece], headline: Sequence[Piece] = ()) -> tuple[Piece, ...]:
    """Give the pieces that are the article's body, in document order; `headline` are those of the headline, `tree` is
    left as it was."""
    found = _seen(pieces, align(pieces, _lines(tree)))
    place = column.around(headline, pieces)
    if place is not None and not _is_there(found, pieces, place):
        found = column.within(place, pieces)
    boxes = Boxes(pieces, [pieces[index] for index in found])
    found = column.completed(pieces, found, boxes)
    return without_boilerplate([pieces[index] for index in found], boxes) or _plainly(pieces)


def _seen(pieces: Sequence[Piece], found: Sequence[int]) -> list[int]:
    """Those that can be seen; all, where most of the text is hidden until a script shows it."""
    seen = [index for index in found if not pieces[index].region.hidden]
    sizes = [sum(len(pieces[index].text) for index in some) for some in (seen, found)]
    return seen if sizes[0] >= SETTINGS.extraction.seen * sizes[1] else list(found)


def _is_there(found: Sequence[int], pieces: Sequence[Piece], place: Region) -> bool:
    """Whether what was found stands, for the most part, in the region that holds the headline and its story."""
    inside = outside = 0
    for piece in (pieces[index] for index in found):
        if place in piece.region.around(SETTINGS.page.max_depth):
            inside += len(piece.text)
        else:
            outside += len(piece.text)
    return inside > outside


def _plainly(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """What a page without a recognisable article offers: its paragraphs, else any longer text, else all text."""
    least = SETTINGS.extraction.paragraph
    seen = [piece for piece in pieces if not piece.region.hidden] or pieces
    longer = [piece for piece in seen if len(piece.text) >= least and piece.linked < len(piece.text) // 2]
    paragraphs = [piece for piece in longer if piece.region.tag == "p"]
    return without_boilerplate(paragraphs) or without_boilerplate(longer) or tuple(seen)


def _lines(tree: HtmlElement | None) -> list[str]:
    """The paragraphs and table cells that trafilatura takes for the article."""
    if tree is None:
        return []
    try:
        document = bare_extraction(tree, fast=True, include_comments=False)
    except (LxmlError, ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError):
        return []  # a page that trafilatura stumbles over is read by the plain rule
    text = getattr(document, "text", None) or ""
    return [cell for line in text.split("\n") for cell in (line.split("|") if line.startswith("|") else (line,))]
