"""Statements told from deeds, thoughts and what is not said: only who says, writes or publishes something is a source.

PolNeAR, by which the tagger was trained, counts plans, refusals and conditions as attributions. They stay quotations of
the kind thought, which make no source and take no words from the author. After Searle 1976, Vendler 1972.
Positions are token indices.
"""

from collections.abc import Sequence
from dataclasses import replace

from detector.article import Part
from detector.attribution.extraction import findings, realisation, reports, source_bounds
from detector.attribution.extraction.reports import ReportedSpeech
from detector.attribution.syntax import animacy, cue_verbs
from detector.attribution.tokens.token_table import PARTICIPLES, TokenTable, Unit
from detector.attribution.tokens.types import RawQuotation
from detector.settings import SETTINGS

UTTERANCE = 4  # quoted words from which they are given, whatever the cue
OCCASION = 14  # tokens around a cue within which "in a statement" stands
DETERMINED = 3  # tokens from "in" to "statement"
ANSWERED = 4  # tokens of content within which "claim" stands: rejected | the mayor's claim
SUMMONED = 4  # tokens of those who are called, up to "to": called | you to go
LEAST = 3  # words of a clause that says something
DIRECT, SPEECH, QUOTE = "direct", "speech", frozenset({"quote"})
HEARER, OBJECT = "hearer", "object"
APPRAISED = frozenset({OBJECT})  # frame of verbs that no clause can follow
CIRCUMSTANCE = frozenset({"ADV", "PUNCT"})  # what a clause consists of that only tells when or how
STOPS = frozenset({".", "!", "?", "…", "”", '"', ":", ","})


def mark_statements(words: TokenTable, raws: Sequence[RawQuotation]) -> tuple[RawQuotation, ...]:
    """The same quotations without what the writer says in their own name; those that report no statement are thoughts
    from here on."""
    kept = (source_bounds.settle_source(words, raw) for raw in raws if not _is_writers(words, raw))
    return tuple(replace(raw, kind="speech" if _is_statement(words, raw) else "thought") for raw in kept)


def mark_sourced(words: TokenTable, raws: Sequence[RawQuotation]) -> tuple[RawQuotation, ...]:
    """The same for those of the quotations that have a source; the others wait until one may be found."""
    sourced = mark_statements(words, [raw for raw in raws if raw.source is not None])
    return (*sourced, *(raw for raw in raws if raw.source is None))


def _is_writers(words: TokenTable, raw: RawQuotation) -> bool:
    """Whether the writer or the reader is the subject of a paraphrase: I believe, as you know."""
    if raw.source is None or raw.style == "direct":
        return False
    first, last = words.tokens_within(raw.source)
    return last - first == 1 and words.low[first] in words.grammar.noun_phrases.first_person


def _is_statement(words: TokenTable, raw: RawQuotation) -> bool:
    report = reports.lay_out(words, raw)
    if raw.source is None or (report.quoted and raw.style == DIRECT):
        return report.quoted >= UTTERANCE or (report.quoted > 0 and raw.style == DIRECT)
    if report.source[0] >= report.source[1] or _is_title_case(words, words.unit_at(report.source[0])):
        return False
    if report.cue and not any(map(words.is_word, report.cue)):
        return raw.kind == SPEECH  # a colon or a dash, which the rules read as a speaker's
    if reports.is_between_any(words, report) or reports.is_predicate(words, report):
        return False
    clause = report.quoted or reports.is_clause(words, report.first)
    counted = words.raw[report.source[0]][0].isdigit() and not clause
    circumstantial = not report.quoted and all(words.pos[index] in CIRCUMSTANCE for index in range(*report.first))
    if circumstantial or counted or reports.says_nothing(words, report):
        return False  # | Shortly afterwards |, Roe tweeted; 40 percent reported | an illness
    cited = any(words.low[index] in words.grammar.cues.words.attributing_words for index in report.cue)
    return cited or (animacy.can_speak(words, report.source) and _is_reported(words, report, raw.kind == SPEECH))


def _is_reported(words: TokenTable, report: ReportedSpeech, known: bool) -> bool:
    """Whether the cue gives words away; `known` where the finder took it for speech."""
    if not report.cue:
        return known
    verbs = [index for index in report.cue if _is_verb(words, index)]
    if not verbs:
        quoted = report.quoted >= UTTERANCE and 2 * report.quoted >= report.count
        return (_is_noun_cue(words, report.cue) and not reports.is_object(words, report)) or (known and quoted)
    said = (verb for verb in verbs if not realisation.is_unsaid(words, verb, report.source))
    return any(_says(words, report, verb) for verb in said if not reports.is_idle(words, report, verb))


def _is_title_case(words: TokenTable, unit: Unit) -> bool:
    """Whether a unit of the body is a headline, of this page or another: most of its words are capitalised, and no stop
    ends it."""
    if unit.part is Part.HEADLINE or words.raw[unit.last - 1] in STOPS:
        return False
    plain = [index for index in range(unit.first, unit.last) if words.raw[index].isalpha()]
    settings = SETTINGS.attribution
    capitals = sum(map(words.capital, plain))
    return len(plain) >= settings.title_words and capitals >= settings.title_case * len(plain)


def _is_verb(words: TokenTable, index: int) -> bool:
    """Whether the token is a verb of the lexicon, and no noun: lavished | praise | on."""
    cues = words.grammar.cues
    low, before = words.low[index], index - 1
    if low not in cues.verbs or words.quoted[index] or not cue_verbs.is_whole(words, index):
        return False
    owned = before >= 0 and (
        words.form[before] == "possessive" or words.low[before] in words.grammar.noun_phrases.articles
    )
    if owned and words.form[index] in PARTICIPLES:
        return False  # its | proposed | “Bread Rule”
    nominal = before >= 0 and (words.is_determiner(before) or words.pos[before] in ("VERB", "ADJ"))
    return not (words.is_noun(index) and nominal and cues.forms[low] <= {"base", "third"})


def _is_noun_cue(words: TokenTable, cue: Sequence[int]) -> bool:
    """Whether the cue without a verb gives words away: her claim that, per the agency."""
    lists = words.grammar.cues.words
    return any(words.low[index] in lists.speech_nouns or words.low[index] in lists.attributing_links for index in cue)


def _says(words: TokenTable, report: ReportedSpeech, verb: int) -> bool:
    """Whether a verb of the cue gives words away, by what it is and what follows it."""
    cue, acts = words.grammar.cues.verbs[words.low[verb]], words.grammar.speech_acts
    silent = cue.lemma in acts.unspoken or (cue.frames == QUOTE and not cue.needs)
    deed = silent or cue.lemma in acts.deeds or cue.lemma in acts.findings
    if report.quoted >= UTTERANCE and (not deed or 2 * report.quoted >= report.count):
        return True
    if cue.kind != SPEECH or silent or (not report.quoted and words.low[report.first[0]] in acts.reflexive):
        return _is_feared(words, report, cue.lemma)
    if cue.lemma in acts.findings:
        found = findings.is_finding(words, report)
        if found or cue.lemma not in acts.deeds:
            return found
    pronoun = words.low[report.first[0]] in words.grammar.noun_phrases.pronouns
    if not report.quoted and ((report.count < LEAST and pronoun) or _is_summoned(words, report, verb)):
        return False  # as he said | he would
    votes = words.low[animacy.head_of(words, report.source)] in words.grammar.people.bodies
    installs = cue.lemma in acts.installing and votes  # the Senate | confirmed | Roe
    makes = cue.lemma in acts.composing or words.low[verb] in words.grammar.clauses.transitive
    if (installs or makes) and not report.quoted:
        return reports.is_clause(words, report.first) or (cue.lemma in acts.composing and report.first[0] < verb)
    return _is_worded(words, report, verb) if deed else report.quoted > 0 or not _is_topic(words, report, verb)


def _is_summoned(words: TokenTable, report: ReportedSpeech, verb: int) -> bool:
    """Whether somebody is called to do something, which is an act: what God has | called you to do."""
    first = report.first[0]
    infinitive = words.grammar.noun_phrases.infinitive
    if words.grammar.cues.verbs[words.low[verb]].lemma not in words.grammar.speech_acts.summoning:
        return False
    return first == verb + 1 and not infinitive.isdisjoint(words.low[first + 1 : first + SUMMONED])


def _is_worded(words: TokenTable, report: ReportedSpeech, verb: int) -> bool:
    """Whether a deed is done in words: agreed that it was old, rejected the claim, offered it in a statement."""
    first, acts = report.first[0], words.grammar.speech_acts
    answers = not acts.answered.isdisjoint(words.low[first : first + ANSWERED])
    lemma = words.grammar.cues.verbs[words.low[verb]].lemma
    if lemma in acts.likening and not animacy.is_document(words, report.source):
        return not words.grammar.noun_phrases.infinitive.isdisjoint(words.low[slice(*report.first)])
    if _is_word_given(words, report, lemma):
        return True
    if lemma in acts.appraising and not animacy.is_document(words, report.source):
        to = words.low[first + 1 : min(report.first[1], first + reports.CLAUSE)]
        return (
            report.quoted > 0
            or not words.grammar.noun_phrases.infinitive.isdisjoint(to)
            or reports.is_appraisal(words, report.first)
        )
    if lemma in acts.discussing:
        return answers or reports.is_appraisal(words, report.first)
    frames = words.grammar.cues.verbs[words.low[verb]].frames
    calls = OBJECT in frames and reports.is_appraisal(words, report.first)
    clause = frames != APPRAISED and reports.is_clause(words, report.first)  # opposing | Roe has helped him
    named = report.quoted > 0 and reports.is_appraisal(words, report.first)  # referred to Roe as “scum”
    return answers or calls or named or clause or _has_occasion(words, verb)


def _is_word_given(words: TokenTable, report: ReportedSpeech, lemma: str) -> bool:
    """Whether somebody gives their word, disowns or foretells something: promised | to close it; denied | having seen
    it; projected | sales to grow."""
    first, acts = report.first[0], words.grammar.speech_acts
    if lemma in acts.committing and words.low[first] in words.grammar.noun_phrases.infinitive:
        return True
    if lemma in acts.disowning and words.form[first] == "gerund":
        return True
    return lemma in acts.forecasting and findings.is_forecast(words, report.first)


def _is_topic(words: TokenTable, report: ReportedSpeech, verb: int) -> bool:
    """Whether only the topic is told: writes | about law; not: complained of it, which a cue needs."""
    cue = words.grammar.cues.verbs[words.low[verb]]
    if verb >= report.first[0] or HEARER in cue.frames:
        return False
    after = words.low[verb + 1]  # there is one: the content comes later
    if after not in words.grammar.speech_acts.topical or after in cue.needs:
        return False
    return not any(words.is_finite(index) for index in range(*report.first))


def _is_feared(words: TokenTable, report: ReportedSpeech, lemma: str) -> bool:
    """Whether those who speak in public are said to fear something, which they have said: experts fear that …"""
    acts = words.grammar.speech_acts
    public = words.low[animacy.head_of(words, report.source)] in acts.public
    return lemma in acts.feared and public and reports.is_clause(words, report.first)


def _has_occasion(words: TokenTable, verb: int) -> bool:
    """Whether the sentence tells where the words were given: in a statement, on Twitter."""
    acts, unit = words.grammar.speech_acts, words.unit_at(verb)
    for index in range(max(unit.first, verb - OCCASION), min(unit.last, verb + OCCASION)):
        if words.low[index] in acts.occasions:
            before = words.low[max(unit.first, index - DETERMINED) : index]
            if not acts.locating.isdisjoint(before):
                return True
    return False
