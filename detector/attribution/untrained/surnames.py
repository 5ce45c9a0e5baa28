"""The last names of people whom an article names in full.

Positions are indices into the tokens of a line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from detector.attribution.untrained import names
from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase

GENITIVE = "s"  # at the end of a name: die Außenpolitik Anna Rohm|s


def known(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with the last names of full names of two words: those tell where a longer run of names ends."""
    found = frozenset(last for last, (_, name) in by_last_name(lines).items() if name[1] - name[0] == 2)
    return tuple(replace(line, surnames=found) for line in lines)


def by_last_name(lines: Sequence[Line]) -> Mapping[str, tuple[Line, Phrase]]:
    """Where each last name, in lower case, first stands in a full name, outside quotation marks. One that is written
    with the ending of a genitive is the name without it where that stands in the article too."""
    full = [(line, name) for line in lines for name in names.full_names(line)]
    owning = bool(lines) and lines[0].grammar.capital_nouns
    bare = {line.low[at] for line in lines for at in range(len(line.low)) if line.capital(at)} if owning else set[str]()
    return {_last_name(line, name, bare): (line, name) for line, name in reversed(full)}


def by_first_name(full: Mapping[str, tuple[Line, Phrase]]) -> Mapping[str, str]:
    """The last names, in lower case, by those first names that one person alone has."""
    found: dict[str, list[str]] = {}
    for last, (line, name) in full.items():
        found.setdefault(line.low[name[0]], []).append(last)
    return {first: lasts[0] for first, lasts in found.items() if len(lasts) == 1}


def _last_name(line: Line, name: Phrase, bare: set[str]) -> str:
    low = line.low[name[1] - 1]
    without = low.removesuffix(GENITIVE)
    return without if without in bare else low
