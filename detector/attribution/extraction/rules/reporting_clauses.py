"""Reporting heads: a cue with its subject, and on which side of it the words lie that it gives away.

Positions are token indices. Patterns after Krestel et al. 2008 and O'Keefe et al. 2012; passives and participles ours.
"""

from collections.abc import Sequence
from itertools import pairwise

from detector.attribution.extraction.rules import colons, content_start, nominals, subjects
from detector.attribution.extraction.rules.clause import ReportingClause
from detector.attribution.syntax import animacy, cue_verbs, noun_phrases
from detector.attribution.syntax.cue_verbs import CueVerb
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import MARKS, TokenTable, Unit

OPENS = frozenset({":", ","})  # marks behind which quoted words can stand
ENDS = frozenset({".", ",", ";", "!", "?"})
RELAY = 24  # tokens between "quoted" and "as saying"
APPOSITION = 16  # tokens of an apposition between a teller and what is told
AGENT = 10  # tokens between a passive participle and its "by"


def find_heads(words: TokenTable, unit: Unit) -> list[ReportingClause]:
    """The reporting heads outside quotation marks of one unit, in order."""
    found: list[ReportingClause] = []
    for index in range(unit.first, unit.last):
        if not words.quoted[index]:
            last = _latest(words, found, index)
            if words.raw[index] in OPENS:
                head = colons.head_at(words, unit, index, found)
            else:
                head = nominals.head_at(words, unit, index) or _verbal(words, unit, index, last)
            if head is not None:
                found.append(head)
    return found


def _latest(words: TokenTable, found: Sequence[ReportingClause], index: int) -> ReportingClause | None:
    """The head before token `index`; a participle goes on with a statement, not with a thought or an act inside it:
    argued that they were trying to help, | saying …"""
    to = words.grammar.noun_phrases.infinitive
    spoken = (each for each in reversed(found) if each.kind == "speech" and words.low[each.cue[0]] not in to)
    said = next(spoken, None) if words.form[index] == "gerund" else None
    return said or (found[-1] if found else None)


def _verbal(words: TokenTable, unit: Unit, index: int, last: ReportingClause | None) -> ReportingClause | None:
    lists = words.grammar.cues.words
    saying = words.low[index] in lists.saying and words.low[index - 1] in lists.introducing
    if saying and index - 1 > unit.first:
        return _as_saying(words, unit, index)
    verb = cue_verbs.cue_at(words, unit, index)
    if verb is None or _is_relayed(words, unit, index):
        return None
    if cue_verbs.is_passive(verb):
        return _passive(verb)
    return _inverted(verb) or _active(verb, last)


def _is_relayed(words: TokenTable, unit: Unit, index: int) -> bool:
    """Whether the verb only tells where words come from: citing two officials · quoted the mayor as saying."""
    low, lists = words.low[index], words.grammar.cues.words
    if low in lists.citing:
        return True
    ahead = words.low[index + 1 : min(index + RELAY, unit.last)]
    return low in lists.relaying and any(pair in lists.as_saying for pair in pairwise(ahead))


def _as_saying(words: TokenTable, unit: Unit, index: int) -> ReportingClause | None:
    """The head of "quoted X as saying …" and of "X was quoted (by Y) as saying …"."""
    relaying, be = words.grammar.cues.words.relaying, words.grammar.noun_phrases.be
    for verb in range(index - 2, max(unit.first, index - RELAY) - 1, -1):
        if words.low[verb] not in relaying or words.quoted[verb]:
            continue
        group = noun_phrases.verb_group(words, verb, unit.first)
        passive = not be.isdisjoint(words.low[group:verb])
        subject = (
            noun_phrases.before(words, group, unit.first) if passive else noun_phrases.after(words, verb + 1, index - 1)
        )
        if subject is None:
            return None
        start, cue = (subject[0] if passive else group), (group, index + 1)
        before = start - 1 > unit.first and cue_verbs.ends_speech(words, start - 1)
        rest = words.count(index + 1, unit.last)
        if before and not rest:
            return ReportingClause(cue, subject, start, index + 1, index + 1, "follows", "speech", nominals.CLAUSE)
        return (
            ReportingClause(cue, subject, start, index + 1, index + 1, "leads", "speech", nominals.CLAUSE)
            if rest
            else None
        )
    return None


def _inverted(verb: CueVerb) -> ReportingClause | None:
    """The head of "…, said X"."""
    words, before = verb.words, verb.index - 1
    if before - 1 < verb.first or verb.kind != "speech" or not verb.forms & {"past", "third"}:
        return None
    quoted = words.raw[before] in MARKS
    if words.low[before - 1] in words.grammar.clauses.interrupting and words.raw[before - 2] == ",":
        return None  # the mayor, however, claimed …
    if not cue_verbs.ends_speech(words, before) or not ("clause" in verb.frames or (quoted and "quote" in verb.frames)):
        return None
    subject = noun_phrases.after(words, verb.end, verb.last)
    if subject is None or not animacy.can_speak(words, subject) or (not quoted and _is_main_clause(verb, subject)):
        return None
    end = subject[1]
    return ReportingClause((verb.index, verb.end), subject, verb.index, end, end, "follows", verb.kind, verb.frames)


def _is_main_clause(verb: CueVerb, after: Phrase) -> bool:
    """Whether the verb has its subject before it, so that the noun phrase `after` it is what it is about."""
    words, grammar, end = verb.words, verb.words.grammar.noun_phrases, after[1]
    if end < verb.last:
        low = words.low[end]
        if words.is_finite(end) or low in grammar.be or low in grammar.have:
            return True
        opened = noun_phrases.parenthesis(words, verb.index - 1, verb.first) is not None
        if opened and (low in grammar.infinitive or not _has_verb(words, verb.first, verb.index)):
            return True
        own = words.low[after[0]] in words.grammar.clauses.possessives or words.low[after[0]] in grammar.pronouns
        if own and words.raw[end] not in ENDS:
            return True  # Roe, at last, | said | it “works”
    return _is_introduced(verb, after)


def _has_verb(words: TokenTable, first: int, last: int) -> bool:
    """Whether tokens `[first, last)` can be a clause, as something said is: not "Jane Roe, a nurse," before "said"."""
    return any(words.is_finite(k) or noun_phrases.is_auxiliary(words, k) for k in range(first, last))


def _is_introduced(verb: CueVerb, after: Phrase) -> bool:
    """Whether the sentence opens with its subject and what that is: Acme, a maker of pumps, announced | a new pump."""
    words, grammar, before = verb.words, verb.words.grammar.noun_phrases, verb.index - 1
    opening = noun_phrases.parenthesis(words, before, verb.first)
    if opening is None or words.low[after[0]] not in grammar.indefinite or not words.capital(verb.first):
        return False
    name = noun_phrases.before(words, opening, verb.first)
    described = words.low[opening + 1] in grammar.articles
    noun = _last_noun(words, after, verb.last)
    return described and name == (verb.first, opening) and not animacy.can_speak(words, (noun, noun + 1))


def _last_noun(words: TokenTable, phrase: Phrase, last: int) -> int:
    """The noun that a phrase is about, behind participles and nouns that go on with it: a new | integrated system."""
    end, be = phrase[1], words.grammar.noun_phrases.be
    while end < last and (words.is_noun(end) or words.pos[end] in ("ADJ", "VERB")) and words.low[end] not in be:
        end += 1
    return end - 1


def _passive(verb: CueVerb) -> ReportingClause | None:
    """The head of "… was contested by X"; where nobody is named there is no head."""
    words, agent = verb.words, verb.words.grammar.noun_phrases.agent
    for by in range(verb.end, min(verb.end + AGENT, verb.last)):
        if words.raw[by] in (",", ";"):
            return None
        if words.low[by] in agent and not words.quoted[by]:
            subject = noun_phrases.after(words, by + 1, verb.last)
            if subject is None or words.pos[subject[0]] == "NUM":
                return None
            cue, end = (verb.group, by + 1), subject[1]
            comparative = words.grammar.clauses.comparative
            appraised = next((k for k in range(verb.end, by) if words.low[k] in comparative), by)
            if appraised < by:  # criticized | as weak | by some
                cue = (verb.group, appraised)
            message = _message_start(verb, end) if "hearer" in verb.frames else None
            if message is not None:
                return ReportingClause(cue, subject, verb.group, message, message, "leads", verb.kind, nominals.CLAUSE)
            return ReportingClause(cue, subject, verb.group, end, end, "follows", verb.kind, verb.frames, passive=True)
    return None


def _message_start(verb: CueVerb, end: int) -> int | None:
    """Where begins what a hearer is told, behind what is said of the teller: was told by Jane Roe, the envoy, | that"""
    words, that = verb.words, verb.words.grammar.noun_phrases.complementizers
    if end >= verb.last or not (words.low[end] in that or words.raw[end] == ","):
        return None
    ahead = range(end, min(end + APPOSITION, verb.last))
    return next((at for at in ahead if words.low[at] in that and (at == end or words.raw[at - 1] == ",")), None)


def _active(verb: CueVerb, last: ReportingClause | None) -> ReportingClause | None:
    words, lists = verb.words, verb.words.grammar.cues.words
    inherited = last.subject if last is not None and last.end <= verb.index and not last.passive else None
    chained = last is not None and words.low[last.cue[0]] in lists.attributing_words
    subject = subjects.find_subject(verb, inherited, chained)
    if subject is None or not animacy.can_speak(words, subject.phrase):
        return None
    group = words.low[verb.group : verb.index]
    if words.low[verb.index] in lists.denied and not words.grammar.noun_phrases.negation.isdisjoint(group):
        return None
    order, content = content_start.side_of(verb, subject)
    if content == content_start.NONE:
        return None
    cue = (verb.group, verb.end)
    return ReportingClause(
        cue, subject.phrase, subject.start, verb.end, content, order, verb.kind, verb.frames, subject.joined
    )
