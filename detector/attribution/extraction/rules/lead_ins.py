"""Lines that announce what somebody says: "The council said in a statement:", "As the Gazette puts it:", "From the
Gazette:".

Positions are token indices; spans are offsets into the article's text.
"""

from dataclasses import dataclass

from detector.article import Span
from detector.attribution.extraction.rules import subjects
from detector.attribution.syntax import animacy, cue_verbs, noun_phrases
from detector.attribution.syntax.cue_verbs import CueVerb
from detector.attribution.tokens.token_table import TokenTable, Unit

ANNOUNCING = frozenset({"clause", "quote"})  # frames of verbs after which words can stand as they were said
HEARER = "hearer"
MESSAGE = 5  # tokens after "the following" within which "message" stands


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Who is announced, `None` where the line does not tell, and by which words; `own` where it is the author."""

    subject: Span | None
    cue: Span | None
    own: bool = False


def announce(words: TokenTable, block: Span) -> LeadIn | None:
    """What the last sentence of the block announces; `None` where it announces nothing."""
    first, last = words.tokens_within(block)
    if first >= last:
        return None
    unit = words.unit_at(last - 1)
    if words.raw[last - 1] != ":":
        return _by_verb(words, unit)
    ways = (_by_origin, _by_message, _by_verb, _by_name, _by_document, _by_label)
    return next((found for way in ways if (found := way(words, unit)) is not None), None)


def _by_message(words: TokenTable, unit: Unit) -> LeadIn | None:
    """Who gives the message that is announced as such: Roe left | the following message for his readers:, the letter
    contains this statement:; not: we got the following statement."""
    acts = words.grammar.speech_acts
    for index in range(unit.first + 2, unit.last):
        start = index - (words.is_determiner(index - 1))
        start -= words.low[start - 1] in words.grammar.noun_phrases.particles and start - 2 > unit.first  # put | out
        if words.quoted[index] or words.low[start - 1] not in acts.giving:
            continue
        noun = next((k for k in range(index, min(index + MESSAGE, unit.last)) if words.is_noun(k)), unit.last)
        closes = noun == unit.last - 2 or words.raw[noun + 1 : noun + 2] == (",",)
        here = words.low[index] in acts.announcing or closes
        if not here or noun >= unit.last or words.low[noun] not in acts.messages:
            continue
        phrase = noun_phrases.before(words, noun_phrases.verb_group(words, start - 1, unit.first), unit.first)
        if phrase is None or not animacy.can_speak(words, phrase):
            continue
        own = words.low[phrase[0]] in words.grammar.noun_phrases.first_person
        cue = words.span(start - 1, noun + 1)
        return LeadIn(None if own else words.span(*phrase), cue, own)
    return None


def _by_origin(words: TokenTable, unit: Unit) -> LeadIn | None:
    """Whom the message comes from that the line ends with: this announcement | from the harbour board today:, a telling
    comment | from an aide who left:"""
    acts = words.grammar.speech_acts
    for index in range(unit.last - 2, unit.first, -1):
        if words.low[index] in acts.issuing and words.low[index - 1] in acts.messages and not words.quoted[index]:
            phrase = noun_phrases.after(words, index + 1, unit.last - 1)
            known = phrase is not None and any(words.capital(k) or _is_person(words, k) for k in range(*phrase))
            if phrase is None or not known or not animacy.can_speak(words, phrase):
                return None
            told = words.low[phrase[1]] in words.grammar.clauses.subjects  # from an aide | who left
            named = not told and any(words.is_finite(k) for k in range(phrase[1], unit.last))
            return None if named else LeadIn(words.span(*phrase), words.span(index - 1, index + 1))
    return None


def _is_person(words: TokenTable, index: int) -> bool:
    return words.low[index] in words.grammar.cues.words.persons


def _by_verb(words: TokenTable, unit: Unit) -> LeadIn | None:
    """The last verb of saying with its subject, but for those in a clause that another governs: Roe noted that …"""
    found: LeadIn | None = None
    for index in range(unit.first + 1, unit.last):
        verb = None if words.quoted[index] else cue_verbs.cue_at(words, unit, index)
        if verb is None or verb.kind != "speech" or not _can_announce(words, verb, unit):
            continue
        subject = subjects.find_subject(verb, None, chained=False)
        if subject is None:
            continue
        cue, phrase = words.span(verb.group, verb.end), subject.phrase
        if words.low[phrase[0]] in words.grammar.noun_phrases.first_person:
            found = LeadIn(None, cue, own=True)
        elif animacy.can_speak(words, phrase):
            found = LeadIn(words.span(*phrase), cue)
        if found is not None and words.low[verb.end : verb.end + 1] in _complementizers(words):
            return found
    return found


def _can_announce(words: TokenTable, verb: CueVerb, unit: Unit) -> bool:
    """Whether words can stand after the verb as they were said; to a hearer where nothing else is told him."""
    if not verb.frames.isdisjoint(ANNOUNCING):
        return True
    rest = range(verb.end, unit.last)
    plain = not any(words.is_finite(index) or words.low[index] in words.grammar.speech_acts.topical for index in rest)
    return HEARER in verb.frames and words.raw[unit.last - 1] == ":" and plain


def _complementizers(words: TokenTable) -> frozenset[tuple[str, ...]]:
    return frozenset((low,) for low in words.grammar.noun_phrases.complementizers)


def _by_name(words: TokenTable, unit: Unit) -> LeadIn | None:
    """The name in a line without a verb that begins with a preposition: From the Gazette:"""
    if not words.is_preposition(unit.first) or any(map(words.is_finite, range(unit.first, unit.last))):
        return None
    phrase = noun_phrases.before(words, unit.last - 1, unit.first)
    if phrase is None or phrase[0] != unit.first + 1 or not any(map(words.capital, range(*phrase))):
        return None
    return LeadIn(words.span(*phrase), None)


def _by_document(words: TokenTable, unit: Unit) -> LeadIn | None:
    """The document that the line ends with: Here is the language used in | the draft |:"""
    phrase = noun_phrases.before(words, unit.last - 1, unit.first)
    while phrase is not None and any(map(words.is_preposition, range(*phrase))):
        inner = next(k for k in range(phrase[1] - 1, phrase[0] - 1, -1) if words.is_preposition(k))
        phrase = (inner + 1, phrase[1]) if inner + 1 < phrase[1] else None
    if phrase is None or phrase[0] <= unit.first or not words.is_preposition(phrase[0] - 1):
        return None
    definite = words.low[phrase[0]] in words.grammar.noun_phrases.definite
    known = definite and animacy.is_document(words, phrase)
    return LeadIn(words.span(*phrase), None) if known else None


def _by_label(words: TokenTable, unit: Unit) -> LeadIn | None:
    """The name of a line that is nothing but names, behind another sentence of its block: Ada Finch, the Gazette:"""
    inside = range(unit.first, unit.last - 1)
    if words.opens(unit.first) or not all(
        words.capital(k) or words.raw[k] == "," or words.is_determiner(k) for k in inside
    ):
        return None
    comma = next((k for k in inside if words.raw[k] == ","), unit.last - 1)
    return LeadIn(words.span(unit.first, comma), None) if comma - unit.first > 1 else None
