"""Lines that announce what somebody says: "The council said in a statement:", "As the Gazette puts it:", "From the
Gazette:".

Positions are token indices; spans are offsets into the article's text.
"""

from dataclasses import dataclass

from detector.article import Span
from detector.attribution.extraction.rules import subjects
from detector.attribution.syntax import animacy, cue_verbs, noun_phrases
from detector.attribution.tokens.token_table import Unit, Words


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Who is announced, `None` where the line does not tell, and by which words; `own` where it is the author."""

    subject: Span | None
    cue: Span | None
    own: bool = False


def announce(words: Words, block: Span) -> LeadIn | None:
    """What the last sentence of the block announces; `None` where it announces nothing."""
    first, last = words.tokens_within(block)
    if first >= last:
        return None
    unit = words.unit_at(last - 1)
    announcing = words.raw[last - 1] == ":"
    return _by_verb(words, unit, announcing=announcing) or (_by_name(words, unit) if announcing else None)


def _by_verb(words: Words, unit: Unit, *, announcing: bool) -> LeadIn | None:
    """The last verb of saying with its subject."""
    for index in range(unit.last - 1, unit.first, -1):
        if words.quoted[index]:
            continue
        verb = cue_verbs.cue_at(words, unit, index)
        if verb is None or verb.kind != "speech":
            continue
        found = subjects.find_subject(verb, None, False)
        if found is None:
            continue
        cue = words.span(verb.group, verb.end)
        phrase = found.phrase
        if words.low[phrase[0]] in words.grammar.noun_phrases.first_person:
            return LeadIn(None, cue, own=True)
        if animacy.can_speak(words, phrase):
            return LeadIn(words.span(*phrase), cue)
    return None


def _by_name(words: Words, unit: Unit) -> LeadIn | None:
    """The name in a line without a verb: From the Gazette:"""
    if any(words.is_finite(index) for index in range(unit.first, unit.last)):
        return None
    phrase = noun_phrases.before(words, unit.last - 1, unit.first)
    if phrase is None or not any(
        words.capital(index) for index in range(phrase[0] + (phrase[0] == unit.first), phrase[1])
    ):
        return None
    return LeadIn(words.span(*phrase), None)
