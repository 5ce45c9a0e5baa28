"""What documents, bodies and experts find, which is a statement of theirs; what others find is none.

Positions are token indices.
"""

from detector.attribution.extraction import reports
from detector.attribution.extraction.reports import ReportedSpeech
from detector.attribution.syntax import animacy, noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable

FORECAST = 12  # tokens within which it stands what something will do: projected | the sales of dams to grow
JUDGED = 4  # tokens within which "to be" stands: found | the boy to be well


def is_finding(words: TokenTable, report: ReportedSpeech) -> bool:
    """Whether what is found is a statement: of a document always, of bodies and experts where it is a clause."""
    source = _antecedent(words, report.source)
    if animacy.is_document(words, source):
        return True
    if words.low[source[0]] in words.grammar.coreference.singular:
        return False
    if words.low[report.first[0]] in words.grammar.speech_acts.nobody:
        return False  # voters have shown | no sign
    finders = words.grammar.speech_acts.finders
    known = animacy.is_body(words, source) or not finders.isdisjoint(words.low[slice(*source)])
    return known and (reports.is_clause(words, report.first) or _is_judged(words, report.first))


def _antecedent(words: TokenTable, source: Phrase) -> Phrase:
    """The document or the people that a relative pronoun takes up: a study | which; else the source itself."""
    if source[1] - source[0] > 1 or words.low[source[0]] not in words.grammar.noun_phrases.relative:
        return source
    end = source[0] - (words.raw[source[0] - 1] == ",")
    return noun_phrases.before(words, end, words.unit_at(source[0]).first) or source


def _is_judged(words: TokenTable, content: Phrase) -> bool:
    """Whether somebody is found to be something: found | him to be well."""
    grammar = words.grammar.noun_phrases
    ahead = range(content[0], min(content[1], content[0] + JUDGED) - 1)
    return any(words.low[k] in grammar.infinitive and words.low[k + 1] in grammar.be for k in ahead)


def is_forecast(words: TokenTable, content: Phrase) -> bool:
    """Whether it is told what something will do: projected | sales to grow; not: projected confidence."""
    to = words.grammar.noun_phrases.infinitive
    ahead = range(content[0] + 1, min(content[1], content[0] + FORECAST) - 1)
    return any(words.low[k] in to and words.form[k + 1] == "base" for k in ahead)
