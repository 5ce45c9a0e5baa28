"""The headline as the checks of its form see it: kicker, the rest, and the words of the body to compare with."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter

from detector.article import Part, Reading, Span, Token
from detector.languages import Pack
from detector.rules import RuleBook
from detector.settings import SETTINGS

PIECES = re.compile(r"[-’']")
JOINING = re.compile(r"\s*[-‐‑–'’‘ʼ`´]+\s*")


@dataclass(frozen=True)
class HeadlineText:
    """`kicker` and `rest` are the tokens before and after the first colon (or of the kicker's own block and the
    headline's); `body` the tokens of the body, `words` its words in lower case."""

    reading: Reading
    pack: Pack
    kicker: tuple[Token, ...]
    rest: tuple[Token, ...]
    body: tuple[Token, ...]
    words: frozenset[str]

    def stem(self, word: str) -> str:
        """What the forms of a word have in common, in the language of the article."""
        return self.pack.morphology.stem(word)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The kicker and the rest, in the order of the text."""
        return (*self.kicker, *self.rest)

    def within(self, span: Span) -> Sequence[Token]:
        """The words of kicker and rest that stand wholly inside `span`."""
        first, last = (bisect_left(self.tokens, at, key=attrgetter("span.start")) for at in (span.start, span.end))
        return [token for token in self.tokens[first:last] if span.contains(token.span) and token.is_word]

    @cached_property
    def plain(self) -> bool:
        """Whether no editor would mark words of the headline, by the model; without one that can tell, `False`."""
        titled = self.reading.insight.titled if self.reading.insight else None
        return titled is not None and titled < SETTINGS.headline.titled

    @cached_property
    def capitals(self) -> bool:
        """Whether the headline is set all in capitals."""
        letters = [token.text for token in self.rest if token.text.isalpha()]
        return len(letters) > 2 and sum(map(str.isupper, letters)) > SETTINGS.headline.capitals * len(letters)

    @cached_property
    def titled(self) -> bool:
        """Whether most longer words have a capital, so that capitals say nothing about names."""
        long = [token.text for token in self.rest if len(token.text) > 3 and token.text[0].isalpha()]
        return len(long) > 1 and sum(word[0].isupper() for word in long) >= SETTINGS.rules.titled * len(long)

    @cached_property
    def names(self) -> frozenset[str]:
        """The proper names of the body, word by word."""
        return frozenset(token.text for token in self.body if token.pos == "PROPN" and token.text[0].isupper())

    @cached_property
    def _joined(self) -> str:
        """The body in lower case without what joins the parts of a word."""
        return joined(" ".join(token.text for token in self.body))

    def tells_where(self, first: Token, where: frozenset[str]) -> bool:
        """Whether a name that begins with `first` only tells where something happens, by the word before it."""
        place = bisect_left(self.tokens, first.span.start, key=attrgetter("span.start"))
        return place > 0 and self.tokens[place - 1].text.lower() in where

    def writes(self, name: str) -> bool:
        """Whether the body has a name, however its apostrophes and hyphens are written (O’Keefe, O' Keefe)."""
        return re.search(rf"\b{re.escape(joined(name))}", self._joined) is not None

    @cached_property
    def _sorted(self) -> Sequence[str]:
        return sorted(self.words)

    def has_word_from(self, beginning: str) -> bool:
        """Whether a word of the body begins like this."""
        index = bisect_left(self._sorted, beginning)
        return self._sorted[index : index + 1] != [] and self._sorted[index].startswith(beginning)

    @cached_property
    def plurals(self) -> Mapping[str, int]:
        """The length of the longest word of the body that ends in s, by its first three letters."""
        found: dict[str, int] = {}
        for word in self.words:
            if word.endswith("s"):
                found[word[:3]] = max(found.get(word[:3], 0), len(word))
        return found

    @cached_property
    def _openings(self) -> Mapping[str, Sequence[str]]:
        """The words of the body by their first two letters."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.words:
            found[word[:2]].append(word)
        return found

    @cached_property
    def _stems(self) -> dict[str, Mapping[str, frozenset[str]]]:
        return {}

    def forms(self, key: str) -> frozenset[str]:
        """The words of the body that share the stem `key`."""
        opening = key[:2]
        if opening not in self._stems:  # few are asked for
            found: defaultdict[str, set[str]] = defaultdict(set)
            for word in self._openings.get(opening, ()):
                found[self.stem(word)].add(word)
            self._stems[opening] = {shared: frozenset(words) for shared, words in found.items()}
        return self._stems[opening].get(key, frozenset())

    @cached_property
    def _runs(self) -> dict[int, Mapping[tuple[str, ...], Sequence[int]]]:
        return {}

    def places(self, words: tuple[str, ...]) -> Sequence[int]:
        """Where `words`, in lower case, stand in a row in the body: the indices of the first of them."""
        length = len(words)
        if length not in self._runs:  # few lengths are asked for
            low = [token.text.lower() for token in self.body]
            found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
            for place, run in enumerate(zip(*(low[start:] for start in range(length)), strict=False)):
                found[run].append(place)
            self._runs[length] = found
        return self._runs[length].get(words, ())

    @cached_property
    def verbs(self) -> Mapping[str, Sequence[int]]:
        """Where the verbs of the body stand in it, by their form in lower case."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, token in enumerate(self.body):
            if token.pos == "VERB":
                found[token.text.lower()].append(place)
        return found


@cache
def other_names(book: RuleBook) -> Mapping[tuple[str, ...], Sequence[str]]:
    """The other names of the bodies and places that a language knows, by each of their names, word by word."""
    if book.pack.attribution is None:
        return {}
    entries = [entry for listed in book.pack.attribution.gazetteer.entries.values() for entry in listed]
    names = defaultdict[str, list[str]](list)
    for words, place in entries:
        names[place.name].append(" ".join(words))
    return {words: names[place.name] for words, place in entries}


def joined(text: str) -> str:
    """A text in lower case without apostrophes and hyphens, and the blanks beside them."""
    return JOINING.sub("", text.lower())


def straight(word: str) -> str:
    """The word with the plain apostrophe, so that two ways of writing it are one word."""
    return word.replace("’", "'")


def read_headline(reading: Reading, pack: Pack) -> HeadlineText:
    """The headline and body of a reading in the language of `pack`."""
    parts: dict[Part, list[Token]] = {part: [] for part in Part}
    for token in reading.prose.tokens:
        parts[reading.prose.sentences[token.sentence].part].append(token)
    kicker, rest = parts[Part.KICKER], parts[Part.HEADLINE]
    if not kicker:
        kicker, rest = _split(rest)
    body = parts[Part.BODY]
    whole = {straight(token.text.lower()) for token in body}
    pieces = {piece for word in whole for piece in PIECES.split(word) if piece}
    return HeadlineText(reading, pack, tuple(kicker), tuple(rest), tuple(body), frozenset(whole | pieces))


def _split(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Cut after a colon that follows one to four words and precedes more."""
    for place, token in enumerate(tokens[: SETTINGS.headline.kicker_words + 1]):
        if token.text == ":" and 0 < place < len(tokens) - 1:
            return tokens[: place + 1], tokens[place + 1 :]
        if not token.is_word:
            break
    return [], tokens


def stretch(first: Token, last: Token) -> Span:
    """From one token to another."""
    return Span(first.span.start, last.span.end)
