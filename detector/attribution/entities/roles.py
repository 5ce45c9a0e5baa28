"""What somebody is: role, gender, whether they speak for others, and whom they belong to."""

from collections.abc import Sequence

from detector.attribution.entities.names import Name
from detector.attribution.entities.titles import is_matter
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
        if not _is_role(words, found) or _owns(words, found, last):
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
    past = next((words.raw[at] for at in range(begin, last) if words.low[at] in words.grammar.names.past), None)
    return f"{past} {written}" if written and past and past.lower() not in written.lower().split() else written


def _is_role(words: TokenTable, index: int) -> bool:
    low, people = words.low[index].replace(".", ""), words.grammar.people
    known = words.low[index] in words.grammar.cues.words.persons or low in people.titles
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
    matter = _end_of_matter(words, end + 1, last)
    if matter > end:
        return matter
    joined = end + 2 < last and words.low[end + 1] in words.grammar.noun_phrases.additive
    if joined and _is_role(words, end + 2) and not words.capital(end + 2):
        return end + 2
    for index in range(end + 1, min(last, end + BETWEEN)):
        if words.low[index] in words.grammar.cues.words.persons:
            return index
        if not is_matter(words, index) and (not _is_plain(words, index) or words.pos[index] == "VERB"):
            break
    return end


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
    if is_matter(words, index) or low in names.ranks:
        return True
    if low.endswith(words.grammar.coreference.age_endings):
        return False
    if low in names.chambers:  # not the White House
        return not words.capital(index - 1) or words.low[index - 1] in names.chambers | names.past
    if words.form[index] == "gerund" and low not in words.grammar.noun_phrases.attributive_participles:
        return False  # critics | mocking | President Roe
    acts = words.capital(index + 1) and words.form[index] == "plural"  # the bill | funds | President Roe's wall
    return _is_plain(words, index) and words.form[index] not in PRESENT and not acts


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
    given = name[0].lower() if len(name) > 1 else ""
    if (given in people.male) == (given in people.female):
        return None
    return "male" if given in people.male else "female"


def affiliation(others: Sequence[Name], grammar: AttributionGrammar) -> str | None:
    """The organisation among the names beside somebody: the first that is surely one, else the last."""
    usable = [name for name in others if name.kind != "person" and not _is_vague(name, grammar)]
    sure = [name for name in usable if name.kind == "organisation" and len(name.words) > 1]
    chosen = sure[:1] or [name for name in usable if len(name.words) > 1][:1] or usable[-1:]
    return " ".join(chosen[0].words) if chosen else None


def _is_vague(name: Name, grammar: AttributionGrammar) -> bool:
    """Whether the name says nothing by itself: House, Doctor of History, Vice President of Sales."""
    low, persons, genitive = [word.lower() for word in name.words], grammar.cues.words.persons, grammar.names.genitive
    if grammar.names.chambers.issuperset(low) or grammar.people.portfolios.issuperset(low):
        return True
    if not persons.isdisjoint(low[: low.index(genitive)] if genitive in low else low[:1]):
        return True
    if name.words[-1] in grammar.gazetteer.followers:
        return True
    lone = persons | grammar.people.organisation | grammar.names.ranks
    return len(low) == 1 and low[0] in lone


def tells_who(role: str | None, owned: bool, grammar: AttributionGrammar) -> bool:
    """Whether a role tells who it is without a name: the prime minister; where it is `owned` by somebody or some place,
    the chairman of the Growers' Union; not: the former chairman, the vice president."""
    bare = _bare(role or "", grammar)
    return tuple(bare.split(" ")) in grammar.names.ruling or (owned and bare in grammar.people.offices)
