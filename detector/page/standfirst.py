"""The standfirst: the sentence or two between headline and text that say what the article is about.

It is told by the page's own description of the article, by a name that style sheets give it, or by its place as the
paragraph right below the headline.
"""

import re
from collections.abc import Sequence
from functools import cache

from detector import languages
from detector.page.boxes import stands_apart
from detector.page.calls import is_call
from detector.page.column import is_prose
from detector.page.headline import Headline
from detector.page.metadata import Declared
from detector.page.pieces import Piece, Region
from detector.page.sentence_ends import ends_sentence
from detector.page.skeleton import skeleton
from detector.settings import SETTINGS

_HEADINGS = frozenset("h1 h2 h3 h4".split())


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{'|'.join(languages.page_terms().standfirsts)})(?![a-z])")


def find_standfirst(
    head: Sequence[Piece], headline: Headline | None, body: Sequence[Piece], declared: Declared
) -> Piece | None:
    """The standfirst among the pieces around the headline; it may be one of the body's or have been left behind."""
    if headline is None or not headline.pieces:
        return None
    own = set(body)
    described = [skeleton(text) for text in declared.descriptions]
    fallback = None
    for piece in head:
        if not _may_be(piece, headline) or not (_is_behind(piece, headline) or _is_beside(piece, headline)):
            continue
        if _is_named(piece.region):
            return piece
        if _is_described(piece, described):
            return None if _is_paragraph(piece, body) else piece
        below = _is_below(piece, headline)
        if piece in own and is_prose(piece) and (_is_paragraph(piece, body) or not below):
            break  # the text has begun
        if fallback is None and below and ends_sentence(piece.text):
            fallback = piece
    return fallback


def with_standfirst(body: Sequence[Piece], standfirst: Piece | None) -> tuple[Piece, ...]:
    """The body with the standfirst before it, once: one that the body repeats word for word is not added."""
    if standfirst is None or standfirst in body:
        return tuple(body)
    key = skeleton(standfirst.text)
    if any(key in skeleton(piece.text) for piece in body):
        return tuple(body)
    return tuple(sorted((standfirst, *body), key=lambda piece: piece.runs[0].stream))


def _may_be(piece: Piece, headline: Headline) -> bool:
    words = len(piece.text.split())
    settings = SETTINGS.page_headline
    return (
        settings.standfirst_words <= words <= settings.standfirst_longest
        and piece.linked < SETTINGS.extraction.prose_linked * len(piece.text)
        and skeleton(piece.text) != skeleton(headline.text)
        and not is_call(piece.text)
        and not stands_apart(piece)
    )


def _is_paragraph(piece: Piece, body: Sequence[Piece]) -> bool:
    """Whether a piece is the first paragraph among its like: many a page describes itself by that."""
    return piece in body and any(
        other is not piece and other.region.parent is piece.region.parent and is_prose(other) for other in body
    )


def _is_described(piece: Piece, described: Sequence[str]) -> bool:
    """Whether it is what the page's head says that the article is about, which may be cut short there."""
    key = skeleton(piece.text)
    long = len(key) >= SETTINGS.extraction.fuzzy
    return any(
        key == text or (long and text.startswith(key)) or (len(text) > len(key) // 2 and key.startswith(text))
        for text in described
    )


def _is_named(region: Region) -> bool:
    return any(_names().search(each.label) for each in region.around(2))


def _is_behind(piece: Piece, headline: Headline) -> bool:
    return piece.runs[0].stream > headline.pieces[-1].runs[-1].stream


def _is_beside(piece: Piece, headline: Headline) -> bool:
    """Whether a piece stands in the same region as the heading, and that is not the whole page."""
    tops = [each for each in headline.pieces[-1].region.around(4) if each.tag in _HEADINGS]
    return bool(tops) and tops[-1].parent is piece.region.parent and tops[-1].depth > 1


def _is_below(piece: Piece, headline: Headline) -> bool:
    return _is_behind(piece, headline) and _is_beside(piece, headline)
