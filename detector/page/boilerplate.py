"""What stands inside an article's column without being the article."""

from collections.abc import Sequence

from detector.page.boxes import Boxes
from detector.page.calls import CELLS, is_call, is_laid_out, is_link, without_pointers
from detector.page.pieces import Piece
from detector.settings import SETTINGS


def without_boilerplate(pieces: Sequence[Piece], boxes: Boxes | None = None) -> tuple[Piece, ...]:
    """Give the pieces, taken for the article so far, that are not boilerplate; `boxes` are those of the page."""
    boxes = boxes or Boxes(pieces, pieces)
    total = sum(len(piece.text) for piece in pieces)
    links_are_content = sum(piece.linked for piece in pieces) > SETTINGS.extraction.linked_body * total
    return tuple(
        piece
        for piece in pieces
        if not _is_boilerplate(piece) and (links_are_content or not is_link(piece)) and not boxes.hold(piece)
    )


def without_lines(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs of a plain text without those that are boilerplate, and without pointers in brackets; all of them
    where nothing else stands there."""
    kept = (without_pointers(text) for text in paragraphs if not is_call(text, whole=True))
    return [text for text in kept if text] or list(paragraphs)


def _is_boilerplate(piece: Piece) -> bool:
    """A cell of a table or a list may be as short as it likes."""
    is_cell = piece.region.tag in CELLS and not is_laid_out(piece)
    return not is_cell and is_call(piece.text)
