"""How a name is written too: shorter, as initials, without its article or its possessive ending."""

from collections.abc import Sequence

from detector.languages.entity_words import NameWords
from detector.languages.grammar import AttributionGrammar


def shorter(words: Sequence[str], grammar: NameWords) -> list[list[str]]:
    """How an organisation's name is written too: without "U.S." before it, without what follows "and" in a long one
    (Centers for Disease Control | and Prevention), without "News" behind that of a broadcaster, without what a firm is
    by law (Acme.com Inc.: Acme)."""
    prefix = len(words) > 2 and words[0].lower() in grammar.country_prefixes
    written = tuple(word.lower() for word in words[:2])
    whole = list(words[2:] if len(words) > 3 and written in grammar.country_names else words[prefix:])
    if len(whole) > 1 and whole[-1].lower() in grammar.legal:
        firm, _, ending = whole[-2].rpartition(".")
        bare = firm if firm and ending in grammar.domains else whole[-2]
        return [whole, [*whole[:-2], bare]]
    cut = whole.index(grammar.conjunction) if grammar.conjunction in whole else 0
    if len(whole) == 2 and whole[1].lower() in grammar.outlet_tails and whole[0].isupper():
        return [whole, whole[:1]]
    return [whole] if grammar.alias_links.isdisjoint(whole[:cut]) else [whole, whole[:cut]]


def acronyms(words: Sequence[str], grammar: NameWords) -> list[str]:
    """The acronyms of an organisation's name, of its first letters and of those behind hyphens: CBO for Congressional
    Budget Office, ADL for Anti-Defamation League."""
    whole = [*shorter(words, grammar), list(words)]
    spellings = [*whole, *([part for word in each for part in word.split("-") if part] for each in whole)]
    initials = ("".join(word[0] for word in spelling if word[0].isupper()) for spelling in spellings)
    return [letters for letters in initials if len(letters) > 1]


def without_possessive(word: str, grammar: AttributionGrammar) -> str:
    """A word without a curly possessive ending, which names keep as they are written."""
    for letters in grammar.noun_phrases.possessive_letters:
        word = word.removesuffix(letters.replace("'", "’"))
    return word


def without_article(label: str, grammar: AttributionGrammar) -> str:
    """A label without the definite article before it."""
    size = len(grammar.names.article) + 1
    return label[size:] if label[:size].lower() == f"{grammar.names.article} " else label


def named_without_article(name: tuple[str, ...], grammar: AttributionGrammar) -> str:
    """A name as a label without the definite article before it."""
    return " ".join(name[1:] if name[0].lower() == grammar.names.article and len(name) > 1 else name)
