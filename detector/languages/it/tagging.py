"""A small reader of Italian parts of speech: words of closed classes, capitals and endings. It has no sentiment."""

from collections.abc import Mapping, Sequence

from detector.article import Form, Pos
from detector.languages import parts

_KINDS: Mapping[str, Pos] = {
    "ADP": "ADP", "ADV": "ADV", "AUX": "AUX", "CCONJ": "CCONJ", "DET": "DET", "NUM": "NUM", "PART": "PART",
    "PRON": "PRON", "SCONJ": "SCONJ", "VERB": "VERB", "NOUN": "NOUN", "PROPN": "PROPN", "ADJ": "ADJ", "PUNCT": "PUNCT",
}  # fmt: skip
_CLOSED: Mapping[str, str] = {
    word: kind for kind, listed in parts.table("it", "lexicon", "closed.toml").items() for word in parts.words(listed)
}
_SHOUT = 0.75  # share of longer words with a capital from which capitals say nothing about names
_VERBS = ("ò", "ì", "arono", "irono", "erono", "ava", "avano", "eva", "evano", "iva", "ivano", "ando", "endo", "ano")
_ADJECTIVES = ("oso", "osa", "osi", "ose", "ale", "ali", "ile", "ili", "ivo", "iva", "ivi", "ico", "ica", "ici", "bile")


def tag(words: Sequence[str], names: frozenset[str] = frozenset()) -> list[str]:
    """The universal part of speech of each word of a sentence; `names` are lower-case words known to be names."""
    shouted = is_shouted(words)
    return [_tag(word, names, opens=not index or shouted) for index, word in enumerate(words)]


def _tag(word: str, names: frozenset[str], *, opens: bool) -> str:
    low = word.lower()
    if not any(map(str.isalnum, word)):
        return "PUNCT"
    if word[0].isdigit():
        return "NUM"
    if word[0].isupper() and (not opens or low in names):
        return "PROPN"
    if low in _CLOSED:
        return _CLOSED[low]
    if low.endswith("mente"):
        return "ADV"
    return "VERB" if low.endswith(_VERBS) else "ADJ" if low.endswith(_ADJECTIVES) else "NOUN"


def universal(tag: str) -> tuple[Pos, Form]:
    """The tag itself: this reader tags by universal parts of speech."""
    return _KINDS.get(tag, "X"), ""


def rate(words: Sequence[str]) -> tuple[float, float]:
    """No sentiment: there is no such lexicon of Italian here."""
    return 0.0, 0.0


def is_shouted(words: Sequence[str]) -> bool:
    """Whether nearly every longer word has a capital, as in a headline set in capitals."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= _SHOUT * len(longer)
