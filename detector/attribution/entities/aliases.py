"""How an organisation's name is written too: shorter, and as its initials."""

from collections.abc import Sequence

COUNTRY = frozenset({"u.s.", "us", "u.k.", "uk"})
LINKS = frozenset({"of", "for"})


def shorter(words: Sequence[str]) -> list[list[str]]:
    """How an organisation's name is written too: without "U.S." before it, without what follows "and" in a long one
    (Centers for Disease Control | and Prevention)."""
    whole = list(words[1:] if len(words) > 2 and words[0].lower() in COUNTRY else words)
    cut = whole.index("and") if "and" in whole else 0
    return [whole] if LINKS.isdisjoint(whole[:cut]) else [whole, whole[:cut]]


def acronyms(words: Sequence[str]) -> list[str]:
    """The acronyms of an organisation's name, three letters or more: CBO for Congressional Budget Office."""
    initials = ("".join(word[0] for word in spelling if word[0].isupper()) for spelling in shorter(words))
    return [letters for letters in initials if len(letters) > 2]
