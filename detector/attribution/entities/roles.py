"""What somebody is: role, gender, and whether they speak for others."""

from collections.abc import Sequence

from detector.attribution.entities.titles import is_compound, is_matter, is_title
from detector.attribution.tokens.token_table import TokenTable
from detector.languages.entity_words import Gender
from detector.languages.grammar import AttributionGrammar

PRESENT = frozenset({"past", "third", "present"})  # forms of verbs that say what somebody does
BETWEEN = 4  # tokens within which a role goes on: chief | equity market strategist
MATTERS = 7  # tokens of what somebody is in charge of


def role(words: TokenTable, first: int, last: int) -> str | None:
    """The words in tokens `[first, last)` that say what somebody is: "deputy chief executive", with what stands before
    the first role noun."""
    for found in range(first, last):
        if not _is_role(words, found) or _owns(words, found, last) or _ranks_another(words, found, last):
            continue
        start, end = found, _end_of_role(words, found, last)
        while start > first and _qualifies(words, start - 1):
            start -= 1
        return words.text[words.start[start] : words.end[end]]
    return None


def with_past(words: TokenTable, first: int, last: int, written: str | None) -> str | None:
    """A role with the word of tokens `[first, last)` that says it is over, where something stands between the two: a
    | former | U.S. | ambassador."""
    endings = words.grammar.noun_phrases.possessive_endings
    begin = max((at + 1 for at in range(first, last) if words.low[at] in endings), default=first)
    stands = words.text.find(written or "", words.start[first])
    ahead = (at for at in range(begin, last) if words.start[at] < stands or stands < 0)
    past = next((words.raw[at] for at in ahead if words.low[at] in words.grammar.names.past), None)
    return f"{past} {written}" if written and past and past.lower() not in written.lower().split() else written


def _is_role(words: TokenTable, index: int) -> bool:
    low = words.low[index].replace(".", "")
    known = is_title(words, words.low[index]) or is_title(words, low)  # C.E.O.
    follows = words.pos[index + 1 : index + 2] in (("ADJ",), ("NUM",), ("NOUN",)) and not is_title(
        words, words.low[index + 1]
    )
    if words.pos[index] == "ADJ" and follows and not words.capital(index):
        return False  # a | private | meeting
    ranked = index > 0 and words.low[index - 1] in words.grammar.names.ranks  # the first | lady
    return known and (ranked or low not in words.grammar.names.courtesy)


def _owns(words: TokenTable, index: int, last: int) -> bool:
    """Whether the noun at `index` only owns what follows: the mayor | 's sister · the mayor | and deputy's son."""
    syntax = words.grammar.noun_phrases
    for at in range(index + 1, last):
        if words.low[at] in syntax.possessive_endings:
            return at == index + 1 or any(_is_role(words, other) for other in range(at + 1, last))
        if words.low[at] in syntax.prepositions or words.raw[at] == ",":
            return False
    return False


def _ranks_another(words: TokenTable, index: int, last: int) -> bool:
    """Whether the noun at `index` stands before a name that a further role follows: chief | Roe strategist, | President
    Roe adviser."""
    end = index + 1
    while end < last and words.capital(end) and not _is_role(words, end) and not is_matter(words, end):
        end += 1
    return end > index + 1 and end < last and not words.capital(end) and _is_role(words, end)


def _end_of_role(words: TokenTable, found: int, last: int) -> int:
    """The last token of the role whose first noun stands at `found`."""
    end, further = found, _further(words, found, last)
    while further > end:
        end, further = further, _further(words, further, last)
    return end


def _further(words: TokenTable, end: int, last: int) -> int:
    """The last token of what goes on with a role behind the token `end`, or `end`: founder | and chairman · chief | of
    staff · chief | market strategist · Deputy | Press Secretary."""
    if end + 1 < last and words.low[end + 1] in words.grammar.names.role_tails:
        return end + 1
    closed = words.low[end : end + 3] in words.grammar.names.closed_titles
    if end + 2 < last and (closed or is_compound(words, end + 1)):
        return end + 2
    matter = _end_of_matter(words, end + 1, last)
    if matter > end:
        return matter
    joined = end + 2 < last and words.low[end + 1] in words.grammar.noun_phrases.additive
    if joined and _is_role(words, end + 2) and not words.capital(end + 2):
        return end + 2
    for index in range(end + 1, min(last, end + BETWEEN)):
        if words.low[index] in words.grammar.cues.words.persons:
            return index
        if not is_matter(words, index) and not _is_of_title(words, index):
            break
    return end


def _is_of_title(words: TokenTable, index: int) -> bool:
    """Whether a word can stand between two nouns of one role: chief | operating | officer."""
    attributive = words.low[index] in words.grammar.noun_phrases.attributive_participles
    return attributive or (_is_plain(words, index) and words.pos[index] != "VERB")


def _end_of_matter(words: TokenTable, index: int, last: int) -> int:
    """The last token of "of" with what somebody is in charge of, where it stands at `index`, or -1: minister | of state
    · director | of speech and language services; not: chief executive | of Digital Content Next."""
    if index + 1 >= last or words.low[index] not in words.grammar.noun_phrases.genitive:
        return -1
    end = index + 1
    while end < min(last, index + MATTERS) and _is_of_matter(words, end, last):
        end += 1
    if end < last and words.capital(end):
        return -1
    while end > index + 1 and not (words.is_noun(end - 1) or is_matter(words, end - 1)):
        end -= 1
    return end - 1 if end > index + 1 else -1


def _is_of_matter(words: TokenTable, index: int, last: int) -> bool:
    """Whether a word behind "of" is what somebody is in charge of, or joins two such."""
    low = words.low[index]
    if low in words.grammar.people.portfolios or low in words.grammar.names.role_matters:
        return True
    if low in words.grammar.noun_phrases.additive:
        return index + 1 < last and _is_of_matter(words, index + 1, index + 1)
    return _is_plain(words, index) and words.pos[index] != "VERB"


def _qualifies(words: TokenTable, index: int) -> bool:
    """Whether a word before a role noun belongs to the role: senior | vice | president; not: grilled | Lt."""
    names, low = words.grammar.names, words.low[index]
    if is_matter(words, index) or low in names.ranks or is_compound(words, index):
        return True
    if low.endswith(words.grammar.coreference.age_endings):
        return False
    if low in names.chambers:  # not the White House
        return not words.capital(index - 1) or _may_precede_chamber(words, index - 1)
    if words.form[index] == "gerund" and low not in words.grammar.noun_phrases.attributive_participles:
        return False  # critics | mocking | President Roe
    if words.capital(index + 1):  # embattled | Secretary of State, the bill funds | President Roe's wall
        return not words.capital(index) and (low in names.past or low in words.grammar.people.modifiers)
    return _is_plain(words, index) and words.form[index] not in PRESENT


def _may_precede_chamber(words: TokenTable, index: int) -> bool:
    """Whether what stands before the chamber of an office is of no name: U.S. | Senate Majority Leader."""
    names, places = words.grammar.names, words.grammar.gazetteer.entries.get(words.raw[index], ())
    return words.low[index] in names.chambers | names.past or any(len(form) == 1 for form, _ in places)


def _is_plain(words: TokenTable, index: int) -> bool:
    """Whether the token is a noun, an adjective or a verb without a capital."""
    return (words.is_noun(index) or words.pos[index] in ("ADJ", "VERB")) and not words.capital(index)


def plain_role(words: TokenTable, first: int, last: int) -> str | None:
    """The plain noun of "a grower in the next valley", "the port's head of safety"."""
    grammar = words.grammar.noun_phrases
    endings = grammar.possessive_endings
    owned = next((index for index in range(first, last) if words.low[index] in endings), None)
    end = first + 1 if owned is None else owned + 1
    start = end
    while end < last and _is_plain(words, end):
        end += 1
    if words.low[first] not in grammar.articles or end == start:
        return None
    if words.pos[end - 1] != "NOUN" or words.form[end - 1] != "singular":
        return None
    return words.text[words.start[start] : words.end[end - 1]]


def _bare(role: str, grammar: AttributionGrammar) -> str:
    """A role in lower case without what it is of: minister | of state."""
    return role.lower().partition(f" {grammar.names.genitive} ")[0]


def head_of(role: str | None, grammar: AttributionGrammar) -> str | None:
    """The noun of a role, in lower case: deputy chief | executive, | minister | of state."""
    return _bare(role, grammar).split()[-1] if role else None


def office(role: str | None, grammar: AttributionGrammar) -> str:
    """What a role is looked up by: its noun as it is written out, the same for women and men, with what makes it
    another office: gov. as governor; vice president; former president, but any police officer as officer."""
    words = [word.rstrip(".") for word in _bare(role or "", grammar).split()]
    if not words:
        return ""
    head = grammar.coreference.same_office.get(words[-1], words[-1])
    marks = grammar.names.other_office | (grammar.names.over if holds_office(head, grammar) else frozenset())
    return " ".join([*sorted(marks.intersection(words[:-1])), head])


def holds_office(office: str, grammar: AttributionGrammar) -> bool:
    """Whether an office, as it is looked up by, is held by one person at a time."""
    return office.rpartition(" ")[2] in grammar.people.offices


def is_office(titles: Sequence[str], grammar: AttributionGrammar) -> bool:
    """Whether titles say more than "Mr"."""
    return not grammar.names.courtesy.issuperset(titles)


def is_plain(role: str | None, grammar: AttributionGrammar) -> bool:
    """Whether a role says nothing of somebody whose name is known: woman, young man."""
    low = (role or "").lower()
    ranked = not grammar.names.ranks.isdisjoint(low.split(" ")[:-1])  # first lady
    return low.split(" ")[-1] in grammar.names.plain_roles and _bare(low, grammar) == low and not ranked


def speaks_for(role: str | None, grammar: AttributionGrammar) -> bool:
    """Whether a role is to speak for others: a spokesman, a press officer."""
    return bool(role) and not grammar.people.press.isdisjoint((role or "").lower().replace("-", " ").split())


def gender(titles: Sequence[str], name: Sequence[str], role: str | None, grammar: AttributionGrammar) -> Gender | None:
    """The gender that titles, role or first name tell; `None` where they tell none or both."""
    people = grammar.people
    marks = {*titles, *(role or "").lower().split()}
    if marks & people.male_titles or marks & people.male_words:
        return "male"
    if marks & people.female_titles or marks & people.female_words:
        return "female"
    first_name = name[0].lower() if len(name) > 1 else ""
    if (first_name in people.male) == (first_name in people.female):
        return None
    return "male" if first_name in people.male else "female"


def tells_who(role: str | None, owned: bool, grammar: AttributionGrammar) -> bool:
    """Whether a role tells who it is without a name: the prime minister; where it is `owned` by somebody or some place,
    the chairman of the Growers' Union; not: the former chairman, the vice president."""
    bare = _bare(role or "", grammar)
    return tuple(bare.split(" ")) in grammar.names.ruling or (owned and bare in grammar.people.offices)
