"""Heads whose words stand behind a colon or a comma: "Roe's answer: “…”", "Roe was blunt: “…”", "Roe minced no words:
“…”", "this from Roe: “…”".

Positions are token indices.
"""

from collections.abc import Sequence

from detector.attribution.extraction.rules.clause import ReportingClause
from detector.attribution.syntax import animacy, noun_phrases
from detector.attribution.syntax.clause_subject import clause_subject
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import MARKS, TokenTable, Unit
from detector.settings import SETTINGS

QUOTE = frozenset({"quote"})
COLON = ":"
UTTERANCE = 4  # words in quotation marks from which they are an utterance
MESSAGE = 8  # tokens between "answer" and the colon: Roe's answer | to the council:


def head_at(words: TokenTable, unit: Unit, index: int, earlier: Sequence[ReportingClause]) -> ReportingClause | None:
    """The head that the mark at `index` closes, where an utterance in quotation marks comes next and no head of
    `earlier` leads to it; else `None`."""
    if not _utters(words, unit, index + 1):
        return None
    found = _of_somebody(words, unit, index)
    if found is None and earlier and earlier[-1].order == "leads":
        return None
    found = found or _owner(words, unit, index)
    if found is None and words.raw[index] == COLON:
        found = _judged(words, unit, index) or _origin(words, unit, index) or _acting(words, unit, index)
    if found is None:
        return None
    subject, cue = found
    return ReportingClause(cue, subject, subject[0], index + 1, index + 1, "leads", "speech", QUOTE)


def _utters(words: TokenTable, unit: Unit, first: int) -> bool:
    if first >= unit.last or not words.quoted[first] or words.raw[first] not in MARKS:
        return False
    last = first
    while last < unit.last and words.quoted[last]:
        last += 1
    return words.count(first, last) >= UTTERANCE


def _owner(words: TokenTable, unit: Unit, index: int) -> tuple[Phrase, Phrase] | None:
    """Whose message the mark announces, and the noun for it: Roe's | answer |: · her | message | to the town: · in
    Roe's | words |,"""
    grammar, messages = words.grammar.noun_phrases, words.grammar.speech_acts.messages
    least = index - 1 if words.raw[index] != COLON else index - MESSAGE
    for noun in range(index - 1, max(unit.first, least - 1), -1):
        if words.low[noun] not in messages or words.quoted[noun]:
            continue
        if words.low[noun - 1] in grammar.possessive_endings:
            owner = _named(words, noun_phrases.before(words, noun - 1, unit.first))
        elif words.pos[noun - 1] == "PRON" and words.form[noun - 1] == "possessive":
            owner = (noun - 1, noun)
        else:
            return None
        return (owner, (noun, noun + 1)) if owner is not None and animacy.can_speak(words, owner) else None
    return None


def _named(words: TokenTable, owner: Phrase | None) -> Phrase | None:
    """Whose it is, without that it is one of several: one of | Jane Roe | 's sayings."""
    if owner is None:
        return None
    last = owner[1]
    start = next((k for k in range(last - 1, owner[0], -1) if words.is_preposition(k - 1)), owner[0])
    return (start, last) if words.capital(start) else owner


def _of_somebody(words: TokenTable, unit: Unit, colon: int) -> tuple[Phrase, Phrase] | None:
    """Whose words are announced by name: repeated the | words | of their leader, Jane Roe |:"""
    subject = noun_phrases.before(words, colon, unit.first) if words.raw[colon] == COLON else None
    if subject is None or not all(map(words.capital, range(*subject))):
        return None
    messages, genitive = words.grammar.speech_acts.messages, words.grammar.noun_phrases.genitive
    for of in range(subject[0] - 1, max(unit.first, subject[0] - MESSAGE), -1):
        if words.low[of] in genitive:
            noun = (of - 1, of)
            known = words.low[of - 1] in messages and animacy.can_speak(words, subject)
            return (subject, noun) if known else None
        if words.is_finite(of):
            return None
    return None


def _judged(words: TokenTable, unit: Unit, index: int) -> tuple[Phrase, Phrase] | None:
    """Who was blunt or clear: Jane Roe, a nurse, | was blunt |:"""
    grammar = words.grammar.noun_phrases
    be = index - 2 - words.is_adverb(index - 2)
    judged = words.is_plain_adjective(index - 1) or words.form[index - 1] == "base"  # of a verb: not behind "was"
    if be <= unit.first or words.low[be] not in grammar.be or not judged:
        return None
    subject = noun_phrases.after(words, unit.first, be)
    known = subject is not None and subject[0] == unit.first and animacy.can_speak(words, subject)
    return (subject, (be, index)) if subject is not None and known else None


def _origin(words: TokenTable, unit: Unit, colon: int) -> tuple[Phrase, Phrase] | None:
    """Whom the words come from that are announced: this | from | Jane Roe |:"""
    subject = noun_phrases.before(words, colon, unit.first)
    link = subject[0] - 1 if subject is not None else unit.first
    if subject is None or link <= unit.first or words.low[link] not in words.grammar.speech_acts.issuing:
        return None
    named = all(map(words.capital, range(*subject))) and animacy.can_speak(words, subject)
    return (subject, (link, link + 1)) if named else None


def _acting(words: TokenTable, unit: Unit, colon: int) -> tuple[Phrase, Phrase] | None:
    """Whose act the words are: Roe | did not mince words |:, Hale had it right:; not of what is called so: Roe wrote a
    book: “The Old Dam at the Mouth of the Mere”."""
    subject = clause_subject(words, unit.first, colon)
    if subject is None or subject[0] != unit.first or not _is_somebody(words, subject):
        return None
    capitals = [words.capital(k) for k in range(colon + 1, unit.last) if words.quoted[k] and words.is_word(k)]
    titled = sum(capitals) >= SETTINGS.attribution.title_case * len(capitals)
    return None if titled else (subject, (colon, colon + 1))


def _is_somebody(words: TokenTable, subject: Phrase) -> bool:
    """Whether a phrase is a pronoun for a person, or the name of somebody who can speak, and no document."""
    alone = subject[1] - subject[0] == 1 and words.low[subject[0]] in words.grammar.coreference.singular
    named = any(map(words.capital, range(subject[0] + 1, subject[1])))
    return alone or (named and animacy.can_speak(words, subject) and not animacy.is_document(words, subject))
