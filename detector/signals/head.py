"""The headline as the checks of its form see it: kicker, the rest, and the words of the body to compare with."""

from dataclasses import dataclass

from detector.inflection import stem
from detector.model import Part, Reading, Span, Token

KICKER_WORDS = 4


@dataclass(frozen=True, slots=True)
class Head:
    """`kicker` and `rest` are the tokens before and after the first colon (or of the kicker's own block and the
    headline's); `body` the tokens of the body, `stems` the stems of its words."""

    reading: Reading
    kicker: tuple[Token, ...]
    rest: tuple[Token, ...]
    body: tuple[Token, ...]
    stems: frozenset[str]

    @property
    def capitals(self) -> bool:
        """Whether the headline is set all in capitals."""
        letters = [token.text for token in self.rest if token.text.isalpha()]
        return len(letters) > 2 and sum(map(str.isupper, letters)) > 0.8 * len(letters)

    @property
    def body_words(self) -> int:
        """How many words the body has."""
        return sum(token.is_word for token in self.body)


def read(reading: Reading) -> Head:
    """The headline and body of a reading."""
    parts: dict[Part, list[Token]] = {part: [] for part in Part}
    for token in reading.prose.tokens:
        parts[reading.prose.sentences[token.sentence].part].append(token)
    kicker, rest = parts[Part.KICKER], parts[Part.HEADLINE]
    if not kicker:
        kicker, rest = _split(rest)
    body = parts[Part.BODY]
    stems = frozenset(stem(piece) for token in body for piece in token.text.split("-") if piece)
    return Head(reading, tuple(kicker), tuple(rest), tuple(body), stems)


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
