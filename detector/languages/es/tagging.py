"""A small reader of Spanish parts of speech: words of closed classes, capitals and endings. It has no sentiment.

Names are told by their capital inside a sentence, verbs, adjectives and adverbs by their endings; what none of these
tells is a noun. It serves rules that ask for the kind of a neighbour, not grammar.
"""

import re
from collections.abc import Mapping, Sequence

from detector.article import Form, Pos
from detector.languages import parts

_KINDS: Mapping[str, tuple[Pos, Form]] = {
    "ADJ": ("ADJ", ""), "ADP": ("ADP", ""), "ADV": ("ADV", ""), "AUX": ("AUX", ""), "CCONJ": ("CCONJ", ""),
    "DET": ("DET", ""), "NOUN": ("NOUN", "singular"), "NOUNS": ("NOUN", "plural"), "NUM": ("NUM", ""),
    "PART": ("PART", ""), "PRON": ("PRON", ""), "PROPN": ("PROPN", "singular"), "PUNCT": ("PUNCT", ""),
    "SCONJ": ("SCONJ", ""), "VERB": ("VERB", ""), "PAST": ("VERB", "past"), "GERUND": ("VERB", "gerund"),
    "INFINITIVE": ("VERB", "base"), "PARTICIPLE": ("VERB", "participle"),
}  # fmt: skip
_CLOSED: Mapping[str, str] = {
    word: kind for kind, listed in parts.table("es", "lexicon", "closed.toml").items() for word in parts.words(listed)
}
_PERSONS = ("an", "en", "mos")  # endings of verbs in the present that no adjective has
_SHOUT = 0.75  # share of longer words with a capital from which capitals say nothing about names
# Endings in order: the first that fits tells the kind.
_ENDINGS = tuple(
    (re.compile(rf"\w{{2,}}(?:{pattern})"), kind)
    for pattern, kind in (
        ("mente", "ADV"),
        ("(?:ci|si|gi|ti|ni|xi)ón|dad|tad|tud|miento|aje|ismo|encia|ancia|eza", "NOUN"),
        ("(?:ci|si|gi|ti|ni|xi)ones|dades|tades|tudes|mientos|ajes|encias|ancias|ezas", "NOUNS"),
        ("(?:aron|ieron|jeron|yeron)", "PAST"),
        ("(?:ó|ió|yó)", "PAST"),
        ("(?:ándo|iéndo|yéndo)(?:se|l[aeo]s?)|ando|iendo|yendo", "GERUND"),
        ("(?:ar|er|ir)(?:se|l[aeo]s?)?", "INFINITIVE"),
        ("(?:ab|í)an?|(?:ar|er|ir|dr|br)(?:á|án|ía|ían)|(?:ara|iera|ase|iese)n?", "VERB"),
        ("(?:ad|id)[oa]s?", "PARTICIPLE"),
        ("(?:os|iv|al|bl|ic|an|ari|ori|ent|ant|il|ar|ist|ístic|esc)[oae]s?|(?:al|il|ar)|(?:al|il|ar)es", "ADJ"),
    )
)


def tag(words: Sequence[str], names: frozenset[str] = frozenset()) -> list[str]:
    """A tag for each word of a sentence (see `universal`); `names` are lower-case words known to be names."""
    shouted = is_shouted(words)
    tags: list[str] = []
    for word in words:
        low = word.lower()
        named = low in names if shouted or not any(kind != "PUNCT" for kind in tags) else True
        tags.append(_tag(word, low, tags[-1] if tags else "", named=named))
    return tags


def _tag(word: str, low: str, kind: str, *, named: bool) -> str:
    if not any(map(str.isalnum, word)):
        return "PUNCT"
    if word[0].isdigit():
        return "NUM"
    if word[0].isupper() and named:
        return "PROPN"
    return _CLOSED.get(low) or _open(low, kind)


def _open(low: str, kind: str) -> str:
    """A word of an open class, by its ending and by what stands before it."""
    found = next((each for pattern, each in _ENDINGS if pattern.fullmatch(low)), "")
    if kind in {"DET", "ADP"} and found in {"", "VERB", "PAST", "PARTICIPLE", "ADJ"}:
        return "NOUNS" if low.endswith("s") else "NOUN"
    if kind in {"NOUN", "NOUNS"} and found == "VERB" and low.endswith(("ara", "ase")):
        return "ADJ"
    if not found and kind in {"AUX", "ADV"}:
        return "ADJ"
    if not found and kind in {"NOUN", "NOUNS", "PRON", "PROPN", "PART"}:  # no noun follows a noun
        endings = _PERSONS if kind in {"NOUN", "NOUNS"} else (*_PERSONS, "a", "e")  # el candidato | socialista
        return "VERB" if low.endswith(endings) else "ADJ"
    return found or ("NOUNS" if low.endswith("s") else "NOUN")


def universal(tag: str) -> tuple[Pos, Form]:
    """The universal part of speech and the form that a tag stands for."""
    return _KINDS.get(tag, ("X", ""))


def rate(words: Sequence[str]) -> tuple[float, float]:
    """No sentiment: there is no such lexicon of Spanish here."""
    return 0.0, 0.0


def is_shouted(words: Sequence[str]) -> bool:
    """Whether nearly every longer word has a capital, as in a headline set in capitals."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= _SHOUT * len(longer)
