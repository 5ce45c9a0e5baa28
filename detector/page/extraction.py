"""Which pieces of a page are the article: trafilatura chooses the text, the page's own pieces are what we keep.

Trafilatura: Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction",
ACL 2021 demonstrations.
"""

import logging
from collections.abc import Sequence

from lxml.etree import LxmlError
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from detector.page.alignment import align
from detector.page.furniture import without_furniture
from detector.page.pieces import Piece
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


def choose(tree: HtmlElement | None, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give the pieces that are the article's body, in document order. `tree` is left as it was."""
    lines = _lines(tree)
    chosen = without_furniture([pieces[index] for index in align(pieces, lines)])
    return chosen or _plainly(pieces)


def _plainly(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """What a page without a recognisable article offers: its paragraphs, else any longer text, else all text."""
    least = SETTINGS.extraction.paragraph
    longer = [piece for piece in pieces if len(piece.text) >= least and piece.linked < len(piece.text) // 2]
    paragraphs = [piece for piece in longer if piece.region.tag == "p"]
    return without_furniture(paragraphs) or without_furniture(longer) or tuple(pieces)


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
