"""Words and marks of a text with exact offsets: Penn Treebank splits, computed so that any input costs linear time."""

import re
from collections.abc import Iterator

from detector.article import Span
from detector.languages.en.words import ABBREVIATIONS

# Letters and digits, with the combining marks, joiners and soft hyphens that stand inside words.
_LETTER = (
    r"[\w\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06dc"
    r"\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ebc\u102b-\u103e\u200b-\u200d\u2060\ufeff]"
)
_WORD = rf"{_LETTER}+"
_JOIN = r"[-‐‑'’ʼ‘·]"  # what holds two pieces of one word together
_EMOJI = r"[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
# Written as listed, with a capital, or in capitals; lower-case ones only where no word is spelt the same.
_LOWER = "vs|v|etc|al|cf|approx|est|dept|pp|viz|ca"
_UPPER = "|".join(sorted(ABBREVIATIONS))
_ABBREVIATION = rf"(?:(?:ex|then|vice|mid|late|early)-)?(?:{_LOWER}|{_UPPER.title()}|{_UPPER.upper()})\.(?![^\W_])"

_TOKEN = re.compile(
    "|".join(
        (
            r"[a-z]+(?=[\s,])",  # most words; tried first since it is quick
            r"(?:https?://|www\.)[^\s<>\"“”«»]*[^\s<>\"“”«»‘’'.,;:!?()\[\]…]",
            r"[^\W_][\w.+-]{0,63}@[^\W_][\w-]{0,63}(?:\.[\w-]{1,63}){1,8}",
            r"[@#][^\W\d_]\w*",
            rf"[A-Za-z](?:\.[A-Za-z])+(?:\.(?![^\W_])|(?![^\W_]))(?:-{_WORD})*",
            _ABBREVIATION,
            r"[A-Z]\.(?=[\s\-]?[A-Z])",  # an initial
            r"\d{1,3}['’′]\s?\d{1,2}(?:[\"”″](?!\w))?",  # feet and inches
            rf"\d+(?:[.,:/]\d+)*(?:{_WORD})?(?:{_JOIN}{_WORD})*",
            r"['’‘]\d\ds\b",  # the '90s
            r"['’](?:em|til|tis|twas|n)\b(?:['’](?=\s))?",
            rf"{_WORD}(?:{_JOIN}{_WORD})*",
            r"\.{2,}|-{2,}|''|``|’’|‘‘|…+|[!?]{2,}",
            rf"{_EMOJI}[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*(?:\u200d{_EMOJI}[\ufe0f\U0001f3fb-\U0001f3ff]*)*",
            r"\S",
        )
    )
)
_CONTRACTION = re.compile(r"(?i)(?:n['’]t|['’ʼ](?:s|re|ve|ll|d|m))\Z")
_APOSTROPHE = re.compile(r"['’ʼ]")


def split(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The tokens of `text[start:end]`, in order: every character that is no space lies in exactly one of them.

    Offsets are into `text`. Contractions are split as the Penn Treebank splits them (do|n't, she|'s); hyphenated
    words, numbers, addresses and abbreviations with their full stop stay whole.
    """
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        if last - first > 2 and _APOSTROPHE.search(text, last - 3, last):
            cut = _CONTRACTION.search(text, max(first + 1, last - 3), last)
            if cut:
                yield Span(first, cut.start())
                first = cut.start()
        yield Span(first, last)
