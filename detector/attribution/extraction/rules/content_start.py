"""On which side of a head its content lies, and where it begins when it follows.

Positions are token indices.
"""

from typing import Literal

from detector.attribution.extraction.rules.subjects import Subject
from detector.attribution.syntax import noun_phrases
from detector.attribution.syntax.cue_verbs import CueVerb, ends_speech
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable

Order = Literal["leads", "follows"]
NONE = -1  # no content on this side
SAYING = frozenset({"clause", "hearer", "quote"})
CLOSING = frozenset({".", ",", ";", "!", "?", ")"})
LOOKAHEAD = 14  # tokens between a cue and its "that" or its quotation mark
TAIL = 12  # tokens of a circumstance after a cue that ends its sentence


def side_of(verb: CueVerb, subject: Subject) -> tuple[Order, int]:
    """Whether the head leads its content or follows it, and where content begins if it comes after (or `NONE`)."""
    content = _opening(verb)
    if _follows(verb, subject, content):
        return "follows", content
    words = verb.words
    while content < verb.last and words.raw[content] in (",", ":"):
        content += 1
    return "leads", content if _begins(verb, content) else NONE


def _follows(verb: CueVerb, subject: Subject, content: int) -> bool:
    words, edge = verb.words, subject.start - 1
    edge -= is_added(words, edge, subject.phrase)
    if edge <= verb.first or subject.joined or not ends_speech(words, edge) or not verb.frames & SAYING:
        return False
    ahead = words.count(verb.first, edge)
    mark = words.raw[content] if content < verb.last else "."
    if not (words.quoted[edge] or mark in CLOSING or _is_tail(verb)):
        return False
    resumes = mark in (",", ":") and content + 1 < verb.last and words.quoted[content + 1]
    return (ahead >= 2 or mark == ",") and (words.quoted[edge] or not resumes)


def is_added(words: TokenTable, index: int, subject: Phrase) -> bool:
    """Whether the reporting clause of a subject is added to what it gives away: It is old, | as | Roe noted."""
    pronoun = words.low[subject[0]] in words.grammar.noun_phrases.pronouns
    return words.low[index] in words.grammar.clauses.comparative and ends_speech(words, index - 1) and not pronoun


def _begins(verb: CueVerb, content: int) -> bool:
    """Whether something said can begin at `content`."""
    words, frames, grammar = verb.words, verb.frames, verb.words.grammar
    rest = words.count(content, verb.last)
    if (
        rest == 0
        or (rest < 2 and "object" not in frames)
        or words.low[content : content + 2] in grammar.clauses.refusals
    ):
        return False
    low = words.low[content]
    if frames <= {"quote", "infinitive"}:
        return "infinitive" in frames if low in grammar.noun_phrases.infinitive else words.quoted[content]
    if words.low[verb.index] in grammar.clauses.transitive and not _is_clause(verb, content):
        return False
    dangling = low in grammar.clauses.dangling and low not in grammar.clauses.subordinators
    if dangling and not any(words.quoted[content : min(content + LOOKAHEAD, verb.last)]):
        return low in grammar.noun_phrases.infinitive and bool(frames & {"infinitive", "hearer"})
    return True


def _is_clause(verb: CueVerb, content: int) -> bool:
    """Whether what follows is said, and no thing: added that …, maintains it was …; not: added three assists."""
    words, grammar, stop = verb.words, verb.words.grammar, content
    while stop < verb.last and words.raw[stop] not in (",", ";"):
        stop += 1
    finite = any(words.is_finite(k) and not _is_month(words, k) for k in range(content, stop))
    if finite or not grammar.clauses.asserted.isdisjoint(words.low[content:stop]):
        return True
    opens = words.low[content] in grammar.noun_phrases.complementizers or words.raw[content] == ":"
    return opens or any(words.quoted[content : min(content + LOOKAHEAD, verb.last)])


def _is_month(words: TokenTable, index: int) -> bool:
    """Whether a modal verb is the name of a month here: May."""
    return words.low[index] in words.grammar.noun_phrases.modal_months and words.raw[index].istitle()


def _is_tail(verb: CueVerb) -> bool:
    """Whether only a short circumstance follows the cue: … said on Monday in a speech."""
    words, grammar, stop = verb.words, verb.words.grammar, verb.end
    while stop < verb.last and words.raw[stop] not in (",", ";") and not words.quoted[stop]:
        stop += 1
    if stop - verb.end > TAIL or stop == verb.end:
        return False
    low = words.low[verb.end]
    if low not in grammar.clauses.tails and low not in grammar.noun_phrases.days:
        return False
    finite = any(words.is_finite(index) for index in range(verb.end, stop))
    return not finite and grammar.noun_phrases.complementizers.isdisjoint(words.low[verb.end : stop])


def _opening(verb: CueVerb) -> int:
    """Where content begins after a cue: past the hearer, the day and the place it was said."""
    words, position = verb.words, _past_hearer(verb)
    complementizers = words.grammar.noun_phrases.complementizers
    ceiling = min(position + LOOKAHEAD, verb.last)
    circumstance = (
        bool(verb.frames & {"clause", "hearer"}) and position < verb.last and _is_circumstance(words, position)
    )
    behind = _past_days(verb, position)
    if behind > position and opens_clause(words, behind, verb.last):
        return behind
    inserted = position < verb.last and words.raw[position] == ","
    for index in range(position, ceiling):
        if words.quoted[index] or words.raw[index] in (":", ";"):
            break
        resumed = inserted and words.raw[index - 1] == ","  # reports, however, | that
        if words.low[index] in complementizers and (index == position or circumstance or resumed):
            return index
    position = behind
    if position < verb.last and _is_circumstance(words, position):
        announced = _announced(verb, position)
        if announced is not None:
            return announced
        for index in range(position + 1, ceiling):
            if words.raw[index] in (",", ":") or words.quoted[index]:
                return index
    return position


def _announced(verb: CueVerb, position: int) -> int | None:
    """The colon before words in quotation marks that ends a circumstance: put it, in plain, short terms, to me|: “…”"""
    words = verb.words
    for index in range(position, min(position + LOOKAHEAD, verb.last - 1)):
        if words.quoted[index] or words.is_finite(index):
            return None
        if words.raw[index] == ":" and words.quoted[index + 1]:
            return index
    return None


def opens_clause(words: TokenTable, first: int, last: int) -> bool:
    """Whether a noun phrase with its finite verb begins at `first`."""
    subject = noun_phrases.after(words, first, last)
    verb = subject[1] if subject is not None else last
    while verb < last and words.is_adverb(verb):
        verb += 1
    return verb < last and (words.is_finite(verb) or noun_phrases.is_auxiliary(words, verb))


def _past_hearer(verb: CueVerb) -> int:
    """Where the hearer ends: told reporters | that. "Asked Roe to go" keeps Roe, who shall do it."""
    words, grammar, end = verb.words, verb.words.grammar.noun_phrases, verb.end
    if "hearer" not in verb.frames or end >= verb.last:
        return end
    hearer = noun_phrases.after(words, end, verb.last)
    stop = _heard(words, *hearer, verb.last) if hearer is not None else end + (words.form[end] == "personal")
    goes_on = stop < verb.last and words.low[stop] not in grammar.be and words.low[stop] not in grammar.infinitive
    return stop if goes_on else end


def _heard(words: TokenTable, first: int, last: int, high: int) -> int:
    """Where the hearer ends within a run of nominal words: parliament | the bill …, local media | two men …; not within
    reporters this week | he …, or Republicans a question: …"""
    if last == high or words.raw[last] == ":":
        return last
    return next((k for k in range(first + 1, last) if _opens(words, k) and not _is_circumstance(words, k)), last)


def _opens(words: TokenTable, index: int) -> bool:
    """Whether a token right behind a noun (or the number of a name: Radio 5) opens a noun phrase of its own."""
    noun = words.is_noun(index - 1)
    if words.pos[index] == "NUM":
        return noun and not words.capital(index - 1)
    possessive = words.pos[index] == "PRON" and words.form[index] == "possessive"
    return (words.is_determiner(index) or possessive) and (noun or words.pos[index - 1] == "NUM")


def _past_days(verb: CueVerb, position: int) -> int:
    words, clauses = verb.words, verb.words.grammar.clauses
    while position < verb.last:
        low = words.low[position]
        following = words.low[position + 1 : position + 2]
        dated = low in clauses.day_prepositions or words.is_preposition(position)
        on_day = dated and _is_date(words, position + 1)
        period = low in clauses.period_modifiers and not clauses.periods.isdisjoint(following)
        number = words.pos[position] == "NUM" and words.low[position - 1] in words.grammar.noun_phrases.months
        if not (on_day or period or number or low in clauses.passing or _is_date(words, position)):
            break
        position += 1 + period
    return position


def _is_date(words: TokenTable, index: int) -> bool:
    """Whether a token is a day or a month."""
    grammar = words.grammar.noun_phrases
    return index < len(words.low) and (words.low[index] in grammar.days or words.low[index] in grammar.months)


def _is_circumstance(words: TokenTable, index: int) -> bool:
    low, clauses, days = words.low[index], words.grammar.clauses, words.grammar.noun_phrases.days
    following = words.low[index + 1] if index + 1 < len(words.low) else ""
    if words.is_preposition(index) and words.grammar.singular(following) in clauses.periods:
        return True  # for weeks
    if low in clauses.period_modifiers and following:
        return following in days or following in clauses.periods
    return low in days or low in clauses.circumstances
