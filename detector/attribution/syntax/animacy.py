"""Animacy: whether a noun phrase can say something, because it names people, a body or a document.

Positions are token indices.
"""

from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable

BEFORE = 4  # tokens of a phrase within which "series" stands: a growing | body


def can_speak(words: TokenTable, phrase: Phrase) -> bool:
    """Whether the phrase can be the subject of a cue: a name, a pronoun, people, a group, a document; not "the
    problem", not "no one", not the writer."""
    first, last = phrase
    grammar = words.grammar.noun_phrases
    if words.low[first] in grammar.first_person or words.low[first] in words.grammar.speech_acts.nobody:
        return False
    if (last - first == 1 and _is_pronoun(words, first)) or words.low[first:last] in words.grammar.coreference.pairs:
        return True
    head = head_of(words, phrase)
    part = words.low[head] in words.grammar.coreference.nobody | grammar.quantifiers
    if part and words.low[head + 1 : head + 2] == tuple(grammar.genitive):
        return last > head + 2 and can_speak(words, (head + 2, last))
    if words.low[head].endswith(words.grammar.coreference.age_endings):
        return True
    return not _is_time_or_nobody(words, head) and _is_speaking_noun(words, first, head)


def only_adds(words: TokenTable, index: int, last: int) -> bool:
    """Whether the phrase goes on, from `index`, with when, or with "himself": a report | last month."""
    low, clauses = words.low[index], words.grammar.clauses
    if low in words.grammar.speech_acts.reflexive or low in words.grammar.noun_phrases.days:
        return True
    return low in clauses.period_modifiers and index + 1 < last and words.low[index + 1] in clauses.periods


def _is_pronoun(words: TokenTable, index: int) -> bool:
    return words.pos[index] == "PRON" or words.form[index] == "relative"


def _is_time_or_nobody(words: TokenTable, head: int) -> bool:
    low, grammar = words.low[head], words.grammar.noun_phrases
    timed = low in grammar.days or low in grammar.months or low[0].isdigit()
    return timed or low in words.grammar.speech_acts.nobody


def _is_speaking_noun(words: TokenTable, first: int, head: int) -> bool:
    """Whether the noun at `head`, of a phrase that begins at `first`, is a name or a word for who can speak."""
    low, grammar = words.low[head], words.grammar.noun_phrases
    if low in grammar.pronouns or low in grammar.quantifiers or words.pos[head] == "NUM" or _is_named(words, head):
        return True
    if low in words.grammar.people.adjectives and words.low[first] in grammar.definite:
        return True
    return _is_speaker(words, low) or _is_animate(words, low)


def is_document(words: TokenTable, phrase: Phrase) -> bool:
    """Whether the phrase names something written or shown: a report, the poll."""
    return _is_listed(words, words.low[head_of(words, phrase)], words.grammar.cues.words.documents)


def is_body(words: TokenTable, phrase: Phrase) -> bool:
    """Whether the phrase names people or a body by a common noun: researchers, the agency."""
    return _is_speaker(words, words.low[head_of(words, phrase)])


def head_of(words: TokenTable, phrase: Phrase) -> int:
    """The noun that the phrase is about: the last one before a preposition, a mark, a participle, or a word that only
    tells when or who himself."""
    first, last = past_series(words, *phrase), phrase[1]
    head, prepositions = first, words.grammar.noun_phrases.prepositions
    while head + 1 < last and words.low[head + 1] not in prepositions and words.raw[head + 1] not in (",", "("):
        if words.is_noun(head) and only_adds(words, head + 1, last):
            break
        if words.is_noun(head) and (words.pos[head + 1] == "VERB" or _trails(words, head + 1, last)):
            break
        head += 1
    return head - is_undergone(words, head, phrase)


def is_undergone(words: TokenTable, head: int, phrase: Phrase) -> bool:
    """Whether the word behind a noun for a person, before a preposition, tells what was done to them: the man | stung |
    in the raid."""
    (first, last), persons = phrase, words.grammar.cues.words.persons
    ahead = first < head < last - 1 and words.low[head - 1] in persons and words.is_preposition(head + 1)
    return ahead and words.low[head] not in persons and words.form[head] != "plural" and not words.capital(head)


def past_series(words: TokenTable, first: int, last: int) -> int:
    """Where the documents begin of which there are several, or what a copy holds: a series of | polls, a copy of | the
    letter; else `first`."""
    known, grammar = words.grammar.coreference.series | words.grammar.coreference.copies, words.grammar.noun_phrases
    for noun in range(first, min(first + BEFORE, last - 2)):
        if words.low[noun] in known and words.low[noun + 1] in grammar.genitive:
            ends = (at for at in range(noun + 2, last) if words.low[at] in grammar.prepositions)
            end = next(ends, last)
            documents = words.grammar.cues.words.documents
            held = any(words.low[at] in documents for at in range(noun + 2, end))
            return noun + 2 if held else first
    return first


def _is_named(words: TokenTable, head: int) -> bool:
    """Whether the noun is a name by its capital letter: inside a sentence by that alone, at its beginning where it is
    no function word and a noun, or a word that the text writes with a capital elsewhere."""
    if head > words.unit_at(head).first:
        return words.capital(head) or words.pos[head] == "PROPN"
    if words.low[head] in words.grammar.noun_phrases.introducers:
        return False
    if words.pos[head] == "PROPN" or any(map(str.isupper, words.raw[head][1:])):
        return True
    return words.is_noun(head) and words.low[head] in words.capitals


def _is_speaker(words: TokenTable, low: str) -> bool:
    """Whether a noun is for people, bodies or documents, which can speak."""
    lists, people = words.grammar.cues.words, words.grammar.people
    if any(_is_listed(words, low, each) for each in (lists.persons, lists.collectives, lists.documents)):
        return True
    if low in people.organisation or words.grammar.singular(low) in people.bodies:
        return True  # not: her | energies
    return any(_is_listed(words, low, each) for each in (people.companies, people.press))


def _is_listed(words: TokenTable, low: str, nouns: frozenset[str]) -> bool:
    return low in nouns or words.grammar.singular(low) in nouns


def _is_animate(words: TokenTable, low: str) -> bool:
    clauses = words.grammar.clauses
    person = low.endswith(clauses.person_endings) and not low.endswith(clauses.thing_endings)
    return person and words.grammar.singular(low) not in words.grammar.people.things


def _trails(words: TokenTable, index: int, last: int) -> bool:
    """Whether an adjective only tells more: a person | familiar | with the plan."""
    related = words.low[index] in words.grammar.clauses.postnominal
    return related and index + 1 < last and words.low[index + 1] in words.grammar.noun_phrases.prepositions
