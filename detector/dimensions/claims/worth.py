"""How much a sentence is worth checking: its words, weighed with signs of a statement of fact.

What a claim is: Konstantinovskiy et al. 2021, "Toward automated factchecking"; which signs help beside a network:
Hassan et al. 2017, "ClaimBuster". The signs are patterns of the language's pack (`claim-…`); a pack without them has
no claims. The network has no say: its vector hears names, and the order of claims must not hang on who is named.
"""

import math
from collections.abc import Iterator, Mapping

from detector.article import Part, Reading, Sentence
from detector.dimensions.claims.words import speak_for
from detector.rules import RuleBook
from detector.settings import SETTINGS

PREFIX = "claim-"
SIGNS = (
    "figure", "number", "comparison", "accusation", "opinion", "forecast", "summary", "question", "self", "research",
)  # fmt: skip


class Worth:
    """Weighs the sentences of one reading."""

    def __init__(self, reading: Reading, book: RuleBook) -> None:
        self._reading, self._book = reading, book
        self._text = reading.article.text
        known = book.patterns
        self._signs = {sign: known[PREFIX + sign] for sign in SIGNS if PREFIX + sign in known}

    def candidates(self) -> Iterator[tuple[Sentence, float]]:
        """The sentences of the body that may be claims, in reading order, each with its worth 0..1."""
        body = [line for line in self._reading.prose.sentences if line.part is Part.BODY]
        if not self._signs:
            return
        for line in body:
            if sum(token.is_word for token in self._reading.prose.tokens_of(line)) >= SETTINGS.claims.min_words:
                yield line, weigh(self.traits(line))

    def traits(self, line: Sentence) -> dict[str, float]:
        """What the worth of a sentence rests on, by name."""
        text = line.span.of(self._text)
        found = {sign: float(bool(pattern.search(text))) for sign, pattern in self._signs.items()}
        tokens = self._reading.prose.tokens_of(line)
        words = sum(token.is_word for token in tokens)
        weighed = ("opinion", "forecast") if self._book.pack.claim_words else ()
        return {
            **found,
            **{f"{sign}-beside-words": found[sign] for sign in weighed if sign in found},
            "words": speak_for(text, self._book.pack.morphology.stem, self._book.pack.claim_words),
            "length": math.log(words / SETTINGS.claims.usual_words),
            "past": float(any(token.pos == "VERB" and token.form in ("past", "participle") for token in tokens)),
        }


def weigh(traits: Mapping[str, float]) -> float:
    """The worth 0..1 of a sentence with these traits."""
    weights = SETTINGS.claims.weights
    odds = SETTINGS.claims.bias + sum(weights[name] * value for name, value in traits.items())
    return 1 / (1 + math.exp(-odds))
