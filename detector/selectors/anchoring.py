"""Finds a remark's words in a text by the words and what stands around them; refuses where that proves too little.

The same judgement as `extension/page/anchor.js`: white space, invisible characters and the kind of quotation mark or
dash may differ, nothing else. Offsets are code points of the text given.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile
from typing import Any

from detector.article import Span
from detector.settings import SETTINGS

INVISIBLE = frozenset("\u00ad\u200b\u2060\ufeff")
PLAIN = str.maketrans("‘’“”–—", "''\"\"--")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words with what stands before and after them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def read_target(target: Mapping[str, Any]) -> tuple[Span, Quote]:
    """The position and the quote of a finding's `target` in the wire form."""
    selectors = {selector["type"]: selector for selector in target["selector"]}
    place, quote = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
    return Span(place["start"], place["end"]), Quote(quote["exact"], quote["prefix"], quote["suffix"])


class Ground:
    """A text in which words are looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[str, list[int]] = {}
        self._around: dict[tuple[str, int, int], dict[str, int | None]] = {}

    @cached_property
    def _skeleton(self) -> tuple[str, list[int]]:
        return _skeleton(self.text)

    def stands(self, span: Span, quote: Quote) -> bool:
        """Whether just these words stand at `span`, with just this around them."""
        before = self.text[max(0, span.start - len(quote.prefix)) : span.start]
        return span.of(self.text) == quote.exact and before == quote.prefix and self._follows(span.end, quote.suffix)

    def _follows(self, end: int, words: str) -> bool:
        return self.text.startswith(words, end)

    def find(self, quote: Quote) -> Span | None:
        """Where the words stand; `None` where they do not, or where two places are equally good."""
        offsets = self._skeleton[1]
        exact, prefix, suffix = (_skeleton(part)[0] for part in (quote.exact, quote.prefix, quote.suffix))
        if not exact:
            return None
        at = self._find(exact, prefix, suffix)
        return None if at is None else Span(offsets[at], offsets[at + len(exact) - 1] + 1)

    def _find(self, exact: str, prefix: str, suffix: str) -> int | None:
        """Where `exact` has most of its context in the skeleton; `None` where too little, or as much at two places."""
        whole = self._with_context(exact, len(prefix), len(suffix))
        if (words := prefix + exact + suffix) in whole:
            return whole[words]
        found = sorted((-_context(self._skeleton[0], at, len(exact), prefix, suffix), at) for at in self._places(exact))
        needed = min(len(prefix) + len(suffix), SETTINGS.overlay.proof - len(exact) / 2)
        if not found or -found[0][0] < needed or (len(found) > 1 and found[1][0] == found[0][0]):
            return None
        return found[0][1]

    def _places(self, exact: str) -> list[int]:
        """Where `exact` stands in the skeleton; many remarks may be about the same words. Words beyond those
        that are looked for stand nowhere: each costs a walk through the text."""
        if exact not in self._known:
            if len(self._known) >= SETTINGS.overlay.sought:
                return []
            self._known[exact] = list(islice(_occurrences(self._skeleton[0], exact), SETTINGS.overlay.candidates))
        return self._known[exact]

    def _with_context(self, exact: str, before: int, after: int) -> Mapping[str, int | None]:
        """The places of `exact` by what stands there, so many characters before and after it included; `None` for what
        stands at several."""
        key = exact, before, after
        if key not in self._around:
            text, places = self._skeleton[0], dict[str, int | None]()
            for at in self._places(exact):
                words = text[max(0, at - before) : at + len(exact) + after]
                places[words] = None if words in places else at
            self._around[key] = places
        return self._around[key]


def _skeleton(text: str) -> tuple[str, list[int]]:
    """The text without what shows nothing, with plain marks, and where each of its characters came from."""
    kept = [index for index, letter in enumerate(text) if not (letter.isspace() or letter in INVISIBLE)]
    return "".join(text[index] for index in kept).translate(PLAIN), kept


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _context(text: str, at: int, length: int, prefix: str, suffix: str) -> int:
    """How many characters of the context stand where they should, counted from the words outwards."""
    end = at + length
    before = _agreement(reversed(text[max(0, at - len(prefix)) : at]), reversed(prefix))
    return before + _agreement(text[end : end + len(suffix)], suffix)


def _agreement(first: Iterable[str], second: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
