"""Lines that are no sentence of an article: labels, pointers elsewhere, dates, credits, notes, calls to the reader."""

import re
from dataclasses import dataclass
from functools import cache

from detector import languages
from detector.page.pieces import Piece
from detector.page.sentence_ends import ends_sentence
from detector.settings import SETTINGS

CELLS = frozenset("td th li dd".split())
_TABLE_CELLS = frozenset("td th".split())
_LAYOUT = frozenset("presentation none".split())  # roles of a table that is no table
_BRACKETED = re.compile(r"\s{0,8}[(\[]\s{0,8}([^()\[\]\n]{4,200})[)\]]")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The terms of all languages, compiled."""

    pointer: re.Pattern[str]
    credit: re.Pattern[str]
    call: re.Pattern[str]
    note: re.Pattern[str]
    date: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    terms = languages.page_terms()
    return _Patterns(
        pointer=re.compile(rf"[^\w\"'“„«‘]*(?:{'|'.join(terms.pointers)})\W*", re.IGNORECASE),
        credit=re.compile(rf"[^\w\"'“„«‘]*(?:{'|'.join(terms.credits)})\W*", re.IGNORECASE),
        call=re.compile(rf"(?:^[\W_]*|[.!?]\s+)(?:{'|'.join(terms.calls)})", re.IGNORECASE),
        note=re.compile(rf"^\W*(?:{'|'.join(terms.notes)})", re.IGNORECASE),
        date=re.compile(rf"{'|'.join(terms.dates)}|\W|_", re.IGNORECASE),
    )


def is_call(text: str, *, whole: bool = False) -> bool:
    """Whether a piece is a label, a pointer elsewhere, a date, a credit, a note of the editors or a call to the reader,
    and no sentence of the article; `whole` where a call has to begin it."""
    known, length = _patterns(), len(text)
    if is_note(text):
        return True
    if length >= SETTINGS.extraction.call:
        return False
    if (known.call.match if whole else known.call.search)(text):
        return True
    if length >= SETTINGS.extraction.short:
        return False
    return bool(known.credit.fullmatch(text)) or _is_pointer(text) or _is_date(text)


def is_note(text: str) -> bool:
    """Whether a piece is a note of the editors about the article: a correction, a sponsor, whose views it holds."""
    return len(text) < SETTINGS.extraction.note and bool(_patterns().note.search(text))


def without_pointers(text: str) -> str:
    """A paragraph without what points elsewhere or gives credit in brackets: (RELATED: Dam Is Old, Roe Says)."""
    return _BRACKETED.sub(lambda found: "" if _is_bracketed_pointer(found[1]) else found[0], text).strip()


def _is_bracketed_pointer(inside: str) -> bool:
    """In a sentence only a label with a capital points elsewhere: not "(see: the tolls of last year)"."""
    return inside[0].isupper() and bool(_patterns().credit.fullmatch(inside))


def _is_pointer(text: str) -> bool:
    """A sentence with its full stop is none, whatever it begins with."""
    if ends_sentence(text) and len(text.split()) > SETTINGS.extraction.call_words:
        return False
    return bool(_patterns().pointer.fullmatch(text))


def _is_date(text: str) -> bool:
    return len(text) < SETTINGS.extraction.dated and any(map(str.isdigit, text)) and not _patterns().date.sub("", text)


def is_link(piece: Piece) -> bool:
    """A line that is one link, outside lists and tables: a pointer to another story."""
    settings, length = SETTINGS.extraction, len(piece.text)
    return piece.linked >= settings.linked * length and length < settings.short and piece.region.tag not in CELLS


def is_laid_out(piece: Piece) -> bool:
    """Whether a cell belongs to a table that only lays out the page: it says so, or holds another table."""
    if piece.region.tag not in _TABLE_CELLS:
        return False
    tables = [region for region in piece.region.around(SETTINGS.page.max_depth) if region.tag == "table"]
    return len(tables) > 1 or any(_LAYOUT.intersection(table.label.split()) for table in tables)
