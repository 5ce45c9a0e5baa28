"""Words that only tell more of a noun, where all nouns have a capital.

Positions are indices into the tokens of a line.
"""

from detector.attribution.untrained import phrases
from detector.attribution.untrained.lines import Line

FAR = 10  # tokens before a participle with what goes before it
NEAR = 4  # tokens before a participle among which its article stands


def is_attribute(line: Line, index: int) -> bool:
    """Whether a form of a verb only tells more of the noun behind it: die | angekündigte | Reform."""
    words = line.grammar.words
    if not words.attribute_endings or index + 1 >= len(line.tokens) or not line.capital(index + 1):
        return False
    opened = [at for at in range(max(0, index - NEAR), index) if line.low[at] in words.articles]
    opened = [
        at for at in opened if line.low[at + 1] in words.prepositions or not any(map(line.capital, range(at, index)))
    ]
    opened += [
        at
        for at in range(max(0, index - FAR), index - NEAR)
        if line.low[at] in words.articles and line.low[at + 1] in words.prepositions
    ]  # in einer | von der Werft als „gut“ bezeichneten | Lage
    return any(at + 1 == index or phrases.past_attribute(line, at + 1, index + 2) == index for at in opened)


def is_of_attribute(line: Line, index: int) -> bool:
    """Whether a word only denies what is told of a noun: die | nicht | genannten Zeugen."""
    endings = line.grammar.words.attribute_endings
    told = bool(endings) and index + 2 < len(line.tokens) and line.low[index + 1].endswith(endings)
    return told and not line.capital(index + 1) and line.capital(index + 2)
