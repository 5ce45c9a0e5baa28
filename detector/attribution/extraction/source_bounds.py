"""Who of a phrase that was taken for the source is given the words: without its predicate, with the document that
others made, or the body that brought a document out.

Positions are token indices.
"""

from dataclasses import replace

from detector.attribution.syntax import animacy, noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import PARTICIPLES, TokenTable
from detector.attribution.tokens.types import RawQuotation


def settle_source(words: TokenTable, raw: RawQuotation) -> RawQuotation:
    """The quotation with the source that is given its words."""
    return _with_origin(words, _with_subject(words, raw))


def _with_subject(words: TokenTable, raw: RawQuotation) -> RawQuotation:
    """A quotation whose source holds more than the subject, or less, given to that alone."""
    if raw.source is None:
        return raw
    first, last = words.tokens_within(raw.source)
    if first >= last:
        return raw
    phrase = _issuer(words, _authored(words, _whole(words, _cut(words, raw, (first, last)))))
    return raw if phrase == (first, last) else replace(raw, source=words.span(*phrase))


def _cut(words: TokenTable, raw: RawQuotation, phrase: Phrase) -> Phrase:
    """The subject without its predicate, or what tells when: The Economist | published a piece |, demanding; a letter |
    went to the states, saying; the council | on Friday |; Roe | himself."""
    first, last = phrase
    days, prepositions = words.grammar.noun_phrases.days, words.grammar.clauses.day_prepositions
    if last - first > 2 and words.low[last - 1] in days and words.low[last - 2] in prepositions:
        return first, last - 2
    if last - first > 1 and words.low[last - 1] in words.grammar.speech_acts.reflexive:
        return first, last - 1
    telling = any(words.form[index] == "gerund" for span in raw.cue for index in range(*words.tokens_within(span)))
    for end in range(first + 1, last - 1):
        onward = telling and words.low[end + 1] in words.grammar.noun_phrases.infinitive
        if words.is_finite(end) and words.is_noun(end - 1) and (onward or words.is_determiner(end + 1)):
            return (first, end) if animacy.can_speak(words, (first, end)) else phrase
    return phrase


def _whole(words: TokenTable, phrase: Phrase) -> Phrase:
    """The phrase with what its last name only tells the place of: no crowds on Wall Street | or Capitol Hill |
    demanding."""
    first, last = phrase
    unit = words.unit_at(first)
    grammar = words.grammar.noun_phrases
    if first - 1 <= unit.first or words.low[first - 1] not in grammar.coordinators or words.form[last] != "gerund":
        return phrase
    whole = noun_phrases.before(words, last, unit.first)
    placed = whole is not None and any(words.low[at] in grammar.prepositions for at in range(whole[0], first))
    return whole if whole is not None and placed else phrase


def _authored(words: TokenTable, phrase: Phrase) -> Phrase:
    """The document of those who made it, where they alone were taken for the subject: a study carried out by | the
    agency | found."""
    by, grammar = phrase[0] - 1, words.grammar.noun_phrases
    unit = words.unit_at(phrase[0])
    if by - 1 <= unit.first or words.low[by] not in grammar.agent:
        return phrase
    made = _before_date(words, by - 1)
    made -= words.low[made] in grammar.particles
    if words.form[made] not in PARTICIPLES or made <= unit.first:
        return phrase
    document = noun_phrases.before(words, made, unit.first)
    known = document is not None and animacy.is_document(words, document)
    return (document[0], phrase[1]) if document is not None and known else phrase


def _before_date(words: TokenTable, last: int) -> int:
    """The token before what tells when, where that ends with token `last`: a poll released | in May | by Acme."""
    grammar, names = words.grammar.noun_phrases, words.grammar.names
    dated = words.low[last] in grammar.days | grammar.months | grammar.modal_months or words.raw[last].isdigit()
    start = last - (
        words.low[last - 1] in grammar.months or words.low[last - 1] in words.grammar.clauses.period_modifiers
    )
    return (
        start - 2 if dated and words.low[start - 1] in names.dating | words.grammar.clauses.day_prepositions else last
    )


def _issuer(words: TokenTable, phrase: Phrase) -> Phrase:
    """The name of who brings out a document that tells something: The Gazette | ran | a story | reporting that; it |
    has issued | a statement | saying that."""
    first, unit = phrase[0], words.unit_at(phrase[0])
    verb = first - 1
    if words.low[first] not in words.grammar.noun_phrases.indefinite or not animacy.is_document(words, phrase):
        return phrase
    group = noun_phrases.verb_group(words, verb, unit.first)
    acts = words.is_finite(verb) or group < verb
    if group <= unit.first - 1 or not acts or words.low[verb] not in words.grammar.speech_acts.giving:
        return phrase
    name = noun_phrases.before(words, group, unit.first)
    known = name is not None and (
        words.capital(name[1] - 1) or words.low[name[0]] in words.grammar.noun_phrases.pronouns
    )
    return name if name is not None and known else phrase


def _with_origin(words: TokenTable, raw: RawQuotation) -> RawQuotation:
    """A quotation whose source is a thing that cannot speak, and whose cue cites it, given to the name in it: according
    to | a count by NBC News, | NBC News' count."""
    cue = (index for span in raw.cue for index in range(*words.tokens_within(span)))
    if raw.source is None or not any(words.low[index] in words.grammar.cues.words.attributing_words for index in cue):
        return raw
    first, last = words.tokens_within(raw.source)
    if first >= last or animacy.can_speak(words, (first, last)):
        return raw
    start = next((index for index in range(first, last) if words.capital(index)), last)
    end = start
    while end < last and words.capital(end):
        end += 1
    return replace(raw, source=words.span(start, end)) if start < end else raw
