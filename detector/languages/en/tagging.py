"""What TextBlob knows of words: their part of speech and their sentiment. Values are taken from it, never offsets."""

import string
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec, module_from_spec
from typing import Any

from detector.article import Form, Pos
from detector.languages.en import contexts
from detector.languages.en.words import NEUTRAL

_OPENING = dict.fromkeys(("“", "„", "«", "``", "‘‘"), "``")
_CLOSING = dict.fromkeys(("”", "»", '"', "''", "’’"), "''")
_PUNCTUATION = _OPENING | _CLOSING | dict.fromkeys(("—", "–", "-", "--", "…", "...", ":", ";"), ":")
_PLAIN = str.maketrans("’ʼ‘", "'''", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
_SHOUT = 0.75  # share of words with a capital from which capitals say nothing about names
_ACRONYMS = frozenset({"US", "WHO", "AIDS", "ICE", "UN", "EU", "UK"})  # spelt like words of another kind
_UNIVERSAL: Mapping[str, tuple[Pos, Form]] = {
    "NN": ("NOUN", "singular"), "NNS": ("NOUN", "plural"), "NNP": ("PROPN", "singular"), "NNPS": ("PROPN", "plural"),
    "VB": ("VERB", "base"), "VBP": ("VERB", "present"), "VBZ": ("VERB", "third"), "VBD": ("VERB", "past"),
    "VBN": ("VERB", "participle"), "VBG": ("VERB", "gerund"), "MD": ("AUX", "modal"),
    "JJ": ("ADJ", ""), "JJR": ("ADJ", "comparative"), "JJS": ("ADJ", "superlative"),
    "RB": ("ADV", ""), "RBR": ("ADV", "comparative"), "RBS": ("ADV", "superlative"), "WRB": ("ADV", "relative"),
    "DT": ("DET", ""), "PDT": ("DET", ""), "WDT": ("DET", "relative"),
    "PRP": ("PRON", "personal"), "PRP$": ("PRON", "possessive"), "WP": ("PRON", "relative"),
    "WP$": ("DET", "relative"), "EX": ("PRON", ""),
    "IN": ("ADP", ""), "RP": ("ADP", "particle"), "TO": ("PART", ""), "POS": ("PART", "possessive"),
    "CC": ("CCONJ", ""), "CD": ("NUM", ""),
    "FW": ("X", "foreign"), "UH": ("INTJ", ""), "SYM": ("SYM", ""), "$": ("SYM", ""), "#": ("SYM", ""),
    ".": ("PUNCT", ""), ",": ("PUNCT", ""), ":": ("PUNCT", ""), "(": ("PUNCT", ""), ")": ("PUNCT", ""),
    "``": ("PUNCT", ""), "''": ("PUNCT", ""), '"': ("PUNCT", ""),
}  # fmt: skip
_UNRATED = "unrated"  # stands for words that must get no sentiment; TextBlob does not know it
_RATED = frozenset(string.punctuation) | {"n't"}


@dataclass(frozen=True, slots=True)
class Assessment:
    """A group of words as TextBlob rates it: `polarity` -1..1, `subjectivity` 0..1."""

    words: tuple[str, ...]
    polarity: float
    subjectivity: float


@dataclass(frozen=True, slots=True)
class _Lists:
    """TextBlob's word lists, a word's commonest tag and the words that have a sentiment, and what it makes of them."""

    tags: Mapping[str, str]
    rated: frozenset[str]
    find_tags: Callable[..., list[list[str]]]
    assessments: Callable[..., Iterable[Any]]


@cache
def _lists() -> _Lists:
    """Read TextBlob's files, a fifth of a second with its modules, for which nobody waits who tags no word. Plain
    copies, as its own are looked up four times slower."""
    with _without_front("textblob"):
        from textblob.en import lexicon, parser, sentiment  # noqa: PLC0415 - see above

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # TextBlob leaves the closing of its files to the collector
        lexicon.load()
        sentiment.load()
    return _Lists(dict(lexicon.items()), frozenset(sentiment.keys()), parser.find_tags, sentiment.assessments)


@contextmanager
def _without_front(package: str) -> Iterator[None]:
    """Import modules of a package meanwhile without its `__init__`: TextBlob's imports the whole of NLTK, which takes
    0.4 s and which no list of words needs. Whoever imports the package afterwards gets all of it."""
    spec = find_spec(package)
    if package in sys.modules or spec is None:
        yield
        return
    sys.modules[package] = module_from_spec(spec)
    try:
        yield
    finally:
        del sys.modules[package]


def is_english(word: str) -> bool:
    """Whether TextBlob's word list holds `word`, given in small letters, as neither a foreign word nor a name."""
    return not _lists().tags.get(word, "FW").startswith(("FW", "NNP"))


def tag(words: Sequence[str], names: frozenset[str] = frozenset()) -> list[str]:
    """The Penn Treebank tags of a sentence's `words`, one for each.

    `names` are lower-case forms of words known to be names. They keep their capital where the sentence is set in
    capitals or in title case, so that its capitals say nothing.
    """
    lists = _lists()
    tags = lists.tags
    plain = [word if word.isascii() else word.translate(_PLAIN) or word for word in words]
    shouted = is_shouted(plain)
    loud = shouted and sum(map(str.isupper, plain)) > sum(map(str.istitle, plain))
    known = [_restore(word, names, tags) if shouted and (loud or not word.isupper()) else word for word in plain]
    known = known if loud else [_quieten(word, tags) if word.isupper() else word for word in known]
    tagged = lists.find_tags(known, lexicon=tags, tagset="as it is")
    guessed = [_guess(word, str(each), tags, loud) for word, (_, each) in zip(known, tagged, strict=True)]
    return [_PUNCTUATION.get(word, each) for word, each in zip(words, contexts.correct(known, guessed), strict=True)]


def universal(tag: str) -> tuple[Pos, Form]:
    """The universal part of speech and the form of a Penn Treebank tag; of two tags in one (`NN|JJ`), of the first."""
    return _UNIVERSAL.get(tag) or _UNIVERSAL.get(tag.partition("|")[0].partition("-")[0], ("X", ""))


def is_shouted(words: Sequence[str]) -> bool:
    """Whether capitals carry no information: nearly every longer word has one, as in headlines."""
    first = [word[0] for word in words if len(word) > 3 and word[0].isalpha()]
    return len(first) > 2 and sum(map(str.isupper, first)) >= _SHOUT * len(first)


def _restore(word: str, names: frozenset[str], tags: Mapping[str, str]) -> str:
    """The word as a sentence in ordinary case would have it."""
    lower, title = word.lower(), word.capitalize()
    if lower in names or (lower not in tags and tags.get(title, "").startswith("NNP")):
        return title
    return word if word in tags and "." in word else lower


def _quieten(word: str, tags: Mapping[str, str]) -> str:
    """A word in capitals, among others that are not: in small letters, unless it is an acronym."""
    if len(word) > 1 and word not in _ACRONYMS and word.lower() in tags:
        return word.lower()
    return word


def _guess(word: str, tag: str, tags: Mapping[str, str], loud: bool) -> str:
    """A better tag than TextBlob's for what it does not list: numbers with letters, names told by any capital."""
    if word.lower().startswith("co-") and tag in ("VB", "VBP"):
        return "NN"  # Roe, | co-host | of the show
    if word in tags and word not in _ACRONYMS:
        return tag
    if word[0].isdigit() and tag.startswith("NN"):
        return "JJ" if word.endswith(("st", "nd", "rd", "th")) else "CD"
    named = not (loud or word.islower() or word.istitle()) and word[0].isalpha()
    return "NNP" if named and "-" not in word and "." not in word else tag


def assess(words: Sequence[str]) -> tuple[Assessment, ...]:
    """The groups of `words` that TextBlob rates. Names of parties and peoples are left out (`lexicon/neutral.toml`)."""
    lists = _lists()
    known = lists.rated
    lower = [word.lower() if word.isascii() else word.lower().translate(_PLAIN) for word in words]
    if known.isdisjoint(lower):
        return ()
    rated = lists.assessments((word if _is_rated(word, known) else _UNRATED, None) for word in lower)
    return tuple(Assessment(tuple(group), polarity, subjectivity) for group, polarity, subjectivity, _ in rated)


def _is_rated(word: str, known: frozenset[str]) -> bool:
    """Whether TextBlob is to see the word: numbers and symbols would only be searched for emoticons."""
    return word not in NEUTRAL and (word.isalpha() or word in known or word in _RATED)


def rate(words: Sequence[str]) -> tuple[float, float]:
    """Polarity -1..1 and subjectivity 0..1 of a sentence's `words`: the means of their assessments, as TextBlob's."""
    groups = assess(words)
    if not groups:
        return 0.0, 0.0
    return (
        sum(group.polarity for group in groups) / len(groups),
        sum(group.subjectivity for group in groups) / len(groups),
    )
