"""Proper names in an article: runs of capitalised words, taken apart into titles and the name itself.

Positions are token indices.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from detector.article import Part
from detector.attribution.entities import entity_type
from detector.attribution.entities.entity_type import NameKind
from detector.attribution.entities.gazetteer import PlaceMention
from detector.attribution.entities.name_runs import end_of_run, person_start, starts
from detector.attribution.entities.titles import after_titles, is_given_name
from detector.attribution.tokens.token_table import TokenTable, Unit
from detector.languages.grammar import AttributionGrammar

SEVERAL = 3  # letters from which "MPs" is several people, and no title


@dataclass(frozen=True, slots=True)
class Name:
    """A name: `core` is the tokens of the name, `first` where its titles begin; `titles` in lower case."""

    first: int
    core: tuple[int, int]
    words: tuple[str, ...]
    titles: tuple[str, ...]
    kind: NameKind


@dataclass(frozen=True)
class Names:
    """All names of an article, in order, by token, and those that somewhere stand as an organisation's do, or a
    person's."""

    grammar: AttributionGrammar
    mentions: tuple[Name, ...]
    by_token: Mapping[int, Name]
    corporate: frozenset[tuple[str, ...]]
    human: frozenset[tuple[str, ...]]

    def surname(self, words: tuple[str, ...]) -> str:
        """The last word of a name without suffixes such as Jr, in lower case."""
        return surname(words, self.grammar)

    @cached_property
    def full(self) -> Mapping[str, frozenset[tuple[str, ...]]]:
        """Persons' names of two words or more beside suffixes, by their last word in lower case."""
        found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for name in self.mentions:
            written = sum(word.lower() not in self.grammar.people.suffixes for word in name.words)
            if name.kind == "person" and written > 1:
                found[self.surname(name.words)].add(name.words)
        return {key: frozenset(value) for key, value in found.items()}

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Last words of the longer names that no word shows to be an organisation's."""
        names = (name for name in self.mentions if 1 < len(name.words) < 4 and name.words not in self.corporate)
        return frozenset(self.surname(name.words) for name in names if name.kind == "unknown")

    @cached_property
    def first_names(self) -> frozenset[str]:
        """First names of persons' full names."""
        return frozenset(words[0] for names in self.full.values() for words in names)

    @cached_property
    def titled(self) -> frozenset[str]:
        """Last words of names that somewhere carry a person's title: Mr Roe."""
        return frozenset(self.surname(name.words) for name in self.mentions if name.titles)


def surname(words: tuple[str, ...], grammar: AttributionGrammar) -> str:
    """The last word of a name without suffixes such as Jr, in lower case."""
    kept = [word for word in words if word.lower() not in grammar.people.suffixes] or list(words)
    return kept[-1].lower().removesuffix("’").removesuffix("'")


def generation(words: tuple[str, ...], grammar: AttributionGrammar) -> str | None:
    """What tells parent and child of one name apart, in lower case: jr."""
    last = words[-1].lower().rstrip(".") if words else ""
    return last if last in grammar.people.generations else None


def find_names(words: TokenTable, places: Mapping[int, PlaceMention]) -> Names:
    """The names of the headline and the body."""
    mentions: list[Name] = []
    for unit in words.units:
        if unit.part is Part.BODY:
            mentions.extend(_of_unit(words, unit, places))
    human = Counter(name.words for name in mentions if entity_type.is_human(words, name.core))
    mentions = list(_retyped(words, mentions, human))
    by_token = {index: name for name in mentions for index in range(*name.core)}
    corporate = Counter(
        name.words for name in mentions if name.kind == "organisation" or entity_type.is_corporate(words, name.core)
    )
    firms = frozenset(name for name, count in corporate.items() if count > human[name])
    people = frozenset(name for name, count in human.items() if count > corporate[name])
    return Names(words.grammar, tuple(mentions), by_token, firms, people)


def _retyped(words: TokenTable, mentions: Sequence[Name], human: Mapping[tuple[str, ...], int]) -> Iterator[Name]:
    """The same names, those an organisation's that more places show to be one than to be a person (`human` counts
    those), and no title or first name a person's; BARR is nobody's acronym where William Barr is named."""
    corporate = Counter(name.words for name in mentions if name.kind == "organisation")
    firms = {name for name, count in corporate.items() if count > human.get(name, 0)}
    grammar = words.grammar
    acting = {name.words for name in mentions if name.words in human and entity_type.acts(words, name.core)}
    surnames = {surname(name.words, grammar) for name in mentions if name.kind == "person" and len(name.words) > 1}
    for name in mentions:
        human_name = name.titles or is_given_name(words, name.words[0].lower())
        if len(name.words) == 1 and name.words[0].isupper() and name.words[0].lower() in surnames:
            yield replace(name, kind="unknown")
        elif (
            len(name.words) == 3
            and name.words[1] in grammar.noun_phrases.genitive
            and name.words[0].lower() in surnames
        ):
            start = name.core[0]  # Collins | of Maine
            yield replace(name, core=(start, start + 1), words=name.words[:1], kind="person")
        elif _may_be_person(name, grammar) and _acts(name, acting) and name.words not in firms:
            yield replace(name, kind="person")
        elif human_name or name.kind == "organisation" or name.words not in firms:
            yield name
        else:
            yield replace(name, kind="organisation")


def _may_be_person(name: Name, grammar: AttributionGrammar) -> bool:
    """Whether nothing in a name of two or three words speaks against a person; not: Several | Democrats."""
    return name.kind == "unknown" and 1 < len(name.words) < 4 and name.words[-1] not in grammar.gazetteer.entries


def _acts(name: Name, acting: Collection[tuple[str, ...]]) -> bool:
    """Whether the name, or its last word by itself, is among those that a person's pronoun takes up."""
    return name.words in acting or name.words[-1:] in acting


def _of_unit(words: TokenTable, unit: Unit, places: Mapping[int, PlaceMention]) -> Iterator[Name]:
    index = unit.first
    while index < unit.last:
        if not starts(words, unit, index):
            index += 1
            continue
        last = end_of_run(words, unit, index)
        cut = person_start(words, index, last)
        for first, end in ((index, cut), (cut, last)) if cut > index else ((index, last),):
            name = _take_apart(words, unit, first, end, places)
            if name is not None:
                yield name
        index = last


def _take_apart(
    words: TokenTable, unit: Unit, first: int, last: int, places: Mapping[int, PlaceMention]
) -> Name | None:
    """Titles, places and days before the name are set aside; `None` where nothing is left."""
    newspaper = entity_type.is_newspaper(words, (first, last))
    core, titles = (first, list[str]()) if newspaper else after_titles(words, first, last, places)
    while core < last and (
        _opens_no_name(words, core)
        or not words.raw[core][0].isalnum()
        or (core + 1 < last and words.low[core] in words.grammar.names.past)  # | Acting | U.S. Navy
    ):
        core += 1
    whole = places.get(core)
    if _is_date(words, core, last) or (core < last and _are_letters(words.raw[last - 1])):
        return None
    if core >= last or (whole is not None and whole.last >= last and whole.place.sort != "body"):
        return None
    camp = places.get(last - 1)
    is_place = (whole is not None and whole.last >= last) or (camp is not None and camp.place.sort == "political")
    kind = entity_type.classify(words, unit, (core, last), bool(titles), is_place)
    return Name(first, (core, last), _written(words, core, last), tuple(titles), kind)


def _are_letters(raw: str) -> bool:
    """Whether the word is letters in the plural, for several people: MPs."""
    return len(raw) >= SEVERAL and raw.endswith("s") and raw[:-1].isupper()


def _opens_no_name(words: TokenTable, index: int) -> bool:
    low, syntax = words.low[index], words.grammar.noun_phrases
    return low in syntax.genitive or low in syntax.definite or low == "&"


def _is_date(words: TokenTable, first: int, last: int) -> bool:
    """Whether tokens `[first, last)` are days and months, of which one that is a verb and a name needs more: in May."""
    syntax, low = words.grammar.noun_phrases, words.low[first:last]
    if all(each in syntax.months or each in syntax.days for each in low):
        return True
    verbal = len(low) == 1 and low[0] in syntax.modal_months
    return verbal and first > 0 and words.low[first - 1] in words.grammar.names.dating


def _written(words: TokenTable, first: int, last: int) -> tuple[str, ...]:
    """The words of a name as written, with what no space parts kept as one: Growers’ | Union, Q&A | Media."""
    parts: list[str] = []
    for index in (at for at in range(first, last) if words.raw[at] != ","):
        if parts and words.start[index] == words.end[index - 1]:
            parts[-1] += words.raw[index]
        else:
            parts.append(words.raw[index])
    return tuple(parts)
