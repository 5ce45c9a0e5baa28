"""Where an article speaks of somebody by last name or office alone, so that a pronoun may take him up.

Positions are indices into the tokens of a line.
"""

from collections.abc import Iterator

from detector.attribution.untrained import names, phrases, speakers
from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase


def find(line: Line, surnames: frozenset[str]) -> Iterator[Phrase]:
    """The mentions of a line: last names that `surnames` holds in lower case, and offices with the article of one:
    | Weber | traf | den neuen Minister |."""
    for index in range(len(line.tokens)):
        if line.tokens[index].quoted or (
            index and line.tokens[index - 1].text[0].isupper() and line.low[index] in surnames
        ):
            continue
        if line.capital(index) and line.low[index] in surnames and not names.is_common(line, index):
            yield index, index + 1
        elif line.low[index] in line.grammar.words.one | line.grammar.words.ambiguous:
            phrase = phrases.noun_phrase(line, index, len(line.tokens))
            if phrase is not None and _is_office(line, phrase) and not _is_told_of_name(line, phrase, surnames):
                yield phrase


def _is_told_of_name(line: Line, phrase: Phrase, surnames: frozenset[str]) -> bool:
    """Whether an office only tells more of a name beside it: Ida Rohm, | die Ministerin |, …"""
    first, last = phrase
    before = first > 1 and line.tokens[first - 1].text == "," and line.low[first - 2] in surnames
    return before or (
        last + 1 < len(line.tokens) and line.tokens[last].text == "," and names.is_first_name(line, last + 1)
    )


def _is_office(line: Line, phrase: Phrase) -> bool:
    """Whether the noun of a phrase is one for a person, and no name stands behind it."""
    first, last = phrase
    words = line.grammar.words
    noun = next((at for at in range(first + 1, min(last, first + speakers.NEAR)) if line.capital(at)), first)
    one = line.low[first] in words.one or line.low[noun].endswith(words.female_endings)
    return one and names.is_person(line, noun) and names.find_name(line, phrase, frozenset()) is None
