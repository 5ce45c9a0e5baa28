"""Whether a page is one article: a logistic score over a few signs, with its weights in one table."""

import math
import re
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from detector import languages
from detector.article import Kind
from detector.page.headline import Headline
from detector.page.metadata import Declared
from detector.page.pieces import Piece
from detector.settings import SETTINGS

# Fitted by logistic regression (L2 0.008) on 233 labelled pages, each with and without its address; in two-fold
# cross-validation 94 % right with the address and 93 % without. The weights of a front page's and a list's address
# were then lowered by hand: the sample has too few of the long front pages that news sites have.
WEIGHTS = {
    "bias": -2.9,
    "declared an article": 1.6,
    "structured data of an article": 0.6,
    "declared something else": -0.3,
    "some text": 0.3,
    "long text": 0.6,
    "several paragraphs": 1.4,
    "whole sentences": 0.5,
    "most of the page": 0.3,
    "page of links": -0.4,
    "text of links": -0.6,
    "linked headings": -0.7,
    "headline on the page": 1.4,
    "headline of several words": 0.6,
    "author": 0.5,
    "address of an article": 0.7,
    "address of a front page": -2.4,
    "address of a list or form": -1.3,
}
_FRONT = re.compile(r"/(?:index|default|home|main)\.\w+$", re.I)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9%]+){3,}|/\d{4}/\d{1,2}/|\d{6,}|\.s?html?$|/article", re.I)
_PARAMETERS = (  # of programs that make lists and forms, whatever the page's language
    r"[?&](?:page|p|q|s|search|mode|action)=|(?:login|register|password|list)[_.]|[_-](?:login|form)\b|list_\d"
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5".split())
_ENDS = (".", "!", "?", "…", "。")
_CLOSERS = "\"'”’)»"
_PARAGRAPH = 80  # characters
_MAX_URL = 2000  # characters


@cache
def _listing() -> re.Pattern[str]:
    return re.compile(rf"/(?:{'|'.join(languages.page_terms().lists)})(?![a-z])|{_PARAMETERS}", re.IGNORECASE)


def judge(
    body: Sequence[Piece],
    pieces: Sequence[Piece],
    *,
    declared: Declared,
    headline: Headline | None,
    authors: Sequence[str],
    url: str | None,
) -> Kind:
    """Judge by the article's pieces among all pieces of the page, what the page declares, and the address."""
    found = _text_signs(body, pieces) | _head_signs(declared, headline) | {"author": bool(authors)}
    signs = tuple(sign for sign, holds in found.items() if holds) + _address(url)
    score = WEIGHTS["bias"] + sum(WEIGHTS[sign] for sign in signs)
    probability = 1 / (1 + math.exp(-score))
    is_article = probability >= SETTINGS.page.article_threshold
    return Kind(is_article, round(probability if is_article else 1 - probability, 3), signs)


def _text_signs(body: Sequence[Piece], pieces: Sequence[Piece]) -> dict[str, bool]:
    length, page = _length(body), _length(pieces)
    paragraphs = [piece.text.rstrip(_CLOSERS) for piece in body if len(piece.text) >= _PARAGRAPH]
    ended = sum(text.endswith(_ENDS) for text in paragraphs)
    linked_headings = sum(_is_heading(piece) and piece.linked >= 0.8 * len(piece.text) for piece in body)
    return {
        "some text": length >= 500,
        "long text": length >= 1500,
        "several paragraphs": len(paragraphs) >= 4,
        "whole sentences": len(paragraphs) >= 2 and ended >= 0.6 * len(paragraphs),
        "most of the page": length > 0.3 * page,
        "page of links": sum(piece.linked for piece in pieces) > 0.5 * page,
        "text of links": sum(piece.linked for piece in body) > 0.25 * length,
        "linked headings": linked_headings >= 3,
    }


def _head_signs(declared: Declared, headline: Headline | None) -> dict[str, bool]:
    og_type = (declared.og_type or "").lower()
    return {
        "declared an article": og_type == "article",
        "structured data of an article": declared.article_type is not None,
        "declared something else": declared.article_type is None and og_type not in {"", "article"},
        "headline on the page": headline is not None and bool(headline.pieces),
        "headline of several words": headline is not None and len(headline.text.split()) >= 4,
    }


def _address(url: str | None) -> tuple[str, ...]:
    if not url:
        return ()
    try:
        parts = urlsplit(url[:_MAX_URL])
    except ValueError:  # no address at all, such as one with an unclosed bracket
        return ()
    path = _FRONT.sub("", parts.path).rstrip("/")
    if not path and not parts.query:
        return ("address of a front page",)
    if _listing().search(f"{parts.path}?{parts.query}"):
        return ("address of a list or form",)
    return ("address of an article",) if _SLUG.search(path) else ()


def _length(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _is_heading(piece: Piece) -> bool:
    return any(region.tag in _HEADINGS for region in piece.region.around(3))
