"""Nouns for women and men that a mark inside the word shows: Forscher*innen, Wirt:innen.

Positions are indices into the tokens of a line.
"""

from detector.article import Token

MARKS = frozenset("*:")


def is_mark(tokens: tuple[Token, ...], index: int, endings: frozenset[str]) -> bool:
    """Whether a mark with no space about it parts a noun from the ending for women."""
    if tokens[index].text not in MARKS or not 0 < index < len(tokens) - 1:
        return False
    before, mark, after = (tokens[at].span for at in (index - 1, index, index + 1))
    return before.end == mark.start and mark.end == after.start and tokens[index + 1].text in endings
