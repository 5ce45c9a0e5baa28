"""What stands inside an article's column without being the article: boxes, captions, calls to sign up."""

import re
from collections import Counter
from collections.abc import Sequence

from detector.page.dom import Piece, Region

_TAGS = frozenset("aside nav footer figcaption form dialog menu".split())
_LABEL = re.compile(
    r"\b(?:newsletter|subscri(?:be|ption)|sign-?up|related|recommend(?:ed|ations?)|read-?(?:more|next|also)|more-?on|share"
    r"|sharing|social|comments?|comment-(?:list|form|section)|disqus|cookie|consent|gdpr|promo|advert(?:isement)?|ads?"
    r"|sponsor(?:ed)?|breadcrumbs?|caption|wp-caption-text|author-?(?:bio|box|info)|tags?-?(?:list|links)|pagination"
    r"|copyright|timestamp|byline-date)\b"
)
_CALL = re.compile(
    r"^\W*(?:advertisement|sponsored|read (?:more|also|next)\b.{0,120}|see also\b.{0,120}|also read\b.{0,120}"
    r"|related(?: (?:articles?|stories|content|topics?|coverage))?\W*.{0,20}|sign up (?:here|now|for|to)\b.*"
    r"|subscribe (?:here|now|to|for)\b.*|follow us\b.*|like us on\b.*|share (?:this|on|via)\b.{0,60}"
    r"|(?:click|tap) here\b.{0,80}|download (?:the|our) app\b.*|(?:photo|image|picture|credit)s?\s*:.{0,80}"
    r"|(?:last )?(?:updated|published|posted)\b.{0,60}\d{4}.{0,40}|\d+ (?:comments?|shares?)|view (?:all )?comments?"
    r"|all rights reserved\W*|(?:©|copyright)\b.{0,120}|listen to (?:this|the) article.{0,60}"
    r"|\d+ min(?:ute)?s? read)\W*$",
    re.I,
)
_CALL_LENGTH = 200  # characters from which a piece is prose, whatever it begins with
_COLUMN = 0.3  # share of the text from which a region is the article's own column, whatever it is called


def without_furniture(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give the pieces, taken for the article so far, that are not its furniture."""
    total = sum(len(piece.text) for piece in pieces)
    held: Counter[Region] = Counter()
    for piece in pieces:
        for region in piece.region.chain():
            held[region] += len(piece.text)
    boxes = {region for region, size in held.items() if size < _COLUMN * total and _is_box(region)}
    return tuple(piece for piece in pieces if not _is_call(piece.text) and not boxes.intersection(piece.region.chain()))


def _is_box(region: Region) -> bool:
    return region.tag in _TAGS or bool(_LABEL.search(region.label))


def _is_call(text: str) -> bool:
    return len(text) < _CALL_LENGTH and bool(_CALL.match(text))
