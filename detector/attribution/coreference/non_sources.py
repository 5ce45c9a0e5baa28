"""Who is never a source: pronouns that stand for nobody, everybody and nobody, the writer, things that cannot speak.

Positions are token indices.
"""

from detector.attribution.entities.context import Context
from detector.attribution.extraction.rules import subjects
from detector.attribution.syntax.noun_phrases import Phrase

NOBODY = frozenset(
    "all both each either neither none any this that these those it one ones who which what whoever anyone anybody"
    " everyone everybody someone somebody nobody their its his her my our your there here such much more most few"
    " another other everything something nothing half part two three four five".split()
)
OWN = frozenset("my our your".split())


def refuses(context: Context, phrase: Phrase) -> bool:
    """Whether the phrase at a token range names nobody who could be shown as a source."""
    words, (first, last) = context.words, phrase
    if last - 1 in context.names.by_token and words.low[first] not in OWN:
        return False
    if words.low[first] in OWN or all(low in NOBODY for low in words.low[first:last]):
        return True
    if words.low[first] in NOBODY and words.low[first + 1 : first + 2] == ("of",):
        return not subjects.is_plausible(words, (first + 2, last)) if last > first + 2 else True
    return not subjects.is_plausible(words, phrase)
