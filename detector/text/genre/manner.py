"""Whether a text argues or reports, by the way it is written: a logistic score over eight signs, with its weights in
`settings.toml`.

None of them is a topic, a name or a side, so that the same text about the other party gets the same answer.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from detector.article import AUTHOR, Part, Reading, Sentence, Token
from detector.languages.parts import GenreWords
from detector.settings import SETTINGS

Signs = Mapping[str, float]


def measure(reading: Reading, words: GenreWords, *, biography: bool) -> Signs | None:
    """The signs of an argument in the body; `None` where too few words are the author's own to tell.

    Words are counted per hundred, those of others left out except for words of attribution.
    """
    prose, settings = reading.prose, SETTINGS.genre
    body = [line for line in prose.sentences if line.part is Part.BODY]
    spoken = [[token for token in prose.tokens_of(line) if token.is_word] for line in body]
    own = [_own(reading, line, tokens) for line, tokens in zip(body, spoken, strict=True)]
    total, every = sum(map(len, own)), sum(map(len, spoken))
    if total < settings.least_words:
        return None
    lines = [
        line
        for line, mine, all_ in zip(body, own, spoken, strict=True)
        if mine and len(mine) >= settings.own * len(all_)
    ]
    found = {
        "subjective": _rated(lines),
        "attribution": _density(_counted(spoken), words.attribution, every),
        "openers": _opened(reading, body, words.openers) / max(1, len(lines)),
        "biography": float(biography),
    }
    counts = _counted(own)
    found |= {
        name: _density(counts, getattr(words, name), total) for name in ("argument", "demands", "author", "reader")
    }
    return {name: min(value, settings.most.get(name, value)) for name, value in found.items()}


def probability(signs: Signs) -> float:
    """How likely a text with these signs argues, 0..1."""
    weights = SETTINGS.genre.weights
    return 1 / (1 + math.exp(-weights["bias"] - sum(weights[name] * value for name, value in signs.items())))


def strongest(signs: Signs, count: int) -> tuple[str, ...]:
    """The signs that speak most for an argument, at most `count` of them, the strongest first."""
    settings = SETTINGS.genre
    gains = {name: settings.weights[name] * (value - settings.typical[name]) for name, value in signs.items()}
    return tuple(sorted((name for name, gain in gains.items() if gain > 0), key=lambda name: -gains[name])[:count])


def _own(reading: Reading, line: Sentence, words: Sequence[Token]) -> Sequence[Token]:
    """Those words of a sentence that are the author's, by marks and by who speaks."""
    unmarked = [token for token in words if not token.quoted]
    if line.voice == AUTHOR:  # all of it is
        return unmarked
    return [token for token in unmarked if reading.voice_at(token.span) == AUTHOR]


def _rated(lines: Sequence[Sentence]) -> float:
    """How much the author's sentences judge by the model, or a value that tells nothing without one."""
    rated = [line.subjective for line in lines if line.subjective is not None]
    return sum(rated) / len(rated) if rated else SETTINGS.genre.unrated


def _counted(sentences: Sequence[Sequence[Token]]) -> Mapping[str, int]:
    """How often each word stands in the sentences, in lower case."""
    return Counter(token.text.lower() for tokens in sentences for token in tokens)


def _density(counts: Mapping[str, int], words: frozenset[str], total: int) -> float:
    """How many of a hundred words are among `words`."""
    return 100 * sum(count for word, count in counts.items() if word in words) / total


def _opened(reading: Reading, body: Sequence[Sentence], words: frozenset[str]) -> int:
    first = (reading.prose.tokens[line.first] for line in body)
    return sum(not token.quoted and token.text.lower() in words for token in first)
