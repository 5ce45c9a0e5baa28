"""Sentences that name who said the words before them: "…" | So says Jane Roe in the Gazette.

Positions are token indices.
"""

from detector.attribution.syntax import animacy, cue_verbs, noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable, Unit

FINITE = frozenset({"past", "third"})


def find_speaker(words: TokenTable, unit: Unit) -> tuple[Phrase, Phrase] | None:
    """The cue and the speaker of a sentence that points back to what was said; `None` where it does not."""
    index = unit.first + 1
    if words.low[unit.first] not in words.grammar.clauses.pointing or index >= unit.last:
        return None
    verb = cue_verbs.cue_at(words, unit, index)
    if verb is None or verb.kind != "speech" or "clause" not in verb.frames or verb.forms.isdisjoint(FINITE):
        return None
    subject = noun_phrases.after(words, verb.end, unit.last)
    known = subject is not None and animacy.can_speak(words, subject)
    return ((unit.first, verb.end), subject) if subject is not None and known else None
