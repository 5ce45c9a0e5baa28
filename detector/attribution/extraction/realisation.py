"""Whether what a cue introduces was said at all: not what somebody would say, did not say, or was asked to say.

Positions are token indices.
"""

from detector.attribution.syntax import noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable

GOVERNED = 4  # tokens before an infinitive within which its governor stands: asked the mayor | to say
PARTICIPLE = "participle"


def is_unsaid(words: TokenTable, verb: int, source: Phrase) -> bool:
    """Whether the cue at token `verb` is negated, conditional, hypothetical or future, or whether its subject, the
    phrase `source`, is spoken of and does not speak."""
    group = noun_phrases.verb_group(words, verb, words.unit_at(verb).first)
    if _is_unrealised(words, group, verb) or _is_addressed(words, verb, source):
        return True
    if source[0] > verb and _is_supposed(words, verb, _surface_subject(words, verb, group)):
        return True  # if it was written by | Roe
    return source[1] <= verb and (_undergoes(words, verb, source) or _is_supposed(words, verb, source[0]))


def _is_unrealised(words: TokenTable, group: int, verb: int) -> bool:
    acts, first = words.grammar.speech_acts, words.unit_at(verb).first
    if group > first and words.low[group - 1] in acts.abstaining:
        return True
    return not acts.unrealised.isdisjoint(words.low[group:verb]) and not _is_realised(words, group, verb, first)


def _is_realised(words: TokenTable, group: int, verb: int, first: int) -> bool:
    """Whether an infinitive or a modal verb tells what was said all the same: went on to say, would later say."""
    acts, auxiliaries, grammar = words.grammar.speech_acts, words.low[group:verb], words.grammar.noun_phrases
    if not grammar.negation.isdisjoint(auxiliaries):
        return False
    to = next((k for k in range(group, verb) if words.low[k] in grammar.infinitive), None)
    if to is None:
        return not acts.realised.isdisjoint(auxiliaries)
    ahead = words.low[max(first, to - GOVERNED) : to]
    if words.low[to - 1] in acts.obliging or not (acts.unrealised - grammar.infinitive).isdisjoint(ahead):
        return False
    return acts.governors.isdisjoint(ahead)


def _undergoes(words: TokenTable, verb: int, source: Phrase) -> bool:
    """Whether the subject is spoken of: Roe was told; or denies: Roe neither | confirmed it nor …"""
    if words.low[source[1] - 1] in words.grammar.speech_acts.nobody:
        return True
    contracted = words.grammar.cues.words.contracted_be
    before = verb - 1 - words.is_adverb(verb - 1)  # they are also said to be …
    passive = words.low[before] in words.grammar.noun_phrases.be - contracted
    return passive and PARTICIPLE in words.grammar.cues.forms[words.low[verb]]


def _surface_subject(words: TokenTable, verb: int, group: int) -> int:
    """Where the subject of a passive begins; the verb group where there is none."""
    phrase = noun_phrases.before(words, group, words.unit_at(verb).first)
    return phrase[0] if phrase is not None else group


def _is_addressed(words: TokenTable, verb: int, source: Phrase) -> bool:
    """Whether a participle that opens the sentence tells what its subject is told: Asked about the dam, | Roe left."""
    opens = verb == words.unit_at(verb).first and words.form[verb] != "gerund"
    participle = PARTICIPLE in words.grammar.cues.forms.get(words.low[verb], ())
    return opens and participle and "," in words.raw[verb : source[0]]


def _is_supposed(words: TokenTable, verb: int, source: int) -> bool:
    """Whether the clause is a condition or a question: if he says; did Roe say?"""
    unit, before = words.unit_at(verb), source - 1
    if before < unit.first:
        return False
    low = words.low[before]
    if low in words.grammar.noun_phrases.coordinators and before - 2 > unit.first:
        before, low = before - 2, words.low[before - 2]  # that he | or his deputy | wrote it
    if low in words.grammar.noun_phrases.complementizers:
        return words.low[before - 1] in words.grammar.speech_acts.supposed
    asks = noun_phrases.is_auxiliary(words, before) and low not in words.grammar.noun_phrases.infinitive
    return low in words.grammar.speech_acts.conditions or (asks and words.raw[unit.last - 1] == "?")
