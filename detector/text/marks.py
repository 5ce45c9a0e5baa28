"""Which words of a paragraph stand in quotation marks: straight, curly, low, angle and LaTeX marks, and single ones.

Apostrophes, primes and inch signs are told apart by what stands beside them. Everything takes linear time.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from detector.article import Span

_MARK = re.compile(r"''|’’|‘‘|``|\"\"?|[“”„‟«»‘’‚'＂「」『』]")
_BEFORE_OPENING = frozenset("([{<—–-/:=*•…\"“„«‘'‚`|_")
_AFTER_CLOSING = frozenset(")]}>—–-/.,;:!?…*\"”»’'|_")
_SINGLE = frozenset("‘’'‚")
_FAMILY = {"«": "angle", "»": "angle", "「": "corner", "」": "corner", "『": "corner", "』": "corner"}
_LOOKAHEAD = 8  # how many plural possessives may stand in a single-quoted stretch before its closing mark


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks. `span` holds the marks, `inside` does not; `closed` is false where the closing
    mark is missing and the stretch runs to the end of the paragraph."""

    span: Span
    inside: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    opens: bool
    closes: bool

    @property
    def family(self) -> str:
        return "single" if self.text in _SINGLE else _FAMILY.get(self.text, "double")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    span: Span
    marks: Sequence[_Mark]
    singles: Sequence[_Mark]  # those marks that may close a single-quoted stretch
    openers: Sequence[int]  # where single marks open
    continued: bool
    continues: bool


def find_quoted(
    text: str, span: Span, elided: tuple[str, ...] = (), *, continued: bool = False, continues: bool = False
) -> tuple[Quoted, ...]:
    """The outermost quoted stretches of the paragraph at `span` of `text`, in order, with offsets into `text`; `elided`
    are words that begin with an apostrophe.

    `continued`: the paragraph before ended inside a quotation, so that a closing mark without an opening one ends a
    stretch that began with this paragraph. `continues`: the next paragraph begins with an opening mark.
    """
    marks = [_classify(text, Span(*match.span()), span, elided) for match in _MARK.finditer(text, span.start, span.end)]
    singles = [mark for mark in marks if mark.family == "single"]
    paragraph = _Paragraph(
        text,
        span,
        marks,
        [mark for mark in singles if mark.closes],
        [mark.start for mark in singles if mark.opens],
        continued,
        continues,
    )
    found: list[Quoted] = []
    position = span.start
    for index, mark in enumerate(marks):
        quoted = _stretch(paragraph, index, first=not found) if mark.start >= position else None
        if quoted is not None:
            found.append(quoted)
            position = quoted.span.end
    return tuple(found)


def opens_with_mark(text: str, span: Span, elided: tuple[str, ...] = ()) -> bool:
    """Whether the paragraph at `span` begins with an opening quotation mark."""
    match = _MARK.match(text, span.start, span.end)
    return match is not None and _classify(text, Span(*match.span()), span, elided).opens


def _classify(text: str, place: Span, span: Span, elided: tuple[str, ...]) -> _Mark:
    start, end = place.start, place.end
    before = text[start - 1] if start > span.start else " "
    after = text[end] if end < span.end else " "
    left = before.isspace() or before in _BEFORE_OPENING or (text[start] == "«" and before == "’")  # d’« un ami »
    right = after.isspace() or after in _AFTER_CLOSING
    mark = text[start:end].replace('""', '"')
    if mark in _SINGLE:
        return _single(text, place, left and not right and not _elision(elided).match(text, start), right)
    opening, closing = left and not right, right and not left
    if mark == "’’":
        return _Mark(start, end, mark, opens=False, closes=True)
    if mark in ("„", "‟", "「", "『", "``", "‘‘"):
        return _Mark(start, end, mark, opens=True, closes=False)
    if mark in ("“", "«"):  # German closes with the one, Danish with the other
        return _Mark(start, end, mark, opens=not closing, closes=closing)
    if mark in ("”", "»", "」", "』"):  # Swedish opens with the one, Danish with the other
        return _Mark(start, end, mark, opens=opening, closes=not opening)
    return _Mark(start, end, mark, opens=not closing and not before.isdigit(), closes=not opening)


@cache
def _elision(elided: tuple[str, ...]) -> re.Pattern[str]:
    """An apostrophe for letters left out: of a year, or of one of the words `elided`."""
    return re.compile(rf"['’‘](?:\d\ds?\b|(?:{'|'.join(elided) or '(?!)'})\b)", re.IGNORECASE)


def _single(text: str, place: Span, opens: bool, right: bool) -> _Mark:
    mark = text[place.start]
    closes = right and mark != "‚" and place.start > 0 and not text[place.start - 1].isspace()
    return _Mark(place.start, place.end, mark, opens and mark != "’", closes)


def _stretch(paragraph: _Paragraph, index: int, first: bool) -> Quoted | None:
    mark = paragraph.marks[index]
    if mark.opens:
        return _close_single(paragraph, mark) if mark.family == "single" else _close(paragraph, index)
    if first and mark.closes and mark.family != "single" and _began_before(paragraph, mark):
        start = paragraph.span.start
        return Quoted(Span(start, mark.end), Span(start, mark.start))
    return None


def _began_before(paragraph: _Paragraph, mark: _Mark) -> bool:
    """Whether a closing mark without an opening one ends words quoted since the start of the paragraph: the
    quotation was carried over, or the opening mark was lost (it often is before a drop capital)."""
    return paragraph.continued or (mark.start > paragraph.span.start and paragraph.text[mark.start - 1] in ",.!?…")


def _close(paragraph: _Paragraph, index: int) -> Quoted | None:
    opener = paragraph.marks[index]
    nested = 0
    for position in range(index + 1, len(paragraph.marks)):
        mark = paragraph.marks[position]
        if mark.family != opener.family or _is_inch(paragraph, position, opener):
            continue
        if mark.opens and not mark.closes:
            if mark.text == opener.text:  # the closing mark is missing
                return _between(opener, mark.start, mark.start, closed=False)
            nested += 1
        elif nested and mark.text != _PARTNER.get(opener.text):
            nested -= 1
        else:
            return _between(opener, mark.start, mark.end)
    end = paragraph.span.end
    return None if opener.closes else _between(opener, end, end, closed=False)


_PARTNER = {"“": "”", "„": "“", "«": "»", "»": "«", "``": "''", "‘‘": "’’", '"': '"'}


def _is_inch(paragraph: _Paragraph, position: int, opener: _Mark) -> bool:
    """Whether a straight mark after a digit is an inch sign: another closing mark follows before any opening one."""
    mark = paragraph.marks[position]
    if mark.text != '"' or not paragraph.text[mark.start - 1].isdigit():
        return False
    later = paragraph.marks[position + 1 : position + 3]
    follower = next((other for other in later if other.family == opener.family), None)
    return follower is not None and follower.closes and not follower.opens


def _close_single(paragraph: _Paragraph, opener: _Mark) -> Quoted | None:
    begin = bisect_right(paragraph.singles, opener.start + 1, key=lambda mark: mark.start)
    following = bisect_right(paragraph.openers, opener.start)
    limit = paragraph.openers[following] if following < len(paragraph.openers) else paragraph.span.end
    near = [mark for mark in paragraph.singles[begin : begin + _LOOKAHEAD] if mark.start < limit]
    closing = next((mark for mark in near if not _is_possessive(paragraph.text, mark)), near[0] if near else None)
    if closing is not None:
        return _between(opener, closing.start, closing.end)
    if paragraph.continues and opener.text == "‘":
        return _between(opener, paragraph.span.end, paragraph.span.end, closed=False)
    return None


def _is_possessive(text: str, mark: _Mark) -> bool:
    return (
        text[mark.start - 1] in "sS"
        and text[mark.end : mark.end + 1] == " "
        and text[mark.end + 1 : mark.end + 2].isalnum()
    )


def _between(opener: _Mark, inside_end: int, end: int, closed: bool = True) -> Quoted:
    return Quoted(Span(opener.start, end), Span(opener.end, inside_end), closed)
