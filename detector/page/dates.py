"""When a page was published: what it declares, else what it shows at its head, else what htmldate finds.

A date that stands behind a word for a change ("Updated") is not that of publication.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from htmldate import find_date
from lxml.etree import LxmlError
from lxml.html import HtmlElement
from selectolax.lexbor import LexborHTMLParser

from detector import languages
from detector.page.pieces import Piece
from detector.settings import SETTINGS

# The search for a date gets a fixed end instead of today, so that the same page always gives the same answer.
_MONTHS = 12
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_MARKED = '[itemprop~="datePublished" i], time[pubdate]'


@cache
def _written() -> tuple[re.Pattern[str], ...]:
    """Dates as people write them: ISO, "4 March 2026" and "4.3.2026", "March 4, 2026"."""
    terms = languages.page_terms()
    months = "|".join(f"({month})" for month in terms.months)
    ordinals, of = "|".join(terms.ordinals), "|".join(terms.before_months)
    patterns = (
        rf"(?<![\w/-])(\d{{1,2}})(?:{ordinals}|\.)? ?(?:(?:{of}) )?(?:{months})\b\.?,? (\d{{4}})\b",
        rf"(?<!\w)(?:{months})\b\.? (\d{{1,2}})(?:{ordinals})?,? (\d{{4}})\b",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    terms = languages.page_terms()
    return tuple(re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for words in (terms.changed, terms.published))  # type: ignore[return-value]


def published(
    declared: Iterable[str],
    page: LexborHTMLParser | None,
    head: Sequence[Piece],
    tree: HtmlElement | None,
    url: str | None,
) -> str | None:
    """The date of publication (ISO): `declared` are values in order of trust, `head` the pieces around the headline,
    `tree` the page for htmldate."""
    for value in (*declared, *(_marked(page) if page is not None else ())):
        if (found := next(_dates(value), None)) is not None:
            return found[1]
    return _shown(head) or _searched(tree, url)


def _marked(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css(_MARKED)[:3]:
        attributes = node.attributes
        yield attributes.get("datetime") or attributes.get("content") or node.text()[: SETTINGS.page.date_line]


def _shown(head: Sequence[Piece]) -> str | None:
    """The first date at the head of the page that is called one of publication, else the first that is not called one
    of a change."""
    changed, named = _words()
    plain = None
    for piece in head:
        if len(piece.text) > SETTINGS.page.date_line:
            continue
        before = 0
        for (start, end), date in _dates(piece.text):
            label = piece.text[before:start]
            before = end
            if named.search(label) and not changed.search(label):
                return date
            if plain is None and not changed.search(label):
                plain = date
    return plain


def _dates(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The dates in a text with their places, in order."""
    found: list[tuple[tuple[int, int], str]] = []
    for match in _ISO.finditer(text):
        found += _dated(match, int(match[1]), int(match[2]), int(match[3]))
    day_first, month_first = _written()
    for match in day_first.finditer(text):
        found += _dated(match, int(match[match.re.groups]), _month(match, 2), int(match[1]))
    for match in month_first.finditer(text):
        last = match.re.groups
        found += _dated(match, int(match[last]), _month(match, 1), int(match[last - 1]))
    yield from sorted(found)


def _month(match: re.Match[str], first: int) -> int:
    """The number of the month whose name matched, of the twelve of any language."""
    return next(group for group in range(match.re.groups) if match[first + group] is not None) % _MONTHS + 1


def _dated(match: re.Match[str], year: int, month: int, day: int) -> list[tuple[tuple[int, int], str]]:
    if not SETTINGS.page.first_year <= year <= SETTINGS.page.last_year:
        return []
    try:
        return [(match.span(), datetime.date(year, month, day).isoformat())]
    except ValueError:  # no day of the calendar
        return []


def _searched(tree: HtmlElement | None, url: str | None) -> str | None:
    if tree is None:
        return None
    try:
        last = f"{SETTINGS.page.last_year}-12-31"
        date = find_date(tree, extensive_search=False, original_date=True, url=url, max_date=last)
    except (LxmlError, ValueError, TypeError, AttributeError, IndexError, KeyError, OverflowError, RecursionError):
        return None  # a page that htmldate stumbles over has only the date it declares
    return date if date and _ISO.fullmatch(date) else None
