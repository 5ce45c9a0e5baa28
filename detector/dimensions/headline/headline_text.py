"""The headline as the checks of its form see it: kicker, the rest, and the words of the body to compare with."""

import re
from dataclasses import dataclass

from detector.article import Part, Reading, Span, Token
from detector.languages.en.morphology import stem
from detector.rules.conditions import TITLED

KICKER_WORDS = 4
PIECES = re.compile(r"[-’']")


@dataclass(frozen=True, slots=True)
class Head:
    """`kicker` and `rest` are the tokens before and after the first colon (or of the kicker's own block and the
    headline's); `body` the tokens of the body, `words` its words in lower case."""

    reading: Reading
    kicker: tuple[Token, ...]
    rest: tuple[Token, ...]
    body: tuple[Token, ...]
    words: frozenset[str]

    @property
    def capitals(self) -> bool:
        """Whether the headline is set all in capitals."""
        letters = [token.text for token in self.rest if token.text.isalpha()]
        return len(letters) > 2 and sum(map(str.isupper, letters)) > 0.8 * len(letters)

    @property
    def titled(self) -> bool:
        """Whether most longer words have a capital, so that capitals say nothing about names."""
        long = [token.text for token in self.rest if len(token.text) > 3 and token.text[0].isalpha()]
        return len(long) > 1 and sum(word[0].isupper() for word in long) >= TITLED * len(long)

    def forms(self, key: str) -> frozenset[str]:
        """The words of the body that share the stem `key`."""
        return frozenset(word for word in self.words if word[:2] == key[:2] and stem(word) == key)


def read(reading: Reading) -> Head:
    """The headline and body of a reading."""
    parts: dict[Part, list[Token]] = {part: [] for part in Part}
    for token in reading.prose.tokens:
        parts[reading.prose.sentences[token.sentence].part].append(token)
    kicker, rest = parts[Part.KICKER], parts[Part.HEADLINE]
    if not kicker:
        kicker, rest = _split(rest)
    body = parts[Part.BODY]
    whole = {token.text.lower() for token in body}
    pieces = {piece for word in whole for piece in PIECES.split(word) if piece}
    return Head(reading, tuple(kicker), tuple(rest), tuple(body), frozenset(whole | pieces))


def _split(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Cut after a colon that follows one to four words and precedes more."""
    for place, token in enumerate(tokens[: KICKER_WORDS + 1]):
        if token.text == ":" and 0 < place < len(tokens) - 1:
            return tokens[: place + 1], tokens[place + 1 :]
        if not token.is_word:
            break
    return [], tokens


def stretch(first: Token, last: Token) -> Span:
    """From one token to another."""
    return Span(first.span.start, last.span.end)
