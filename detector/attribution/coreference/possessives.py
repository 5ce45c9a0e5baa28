"""Whom "its chief executive" or "their coach" belongs to: what the sentence before, or this one, is about.

Positions are token indices. After Hobbs 1978: the subject first, then whatever stands nearest.
"""

from detector.attribution.entities.context import Context
from detector.attribution.syntax.noun_phrases import Phrase
from detector.languages.places import Place

SORTS = frozenset({"country", "body", "institution"})


def find_owner(context: Context, phrase: Phrase) -> tuple[str | None, Place | None]:
    """The organisation and the place that the possessive opening `phrase` stands for; `None` for what it does not."""
    words, first = context.words, phrase[0]
    if words.low[first] not in context.grammar.coreference.possessives:
        return None, None
    number = words.unit_of[first]
    here = words.units[number]
    spans = [(here.first, first)]
    if number and words.units[number - 1].block >= here.block - 1:
        before = words.units[number - 1]
        spans.append((before.first, before.last))
    for start, end in spans:
        for index in range(start, end):
            mention, name = context.places.get(index), context.names.by_token.get(index)
            if mention is not None and mention.place.sort in SORTS:
                return None, mention.place
            if name is not None and name.core[0] == index and name.kind == "organisation":
                return " ".join(name.words), None
    return None, None
