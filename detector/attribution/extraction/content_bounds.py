"""Where the content of a paraphrase ends and its author goes on: before the main clause that a reporting clause depends
on, and before an appraisal in apposition to what is no clause.

Positions are token indices.
"""

from collections.abc import Sequence
from dataclasses import replace

from detector.attribution.extraction import asides
from detector.attribution.syntax import noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation

DIRECT = "direct"
PARTICIPLES = frozenset({"gerund", "participle", "past"})
APPRAISING = frozenset({"object"})


def trim(words: TokenTable, raws: Sequence[RawQuotation]) -> tuple[RawQuotation, ...]:
    """The same quotations, with the content of paraphrases cut where the author goes on, and without what he puts into
    parentheses."""
    return tuple(raw if raw.style == DIRECT else _without_parentheses(words, _trimmed(words, raw)) for raw in raws)


def _without_parentheses(words: TokenTable, raw: RawQuotation) -> RawQuotation:
    pieces = [words.tokens_within(piece) for piece in raw.content]
    if not any("(" in words.raw[first:last] for first, last in pieces):
        return raw
    left = [words.span(*each) for first, last in pieces for each in asides.without_parentheses(words, first, last)]
    return replace(raw, content=tuple(left)) if left else raw


def _trimmed(words: TokenTable, raw: RawQuotation) -> RawQuotation:
    number, (first, last) = _open_piece(words, raw)
    if raw.source is None or not raw.cue or first >= last:
        return raw
    source, verb = words.tokens_within(raw.source)[0], words.tokens_within(raw.cue[0])[0]
    if not source < first or not verb < first:
        return raw
    end = _main_clause(words, source, (first, last)) if _is_dependent(words, source) else last
    content = first, min(end, _apposition(words, (first, last)))
    ends = (_of_noun, _of_appraisal, _parallel, _succeeding, _comment)
    end = min(content[1], *(find_end(words, raw, content) for find_end in ends))
    pieces = (*raw.content[:number], words.span(first, max(end, first + 1)), *raw.content[number + 1 :])
    return replace(raw, content=pieces) if first < end < last else raw


def _open_piece(words: TokenTable, raw: RawQuotation) -> tuple[int, Phrase]:
    """The last piece of the content that does not stand in quotation marks as a whole, by its number; else the last."""
    pieces = [words.tokens_within(piece) for piece in raw.content]
    numbers = range(len(pieces) - 1, -1, -1)
    number = next((each for each in numbers if not all(words.quoted[slice(*pieces[each])])), len(pieces) - 1)
    return number, pieces[number]


def _is_dependent(words: TokenTable, source: int) -> bool:
    """Whether the reporting clause of a subject depends on another: when | Roe said; with | Roe saying; answering the
    claim that | Roe said."""
    clauses, unit = words.grammar.clauses, words.unit_at(source)
    if source > unit.first and words.low[source - 1] in clauses.dependent:
        return True
    verbal = words.pos[unit.first] == "VERB" and words.form[unit.first] in PARTICIPLES and source > unit.first
    return (verbal or words.low[unit.first] in clauses.attendant) and "," not in words.raw[unit.first : source]


def _main_clause(words: TokenTable, source: int, content: Phrase) -> int:
    """Where the main clause begins behind a dependent one: When Roe said that it rained, | Hale left."""
    first, last = content
    for index in range(first + 1, last - 1):
        if words.raw[index] == "," and not words.quoted[index] and _is_clause(words, index + 1, last):
            return index
    return last


def _is_clause(words: TokenTable, first: int, last: int) -> bool:
    """Whether a noun phrase with its finite verb begins at `first`."""
    phrase = noun_phrases.after(words, first, last)
    end = phrase[1] if phrase is not None else last
    while end < last and words.is_adverb(end):
        end += 1
    return end < last and _is_finite(words, end)


def _apposition(words: TokenTable, content: Phrase) -> int:
    """Where an apposition begins behind what is no clause: tweeted in favour of peace, | a tinny piece of praise."""
    first, last = content
    comma = next((k for k in range(first, last) if words.raw[k] == "," and not words.quoted[k]), last)
    opens = comma + 1 < last and words.low[comma + 1] in words.grammar.noun_phrases.indefinite
    if not opens or words.quoted[first] or (not words.is_adverb(first) and not words.is_preposition(first)):
        return last
    return last if any(_is_finite(words, index) for index in range(first, last)) else comma


def _of_noun(words: TokenTable, raw: RawQuotation, content: Phrase) -> int:
    """Where the sentence goes on whose subject is what is said: his claims of having no memory | were denied."""
    first, last = content
    cue = words.low[slice(*words.tokens_within(raw.cue[0]))]
    nouns = {words.grammar.singular(low) for low in cue[:-1]} & words.grammar.cues.words.speech_nouns
    if not nouns or cue[-1] not in words.grammar.noun_phrases.genitive:
        return last
    return _predicate(words, first, last)


def _predicate(words: TokenTable, first: int, last: int) -> int:
    """Where the finite verb stands in tokens `[first, last)` that belongs to none of their relative clauses."""
    owed, grammar = 0, words.grammar.noun_phrases
    for index in range(first, last):
        if words.low[index] in grammar.relative or words.low[index] in grammar.pronouns:
            owed += 1
        elif words.quoted[index] or words.form[index] == "gerund" or not _is_finite(words, index):
            continue
        elif not noun_phrases.is_auxiliary(words, index - 1):
            if not owed:
                return index
            owed -= 1
    return last


def _of_appraisal(words: TokenTable, raw: RawQuotation, content: Phrase) -> int:
    """Where a concession begins behind what somebody is accused of: accused Roe of “lying” | despite the dam's age."""
    first, last = content
    known = words.grammar.cues.verbs
    cues = [known[low] for low in words.low[slice(*words.tokens_within(raw.cue[0]))] if low in known]
    if not cues or any(cue.frames - APPRAISING for cue in cues):
        return last
    concessive = words.grammar.clauses.attendant
    quoted = next((k for k in range(first, last) if words.quoted[k]), last)
    return next((k for k in range(quoted, last) if words.low[k] in concessive and not words.quoted[k]), last)


def _parallel(words: TokenTable, raw: RawQuotation, content: Phrase) -> int:
    """Where the subject goes on to act, by an auxiliary that the reporting verb has and what is said has not: Roe has
    said that it was safe | and has moved to dismiss the engineer."""
    (first, last), grammar = content, words.grammar.noun_phrases
    group = words.low[slice(*words.tokens_within(raw.cue[0]))]
    shared = {low for low in group if low in grammar.have or low in grammar.be}
    stop = next((k for k in range(first, last) if words.low[k] in shared), last)
    joined = stop < last and words.low[stop - 1] in words.grammar.clauses.coordinating and not words.quoted[stop - 1]
    return stop - 1 if joined and stop - 1 > first else last


def _succeeding(words: TokenTable, raw: RawQuotation, content: Phrase) -> int:
    """Where the subject goes on to act, by a verb of the form of the reporting verb: explained why it was dear, | then
    left."""
    (first, last), succeeding = content, words.grammar.clauses.succeeding
    forms = {words.form[index] for index in range(*words.tokens_within(raw.cue[0])) if words.is_finite(index)}
    for index in range(first + 1, last - 2):
        next_act = words.low[index + 1] in succeeding and words.is_finite(index + 2) and words.form[index + 2] in forms
        if next_act and words.raw[index] == "," and not words.quoted[index]:
            return index
    return last


def _comment(words: TokenTable, _: RawQuotation, content: Phrase) -> int:
    """Where the author sums up what was said: held that it was worth nothing | — a notion that …; would back the bill
    |, something that …"""
    (first, last), grammar = content, words.grammar
    for index in range(first + 1, last - 2):
        if words.quoted[index] or words.quoted[index + 1]:
            continue
        low, clause = words.low[index + 1], words.low[index + 2] in grammar.noun_phrases.relative
        if words.raw[index] in asides.DASHES and low in grammar.noun_phrases.indefinite:
            return last if not asides.DASHES.isdisjoint(words.raw[index + 1 : last]) else index
        if words.raw[index] == "," and clause and low in grammar.clauses.summing:
            return index
    return last


def _is_finite(words: TokenTable, index: int) -> bool:
    auxiliary = noun_phrases.is_auxiliary(words, index)
    return words.low[index] not in words.grammar.noun_phrases.infinitive and (words.is_finite(index) or auxiliary)
