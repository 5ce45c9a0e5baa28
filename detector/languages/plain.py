"""The pack of a language that has none: text is split by its marks alone, and words have no part of speech."""

import sys
from collections.abc import Sequence

from detector.article import Form, Pos
from detector.languages.pack import Pack

UNTAGGED: Pos = "X"  # UPOS: other
_SHOUT = 0.75  # share of words with a capital from which capitals say nothing about names


def tag(words: Sequence[str], names: frozenset[str] = frozenset()) -> list[str]:
    """Every word as one of unknown kind, names or not."""
    return [UNTAGGED] * len(words)


def universal(tag: str) -> tuple[Pos, Form]:
    """Of unknown kind, whatever the tag."""
    return UNTAGGED, ""


def rate(words: Sequence[str]) -> tuple[float, float]:
    """No sentiment."""
    return 0.0, 0.0


def is_shouted(words: Sequence[str]) -> bool:
    """Whether nearly every longer word has a capital, as in headlines."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= _SHOUT * len(longer)


PACK = Pack(code="und", tagger=sys.modules[__name__])
