"""What of a phrase that stands as a source names the source.

Positions are token indices.
"""

from detector.attribution.coreference import descriptions
from detector.attribution.coreference.people import is_person
from detector.attribution.entities.context import Context
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import Words


def unpossessed(words: Words, phrase: Phrase) -> Phrase:
    """The phrase without the ending of a possessive: Roe | 's."""
    first, last = phrase
    ending = words.low[last - 1] in words.grammar.noun_phrases.possessive_endings
    return (first, last - 1) if ending and last - first > 1 else phrase


def subject_of(context: Context, phrase: Phrase) -> Phrase:
    """The subject of a clause that stands as a source: The Economist | published an article · The Post | reports."""
    words, (first, last) = context.words, phrase
    name = context.names.by_token.get(last - 2) if last - first > 1 else None
    tells = words.low[last - 1] in words.grammar.cues.verbs and words.form[last - 1] in ("plural", "third")
    if tells and name is not None and name.core[1] == last - 1 and name.kind != "person":
        return first, last - 1
    for index in range(first + 1, last - 1):
        verb = words.pos[index] == "VERB" and words.form[index] == "past"
        if verb and words.low[index + 1] in words.grammar.noun_phrases.articles:
            return first, index
    return phrase


def described(context: Context, phrase: Phrase) -> Phrase | None:
    """The name that opens a sentence before a role that is taken for the subject: Jane Roe | , strategist at X."""
    words, comma = context.words, phrase[0] - 1
    name = context.names.by_token.get(comma - 1)
    if name is None or words.raw[comma] != "," or words.low[phrase[0]] in words.grammar.noun_phrases.definite:
        return None
    told = descriptions.describe(context, phrase)
    opens = name.first == words.unit_at(comma).first and is_person(context, name, name.first)
    return (name.first, comma) if opens and told.kind == "person" and not told.name else None
