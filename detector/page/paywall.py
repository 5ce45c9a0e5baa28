"""Whether the reader sees only the beginning of the article, by what the page asks of them."""

import re
from collections.abc import Sequence

from detector.page.pieces import Piece
from detector.settings import SETTINGS

_DEMAND = re.compile(
    r"\b(?:subscribe|sign (?:in|up)|log in|register|join|become a (?:member|subscriber)) (?:\w+ ){0,3}to"
    r" (?:continue|keep|read|unlock)\b|\b(?:this|the) (?:article|story|content|text) is (?:only |exclusively )?"
    r"(?:for|available (?:to|for)|reserved for) (?:\w+ ){0,2}(?:subscribers|members)\b"
    r"|\b(?:for|to) (?:paid |paying )?(?:subscribers|members) only\b|\bsubscribers? (?:only|exclusive)\b"
    r"|\bcontinue reading (?:this (?:article|story) )?with\b|\balready (?:a |an )?(?:subscriber|member)\?"
    r"|\b(?:read|unlock) the (?:full|rest of the|whole|entire) (?:article|story)\b"
    r"|\byou(?:'|’)?(?:ve| have) (?:reached|used|read) .{0,40}\bfree (?:articles?|stories)\b",
    re.I,
)


def is_cut(body: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether a visible piece of the page asks for a subscription while the article's own text is short."""
    if sum(len(piece.text) for piece in body) >= SETTINGS.page.paywall_body:
        return False
    return any(
        len(piece.text) <= SETTINGS.page.paywall_demand and not piece.region.hidden and bool(_DEMAND.search(piece.text))
        for piece in pieces
    )
