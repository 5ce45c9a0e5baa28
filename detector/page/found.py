"""Whether the text taken for the article is one, or what was left on a page whose article could not be read."""

import re
from collections.abc import Sequence
from functools import cache

from detector import languages
from detector.page.headline import Headline
from detector.page.pieces import Piece, Region
from detector.page.sentence_ends import ends_sentence
from detector.settings import SETTINGS

_SIDES = frozenset("aside nav footer dialog form menu".split())


@cache
def _technical() -> re.Pattern[str]:
    return re.compile("|".join(languages.page_terms().technical), re.IGNORECASE)


def is_text_found(body: Sequence[Piece], headline: Headline | None) -> bool:
    """Whether the body holds sentences, stands for the most part in the page's middle and not beside it, and is about
    something other than the page's own cookies and scripts."""
    sentences = [piece for piece in body if _is_sentence(piece.text)]
    total = sum(len(piece.text) for piece in sentences)
    if not total:
        return False
    own = set(headline.pieces[0].region.around(SETTINGS.page.max_depth)) if headline and headline.pieces else set()
    beside = sum(len(piece.text) for piece in sentences if _is_beside(piece, own))
    if beside > SETTINGS.extraction.beside * total:
        return False
    if headline is not None and _technical().search(headline.text):
        return True
    technical = sum(len(piece.text) for piece in sentences if _technical().search(piece.text))
    return technical <= SETTINGS.extraction.technical * total


def _is_sentence(text: str) -> bool:
    if len(text) >= SETTINGS.extraction.short:
        return True
    long = len(text.split()) >= SETTINGS.extraction.line_words or (
        len(text) >= SETTINGS.extraction.line_letters and not text.isascii()
    )
    return long and ends_sentence(text, or_announces=True)


def _is_beside(piece: Piece, own: set[Region]) -> bool:
    """Whether a piece stands in a side region; `own` are the regions that hold the headline."""
    return any(region.tag in _SIDES and region not in own for region in piece.region.around(SETTINGS.page.max_depth))
