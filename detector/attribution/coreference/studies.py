"""Who speaks in a document that is taken up, and what a study found: the report, the findings, 40 percent of voters.

Positions are token indices.
"""

from collections.abc import Callable, Iterable

from detector.article import Part
from detector.attribution.coreference import documents, heads
from detector.attribution.coreference.descriptions import Description
from detector.attribution.coreference.entities import Entity
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.attribution.entities.context import Context
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable
from detector.languages.grammar import AttributionGrammar


def find_survey(context: Context, phrase: Phrase, recent: Iterable[ResolvedMention]) -> Entity | None:
    """The poll among the `recent` mentions, the latest first, that asked those of whom a share stands as a source: a
    majority of voters say … Where a percentage does, and no poll was met, the last body or document that said
    something."""
    words = context.words
    body = [each for each in recent if words.unit_at(each.position).part is Part.BODY]
    asked = (each.entity for each in body if is_survey(each.entity.description, words.grammar))
    told = (each.entity for each in body if each.source and is_percentage(context, phrase))
    makers = (one for one in told if one.description.kind in ("document", "organisation"))
    return next(asked, None) or next(makers, None)


def find_teller(
    context: Context, phrase: Phrase, recent: Iterable[ResolvedMention], is_met: Callable[[str], bool]
) -> Entity | None:
    """Who among the `recent` mentions, the latest first, told something in the document that is taken up: Acme wrote in
    a 2012 report … | the report | continued; the study of which the findings are; who went to court: Roe sued … | the
    lawsuit | says. `is_met`: whether a document called by a noun was met."""
    words, noun = context.words, context.words.low[phrase[1] - 1]
    spoken = [each for each in recent if each.source]
    if _are_authors(words, phrase):
        return _authored(words.grammar, spoken)
    makers = [each for each in spoken if each.entity.description.kind != "document"]
    introducing = (each for each in makers if documents.is_introduced_in(words, phrase, each.position))
    known = next((each.entity for each in introducing), None) or _pleading(words, phrase, makers)
    study = _is_of_study(words, phrase)
    single = documents.is_taken_up(words, phrase) and words.grammar.singular(noun) == noun
    if known or not (single or study) or is_met(noun):
        return known
    found = (each.entity for each in spoken if _is_study(each.entity.description, words.grammar))
    told = next(found, None) if study else None
    if told is not None or not single:
        return told
    here, pleading = words.unit_at(phrase[0]).block, noun in words.grammar.coreference.pleadings
    near = (each.entity for each in makers if here - words.unit_at(each.position).block <= 1)
    return next((one for one in near if pleading or not one.is_person), None)


def _pleading(words: TokenTable, phrase: Phrase, makers: Iterable[ResolvedMention]) -> Entity | None:
    """Who went to court in the sentence before "that lawsuit"."""
    pointing = words.grammar.coreference.demonstratives - words.grammar.noun_phrases.definite
    noun, here = phrase[1] - 1, words.unit_of[phrase[0]]
    taken_up = words.low[noun - 1] in pointing and phrase[0] >= noun - 1 > 0
    if not taken_up or words.low[noun] not in words.grammar.coreference.pleadings:
        return None
    return next((each.entity for each in makers if here - words.unit_of[each.position] == 1), None)


def are_results(context: Context, phrase: Phrase) -> bool:
    """Whether a token range tells of what somebody found, by a plural noun: the findings | of Roe."""
    words = context.words
    noun = words.low[heads.head_index(words, *phrase)]
    definite = words.low[phrase[0]] in words.grammar.coreference.demonstratives
    return definite and noun in words.grammar.coreference.made_of


def _are_authors(words: TokenTable, phrase: Phrase) -> bool:
    """Whether a token range is no more than those who made a study that is known: the researchers, the authors of the
    study, the study's authors."""
    grammar, low = words.grammar.coreference, words.low[slice(*phrase)]
    if low[:1] == () or low[0] not in grammar.demonstratives:
        return False
    rest = {*low[1:]} - words.grammar.noun_phrases.genitive - words.grammar.noun_phrases.possessive_endings
    rest -= words.grammar.noun_phrases.months
    others = rest - grammar.authors - grammar.demonstratives - grammar.results
    return not others and not rest.isdisjoint(grammar.authors)


def _authored(grammar: AttributionGrammar, spoken: Iterable[ResolvedMention]) -> Entity | None:
    """The study, or those who made one, who spoke last; nobody where somebody by name has spoken since."""
    last = next((each.entity for each in spoken), None)
    if last is None:
        return None
    made = last.description.head in grammar.coreference.authors and last.description.plural
    return last if made or _is_study(last.description, grammar) else None


def is_share(context: Context, phrase: Phrase) -> bool:
    """Whether a token range names a part of those whom a survey asked: half of voters, a majority, 52 percent."""
    words, (first, last) = context.words, phrase
    head = words.low[heads.head_index(words, first, last)]
    return head in words.grammar.coreference.shares


def is_percentage(context: Context, phrase: Phrase) -> bool:
    """Whether that part is told as a percentage, so that nobody but a survey can know it."""
    words, (first, last) = context.words, phrase
    return words.low[heads.head_index(words, first, last)] in words.grammar.coreference.percentages


def _is_of_study(words: TokenTable, phrase: Phrase) -> bool:
    """Whether a token range is no more than what takes up a study: the findings, this yearly survey."""
    (first, last), grammar = phrase, words.grammar.coreference
    opens = last - first > 1 and words.low[first] in grammar.demonstratives
    plain = all(map(words.is_plain_adjective, range(first + 1, last - 1)))
    return opens and plain and words.low[last - 1] in grammar.results


def _is_study(described: Description, grammar: AttributionGrammar) -> bool:
    """Whether a source is a study, or what it found."""
    nouns = (described.head or "", grammar.singular(described.head or ""))
    return described.kind == "document" and not grammar.coreference.results.isdisjoint(nouns)


def is_survey(described: Description, grammar: AttributionGrammar) -> bool:
    """Whether a source is a survey: an NBC poll."""
    written = (described.head or "", described.label.lower().split(" ")[-1])
    nouns = {form for noun in written for form in (noun, grammar.singular(noun))}
    return any(grammar.coreference.same_document.get(noun, noun) in grammar.coreference.surveys for noun in nouns)
