"""Runs of capitalised words: where a name begins and ends, and where a person begins inside.

Positions are token indices.
"""

from detector.attribution.entities.titles import (
    closes_office,
    is_compound,
    is_given_name,
    is_last_name,
    is_matter,
    is_title,
    leads_to_title,
    person_follows,
)
from detector.attribution.syntax import noun_phrases
from detector.attribution.tokens.token_table import TokenTable, Unit

LONGEST = 12  # words of one name
NEAR = 4  # tokens within which the noun for people stands: Multiple | eye witnesses


def person_start(words: TokenTable, first: int, last: int) -> int:
    """Where a person begins inside a run that opens with something else: Acme Corp | Chief Executive Jane Roe."""
    if is_compound(words, first):
        return first
    for index in range(first + 1, last - 1):
        if is_last_name(words, index, last):
            continue
        if index - first > 1 and closes_office(words, index - 1) and person_follows(words, index, last):
            return index
        low, people = words.low[index].rstrip("."), words.grammar.people
        first_name = is_given_name(words, low)
        title = is_title(words, low) or low in people.modifiers or is_compound(words, index)
        title = title or (low in people.portfolios and leads_to_title(words, index + 1, last))
        other = not person_follows(words, first, index) or any(map(_is_acronym, words.raw[first:index]))
        office = all(_is_of_office(words, word) for word in words.low[first:index])
        within = _is_within_body(words, first, index, last)
        if not office and not within and (title or (first_name and other)) and person_follows(words, index, last):
            return index
    return first


def _is_within_body(words: TokenTable, first: int, index: int, last: int) -> bool:
    """Whether a title at `index` is of the name of the body that the run opens with: Office of | Special Counsel; not:
    University of Tarn | Professor Jane Roe."""
    genitive = words.grammar.noun_phrases.genitive
    named = any(is_given_name(words, low) for low in words.low[index:last])
    opens = words.low[first] in words.grammar.people.organisation and words.low[first + 1] in genitive
    return opens and not named and is_title(words, words.low[last - 1])


def _is_of_office(words: TokenTable, low: str) -> bool:
    """Whether a word can stand in the name of an office: Trade | and | Industry | Minister."""
    people = words.grammar.people
    joins = low == "&" or low in words.grammar.noun_phrases.additive
    return joins or low in people.portfolios or low in people.modifiers or low in people.titles


def starts(words: TokenTable, unit: Unit, index: int) -> bool:
    """Whether a name can begin at the token: a capital that its place in the sentence does not explain."""
    raw = words.raw[index]
    # The capital is asked for first, since most words are small.
    if not raw[0].isupper() or any(holds(words, index) for holds in (closes_office, _is_office_of, _only_adds)):
        return False
    joined = words.low[index : index + 3] in words.grammar.names.joined
    if joined or (index != unit.first and words.is_word(index - 1)) or noun_phrases.is_in_name(words, index):
        return True
    noun, lists = words.is_noun(index) or words.pos[index] == "ADJ", words.grammar.cues.words
    if not noun and words.low[index] not in words.grammar.people.titles:
        return False
    following = index + 1 < unit.last and words.capital(index + 1)
    if following and _is_before_given_name(words, index):
        return False
    plain = words.low[index] in lists.collectives or words.low[index] in lists.documents
    if not following and (plain or _is_of_people(words, index, unit)):
        return False
    return following or words.pos[index] == "PROPN" or any(map(str.isupper, raw[1:]))


def _only_adds(words: TokenTable, index: int) -> bool:
    """Whether the word only tells more of the name before it: Inc., Jr."""
    low = words.low[index]
    return low in words.grammar.names.legal or low.rstrip(".") in words.grammar.people.generations


def _is_office_of(words: TokenTable, index: int) -> bool:
    """Whether the letters of an office stand before what it is of: the C.E.O. | of Acme."""
    letters = "." in words.raw[index][:-1] and is_title(words, words.low[index].replace(".", ""))
    return letters and words.low[index + 1] in words.grammar.noun_phrases.genitive


def _is_of_people(words: TokenTable, index: int, unit: Unit) -> bool:
    """Whether a word that has a capital nowhere else tells of the people behind it: Legal | experts."""
    lists, end = words.grammar.cues.words, index + 1
    while end < min(index + NEAR, unit.last) and words.is_noun(end) and not words.capital(end):
        end += 1
    people = words.low[end - 1] in lists.collectives | lists.persons and end > index + 1
    return people and words.low[index] not in words.capitals and not words.raw[index].isupper()


def _is_before_given_name(words: TokenTable, index: int) -> bool:
    """Whether a common word stands before a first name at the beginning of a sentence: Recall | Andrew Roe's words."""
    low, people = words.low[index].rstrip("."), words.grammar.people
    known = is_title(words, low) or is_given_name(words, low) or low in people.modifiers or low in people.portfolios
    common = words.pos[index] == "NOUN" and not known and low not in people.organisation and low not in words.capitals
    return common and is_given_name(words, words.low[index + 1])


def end_of_run(words: TokenTable, unit: Unit, index: int) -> int:
    """The end of the run of capitalised words that begins at `index`; particles and "of" may stand inside."""
    last = index + 1
    ceiling = min(unit.last, index + LONGEST)
    quoted, genitive = words.quoted[index], words.grammar.noun_phrases.genitive
    while last < ceiling and words.quoted[last] == quoted:
        if words.low[last - 1] in words.grammar.noun_phrases.days and _is_dated(words, index, last - 1):
            break
        if words.raw[last][0].isupper() and words.is_word(last):
            last += 1
        elif words.low[last] in genitive and _is_complete(words, index, last):
            break
        elif last + 1 < ceiling and _joins(words, index, last):
            last += 2
        elif last + 2 < ceiling and _goes_on(words, index, last) and _is_defined(words, last + 1):
            last += 3
        else:
            break
    return last


def _joins(words: TokenTable, first: int, index: int) -> bool:
    """Whether the token at `index` holds the name begun at `first` and the word behind it together."""
    linked = words.capital(index + 1) and _links(words, first, index)
    return linked or _is_address(words, index) or _is_generation(words, first, index)


def _is_generation(words: TokenTable, first: int, comma: int) -> bool:
    """Whether a name goes on behind a comma with which of two of that name is meant: Jane Roe, | Jr."""
    younger = words.low[comma + 1].rstrip(".") in words.grammar.people.generations
    return words.raw[comma] == "," and younger and comma - first > 1 and words.raw[comma + 1].endswith(".")


def _is_address(words: TokenTable, dot: int) -> bool:
    """Whether a name is an address that ends behind the token `dot`: Acme | .com."""
    unspaced = words.end[dot - 1] == words.start[dot] and words.end[dot] == words.start[dot + 1]
    return words.raw[dot] == "." and unspaced and words.low[dot + 1] in words.grammar.names.domains


def _is_dated(words: TokenTable, first: int, day: int) -> bool:
    """Whether a day closes the name of a programme before it, so that another name begins: Tarn News Sunday | Roe."""
    return any(low in words.grammar.people.organisation for low in words.low[first:day])


def _goes_on(words: TokenTable, first: int, index: int) -> bool:
    """Whether the small word at `index` can stand before "the" in a name: Bank of | the West · Center for Law and | the
    Biosciences."""
    low, syntax = words.low[index], words.grammar.noun_phrases
    task = words.low[first] in words.grammar.people.organisation
    return low in syntax.genitive or (
        low in syntax.additive and task and not words.grammar.names.purpose.isdisjoint(words.low[first:index])
    )


def _is_defined(words: TokenTable, index: int) -> bool:
    """Whether an article with a capitalised word behind it stands at `index`: Bank of | the West."""
    return words.low[index] in words.grammar.noun_phrases.definite and words.capital(index + 1)


def _is_complete(words: TokenTable, first: int, last: int) -> bool:
    """Whether the run is a name already, so that "of" begins something else: Jane Roe | of the Tarn Institute."""
    low = words.low[last - 1].rstrip(".")
    bodies = words.grammar.people.organisation | words.grammar.names.assigned
    head = low in bodies or is_title(words, low)
    return last - first > 1 and not head


def _is_acronym(raw: str) -> bool:
    return len(raw) > 1 and raw.isupper() and raw.isalpha()


def _links(words: TokenTable, first: int, index: int) -> bool:
    """Whether the small word at `index` holds the name begun at `first` together: Centre for Trade and Industry."""
    low, grammar = words.low[index], words.grammar
    names, syntax, people = grammar.names, grammar.noun_phrases, grammar.people
    if low in syntax.possessive_endings:
        return words.low[index + 1] in people.unions or words.raw[index - 1] in names.owners
    if low in names.purpose:
        several = index - first == 1 and words.form[first] == "plural"  # Citizens | for Clean Water; not: Aides for Roe
        several = several and words.low[first] not in grammar.coreference.officials
        return several or grammar.singular(words.low[index - 1]) in people.organisation
    if low in names.topic or low in syntax.infinitive:
        return _is_task(words, index + 1, low) and words.low[index - 1] in names.assigned
    if low in syntax.additive:
        joined = words.low[first:index]
        behind = index + 1 + (words.low[index + 1] in names.country_prefixes)  # and U.S. | Treasury Secretary Roe
        other = leads_to_title(words, behind, min(len(words.low), index + LONGEST))
        linked = not (names.purpose | syntax.genitive).isdisjoint(joined)
        known = words.low[index - 1 : index + 2] in names.joined or is_matter(words, index)
        return known or (linked and not other) or _closes_body(words, first, index)
    if low in people.particles and low not in names.lone_particles:
        return True
    return low == "&" or low in syntax.genitive


def _closes_body(words: TokenTable, first: int, index: int) -> bool:
    """Whether the name begun at `first` goes on behind "and" to the noun of one body: the Food | and Drug
    Administration; not: the Senate and House Committees, the Post and Tarn News."""
    people, names, syntax = words.grammar.people, words.grammar.names, words.grammar.noun_phrases
    low, end = words.low[index - 1], index + 1
    while end < min(len(words.low), index + LONGEST) and words.capital(end) and words.is_word(end):
        end += 1
    article = first > 0 and words.low[first - 1] in syntax.definite
    other = low in people.organisation | names.chambers | people.prominent or words.raw[index - 1].isupper()
    known = is_given_name(words, low) or words.raw[index - 1] in words.grammar.gazetteer.entries
    body = end > index + 2 and words.low[end - 1] in people.organisation and words.low[index + 1] not in names.chambers
    return article and body and not other and not known


def _is_task(words: TokenTable, index: int, link: str) -> bool:
    """Whether a body is named for what stands at `index`: Committee to | Protect, Commission on | Trade."""
    low, syntax = words.low[index], words.grammar.noun_phrases
    if link in syntax.infinitive:
        return low in words.grammar.names.tasks
    return low not in syntax.days and low not in syntax.months
