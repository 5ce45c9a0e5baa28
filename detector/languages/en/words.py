"""The word lists of `lexicon/prose.toml`, `neutral.toml` and `foreign.toml`, read once, in lower case."""

import tomllib
from importlib.resources import files
from typing import Any

from detector.errors import reading


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("detector").joinpath("languages", "en", "lexicon", name).read_text(encoding="utf-8"))


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


with reading("lexicon/prose.toml"):
    _PROSE = _table("prose.toml")
    _SHORT = {kind: _set(words) for kind, words in _PROSE["abbreviations"].items()}
    _LONG = {kind: _set(words) for kind, words in _PROSE["sentences"].items()}
    ABBREVIATIONS = frozenset[str]().union(*_SHORT.values())
    TITLES, MONTHS, STREETS, NUMBERED = (_SHORT[kind] for kind in ("titles", "months", "streets", "numbered"))
    STARTERS, PRONOUNS, ZONES, SPEECH = (_LONG[kind] for kind in ("starters", "pronouns", "zones", "speech"))
with reading("lexicon/neutral.toml"):
    NEUTRAL = frozenset[str]().union(*map(_set, _table("neutral.toml").values()))
with reading("lexicon/foreign.toml"):
    _FOREIGN = {language: _set(words) for language, words in _table("foreign.toml").items()}
    SHARED = _FOREIGN.pop("shared")
    FOREIGN = frozenset[str]().union(*_FOREIGN.values())
