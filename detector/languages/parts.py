"""The parts of a language pack: what engines ask of a language, as values read from the files of its folder."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal, Protocol

from detector.article import Form, Pos
from detector.errors import reading

WordClass = Literal["verbs", "nouns", "adjectives", "adverbs", "phrases"]
Inflect = Callable[[str], Mapping[str, str]]


class Tagger(Protocol):
    """Tags the words of a sentence and rates how they sound."""

    def tag(self, words: Sequence[str], names: frozenset[str] = frozenset()) -> list[str]:
        """The tag of each word, of the language's own treebank; `names` are lower-case words known to be names."""
        ...

    def universal(self, tag: str) -> tuple[Pos, Form]:
        """The universal part of speech and the form that a tag stands for."""
        ...

    def rate(self, words: Sequence[str]) -> tuple[float, float]:
        """Polarity -1..1 and subjectivity 0..1; zeros where the language has no such lexicon."""
        ...

    def is_shouted(self, words: Sequence[str]) -> bool:
        """Whether capitals carry no information in this sentence."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Splitting:
    """What decides where tokens and sentences end, in lower case and without the final full stop.

    `small` are abbreviations that are no word where written in small letters, `prefixes` stand before one with a
    hyphen. `elisions` are written with an apostrophe in front; `elided` are words before which an apostrophe opens no
    quotation. `suffixes` are split off after one, `negation` with the letter before it; `clitics` are cut short by one
    before the next word (l'homme). `alone` are words of one capital. `ordinals`: a number with a full stop is an
    ordinal, so that a capital after it begins no sentence.
    """

    abbreviations: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    clock: frozenset[str] = frozenset()
    zones: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    trailing: frozenset[str] = frozenset()
    small: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    elided: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    negation: str = ""
    ordinals: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Morphology:
    """`inflections` give the forms of a listed word by its class (form name -> text); `stem` gives what the forms of a
    word have in common, in lower case."""

    inflections: Mapping[str, Inflect] = field(default_factory=dict)
    stem: Callable[[str], str] = str.lower


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The words around a match that the conditions of rules ask about, in lower case.

    `determiners` come before a noun, `not_before_noun` never do; `name_heads` follow a name. `finite_endings` are those
    of verb forms that may follow a determiner. `clitics` are what an apostrophe joins to a word: those that negate, and
    those that mark a possessor. `capital_nouns`: all nouns have a capital, which then says nothing about names;
    `opening_verbs`: a sentence may begin with its verb.
    `function_words` carry no load of their own; `before_names` stand before a name and tell nobody from another.
    `object_pronouns` are spelt like determiners, and stand before a verb too (French "la", "les"); `enclitics` are
    joined to one by a hyphen ("-il").
    """

    negations: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    not_before_noun: frozenset[str] = frozenset()
    name_heads: frozenset[str] = frozenset()
    participle_endings: tuple[str, ...] = ()
    negating_clitics: frozenset[str] = frozenset()
    alternatives: frozenset[str] = frozenset()
    possessive_clitics: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    before_names: frozenset[str] = frozenset()
    object_pronouns: frozenset[str] = frozenset()
    enclitics: frozenset[str] = frozenset()
    capital_nouns: bool = False
    opening_verbs: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """How figures are written: number words with their values, the mark between groups of three digits, the decimal
    mark, and what may follow a figure."""

    words: Mapping[str, float] = field(default_factory=dict)
    group: str = ","
    decimal: str = "."
    suffixes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class ShortText:
    """What tells a text of a few words: the words of the language (`lists`), the commonest of others (`foreign`), and
    those that both have (`shared`), which tell nothing."""

    lists: Callable[[str], bool]
    foreign: frozenset[str]
    shared: frozenset[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """The words by which the layout of a text tells who speaks, in lower case with straight apostrophes.

    Labels of those who ask, of those who answer, of the outlet's people in transcripts, and of lines that name nobody;
    what may follow a name (Jr); words that address somebody, and by which somebody speaks of himself, or of himself
    alone; how letters begin and end; regular expressions for what introduces an interview, for what shows a statement,
    for what stands before and after the author of an embedded post, for what a platform adds to one, and for the
    addresses in one.
    """

    questions: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    interviewers: frozenset[str] = frozenset()
    no_speakers: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    singular: frozenset[str] = frozenset()
    interviewing: tuple[str, ...] = ()
    showing: tuple[str, ...] = ()
    salutations: frozenset[str] = frozenset()
    closings: tuple[str, ...] = ()
    posted: tuple[str, ...] = ()
    posted_after: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class GenreWords:
    """Words, in lower case, that tell an argument from a report: of the `author` himself or herself, to the `reader`,
    `demands`, words of `argument`, those that open a sentence which answers the one before (`openers`), and those that
    give a statement to somebody (`attribution`)."""

    author: frozenset[str]
    reader: frozenset[str]
    demands: frozenset[str]
    argument: frozenset[str]
    openers: frozenset[str]
    attribution: frozenset[str]


def home(code: str) -> Traversable:
    """The folder of a language."""
    return files("detector").joinpath("languages", code)


def table(code: str, *path: str) -> dict[str, Any]:
    """A TOML file of a language's folder. Raises `DataError` where it is missing or damaged."""
    with reading("/".join(path)):
        return tomllib.loads(home(code).joinpath(*path).read_text(encoding="utf-8"))


def words(text: str | Iterable[str]) -> frozenset[str]:
    """The words of a text, or of a list of them."""
    return frozenset(text.split() if isinstance(text, str) else text)


def grammar(code: str) -> Grammar:
    """Read `lexicon/grammar.toml`. Raises `DataError`."""
    data = table(code, "lexicon", "grammar.toml")
    with reading("lexicon/grammar.toml"):
        ending = tuple(data.pop("participle_endings", "").split())
        capitals, opening = data.pop("capital_nouns", False), data.pop("opening_verbs", False)
        sets = {name: words(text) for name, text in data.items()}
        return Grammar(participle_endings=ending, capital_nouns=capitals, opening_verbs=opening, **sets)


def splitting(code: str) -> Splitting:
    """Read `lexicon/prose.toml`. Raises `DataError`."""
    data = table(code, "lexicon", "prose.toml")
    with reading("lexicon/prose.toml"):
        short = {name: words(text) for name, text in data["abbreviations"].items()}
        made: dict[str, Any] = {name: words(text) for name, text in data["sentences"].items()}
        made |= {name: short[name] for name in ("titles", "months", "streets", "numbered") if name in short}
        made |= {name: tuple(text.split()) for name, text in data["tokens"].items()}
        made["negation"] = " ".join(made.pop("negation", ()))
        made["ordinals"] = data.get("ordinals", False)
        return Splitting(frozenset[str]().union(*short.values()), **made)


def genre_words(code: str) -> GenreWords:
    """Read `lexicon/genre.toml`. Raises `DataError`."""
    data = table(code, "lexicon", "genre.toml")
    with reading("lexicon/genre.toml"):
        return GenreWords(**{name: words(text) for name, text in data.items()})


def numbers(code: str) -> Numbers:
    """Read `lexicon/numbers.toml`. Raises `DataError`."""
    data = table(code, "lexicon", "numbers.toml")
    with reading("lexicon/numbers.toml"):
        return Numbers(data["words"], data["group"], data["decimal"], tuple(data["suffixes"].split()))


def layout(code: str) -> Layout:
    """Read `lexicon/layout.toml`. Raises `DataError`."""
    data = table(code, "lexicon", "layout.toml")
    with reading("lexicon/layout.toml"):
        for name in ("interviewing", "showing", "posted", "posted_after", "furniture", "addresses"):
            re.compile("|".join(data[name]))
        made: dict[str, Any] = {
            name: words(text) if isinstance(text, str) else tuple(text) for name, text in data.items()
        }
        return Layout(**made)
