"""Whether the reader sees only the beginning of the article, by what the page asks of them."""

import re
from collections.abc import Sequence
from functools import cache

from detector import languages
from detector.page.pieces import Piece
from detector.settings import SETTINGS


@cache
def _demand() -> re.Pattern[str]:
    return re.compile("|".join(languages.page_terms().demands), re.IGNORECASE)


def is_cut(body: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether a visible piece of the page asks for a subscription while the article's own text is short."""
    if sum(len(piece.text) for piece in body) >= SETTINGS.page.paywall_body:
        return False
    return any(
        len(piece.text) <= SETTINGS.page.paywall_demand
        and not piece.region.hidden
        and bool(_demand().search(piece.text))
        for piece in pieces
    )
