"""The word lists of `lexicon/neutral.toml` and `foreign.toml`, read once, in lower case."""

from detector.errors import reading
from detector.languages.parts import table, words

_NEUTRAL, _FOREIGN = (table("en", "lexicon", f"{name}.toml") for name in ("neutral", "foreign"))

with reading("lexicon/neutral.toml"):
    NEUTRAL = frozenset[str]().union(*map(words, _NEUTRAL.values()))
with reading("lexicon/foreign.toml"):
    SHARED = words(_FOREIGN.pop("shared"))
    FOREIGN = frozenset[str]().union(*map(words, _FOREIGN.values()))
