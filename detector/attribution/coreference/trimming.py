"""What of a phrase that stands as a source names the source.

Positions are token indices.
"""

from detector.attribution.coreference import descriptions, heads
from detector.attribution.coreference.people import is_person
from detector.attribution.entities import gazetteer
from detector.attribution.entities.context import Context
from detector.attribution.syntax import animacy, noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import PARTICIPLES, TokenTable


def unpossessed(words: TokenTable, phrase: Phrase) -> Phrase:
    """The phrase without the ending of a possessive: Roe | 's."""
    first, last = phrase
    ending = words.low[last - 1] in words.grammar.noun_phrases.possessive_endings
    return (first, last - 1) if ending and last - first > 1 else phrase


def uttered(words: TokenTable, phrase: Phrase) -> Phrase:
    """Whose words a phrase is about, where it names what somebody says: Roe | 's speech, her | response."""
    (first, last), grammar = phrase, words.grammar
    head = heads.head_index(words, first, last)
    if head == first or words.low[head] not in grammar.coreference.utterances:
        return phrase
    if words.low[first] in grammar.coreference.owned_by:
        return first, first + 1
    endings = grammar.noun_phrases.possessive_endings
    possessor = next((at for at in range(first + 1, head) if words.low[at] in endings), first)
    return (first, possessor) if possessor > first else phrase


def opened(context: Context, phrase: Phrase) -> Phrase:
    """The phrase without what only opens its sentence (But | two members), and of a relative clause the pronoun: who |
    wrote a letter. The dateline gives way to the subject behind it: LONDON (Reuters) — | The minister."""
    words, (first, last) = context.words, phrase
    unit = words.unit_at(first)
    if last - first > 1 and (words.low[first] in words.grammar.coreference.person_relative or _does(words, phrase)):
        return first, first + 1
    begin = gazetteer.past_dateline(words, unit.first)
    if begin >= last or unit.first < first < begin:
        return noun_phrases.after(words, begin, unit.last) or phrase
    led = _led(context, phrase)
    if led is not None:
        return led
    while first < last - 1 and _opens(words, first) and not _points(words, first, last):
        first += 1
    return _past_period(words, first, last), last


def _points(words: TokenTable, first: int, last: int) -> bool:
    """Whether the word takes up somebody told by one noun: | that | official; not: that | officials said it."""
    noun = words.low[last - 1]
    single = last - first == 2 and words.grammar.singular(noun) == noun
    return (
        single
        and words.low[first] in words.grammar.coreference.demonstratives
        and noun in (words.grammar.cues.words.persons)
    )


def _past_period(words: TokenTable, first: int, last: int) -> int:
    """Where a phrase begins behind when it was: last week | senior officials; not: last week's report."""
    clauses, behind = words.grammar.clauses, first + 2
    timed = words.low[first] in clauses.period_modifiers and words.low[first + 1] in clauses.periods
    owns = words.low[behind : behind + 1] and words.low[behind] in words.grammar.noun_phrases.possessive_endings
    return behind if timed and behind < last and words.is_noun(last - 1) and not owns else first


def _opens(words: TokenTable, index: int) -> bool:
    syntax = words.grammar.noun_phrases
    low, following = words.low[index], words.low[index + 1]
    adverb = low in syntax.adverbials or words.is_adverb(index)
    return low in syntax.introducers or (adverb and following in syntax.articles)


def _led(context: Context, phrase: Phrase) -> Phrase | None:
    """Who stands before those of theirs that a phrase is about, with what they wrote: a paper by Jane Roe | and her
    colleagues; with the other one, where that is somebody by name: Tom Hale and his wife, Jane Roe |."""
    words, (first, _) = context.words, phrase
    syntax, start = words.grammar.noun_phrases, words.unit_at(first).first
    if words.low[first] not in words.grammar.coreference.owners or first - 2 < start:
        return None
    name = context.names.by_token.get(first - 2)
    if words.low[first - 1] not in syntax.additive or name is None or not is_person(context, name, name.first):
        return None
    by = name.first - 1
    made = noun_phrases.before(words, by, start) if by > start and words.low[by] in syntax.agent else None
    document = made is not None and words.low[made[1] - 1] in words.grammar.cues.words.documents
    if made is not None and document:
        return made[0], first - 1
    return name.first, _named_end(context, phrase) or first - 1


def _named_end(context: Context, phrase: Phrase) -> int | None:
    """Where the name ends of the one person that a phrase tells of: his lawyer | Jane Roe |, his wife, | Jane Roe |."""
    words, last = context.words, phrase[1]
    inside, behind = context.names.by_token.get(last - 1), context.names.by_token.get(last + 1)
    if inside is not None and inside.core[1] == last and is_person(context, inside, phrase[0]):
        return last
    told = words.low[last - 1] in words.grammar.cues.words.persons and words.raw[last : last + 1] == (",",)
    known = told and behind is not None and behind.first == last + 1 and is_person(context, behind, behind.first)
    return behind.core[1] if behind is not None and known else None


def _does(words: TokenTable, phrase: Phrase) -> bool:
    """Whether a pronoun that stands for nobody by itself opens a clause: This | included a school."""
    first, last = phrase
    stands = last - first > 2 and words.low[first] in words.grammar.coreference.demonstratives
    return stands and words.form[first + 1] == "past" and words.low[first + 2] in words.grammar.noun_phrases.articles


def subject_of(context: Context, phrase: Phrase) -> Phrase:
    """The subject of a clause that stands as a source: The Economist | published an article · The Post | reports."""
    words, (first, last) = context.words, _held(context.words, _untimed(context, phrase))
    name = context.names.by_token.get(last - 2) if last - first > 1 else None
    tells = words.low[last - 1] in words.grammar.cues.verbs and words.form[last - 1] in ("plural", "third")
    if tells and name is not None and name.core[1] == last - 1 and name.kind != "person":
        return first, last - 1
    agent = _agent(context, phrase)
    if agent is not None:
        return agent
    for index in range(first + 1, last - 1):
        verb = words.pos[index] == "VERB" and words.form[index] in PARTICIPLES | {"past"}
        owned = index + 2 == last and words.low[index + 1] in words.grammar.coreference.owned_by  # released | its |
        past = words.form[index] == "past" and words.low[index + 1] in words.grammar.noun_phrases.articles
        if verb and (owned or past):
            return first, index
    return first, last


def _held(words: TokenTable, phrase: Phrase) -> Phrase:
    """The document that a phrase is a copy of: a copy of | the letter."""
    first, last = phrase
    held = animacy.past_series(words, first, last)
    return (held, last) if words.grammar.coreference.copies & {*words.low[first:held]} else phrase


def _untimed(context: Context, phrase: Phrase) -> Phrase:
    """A phrase that opens with a name without what only tells when: the White House | this afternoon, China | earlier
    in the day."""
    words, (first, last) = context.words, phrase
    start = first + (words.low[first] in words.grammar.noun_phrases.definite)
    name, place = context.names.by_token.get(start), context.places.get(start)
    end = name.core[1] if name is not None else place.last if place is not None else last
    if end + 1 >= last:
        return phrase
    timed = words.is_adverb(end) or words.low[end] in words.grammar.coreference.demonstratives
    return (first, end) if timed and not any(map(words.capital, range(end, last))) else phrase


def _agent(context: Context, phrase: Phrase) -> Phrase | None:
    """The person by whom a thing that cannot speak was done: an endorsement of Hale | by | Jane Roe."""
    words, (first, last) = context.words, phrase
    lists, low = words.grammar.cues.words, words.low[heads.head_index(words, first, last)]
    name = context.names.by_token.get(last - 1)
    if name is None or name.kind != "person" or low in lists.persons | lists.collectives | lists.documents:
        return None
    by = name.first - 1
    return (by + 1, last) if by > first and words.low[by] in words.grammar.noun_phrases.agent else None


def described(context: Context, phrase: Phrase) -> Phrase | None:
    """The name that opens a sentence before a role that is taken for the subject: Jane Roe | , strategist at X."""
    words, comma = context.words, _comma_before(context, phrase)
    name = context.names.by_token.get(comma - 1)
    if name is None or words.raw[comma] != "," or words.low[phrase[0]] in words.grammar.noun_phrases.definite:
        return None
    if context.grammar.people.suffixes.issuperset(words.low[slice(*phrase)]):
        return name.first, comma  # Jane Roe, | Jr.
    description = descriptions.describe(context, phrase)
    opens = name.first == words.unit_at(comma).first and is_person(context, name, name.first)
    return (name.first, comma) if opens and description.kind == "person" and not description.name else None


def _comma_before(context: Context, phrase: Phrase) -> int:
    """The comma behind the name that opens a sentence, where what follows up to the phrase has no verb of its own: Jane
    Roe | , a teacher at X as well as | a certified mechanic; else the token before the phrase."""
    words, before = context.words, phrase[0] - 1
    name = context.names.by_token.get(words.unit_at(phrase[0]).first)
    comma = name.core[1] if name is not None else before
    if comma >= before or words.raw[comma] != "," or words.low[comma + 1] not in words.grammar.noun_phrases.articles:
        return before
    ahead = range(comma + 1, phrase[0])
    verbal = any(
        words.is_finite(at) or noun_phrases.is_auxiliary(words, at) or words.raw[at] == "," for at in ahead[1:]
    )
    return before if verbal else comma
