"""The word lists of `lexicon/prose.toml`, `neutral.toml` and `foreign.toml`, read once, in lower case."""

import tomllib
from importlib.resources import files
from typing import Any


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("detector").joinpath("lexicon", name).read_text(encoding="utf-8"))


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PROSE = _read("prose.toml")
_SHORT = {kind: _set(words) for kind, words in _PROSE["abbreviations"].items()}
_LONG = {kind: _set(words) for kind, words in _PROSE["sentences"].items()}
ABBREVIATIONS = frozenset[str]().union(*_SHORT.values())
TITLES, MONTHS, STREETS, NUMBERED = _SHORT["titles"], _SHORT["months"], _SHORT["streets"], _SHORT["numbered"]
STARTERS, PRONOUNS, ZONES, SPEECH = _LONG["starters"], _LONG["pronouns"], _LONG["zones"], _LONG["speech"]
NEUTRAL = frozenset[str]().union(*map(_set, _read("neutral.toml").values()))
_FOREIGN = {language: _set(words) for language, words in _read("foreign.toml").items()}
SHARED = _FOREIGN.pop("shared")
FOREIGN = frozenset[str]().union(*_FOREIGN.values())
