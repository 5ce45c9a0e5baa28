"""Words and marks of a text with exact offsets: Penn Treebank splits, computed so that any input costs linear time."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from detector.article import Span
from detector.languages.parts import Splitting

# Letters and digits, with the combining marks, joiners and soft hyphens that stand inside words.
_LETTER = (
    r"[\w\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06dc"
    r"\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ebc\u102b-\u103e\u200b-\u200d\u2060\ufeff]"
)
_WORD = rf"{_LETTER}+"
_JOIN = r"[-‐‑'’ʼ‘·]"  # what holds two pieces of one word together
_EMOJI = r"[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_NEVER = r"(?!)"
_APOSTROPHE = re.compile(r"['’ʼ]")


def _any(words: Iterable[str]) -> str:
    return "|".join(words) or _NEVER


def _abbreviation(words: Splitting) -> str:
    """Written as listed, with a capital, or in capitals; in small letters only where no word is spelt the same."""
    listed = "|".join(sorted(words.abbreviations)) or _NEVER
    prefix = rf"(?:(?:{_any(words.prefixes)})-)?"
    return rf"{prefix}(?:{_any(words.small)}|{listed.title()}|{listed.upper()})\.(?![^\W_])"


@cache
def _token(words: Splitting) -> re.Pattern[str]:
    elided = _any(words.elisions)
    return re.compile(
        "|".join(
            (
                r"[a-z]+(?=[\s,])",  # most words; tried first since it is quick
                r"(?:https?://|www\.)[^\s<>\"“”«»]*[^\s<>\"“”«»‘’'.,;:!?()\[\]…]",
                r"[^\W_][\w.+-]{0,63}@[^\W_][\w-]{0,63}(?:\.[\w-]{1,63}){1,8}",
                r"[@#][^\W\d_]\w*",
                rf"[A-Za-z](?:\.[A-Za-z])+(?:\.(?![^\W_])|(?![^\W_]))(?:-{_WORD})*",
                _abbreviation(words),
                r"[A-Z]\.(?=[\s\-]?[A-Z])",  # an initial
                r"\d{1,3}['’′]\s?\d{1,2}(?:[\"”″](?!\w))?",  # feet and inches
                rf"\d+(?:[.,:/]\d+)*(?:{_WORD})?(?:{_JOIN}{_WORD})*",
                r"['’‘]\d\ds\b",  # the '90s
                rf"['’](?:{elided})\b(?:['’](?=\s))?",
                rf"(?:{_any(words.clitics)})['’ʼ](?={_LETTER})",  # l'|homme
                rf"{_WORD}(?:{_JOIN}{_WORD})*",
                r"\.{2,}|-{2,}|''|``|’’|‘‘|…+|[!?]{2,}",
                rf"{_EMOJI}[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*(?:\u200d{_EMOJI}[\ufe0f\U0001f3fb-\U0001f3ff]*)*",
                r"\S",
            )
        )
    )


@cache
def _contraction(words: Splitting) -> re.Pattern[str]:
    negation = words.negation.replace("'", "['’]") or _NEVER
    return re.compile(rf"(?i)(?:{negation}|['’ʼ](?:{_any(words.suffixes)}))\Z")


def split(text: str, words: Splitting, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The tokens of `text[start:end]`, in order: every character that is no space lies in exactly one of them.

    Offsets are into `text`; `words` are the language's. Contractions are split as the Penn Treebank splits them
    (do|n't, she|'s); hyphenated words, numbers, addresses and abbreviations with their full stop stay whole, but for
    words that a language writes with an apostrophe before the next one (l'|homme).
    """
    contraction = _contraction(words)
    for match in _token(words).finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        if last - first > 2 and _APOSTROPHE.search(text, last - 3, last):
            cut = contraction.search(text, max(first + 1, last - 3), last)
            if cut:
                yield Span(first, cut.start())
                first = cut.start()
        yield Span(first, last)
