"""Who says it: the subject of a cue, right before it, beyond a parenthesis, or inherited from the clause before.

Positions are token indices.
"""

from dataclasses import dataclass

from detector.attribution.extraction.rules import full_names, pairs
from detector.attribution.syntax import animacy, noun_phrases
from detector.attribution.syntax.clause_subject import clause_subject
from detector.attribution.syntax.cue_verbs import PAUSES, CueVerb, before_adverbs, is_progressive
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import MARKS, TokenTable

ASIDE = frozenset({",", ".", ")", ";", "—", "–", "--"})  # marks that end an aside
ASIDE_LENGTH = 16  # tokens within which an aside of a participle closes


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a cue and where its head begins; `joined` where the subject stands in an earlier clause."""

    phrase: Phrase
    start: int
    joined: bool = False


def find_subject(verb: CueVerb, inherited: Phrase | None, chained: bool) -> Subject | None:
    """The subject of the cue at `verb`. `inherited` is that of the head before; `chained` says that the head before is
    a preposition such as "according to", after which participles ("quoting …") tell where it has its words from and are
    no head of their own."""
    words, grammar, group = verb.words, verb.words.grammar, verb.group
    verbs = words.low[group : verb.index]
    if verb.forms == {"participle"} and grammar.noun_phrases.have.isdisjoint(verbs):
        return None
    if "gerund" in verb.forms and not is_progressive(verb):
        return None if chained else _of_participle(verb, inherited)
    to = next((k for k, low in enumerate(verbs, group) if low in grammar.noun_phrases.infinitive), None)
    if to is not None:
        governor = _governor(words, to, verb.first)
        if governor is None:
            return None
        group = noun_phrases.verb_group(words, governor, verb.first)
    group = _before_period(words, group, verb.first)
    group -= group - 1 > verb.first and words.low[group - 1] in words.grammar.speech_acts.reflexive  # Roe | herself
    return _before(verb, group, inherited) if group > verb.first else None


def _governor(words: TokenTable, to: int, first: int) -> int | None:
    """The verb that an infinitive goes on from: | went | on to say, | took | to the radio to say."""
    clauses = words.grammar.clauses
    governor = to - 1 - (words.low[to - 1] in clauses.governor_particles)
    if governor > first and words.low[governor] in clauses.governors:
        return governor
    place = noun_phrases.before(words, to, first) if words.is_noun(to - 1) else None
    if place is None or place[0] - 2 <= first or words.low[place[0] - 1] not in clauses.stages:
        return None
    return place[0] - 2 if words.low[place[0] - 2] in clauses.governors else None


def _before_period(words: TokenTable, group: int, first: int) -> int:
    """Where a subject ends before when it was said: a poll | earlier this year | also showed."""
    clauses = words.grammar.clauses
    if group - 2 <= first or words.low[group - 1] not in clauses.periods:
        return group
    start = group - 2
    if words.low[start] not in clauses.period_modifiers:
        return group
    return start - (words.is_adverb(start - 1) or words.low[start - 1] in clauses.circumstances)


def _before(verb: CueVerb, group: int, inherited: Phrase | None) -> Subject | None:
    words, clauses, before = verb.words, verb.words.grammar.clauses, group - 1
    if words.raw[before] in PAUSES:
        opening = noun_phrases.parenthesis(words, before, verb.first)
        phrase = noun_phrases.before(words, opening, verb.first) if opening is not None else None
        if phrase is not None:
            phrase = full_names.named_before(words, full_names.told_of(words, phrase, verb.first), verb.first)
            return Subject(phrase, phrase[0])
    elif words.low[before] not in clauses.subordinators:
        phrase = noun_phrases.before(words, group, verb.first)
        if phrase is not None:
            phrase = _opener(verb, phrase) or _led(words, _quoted_before(words, phrase, verb.first), verb.first)
            phrase = pairs.without_others(words, pairs.whole_pair(words, phrase, verb.first), verb.first)
            return Subject(phrase, phrase[0] - _is_aside(verb, phrase))
        if not words.is_adverb(before):
            return None
    chained = words.low[before] in clauses.chaining or words.low[before] == ","
    if not chained or not verb.forms & {"past", "third"}:
        return None
    phrase = _relative(words, verb.first, before) or _of_clause(verb, group, inherited)
    return Subject(phrase, group, joined=True) if phrase is not None else None


def _quoted_before(words: TokenTable, phrase: Phrase, low: int) -> Phrase:
    """The name between quoted words and what is said of somebody without a closing comma: “…,” | Jane Roe |, the
    envoy, told reporters."""
    comma = phrase[0] - 1
    name = noun_phrases.before(words, comma, low) if comma > low and words.raw[comma] == "," else None
    if name is None or name[1] - name[0] < 2 or not all(map(words.capital, range(*name))):
        return phrase
    behind = name[0] > low and words.quoted[name[0] - 1] and words.raw[name[0] - 1] in MARKS
    return name if behind and words.low[phrase[0]] in words.grammar.noun_phrases.articles else phrase


def _is_aside(verb: CueVerb, phrase: Phrase) -> bool:
    """Whether the clause only tells where the words before it come from: …, | as Jane Roe recently wrote."""
    words, link = verb.words, phrase[0] - 1
    if link - 1 <= verb.first or words.low[link] not in words.grammar.clauses.comparative:
        return False
    ends = verb.end >= verb.last or words.raw[verb.end] in ASIDE
    return ends and words.raw[link - 1] in PAUSES and verb.kind == "speech" and "clause" in verb.frames


def _led(words: TokenTable, phrase: Phrase, low: int) -> Phrase:
    """The whole phrase where only the last of a list stands in it of those whom somebody speaks for: spokesmen for the
    Gazette, | the Post and the Herald."""
    first, lists, additive = phrase[0], words.grammar.cues.words, words.grammar.noun_phrases.additive
    if additive.isdisjoint(words.low[first - 1 : phrase[1]]):
        return phrase
    while first - 1 > low and (words.raw[first - 1] == "," or words.low[first - 1] in additive):
        item = noun_phrases.before(words, first - 1, low)
        if item is None or not words.capital(item[1] - 1):
            break
        first = item[0]
        heads = (words.low[at] for at in range(*item) if words.is_preposition(at + 1))
        if any(words.grammar.singular(low) != low and words.grammar.singular(low) in lists.persons for low in heads):
            return first, phrase[1]
    return phrase


def _relative(words: TokenTable, first: int, last: int) -> Phrase | None:
    """The subject of a relative clause that goes on with the verb: He mocked Roe, | who | voted for it and said …"""
    for index in range(last - 1, first + 1, -1):
        if words.raw[index] in PAUSES or words.quoted[index]:
            return None
        if words.low[index] in words.grammar.clauses.subjects and words.raw[index - 1] == ",":
            return index, index + 1
    return None


def _opener(verb: CueVerb, phrase: Phrase) -> Phrase | None:
    """Those who open the sentence and are told of by "who", where the phrase before the verb cannot speak: Teachers who
    have spent weeks on a new | syllabus | said."""
    words = verb.words
    opening = noun_phrases.after(words, verb.first, phrase[0])
    if opening is None or animacy.can_speak(words, phrase) or not animacy.can_speak(words, opening):
        return None
    return opening if words.low[opening[1]] in words.grammar.coreference.person_relative else None


def _of_participle(verb: CueVerb, inherited: Phrase | None) -> Subject | None:
    """The subject of "…, saying": that of the main clause, or the noun right before."""
    words, before = verb.words, before_adverbs(verb.words, verb.unit, verb.index)
    if before < verb.first:
        return None
    if words.low[before] in words.grammar.clauses.motives:
        phrase = _of_blamed(verb, before, inherited)
    elif words.raw[before] in PAUSES or _joins(words, before):
        phrase = _attendant(words, verb.first, before) or _of_aside(verb, before) or _of_clause(verb, before, inherited)
    elif words.is_noun(before) and noun_phrases.nominal(words, before):
        phrase = _speaking(words, noun_phrases.before(words, before + 1, verb.first))
    else:
        return None
    return Subject(phrase, before + 1, joined=True) if phrase is not None else None


def _speaking(words: TokenTable, phrase: Phrase | None) -> Phrase | None:
    """The name that closes a phrase about a thing, which cannot speak: in response to | Jane Roe | asking."""
    if phrase is None or animacy.can_speak(words, phrase):
        return phrase
    start = phrase[1]
    while start > phrase[0] and words.capital(start - 1):
        start -= 1
    return (start, phrase[1]) if start < phrase[1] else phrase


def _attendant(words: TokenTable, first: int, last: int) -> Phrase | None:
    """Who is the subject of a clause beside the main clause: The board met, with | Roe | staying calm, saying …"""
    for index in range(last - 1, first, -1):
        if words.raw[index - 1] in PAUSES and words.low[index] in words.grammar.clauses.attendant:
            phrase = noun_phrases.after(words, index + 1, last)
            acts = phrase is not None and phrase[1] < last and words.form[phrase[1]] == "gerund"
            return phrase if acts else None
    return None


def _of_aside(verb: CueVerb, before: int) -> Phrase | None:
    """Who is the subject of an aside that stands between them and their verb: | one caller |, after admitting it, said;
    not: The board met, after saying."""
    words = verb.words
    if not _joins(words, before) or words.raw[before - 1] not in PAUSES:
        return None
    closing = (at for at in range(verb.end, min(verb.end + ASIDE_LENGTH, verb.last - 1)) if words.raw[at] == ",")
    acts = next((at + 1 for at in closing), verb.last)
    acting = acts < verb.last and words.is_finite(acts)
    return noun_phrases.before(words, before - 1, verb.first) if acting else None


def _joins(words: TokenTable, index: int) -> bool:
    """Whether the word ties a participle to the subject of the clause: by | saying, devoted to | saying."""
    return (
        words.low[index] in words.grammar.clauses.joining or words.low[index] in words.grammar.noun_phrases.infinitive
    )


def _of_blamed(verb: CueVerb, motive: int, inherited: Phrase | None) -> Phrase | None:
    """Who is blamed or thanked for saying something: criticized | Roe | for saying; else the subject: Roe was mocked
    for saying, Roe apologized to Hale for saying."""
    words = verb.words
    if not words.is_noun(motive - 1):
        return _of_clause(verb, motive, inherited)
    phrase = noun_phrases.before(words, motive, verb.first)
    if phrase is None or phrase[0] == verb.first:
        return phrase
    to = words.is_preposition(phrase[0] - 1) or words.low[phrase[0] - 1] in words.grammar.noun_phrases.infinitive
    return _of_clause(verb, motive, inherited) if to else phrase


def _of_clause(verb: CueVerb, index: int, inherited: Phrase | None) -> Phrase | None:
    if inherited is not None and inherited[1] <= index:
        return inherited
    return clause_subject(verb.words, verb.first, index) or noun_phrases.after(verb.words, verb.first, index)
