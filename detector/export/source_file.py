"""Where a remark's words stand in the file that was read: its lines and columns, for editors."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from typing import Any

from detector.article import Span
from detector.page.dom import SKIPPED
from detector.selectors.anchoring import Ground, Quote, read_target
from detector.settings import SETTINGS

LINE = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns from 1, columns in code points; `end_column` is the one after the last character."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


class _TextParser(HTMLParser):
    """Reads a file's words and where each of their characters stands in it; `offsets` has one more, its end."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.letters: list[str] = []
        self.offsets: list[int] = []
        self._source = source
        self._starts = [0, *(index + 1 for index, letter in enumerate(source) if letter == "\n")]
        self._skipped: list[str] = []
        self.feed(source)
        self.close()
        self.offsets.append(len(source))

    def _take(self, text: str, length: int) -> None:
        """Add `text`, which takes `length` characters of the source from here on."""
        if self._skipped:
            return
        line, column = self.getpos()
        start = self._starts[line - 1] + column
        self.letters.append(text)
        self.offsets.extend(start + (index if len(text) == length else 0) for index in range(len(text)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SKIPPED if not self._skipped else tag == self._skipped[-1]:
            self._skipped.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that closes itself, as in SVG, holds no words."""

    def handle_endtag(self, tag: str) -> None:
        if self._skipped and tag == self._skipped[-1]:
            self._skipped.pop()

    def handle_data(self, data: str) -> None:
        self._take(data, len(data))

    def handle_entityref(self, name: str) -> None:
        self._refer(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._refer(f"&#{name}")

    def _refer(self, written: str) -> None:
        self._take(unescape(f"{written};"), len(written) + 1)


class SourceFile:
    """A file as it was read, and the way from a finding to its lines."""

    def __init__(self, source: str, *, is_html: bool) -> None:
        self._source = source
        self._ends = [match.end() for match in LINE.finditer(source)]
        if is_html:
            words = _TextParser(source)
            self._offsets: list[int] | None = words.offsets
            self._ground = Ground("".join(words.letters))
        else:
            self._offsets, self._ground = None, Ground(source)

    def locate(self, finding: Mapping[str, Any], text: str) -> Region | None:
        """The region of a finding in the wire form, `text` being the article's; `None` where it cannot be told."""
        target = finding["target"]
        start, end = finding["start"], finding["end"]
        context = SETTINGS.overlay.context
        around = Quote(finding["exact"], text[max(0, start - context) : start], text[end : end + context])
        quote = read_target(target)[1] if target else around
        place = self._ground.find(quote)
        if place is None:
            return None
        if self._offsets is not None:
            place = Span(self._offsets[place.start], self._end(place.end))
        return Region(*self._point(place.start), *self._point(place.end))

    def _end(self, end: int) -> int:
        """Behind the last character: where it is written as a reference, behind its semicolon."""
        offsets = self._offsets or []
        last = offsets[end - 1]
        return self._source.find(";", last) + 1 if self._source[last] == "&" and last + 1 != offsets[end] else last + 1

    def _point(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._ends, offset)
        return line + 1, offset - (self._ends[line - 1] if line else 0) + 1
