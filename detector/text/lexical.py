"""What TextBlob knows of words: their part of speech and their sentiment. Values are taken from it, never offsets."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from textblob.en import lexicon, parser, sentiment

from detector.text.neutral import NEUTRAL

_PUNCTUATION = {
    "“": "``",
    "”": "''",
    "„": "``",
    "«": "``",
    "»": "''",
    '"': "''",
    "``": "``",
    "''": "''",
} | dict.fromkeys(("—", "–", "-", "--", "…", "...", ":", ";"), ":")
_APOSTROPHES = str.maketrans("’ʼ‘", "'''", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
_SHOUT = 0.75  # share of words with a capital from which capitals say nothing about names


@dataclass(frozen=True, slots=True)
class Assessment:
    """A group of words as TextBlob rates it: `polarity` -1..1, `subjectivity` 0..1."""

    words: tuple[str, ...]
    polarity: float
    subjectivity: float


@cache
def load() -> None:
    """Read TextBlob's word lists (about a quarter of a second), which it would otherwise do at the first word."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # TextBlob leaves the closing of its files to the collector
        lexicon.load()
        sentiment.load()


def tag(words: Sequence[str], names: frozenset[str] = frozenset()) -> list[str]:
    """The Penn Treebank tags of a sentence's `words`, one for each.

    `names` are words known to be names. They keep their capital where the sentence is set in capitals or in title
    case and its capitals therefore say nothing.
    """
    load()
    plain = [word.translate(_APOSTROPHES) or word for word in words]
    if is_shouted(plain):
        plain = [word.capitalize() if word.lower() in names else word.lower() for word in plain]
    tagged = parser.find_tags(plain) if plain else []
    return [_PUNCTUATION.get(word, str(pair[1])) for word, pair in zip(words, tagged, strict=True)]


def is_shouted(words: Sequence[str]) -> bool:
    """Whether capitals carry no information: nearly every longer word has one, as in headlines."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= _SHOUT * len(longer)


def assess(words: Sequence[str]) -> tuple[Assessment, ...]:
    """The groups of `words` that TextBlob rates. Names of parties and peoples are left out (see `neutral`)."""
    load()
    lower = [word.lower().translate(_APOSTROPHES) for word in words]
    if not any(map(sentiment.__contains__, lower)):
        return ()
    rated = sentiment.assessments((("" if word in NEUTRAL else word, None) for word in lower))
    return tuple(Assessment(tuple(group), polarity, subjectivity) for group, polarity, subjectivity, _ in rated)


def rate(words: Sequence[str]) -> tuple[float, float]:
    """Polarity -1..1 and subjectivity 0..1 of a sentence's `words`: the means of their assessments, as TextBlob's."""
    groups = assess(words)
    if not groups:
        return 0.0, 0.0
    return (
        sum(group.polarity for group in groups) / len(groups),
        sum(group.subjectivity for group in groups) / len(groups),
    )
