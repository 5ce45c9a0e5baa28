"""How a language lists its words."""

WordSet = frozenset[str]
PhraseSet = frozenset[tuple[str, ...]]
Listed = tuple[str, ...]  # texts or endings as they are written
