"""Whom a sentence is about, who then speaks in the next where its verb has no subject: Ana Ruiz no irá. | «No puedo»,
dijo.

Positions are indices into the tokens of a line.
"""

from detector.article import Part
from detector.attribution.untrained import appositions, names, phrases, speakers
from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase

Topic = tuple[Line, Phrase]


def topic(line: Line) -> Topic | None:
    """The noun phrase for somebody who can speak that opens a line, else the one full name in it; `None` where neither
    stands there."""
    if not line.grammar.pro_drop or line.part is not Part.BODY or not line.segments or line.segments[0].quoted:
        return None
    first = line.segments[0]
    start = appositions.past_introducers(line, first.first, first.last)
    phrase = phrases.noun_phrase(line, start, first.last)
    told = phrase is not None and not phrases.is_pronoun(line, phrase[0]) and speakers.is_likely(line, phrase)
    if phrase is not None and told:
        return line, phrase
    named = _full_names(line)
    return (line, named[0]) if len(named) == 1 else None


def _full_names(line: Line) -> list[Phrase]:
    """The names outside quotation marks that open with a first name or a title and have two words or more."""
    found: list[Phrase] = []
    for index in range(len(line.tokens) - 1):
        titled = index > 0 and line.low[index - 1] in line.grammar.words.titles
        if (found and index < found[-1][1]) or line.tokens[index].quoted or not line.capital(index):
            continue
        if titled or names.is_first_name(line, index):
            name = names.find_name(line, (index, min(index + names.NAMED, len(line.tokens))), frozenset())
            end = name[1] if name is not None and name[0] == index else index + titled
            end += titled and name is None and line.capital(min(end, len(line.tokens) - 1))
            if end - index > 1:
                found.append((index, end))
    return found
