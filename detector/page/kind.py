"""Whether a page is one article: a logistic score over a few signs, with its weights in `settings.toml`."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from detector import languages
from detector.article import Kind
from detector.page.headline import Headline
from detector.page.metadata import Declared
from detector.page.pieces import Piece, Region
from detector.page.sentence_ends import ends_sentence
from detector.settings import SETTINGS

_FRONT = re.compile(r"/(?:index|default|home|main)\.\w+$", re.I)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9%]+){3,}|/\d{4}/\d{1,2}/|\d{6,}|\.s?html?$|/article", re.I)
_PARAMETERS = (  # of programs that make lists and forms, whatever the page's language
    r"[?&](?:page|p|q|s|search|mode|action)=|(?:login|register|password|list)[_.]|[_-](?:login|form)\b|list_\d"
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5".split())


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
    found = _text_signs(body, pieces) | _head_signs(declared, headline)
    found |= {"author": bool(authors), "cards": _is_of_cards(body, pieces)}
    signs = tuple(sign for sign, holds in found.items() if holds) + _address(url)
    weights = SETTINGS.article_kind.weights
    score = weights["bias"] + sum(weights[sign] for sign in signs)
    probability = 1 / (1 + math.exp(-score))
    is_article = probability >= SETTINGS.page.article_threshold
    return Kind(is_article, round(probability if is_article else 1 - probability, 3), signs)


def _text_signs(body: Sequence[Piece], pieces: Sequence[Piece]) -> dict[str, bool]:
    least, length, page = SETTINGS.article_kind, _length(body), _length(pieces)
    paragraphs = [piece.text for piece in body if len(piece.text) >= least.paragraph]
    ended = sum(ends_sentence(text) for text in paragraphs)
    linked_headings = sum(
        _is_heading(piece) and piece.linked >= least.linked_heading * len(piece.text) for piece in body
    )
    return {
        "some text": length >= least.some_text,
        "long text": length >= least.long_text,
        "several paragraphs": len(paragraphs) >= least.paragraphs,
        "whole sentences": len(paragraphs) >= 2 and ended >= least.whole_sentences * len(paragraphs),
        "most of the page": length > least.most_of_page * page,
        "page of links": sum(piece.linked for piece in pieces) > least.page_of_links * page,
        "text of links": sum(piece.linked for piece in body) > least.text_of_links * length,
        "linked headings": linked_headings >= least.linked_headings,
    }


def _head_signs(declared: Declared, headline: Headline | None) -> dict[str, bool]:
    og_type = (declared.og_type or "").lower()
    return {
        "declared an article": og_type == "article",
        "structured data of an article": declared.article_type is not None,
        "declared something else": declared.article_type is None and og_type not in {"", "article"},
        "headline on the page": headline is not None and bool(headline.pieces),
        "headline of several words": headline is not None
        and len(headline.text.split()) >= SETTINGS.article_kind.headline_words,
    }


def _is_of_cards(body: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether the text is that of several boxes side by side, each with a linked heading: summaries of others."""
    least = SETTINGS.article_kind
    headings: Counter[Region] = Counter()
    for piece in pieces:
        if piece.linked >= least.linked_heading * len(piece.text) and _is_heading(piece):
            headings.update(piece.region.around(least.card_depth))
    if len(headings) <= least.linked_headings:
        return False
    cards: Counter[Region] = Counter()
    for piece in body:
        for region in piece.region.around(least.card_depth):
            if headings[region] == 1 and region.parent and headings[region.parent] >= least.linked_headings:
                cards[region] += len(piece.text)
                break
    return len(cards) >= least.linked_headings and sum(cards.values()) >= least.cards * _length(body)


def _address(url: str | None) -> tuple[str, ...]:
    if not url:
        return ()
    try:
        parts = urlsplit(url[: SETTINGS.page.max_url])
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
