"""Whether a capitalised name is a person's or an organisation's, by its words and the words beside it.

Positions are token indices.
"""

from collections.abc import Sequence
from typing import Literal

from detector.attribution.entities.titles import closes_office, is_given_name
from detector.attribution.syntax import noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable, Unit

NameKind = Literal["person", "organisation", "unknown"]
REACH = 15  # tokens within which a subject's "its" stands
ACRONYM = 6  # letters of the longest acronym
INITIALS = 2  # letters of first names: JD
NEAR = 14  # tokens after a name within which its pronoun stands


def classify(words: TokenTable, unit: Unit, core: Phrase, titled: bool, is_place: bool) -> NameKind:
    """The kind of the name at token range `core`; `titled` where a title stands before it."""
    if is_place:
        return "unknown"
    return _by_words(words, core, titled) or _by_neighbours(words, unit, core)


def _by_words(words: TokenTable, core: Phrase, titled: bool) -> NameKind | None:
    people, (first, last) = words.grammar.people, core
    low, size = words.low[first:last], last - first
    household = (low[0] in people.household and not titled) or low[-2:] in words.grammar.names.seats  # Google | Play
    linked = not words.grammar.names.corporate_links.isdisjoint(low)
    several = size > 1 and words.grammar.singular(low[-1]) in people.organisation  # House Intelligence | Committees
    bodies = several and not is_given_name(words, low[0])
    bodies = bodies or not people.organisation.isdisjoint(low[1:])
    if household or linked or bodies or is_newspaper(words, core):
        return "organisation"
    first_name = is_given_name(words, low[0])
    titled = titled or (size == 1 and low[0] in people.prominent)
    initial = any(len(raw) == 2 and raw[1] == "." for raw in words.raw[first : last - 1])
    if titled or (first_name and 1 < size <= 5) or (initial and size > 1):
        return "person"
    raw = words.raw[first]
    return "organisation" if size == 1 and len(raw) <= ACRONYM and _is_acronym(raw) and words.is_noun(first) else None


def has_letters(name: Sequence[str]) -> bool:
    """Whether a name of several words opens with the letters of a body: CBS Chicago; not: JD Roe, JANE ROE."""
    return len(name[0]) > INITIALS and _is_acronym(name[0]) and not name[-1].isupper()


def _is_acronym(raw: str) -> bool:
    return len(raw) > 1 and raw.isupper() and raw.isalpha()


def is_newspaper(words: TokenTable, core: Phrase) -> bool:
    """Whether a noun for people closes the name of a newspaper: Tarn Leader; not: Majority Leader."""
    (first, last), names, people = core, words.grammar.names, words.grammar.people
    low = words.low[first:last]
    before = low[-2] if len(low) > 1 else ""
    if not before and low[-1] in names.outlets and first > 0:
        return words.low[first - 1] in words.grammar.noun_phrases.definite  # The Economist
    office = before in names.chambers or before in people.modifiers or before in people.portfolios
    return low[-1] in names.outlets and bool(before) and not office and before not in people.titles


def _by_neighbours(words: TokenTable, unit: Unit, core: Phrase) -> NameKind:
    grammar, people, (first, last) = words.grammar.noun_phrases, words.grammar.people, core
    before = words.low[first - 1] if first > unit.first else ""
    ahead = words.low[first - 2] if before == "," and first - 2 >= unit.first else before
    if ahead in words.grammar.cues.words.persons or closes_office(words, first - 1):
        return "person"
    beside = before == "," and last < unit.last and words.raw[last] == "," and not _introduced(words, unit, last)
    told = beside and ahead in people.companies  # the utility, | Roe Works |,
    if told or before in people.companies or words.low[last - 1] in people.organisation:
        return "organisation"
    if last + 2 < unit.last and words.raw[last] == "," and words.low[last + 1] in grammar.articles:
        noun = noun_phrases.after(words, last + 1, unit.last)
        if noun is not None and _head_low(words, noun) in people.companies:
            return "organisation"
    if last - first == 1 or _owns_its(words, unit, last):
        return "organisation" if _owns_its(words, unit, last) else "unknown"
    if before in grammar.definite:
        return "organisation"
    speaks = (
        last - first <= 4
        and not has_letters(words.raw[first:last])
        and last < unit.last
        and words.low[last] in words.grammar.cues.verbs
    )
    return "person" if speaks or _introduced(words, unit, last) else "unknown"


def _head_low(words: TokenTable, phrase: Phrase) -> str:
    """The noun of a phrase, in lower case: a flour | maker | in the north."""
    (first, last), prepositions = phrase, words.grammar.noun_phrases.prepositions
    stop = next((k for k in range(first + 1, last) if words.low[k] in prepositions or words.raw[k] == ","), last)
    return words.low[stop - 1]


def _introduced(words: TokenTable, unit: Unit, last: int) -> bool:
    """Whether an age, "who" or what somebody is follows, as after a person's name: Vontray Roe, | owner of X."""
    if last + 1 >= unit.last or words.raw[last] != ",":
        return False
    if words.low[last + 1] in words.grammar.cues.words.persons:
        return True
    return words.pos[last + 1] == "NUM" or words.low[last + 1] in words.grammar.names.person_relatives


def _owns_its(words: TokenTable, unit: Unit, last: int) -> bool:
    """Whether the sentence goes on with "its", as it does after an organisation that acts: Acme withdrew its offer."""
    if last >= unit.last or words.pos[last] not in ("VERB", "AUX"):
        return False
    names, following = words.grammar.names, words.low[last : min(last + REACH, unit.last)]
    return next((low for low in following if low in names.possessives), "") in names.thing_possessives


def is_human(words: TokenTable, core: Phrase) -> bool:
    """Whether "he" or "she" comes soon after a name, in its sentence or first in the next, or "who" right behind it."""
    last, human, relatives = core[1], words.grammar.names.human, words.grammar.names.person_relatives
    unit = words.unit_at(last - 1)
    if not (human - relatives).isdisjoint(words.low[last : min(last + NEAR, unit.last)]):
        return True
    if not relatives.isdisjoint(words.low[last : min(last + 2, unit.last)]):
        return True
    return words.low[unit.last] in human if unit.last < len(words.low) else False


def acts(words: TokenTable, core: Phrase) -> bool:
    """Whether the name is free to be a subject and a verb follows: VonTrey Roe was; not: in Roe County was."""
    first, last = core
    syntax = words.grammar.noun_phrases
    before = words.low[first - 1] if first > words.unit_at(first).first else ""
    free = before not in syntax.prepositions and before not in syntax.definite
    verb = last < len(words.low) and (words.is_finite(last) or noun_phrases.is_auxiliary(words, last))
    bodies = words.grammar.people.organisation
    return free and verb and bodies.isdisjoint(words.low[first:last])


def is_corporate(words: TokenTable, core: Phrase) -> bool:
    """Whether a name is an organisation's by the words beside it: flour maker Acme, Acme shares, at Acme, the Fund; not
    the Roe campaign, which says nothing of Roe."""
    first, last = core
    before = words.low[first - 1] if first else ""
    after = words.low[last] if last < len(words.low) else ""
    grammar, people = words.grammar.noun_phrases, words.grammar.people
    located = before in words.grammar.names.located and after not in grammar.possessive_endings
    described = last < len(words.low) and (words.is_noun(last) or words.pos[last] == "ADJ")
    if located or (before in grammar.definite and not described):
        return True
    return any(low in people.companies or low in people.press for low in (before, after))
