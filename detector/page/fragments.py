"""Sentences that the markup cuts: a paragraph, a bare link or a word in bold beside it, the rest in the next paragraph.

A style sheet lays such paragraphs out as one line; the page's text has them as three.
"""

from collections.abc import Sequence

from detector.page.pieces import Piece, joined
from detector.settings import SETTINGS

# A closing mark is enough here: a sentence that markup cuts is put together again only where nothing closes it.
_ENDS = (".", "!", "?", "…", ":", "”", '"', "’", "»", ")")
_GOES_ON = ",;)."


def rejoined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with those of one sentence put together; all others are left as they are."""
    made: list[Piece] = []
    parts: list[Piece] = []
    for index, piece in enumerate(pieces):
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if parts and not _belongs(parts[-1], piece, after):
            made.append(_whole(parts))
            parts = []
        parts.append(piece)
    return (*made, _whole(parts)) if parts else tuple(made)


def _whole(parts: Sequence[Piece]) -> Piece:
    return joined(parts) if len(parts) > 1 else parts[0]


def _belongs(before: Piece, piece: Piece, after: Piece | None) -> bool:
    """Whether a piece goes on with the line before it."""
    if before.region.hidden or piece.region.hidden or _is_whole(before):
        return False
    if _is_loose(piece, before):  # words between two paragraphs, with the rest of the sentence behind them
        return after is not None and after.region.parent is piece.region and _continues(after)
    if _is_loose(before, piece):
        return _continues(piece)
    return False


def _is_whole(piece: Piece) -> bool:
    return piece.text.endswith(_ENDS)


def _is_loose(piece: Piece, beside: Piece) -> bool:
    """Whether a piece is a few words that stand bare in the region around a paragraph."""
    short = len(piece.text) < SETTINGS.extraction.paragraph
    return short and beside.region.tag == "p" and piece.region is beside.region.parent


def _continues(piece: Piece) -> bool:
    first = piece.text[0]
    return first in _GOES_ON or first.islower()
