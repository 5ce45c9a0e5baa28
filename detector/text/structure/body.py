"""An article's body as its layout is read: its blocks, what stands in quotation marks, and the words of its language
that layout is known by."""

import re
from bisect import bisect_left
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from detector.article import Article, Block, Part, Span
from detector.languages.parts import Layout
from detector.text.marks import Quoted

SHOWN = 160  # characters at the end of a block within which a statement is shown
_WORD = re.compile(r"[^\W_](?:[\w'’.-]*[^\W_])?")


@dataclass(frozen=True)
class Body:
    """The blocks of the body in order, `quoted` stretches of the whole text in order, and the words of `layout`."""

    article: Article
    blocks: tuple[Block, ...]
    quoted: tuple[Quoted, ...]
    layout: Layout

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def _starts(self) -> list[int]:
        return [each.span.start for each in self.quoted]

    @cached_property
    def introduces_interview(self) -> re.Pattern[str]:
        """What an interview is introduced by."""
        return re.compile(rf"\b(?:{'|'.join(self.layout.interviewing) or '(?!)'})\b", re.IGNORECASE)

    @cached_property
    def _shows(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(self.layout.showing) or '(?!)'})[.:]?[\"”’']*\Z", re.IGNORECASE)

    def shows(self, span: Span) -> bool:
        """Whether a block ends by showing a statement: Here is her full statement."""
        return self._shows.search(self.text, max(span.start, span.end - SHOWN), span.end) is not None

    def words_of(self, index: int) -> str:
        """The text of a block."""
        return self.blocks[index].span.of(self.text)

    def quoted_in(self, span: Span) -> tuple[Quoted, ...]:
        """The quoted stretches that begin inside `span`."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self.quoted[first:last]

    def unquoted(self, span: Span) -> str:
        """The text of `span` without what stands in quotation marks."""
        parts, at = [], span.start
        for stretch in self.quoted_in(span):
            parts.append(self.text[at : stretch.span.start])
            at = min(stretch.span.end, span.end)
        return "".join((*parts, self.text[at : span.end]))

    def is_quoted(self, index: int) -> bool:
        """Whether a block stands in quotation marks as a whole."""
        span = self.blocks[index].span
        return bool(self.quoted_in(span)) and not any(map(str.isalnum, self.unquoted(span)))

    def tells(self, span: Span) -> bool:
        """Whether somebody speaks of himself in `span`, outside quotation marks."""
        return not self.layout.telling.isdisjoint(words_in(self.unquoted(span)))

    def tells_alone(self, span: Span) -> bool:
        """Whether somebody says "I" in `span`, outside quotation marks."""
        return not self.layout.singular.isdisjoint(words_in(self.unquoted(span)))

    def addresses(self, span: Span) -> bool:
        """Whether somebody is spoken to in `span`, outside quotation marks."""
        return not self.layout.asking.isdisjoint(words_in(self.unquoted(span)))


def body_of(article: Article, quoted: tuple[Quoted, ...], layout: Layout) -> Body:
    """The body of an article; `quoted` are its stretches in quotation marks, in order."""
    blocks = tuple(block for block in article.blocks if block.part is Part.BODY)
    return Body(article, blocks, tuple(sorted(quoted, key=attrgetter("span"))), layout)


def words_in(text: str) -> Set[str]:
    """The words of a text, in lower case with straight apostrophes."""
    return {word.group().lower().replace("’", "'") for word in _WORD.finditer(text)}


def count(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in _WORD.finditer(text))


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without spaces at its ends; empty at `start` where it holds nothing else."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return Span(first, max(first, first + len(words.strip()))) if words.strip() else Span(start, start)
