"""Whom a phrase is of that stands beside a name: behind an age and a place, in an apposition, closing the name of a
thing.

Positions are token indices.
"""

from detector.attribution.coreference import heads
from detector.attribution.coreference.people import is_person
from detector.attribution.entities.context import Context
from detector.attribution.syntax import animacy, noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable


def last_person(context: Context, phrase: Phrase) -> Phrase | None:
    """The person that closes a phrase about a thing: a letter by | Rep. Jane Roe | , who; not: an aide to Roe."""
    words, (first, last) = context.words, phrase
    name = context.names.by_token.get(last - 1)
    if name is None or name.first <= first or not is_person(context, name, name.first):
        return None
    about = words.low[heads.head_index(words, first, last)]
    governed = words.low[name.first - 1] in context.grammar.coreference.governing
    known = about in context.grammar.cues.words.persons or about in context.grammar.cues.words.collectives
    return (name.first, last) if governed and not known else None


def one_of(words: TokenTable, phrase: Phrase, first: int) -> Phrase | None:
    """Who is told to be one of those who did something: | Jane Roe | is one of the few players who said so."""
    be = phrase[0] - 1
    counted = words.pos[phrase[0]] == "NUM" and words.low[phrase[0] + 1] in words.grammar.noun_phrases.genitive
    is_one = counted and be > first and words.low[be] in words.grammar.noun_phrases.be
    return noun_phrases.before(words, be, first) if is_one else None


def of_whom(words: TokenTable, phrase: Phrase) -> Phrase:
    """Those in a phrase about a thing, which cannot speak: irritation at | those many guests in town | , who; not of a
    count: the number of guests who."""
    head = heads.head_index(words, *phrase)
    grammar = words.grammar
    people = words.low[phrase[1] : phrase[1] + 1] and words.low[phrase[1]] in grammar.coreference.person_relative
    written = people and words.low[head] in grammar.cues.words.documents  # a complaint by | an official | who
    speaks = animacy.can_speak(words, (phrase[0], head + 1)) and not written
    if words.low[head] in grammar.coreference.counts or speaks:
        return phrase
    governing = words.grammar.coreference.governing
    starts = (at + 1 for at in range(phrase[0] + 1, phrase[1] - 1) if words.low[at] in governing)
    return next(((start, phrase[1]) for start in starts if animacy.can_speak(words, (start, phrase[1]))), phrase)


def resident(context: Context, end: int, first: int) -> Phrase | None:
    """The name before an age and a place: Jane Roe | , 59, of Dayton, Ohio, who …"""
    words, living = context.words, False
    residence = context.grammar.coreference.residence
    for index in range(end - 1, first - 1, -1):
        name = context.names.by_token.get(index)
        if name is not None and name.kind == "person":
            return (name.first, name.core[1]) if living else None
        telling = words.pos[index] == "NUM" or words.low[index] in residence
        if not (telling or words.raw[index] == "," or words.capital(index)):
            return None
        living = living or telling
    return None


def introduced(context: Context, phrase: Phrase, first: int) -> Phrase | None:
    """The name before an apposition: Jane Roe | , a deputy of X, who …"""
    words, comma = context.words, phrase[0] - 1
    articles = context.grammar.noun_phrases.articles
    if comma <= first or words.raw[comma] != "," or words.low[phrase[0]] not in articles:
        return None
    name = context.names.by_token.get(comma - 1)
    if name is None or not is_person(context, name, name.first):
        return None
    whole = noun_phrases.before(words, comma, first) or (name.first, comma)
    return last_person(context, whole) or whole  # gave custody of the boys to | Jane Roe | , a doctor, who
