"""Heads without a verb of their own, such as "according to X", "X's claim that …" and "claims by X that …".

Positions are token indices.
"""

from detector.attribution.extraction.rules.clause import ReportingClause
from detector.attribution.extraction.rules.content_start import opens_clause
from detector.attribution.syntax import animacy, noun_phrases
from detector.attribution.syntax.cue_verbs import PAUSES
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import MARKS, TokenTable, Unit
from detector.languages.cues import Kind

CLAUSE = frozenset({"clause"})
ADDING = frozenset({"past", "participle"})  # forms of a verb that adds something to the source
ASIDE = 10  # tokens within which that ends


def head_at(words: TokenTable, unit: Unit, index: int) -> ReportingClause | None:
    """The head without a verb that token `index` begins, or `None`."""
    low, lists = words.low[index], words.grammar.cues.words
    if low in lists.attributing_words:
        for phrase in lists.attributing:
            start = index + len(phrase)
            if words.low[index:start] == phrase and start < unit.last and _attributes(words, unit, index, start):
                return _attributed(words, unit, index, start)
    if low in words.grammar.clauses.comparative and _is_reported_by(words, unit, index):
        return _attributed(words, unit, index, index + 3)
    if low in lists.speech_nouns:
        return _noun(words, unit, index, "speech")
    return _noun(words, unit, index, "thought") if low in lists.thought_nouns else None


def _attributes(words: TokenTable, unit: Unit, index: int, start: int) -> bool:
    """Whether a phrase cites somebody: a preposition alone only behind a pause, before a name: …, per the Gazette; not:
    five dollars per car."""
    if start - index > 1:
        return True
    paused = index == unit.first or words.raw[index - 1] == "," or words.raw[index - 1] in MARKS
    subject = noun_phrases.after(words, start, unit.last) if paused else None
    return subject is not None and any(map(words.capital, range(*subject)))


def _is_reported_by(words: TokenTable, unit: Unit, index: int) -> bool:
    """Whether the clause tells where words come from: | as reported by the Gazette, …; not: the plan as told by Roe."""
    if index + 3 >= unit.last or words.low[index + 2] not in words.grammar.noun_phrases.agent:
        return False
    cue = words.grammar.cues.verbs.get(words.low[index + 1])
    reports = cue is not None and cue.kind == "speech" and "clause" in cue.frames
    paused = index == unit.first or words.raw[index - 1] in PAUSES or words.raw[index - 1] == ":"
    return reports and paused and "participle" in words.grammar.cues.forms[words.low[index + 1]]


def _attributed(words: TokenTable, unit: Unit, index: int, start: int) -> ReportingClause | None:
    """The head of "according to X": before what it gives away, or after it."""
    subject = noun_phrases.after(words, start, unit.last)
    if subject is None:
        return None
    cue, end = (index, start), subject[1]
    if words.raw[index - 1] != ":" and not _opens(words, unit.first, index) and not _is_inserted(words, index):
        return ReportingClause(cue, subject, index, end, end, "follows", "speech", CLAUSE)
    comma = end
    while comma < unit.last and (words.raw[comma] != "," or words.quoted[comma]):
        comma += 1
    if comma + 1 >= unit.last:
        return None
    return ReportingClause(
        cue, subject, index, end, _past_aside(words, comma + 1, unit.last), "leads", "speech", CLAUSE
    )


def _is_inserted(words: TokenTable, index: int) -> bool:
    """Whether a conjunction stands before the comma, so that its clause comes next: He won because, | according to a
    poll, voters were tired."""
    clauses, link = words.grammar.clauses, words.low[index - 2]
    return words.raw[index - 1] == "," and link in clauses.dependent | words.grammar.noun_phrases.complementizers


def _opens(words: TokenTable, first: int, index: int) -> bool:
    """Whether nothing stands before token `index` of its sentence but what ties that to another: However, | …"""
    clauses = words.grammar.clauses
    return index - first <= 1 or all(
        words.low[k] in clauses.interrupting or words.low[k] in clauses.coordinating or words.raw[k] in PAUSES
        for k in range(first, index)
    )


def _past_aside(words: TokenTable, first: int, last: int) -> int:
    """Where content begins behind an adverb, or what a participle or an apposition adds to the source: According to a
    report, published in May, | the dam …; according to Acme, a maker of pumps, | the dam …"""
    comma = next((k for k in range(first + 1, min(first + ASIDE, last)) if words.raw[k] == ","), last)
    if comma + 1 >= last:
        return first
    relative = words.low[first] in words.grammar.clauses.resuming and opens_clause(words, comma + 1, last)
    added = relative or words.form[first] in ADDING or (words.is_adverb(first) and comma == first + 1)
    return comma + 1 if added or _tells_who(words, (first, comma), last) else first


def _tells_who(words: TokenTable, phrase: Phrase, last: int) -> bool:
    """Whether a phrase between commas tells who the source is, and a clause comes next."""
    if words.low[phrase[0]] not in words.grammar.noun_phrases.indefinite or not animacy.can_speak(words, phrase):
        return False
    return opens_clause(words, phrase[1] + 1, last)


def _noun(words: TokenTable, unit: Unit, index: int, kind: Kind) -> ReportingClause | None:
    """The head of "X's claim that …" and of "claims by X that …"."""
    if index + 2 >= unit.last or index == unit.first:
        return None
    grammar = words.grammar.noun_phrases
    cue, before = (index, index + 1), index - 1
    while before > unit.first and words.is_plain_adjective(before):
        before -= 1
    owning = words.low[before] in grammar.possessive_endings
    that = _past_topic(words, index + 1, unit.last) + (words.low[index + 1] in grammar.be)
    owned = owning or (words.pos[before] == "PRON" and words.form[before] == "possessive")
    if owned and (words.low[that] in grammar.complementizers or _claims(words, index + 1, unit.last)):
        owner = _possessor(words, before, unit.first) if owning else (before, before + 1)
        return ReportingClause(cue, owner, owner[0], that, that, "leads", kind, CLAUSE) if owner is not None else None
    if words.is_determiner(before) and words.low[index + 1] in grammar.complementizers:
        return _made(words, unit, (before, index + 1), kind)
    if words.low[index + 1] in words.grammar.cues.words.claim_links:
        owner = noun_phrases.after(words, index + 2, unit.last)
        if owner is not None and owner[1] < unit.last and _opens_content(words, unit, owner[1]):
            return ReportingClause(cue, owner, index, owner[1], owner[1], "leads", kind, CLAUSE)
    return None


def _made(words: TokenTable, unit: Unit, noun: Phrase, kind: Kind) -> ReportingClause | None:
    """The head of a claim that its subject makes: Roe has made | the unfounded claim | that …"""
    end, verb = noun[1], noun[0] - 1
    if verb <= unit.first or words.low[verb] not in words.grammar.clauses.making:
        return None
    group = noun_phrases.verb_group(words, verb, unit.first)
    subject = noun_phrases.before(words, group, unit.first)
    if (
        subject is None
        or not animacy.can_speak(words, subject)
        or words.grammar.speech_acts.unrealised & {*words.low[group:verb]}
    ):
        return None
    return ReportingClause((group, end), subject, subject[0], end, end, "leads", kind, CLAUSE)


def _possessor(words: TokenTable, end: int, low: int) -> Phrase | None:
    """Whose claim it is, without a thing before a preposition: poured scorn on | Roe | 's claim."""
    owner = noun_phrases.before(words, end, low)
    if owner is None or animacy.can_speak(words, owner):
        return owner
    start = next((k + 1 for k in range(end - 1, owner[0], -1) if words.is_preposition(k)), owner[0])
    return (start, end) if start < end else owner


def _past_topic(words: TokenTable, first: int, last: int) -> int:
    """Where "that" stands behind what a noun is about: his excuse | for the delay | that …; else `first`."""
    topic = noun_phrases.after(words, first + 1, last) if words.is_preposition(first) else None
    end = topic[1] if topic is not None else last
    return end if end < last and words.low[end] in words.grammar.noun_phrases.complementizers else first


def _claims(words: TokenTable, first: int, last: int) -> bool:
    """Whether what is claimed begins with a pronoun: Roe's assertion | she did nothing wrong."""
    personal = words.form[first] == "personal" and words.low[first] in words.grammar.noun_phrases.pronouns
    return personal and opens_clause(words, first, last)


def _opens_content(words: TokenTable, unit: Unit, index: int) -> bool:
    """Whether what a noun announces begins at token `index`: claims by Roe | that …; advice from aides | not to go."""
    grammar, low = words.grammar.noun_phrases, words.low[index]
    negated = low in grammar.negation and index + 1 < unit.last
    return low in grammar.complementizers or words.low[index + negated] in grammar.infinitive
