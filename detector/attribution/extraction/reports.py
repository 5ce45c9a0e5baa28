"""A quotation in tokens, and whether what stands there as its content can be something said at all.

Positions are token indices.
"""

from dataclasses import dataclass

from detector.attribution.extraction.asides import DASHES
from detector.attribution.syntax import animacy, noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation

CLAUSE = 24  # tokens of content within which its verb stands, or what it is likened to
COUNTED = 4  # words of what only tells how often


@dataclass(frozen=True, slots=True)
class ReportedSpeech:
    """A quotation in tokens: those of its cue, its source, the first stretch of its content, how many words that has in
    all, and how many in quotation marks."""

    cue: tuple[int, ...]
    source: Phrase
    first: Phrase
    count: int
    quoted: int


def lay_out(words: TokenTable, raw: RawQuotation) -> ReportedSpeech:
    """The quotation in tokens."""
    content = [index for piece in raw.content for index in range(*words.tokens_within(piece))]
    said = [index for index in content if words.is_word(index)]
    cue = tuple(index for span in raw.cue for index in range(*words.tokens_within(span)))
    source = words.tokens_within(raw.source) if raw.source is not None else (0, 0)
    first = words.tokens_within(raw.content[0])
    return ReportedSpeech(cue, source, first, len(said), sum(words.quoted[index] for index in said))


def is_clause(words: TokenTable, content: Phrase) -> bool:
    """Whether what is given away is a clause: agreed that it was old; not: agreed to go, proposed a bill that would."""
    (first, last), grammar = content, words.grammar.noun_phrases
    if words.low[first] in grammar.complementizers or words.low[first] in grammar.pronouns:
        return True
    for index in range(first, min(last, first + CLAUSE)):
        low = words.low[index]
        if index > first and words.form[index] == "relative":
            return False  # maintaining control of | what | the public knows
        if (
            words.raw[index] in DASHES
            or low in grammar.infinitive
            or low in grammar.relative
            or low in words.grammar.clauses.subordinators
        ):
            return False
        if index > first and (words.is_finite(index) or noun_phrases.is_auxiliary(words, index)):
            return True
    return False


def says_nothing(words: TokenTable, report: ReportedSpeech) -> bool:
    """Whether the paraphrase behind a cue only tells when, on what condition or how often something was said, or points
    to what is not there: expressed it | while still a candidate; repeated | several times; tweeted | this at noon."""
    if report.quoted or not report.cue or report.first[0] <= report.cue[-1]:
        return False
    empty = (_is_circumstance, _is_count, _is_pointer, _is_next_verb)
    return any(holds(words, report) for holds in empty)


def _is_circumstance(words: TokenTable, report: ReportedSpeech) -> bool:
    """Whether the content is a dependent clause without a main clause: scream | if there is talk of tolls."""
    (first, last), acts = report.first, words.grammar.speech_acts
    if words.form[first] == "gerund" and words.raw[first - 1] == "," and first > report.cue[-1] + 2:
        return True  # he proposed to leave, | showing how tired he was
    if words.low[first] not in acts.circumstances or "," in words.raw[first:last]:
        return False
    cues = words.grammar.cues.verbs
    asks = any(cues[words.low[index]].lemma in acts.inquiring for index in report.cue if words.low[index] in cues)
    return not (asks and words.low[first] in acts.inquired)


def _is_count(words: TokenTable, report: ReportedSpeech) -> bool:
    last = report.first[1]
    return report.count <= COUNTED and words.low[last - 1] in words.grammar.speech_acts.counting


def _is_pointer(words: TokenTable, report: ReportedSpeech) -> bool:
    """Whether only a pronoun with a circumstance is told: tweeted | this at 2 p.m."""
    first, last = report.first
    if words.low[first] not in words.grammar.clauses.empty or words.form[first] == "personal" or first + 1 >= last:
        return False
    circumstance = words.is_preposition(first + 1) or words.is_adverb(first + 1)
    return circumstance and not any(map(words.is_finite, range(first, last)))


def _is_next_verb(words: TokenTable, report: ReportedSpeech) -> bool:
    """Whether the content begins with another verb of the same subject: criticised | or mocked him."""
    first, last = report.first
    joined = words.low[first] in words.grammar.clauses.chaining and first == report.cue[-1] + 1
    return joined and first + 1 < last and words.pos[first + 1] == "VERB"


def is_between_any(words: TokenTable, report: ReportedSpeech) -> bool:
    """Whether nobody in particular speaks to nobody in particular: one group accusing | another of it."""
    single, further = words.grammar.names.single, words.grammar.coreference.further
    return words.low[report.source[0]] in single and words.low[report.first[0]] in further


def is_object(words: TokenTable, report: ReportedSpeech) -> bool:
    """Whether what follows a noun for words is no maker of them but what they are about: the announcement of | a plan
    | to go."""
    first, grammar = report.source[0], words.grammar.noun_phrases
    governed = first > 0 and words.low[first - 1] in grammar.genitive and words.low[first] in grammar.indefinite
    return governed and animacy.is_document(words, report.source)


def is_predicate(words: TokenTable, report: ReportedSpeech) -> bool:
    """Whether what was taken for a subject and its verb is what something is: that is | the right call |."""
    (first, last), grammar = report.source, words.grammar.noun_phrases
    if not report.cue or first < 1 or report.cue[0] != last or words.form[last] not in ("base", "present"):
        return False
    is_it = words.low[first - 1] in grammar.be and words.form[first - 1] != "possessive"
    return is_it and words.low[first] in grammar.articles and words.form[last - 1] == "singular"


def is_idle(words: TokenTable, report: ReportedSpeech, verb: int) -> bool:
    """Whether a verb of asking tells only by whom somebody was asked, or that the writer was, or a verb is none of
    speech: Roe was | asked | by reporters about it; readers | asked | us; Roe | put | it there."""
    cue, acts = words.grammar.cues.verbs[words.low[verb]], words.grammar.speech_acts
    needed = words.low[verb + 1 : verb + 2]
    if needed and needed[0] in cue.needs and needed[0] in words.grammar.noun_phrases.pronouns:
        return report.first[0] == verb + 2  # as Roe put it, …; not: Roe put it | there
    if cue.lemma not in acts.asking:
        return False
    agent = words.low[report.source[0] - 1] in words.grammar.noun_phrases.agent
    passive = agent and report.source[0] > verb > report.first[0] and not report.quoted
    return passive or not acts.writers.isdisjoint(words.low[verb + 1 : verb + 2])


def is_appraisal(words: TokenTable, content: Phrase) -> bool:
    """Whether something is called something: rejected him | as a relic."""
    first, last = content
    likened = (
        at for at in range(first + 1, min(last, first + CLAUSE)) if words.low[at] in words.grammar.clauses.comparative
    )
    return any(not _acts_behind(words, at, last) for at in likened)


def _acts_behind(words: TokenTable, index: int, last: int) -> bool:
    """Whether a clause of its own follows a word that can liken: attacked a village | as | the police stood by."""
    phrase = noun_phrases.after(words, index + 1, last)
    if phrase is None or phrase[1] >= last:
        return False
    return words.is_finite(phrase[1]) or noun_phrases.is_auxiliary(words, phrase[1])
