"""Whom a label means, and whom an interview is with, by the names in the text around.

Positions are token indices; spans are offsets into the article's text.
"""

from collections import Counter
from collections.abc import Sequence

from detector.article import Part, Span, Utterance
from detector.attribution.entities.context import Context
from detector.attribution.entities.names import Name
from detector.attribution.tokens.token_table import TokenTable


class KnownNames:
    """The fullest names of speakers by their last words: as the text writes them, else as their longest label does."""

    def __init__(self, context: Context, utterances: Sequence[Utterance]) -> None:
        self._context = context
        self._written: dict[str, Name] = {}
        for name in context.names.mentions:
            if name.kind != "organisation" and any(map(str.islower, "".join(name.words))):
                _keep_longest(self._written, context.names.surname(name.words), name)
        self._labels: dict[str, Span] = {}
        for each in utterances:
            if each.kind == "turn" and each.speaker is not None:
                first, last = context.words.tokens_within(each.speaker)
                key = context.words.low[last - 1] if last > first else ""
                if len(each.speaker) > len(self._labels.get(key, Span(0, 0))):
                    self._labels[key] = each.speaker

    def full(self, label: Span) -> Span:
        """Where the name of a label in capitals, or a last name alone, is written in full; else the label."""
        words = self._context.words
        first, last = words.tokens_within(label)
        if last <= first or not (last - first == 1 or _is_shouted(words, first, last)):
            return label
        name = self._written.get(words.low[last - 1])
        if name is not None and _agree(name, words.low[first:last]):
            return words.span(name.first, name.core[1])
        return self._labels.get(words.low[last - 1], label)


def _keep_longest(names: dict[str, Name], key: str, name: Name) -> None:
    if key not in names or len(name.words) > len(names[key].words):
        names[key] = name


def _is_shouted(words: TokenTable, first: int, last: int) -> bool:
    return not any(map(str.islower, "".join(words.raw[first:last])))


def _agree(name: Name, label: Sequence[str]) -> bool:
    """Whether the first names are the same, where both have one."""
    return len(name.words) == 1 or len(label) == 1 or name.words[0].lower() in label


def find_guest(context: Context, utterances: Sequence[Utterance]) -> Span | None:
    """Where the introduction names the person who is asked: the one whom it and the headline name most."""
    first = min((span.start for each in utterances for span in each.content), default=0)
    words, names = context.words, context.names
    counted: Counter[str] = Counter()
    longest = dict[str, Name]()
    for name in names.mentions:
        if words.start[name.core[0]] >= first:
            break
        if name.kind == "organisation" or name.core[0] in context.places:
            continue
        key = names.surname(name.words)
        counted[key] += 1
        _keep_longest(longest, key, name)
    headline = {
        words.low[i] for unit in words.units if unit.part is Part.HEADLINE for i in range(unit.first, unit.last)
    }
    people = [key for key, name in longest.items() if name.kind == "person" or len(name.words) > 1]
    best = max(people, key=lambda key: (counted[key] + (key in headline), -longest[key].core[0]), default=None)
    return words.span(longest[best].first, longest[best].core[1]) if best is not None else None
