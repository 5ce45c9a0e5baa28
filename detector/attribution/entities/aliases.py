"""How an organisation's name is written too: shorter, and as its initials."""

from collections.abc import Sequence

from detector.languages.grammar import NameWords


def shorter(words: Sequence[str], grammar: NameWords) -> list[list[str]]:
    """How an organisation's name is written too: without "U.S." before it, without what follows "and" in a long one
    (Centers for Disease Control | and Prevention)."""
    whole = list(words[1:] if len(words) > 2 and words[0].lower() in grammar.country_prefixes else words)
    cut = whole.index(grammar.conjunction) if grammar.conjunction in whole else 0
    return [whole] if grammar.alias_links.isdisjoint(whole[:cut]) else [whole, whole[:cut]]


def acronyms(words: Sequence[str], grammar: NameWords) -> list[str]:
    """The acronyms of an organisation's name, three letters or more: CBO for Congressional Budget Office."""
    spellings = shorter(words, grammar)
    initials = ("".join(word[0] for word in spelling if word[0].isupper()) for spelling in spellings)
    return [letters for letters in initials if len(letters) > 2]
