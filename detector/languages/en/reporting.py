"""The cue lexicon: which words give words to somebody, and how what they give is joined to them."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from detector.errors import reading

Form = Literal["base", "third", "past", "participle", "gerund"]
Kind = Literal["speech", "thought"]
VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Cue:
    """What one verb can do. `frames` are `clause`, `hearer`, `object`, `infinitive`; `needs` are the words of which
    one must follow the verb (none where the verb is a cue alone)."""

    lemma: str
    kind: Kind
    frames: frozenset[str]
    needs: Mapping[str, str]
    bare: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues by verb form, and word lists by name."""

    verbs: Mapping[str, Cue]
    forms: Mapping[str, frozenset[Form]]
    lists: Mapping[str, frozenset[str]]


def inflect(lemma: str, irregular: Iterable[str]) -> Mapping[str, tuple[Form, ...]]:
    """The forms of a regular English verb; `irregular` gives past and participle where they follow no rule."""
    hissing = lemma.endswith(("s", "sh", "ch", "x", "z", "o"))
    consonant_y = lemma.endswith("y") and lemma[-2] not in VOWELS
    third = lemma[:-1] + "ies" if consonant_y else lemma + ("es" if hissing else "s")
    given = tuple(irregular)
    regular = lemma + "d" if lemma.endswith("e") else lemma[:-1] + "ied" if consonant_y else lemma + "ed"
    past, participle = (given[0], given[-1]) if given else (regular, regular)
    double = past == lemma + lemma[-1] + "ed"
    silent = lemma.endswith("e") and not lemma.endswith("ee")
    gerund = (lemma + lemma[-1] if double else lemma[:-1] if silent else lemma) + "ing"
    made: dict[str, tuple[Form, ...]] = {}
    pairs: tuple[tuple[str, Form], ...] = (
        (lemma, "base"), (third, "third"), (past, "past"), (participle, "participle"), (gerund, "gerund"),
    )  # fmt: skip
    for word, form in pairs:
        made[word] = (*made.get(word, ()), form)
    return made


def _merge(table: Mapping[str, Any]) -> Mapping[str, Cue]:
    found: dict[str, Cue] = {}
    for entry in table["verbs"]:
        for lemma in entry["lemmas"].split():
            old = found.get(lemma)
            frames = {entry["frame"]} | (old.frames if old else frozenset())
            found[lemma] = Cue(lemma, old.kind if old else entry["kind"], frozenset(frames), {}, True)
    for entry in table["phrases"]:
        lemma, frame = entry["verb"], entry.get("frame", "clause")
        old = found.get(lemma)
        needs = {**(old.needs if old else {}), **dict.fromkeys(entry["needs"], frame)}
        found[lemma] = Cue(lemma, "speech", old.frames if old else frozenset(), needs, bool(old and old.bare))
    return found


@cache
def load() -> Lexicon:
    """Read `lexicon/cues.toml`. Raises `DataError` where it is missing or damaged."""
    with reading("lexicon/cues.toml"):
        return _build(
            tomllib.loads(files("detector").joinpath("languages/en/lexicon/cues.toml").read_text(encoding="utf-8"))
        )


def _build(table: Mapping[str, Any]) -> Lexicon:
    verbs: dict[str, Cue] = {}
    forms: dict[str, frozenset[Form]] = {}
    for lemma, cue in _merge(table).items():
        for word, kinds in inflect(lemma, table["irregular"].get(lemma, ())).items():
            verbs.setdefault(word, cue)
            forms[word] = forms.get(word, frozenset()) | frozenset(kinds)
    lists = {
        name: frozenset(words.split() if isinstance(words, str) else words) for name, words in table["lists"].items()
    }
    return Lexicon(verbs, forms, lists)
