"""Whether a page is one article: a logistic score over a few signs, with its weights in one table."""

import math
import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from detector.model import Kind
from detector.page.dom import Piece
from detector.page.headline import Headline
from detector.page.metadata import Declared
from detector.settings import SETTINGS

WEIGHTS = {
    "bias": -1.5,
    "declared article": 2.0,
    "declared other": -1.0,
    "long text": 2.0,
    "some text": 1.0,
    "paragraphs": 1.0,
    "text is most of the page": 0.5,
    "text is links": -2.0,
    "headline on the page": 0.7,
    "address of an article": 1.0,
    "address of a front page": -2.5,
    "address of a list or form": -1.5,
}
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9%]+){3,}|/\d{4}/\d{1,2}/|\d{6,}|\.s?html?$|/article", re.I)
_LISTING = re.compile(
    r"/(?:log-?in|sign-?in|sign-?up|register|registration|search|contact|tags?|category|categories|page|forum|account"
    r"|password|join|subscribe|topics?|archives?)\b|[?&](?:page|p|q|s|search)=",
    re.I,
)


def judge(
    body: Sequence[Piece], pieces: Sequence[Piece], declared: Declared, headline: Headline | None, url: str | None
) -> Kind:
    """Judge by the article's pieces among all pieces of the page, what the head declares, and the address."""
    signs = _signs(body, pieces, declared, headline) + _address(url)
    score = WEIGHTS["bias"] + sum(WEIGHTS[sign] for sign in signs)
    probability = 1 / (1 + math.exp(-score))
    is_article = probability >= SETTINGS.page.article_threshold
    return Kind(is_article, round(probability if is_article else 1 - probability, 3), signs)


def _signs(
    body: Sequence[Piece], pieces: Sequence[Piece], declared: Declared, headline: Headline | None
) -> tuple[str, ...]:
    length = sum(len(piece.text) for piece in body)
    page = sum(len(piece.text) for piece in pieces)
    linked = sum(piece.linked for piece in body)
    paragraphs = sum(len(piece.text) >= 80 for piece in body)
    og_type = (declared.og_type or "").lower()
    found = {
        "declared article": declared.article_type is not None or og_type == "article",
        "declared other": declared.article_type is None and og_type not in {"", "article"},
        "long text": length >= 1500,
        "some text": length >= 500,
        "paragraphs": paragraphs >= 4,
        "text is most of the page": length > 0.3 * page,
        "text is links": linked > 0.4 * length,
        "headline on the page": headline is not None and bool(headline.pieces),
    }
    return tuple(sign for sign, holds in found.items() if holds)


def _address(url: str | None) -> tuple[str, ...]:
    if not url:
        return ()
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    if not path and not parts.query:
        return ("address of a front page",)
    if _LISTING.search(url):
        return ("address of a list or form",)
    return ("address of an article",) if _SLUG.search(path) else ()
