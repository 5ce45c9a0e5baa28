"""When a page was published: what it declares, else what it shows at its head, else what htmldate finds.

A date that stands behind a word for a change ("Updated") is not that of publication.
"""

import datetime
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from htmldate import find_date
from lxml.etree import LxmlError
from lxml.html import HTMLParser, document_fromstring
from selectolax.lexbor import LexborHTMLParser

from detector import languages
from detector.page.dom import Dom
from detector.page.pieces import Piece
from detector.settings import SETTINGS

# The search for a date gets a fixed end instead of today, so that the same page always gives the same answer.
_MONTHS = 12
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_PARSER = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
_MARKED = '[itemprop~="datePublished" i], time[pubdate]'


# It logs addresses and snippets of pages, which the service must never write anywhere.
logging.getLogger("htmldate").setLevel(logging.CRITICAL + 1)


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
    page: Dom,
    head: Sequence[Piece],
    url: str | None,
) -> str | None:
    """The date of publication (ISO): `declared` are values in order of trust, `head` the pieces around the headline."""
    for value in (*declared, *_marked(page.tree)):
        if (found := next(_dates(value), None)) is not None:
            return found[1]
    return _shown(head) or _searched(page.html, url)


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


def _searched(html: str, url: str | None) -> str | None:
    """What htmldate finds in a page. It is handed a tree, for a text it may take for an address and fetch."""
    try:
        tree = document_fromstring(_NO_XML.sub("", html).encode(), parser=_PARSER)
        last = f"{SETTINGS.page.last_year}-12-31"
        date = find_date(tree, extensive_search=False, original_date=True, url=url, max_date=last)
    except (LxmlError, ValueError, TypeError, AttributeError, IndexError, KeyError, OverflowError, RecursionError):
        return None  # a page that htmldate stumbles over has only the date it declares
    return date if date and _ISO.fullmatch(date) else None
