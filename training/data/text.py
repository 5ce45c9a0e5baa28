"""Cuts texts of several languages for training: into sentences, and into passages of some sentences; and tells which
texts are the same."""

import re
from collections.abc import Iterator

from training.data.examples import lines

END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’»“]))[ \u00a0]+(?=[\"“„«‚(\[]?[^\W\d_a-zß-öø-ÿа-яё])")
LEAST = 4  # words of a sentence that is learnt from
LONGEST = 350  # characters of a passage, if one sentence is not longer


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Start and text of each sentence of `text`, line by line."""
    for offset, line in lines(text):
        place = 0
        for match in END.finditer(line):
            yield offset + place, line[place : match.start()]
            place = match.end()
        yield offset + place, line[place:]


def passages(text: str) -> Iterator[tuple[int, str]]:
    """Start and text of runs of sentences of one line, each at most LONGEST characters if it can be."""
    for offset, line in lines(text):
        start = end = 0
        for begin, sentence in sentences(line):
            if end > start and begin + len(sentence) - start > LONGEST:
                yield offset + start, line[start:end]
                start = begin
            end = begin + len(sentence)
        yield offset + start, line[start:end]


def normal(text: str) -> str:
    """What two copies of a text have in common: letters and digits, in lower case."""
    return "".join(letter for letter in text.lower() if letter.isalnum())
