"""Proper names in an article: runs of capitalised words, taken apart into titles and the name itself.

Positions are token indices.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from detector.article import Part
from detector.attribution.entities import entity_type
from detector.attribution.entities.entity_type import NameKind
from detector.attribution.entities.gazetteer import PlaceMention
from detector.attribution.entities.titles import (
    after_titles,
    is_given,
    is_last_name,
    is_matter,
    is_title,
    leads_to_title,
    person_follows,
)
from detector.attribution.syntax import noun_phrases
from detector.attribution.tokens.token_table import Unit, Words
from detector.languages.grammar import AttributionGrammar

LONGEST = 12  # words of one name


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
        """Persons' names of two words or more, by their last word in lower case."""
        found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for name in self.mentions:
            if name.kind == "person" and len(name.words) > 1:
                found[self.surname(name.words)].add(name.words)
        return {key: frozenset(value) for key, value in found.items()}

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Last words of the longer names that no word shows to be an organisation's."""
        names = (name for name in self.mentions if 1 < len(name.words) < 4 and name.words not in self.corporate)
        return frozenset(self.surname(name.words) for name in names if name.kind == "unknown")

    @cached_property
    def given(self) -> frozenset[str]:
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


def find_names(words: Words, places: Mapping[int, PlaceMention]) -> Names:
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


def _retyped(words: Words, mentions: Sequence[Name], human: Mapping[tuple[str, ...], int]) -> Iterator[Name]:
    """The same names, those an organisation's that more places show to be one than to be a person (`human` counts
    those), and no title or first name a person's; BARR is nobody's acronym where William Barr is named."""
    corporate = Counter(name.words for name in mentions if name.kind == "organisation")
    firms = {name for name, count in corporate.items() if count > human.get(name, 0)}
    grammar = words.grammar
    surnames = {surname(name.words, grammar) for name in mentions if name.kind == "person" and len(name.words) > 1}
    for name in mentions:
        human_name = name.titles or is_given(words, name.words[0].lower())
        if len(name.words) == 1 and name.words[0].isupper() and name.words[0].lower() in surnames:
            yield replace(name, kind="unknown")
        elif (
            len(name.words) == 3
            and name.words[1] in grammar.noun_phrases.genitive
            and name.words[0].lower() in surnames
        ):
            start = name.core[0]  # Collins | of Maine
            yield replace(name, core=(start, start + 1), words=name.words[:1], kind="person")
        elif human_name or name.kind == "organisation" or name.words not in firms:
            yield name
        else:
            yield replace(name, kind="organisation")


def _of_unit(words: Words, unit: Unit, places: Mapping[int, PlaceMention]) -> Iterator[Name]:
    index = unit.first
    while index < unit.last:
        if not _starts(words, unit, index):
            index += 1
            continue
        last = _run(words, unit, index)
        cut = _cut(words, index, last)
        for first, end in ((index, cut), (cut, last)) if cut > index else ((index, last),):
            name = _take_apart(words, unit, first, end, places)
            if name is not None:
                yield name
        index = last


def _cut(words: Words, first: int, last: int) -> int:
    """Where a person begins inside a run that opens with something else: Acme Corp | Chief Executive Jane Roe."""
    for index in range(first + 1, last - 1):
        if is_last_name(words, index, last):
            continue
        low, people = words.low[index].rstrip("."), words.grammar.people
        given = is_given(words, low)
        title = is_title(words, low) or low in people.modifiers
        title = title or (low in people.portfolios and leads_to_title(words, index + 1, last))
        other = not person_follows(words, first, index) or any(map(_is_acronym, words.raw[first:index]))
        office = all(_is_of_office(words, word) for word in words.low[first:index])
        if not office and (title or (given and other)) and person_follows(words, index, last):
            return index
    return first


def _is_of_office(words: Words, low: str) -> bool:
    """Whether a word can stand in the name of an office: Trade | and | Industry | Minister."""
    people = words.grammar.people
    joins = low == "&" or low in words.grammar.noun_phrases.additive
    return joins or low in people.portfolios or low in people.modifiers or low in people.titles


def _starts(words: Words, unit: Unit, index: int) -> bool:
    raw = words.raw[index]
    if not raw[0].isupper() or words.low[index - 2 : index + 1] in words.grammar.names.closed_offices:
        return False
    if (index != unit.first and words.is_word(index - 1)) or noun_phrases.is_in_name(words, index):
        return True
    noun, lists = words.is_noun(index) or words.pos[index] == "ADJ", words.grammar.cues.words
    if not noun and words.low[index] not in words.grammar.people.titles:
        return False
    following = index + 1 < unit.last and words.capital(index + 1)
    if not following and (words.low[index] in lists.collectives or words.low[index] in lists.documents):
        return False
    return following or words.pos[index] == "PROPN" or (len(raw) > 1 and raw.isupper())


def _run(words: Words, unit: Unit, index: int) -> int:
    """The end of the run of capitalised words that begins at `index`; particles and "of" may stand inside."""
    last = index + 1
    ceiling = min(unit.last, index + LONGEST)
    quoted, genitive = words.quoted[index], words.grammar.noun_phrases.genitive
    while last < ceiling and words.quoted[last] == quoted:
        if words.raw[last][0].isupper() and words.is_word(last):
            last += 1
        elif words.low[last] in genitive and _is_complete(words, index, last):
            break
        elif last + 1 < ceiling and words.capital(last + 1) and _links(words, index, last):
            last += 2
        elif last + 2 < ceiling and words.low[last] in genitive and _is_defined(words, last + 1):
            last += 3
        else:
            break
    return last


def _is_defined(words: Words, index: int) -> bool:
    """Whether an article with a capitalised word behind it stands at `index`: Bank of | the West."""
    return words.low[index] in words.grammar.noun_phrases.definite and words.capital(index + 1)


def _is_complete(words: Words, first: int, last: int) -> bool:
    """Whether the run is a name already, so that "of" begins something else: Jane Roe | of the Tarn Institute."""
    low = words.low[last - 1].rstrip(".")
    head = low in words.grammar.people.organisation or is_title(words, low)
    return last - first > 1 and not head


def _is_acronym(raw: str) -> bool:
    return len(raw) > 1 and raw.isupper() and raw.isalpha()


def _links(words: Words, first: int, index: int) -> bool:
    """Whether the small word at `index` holds the name begun at `first` together: Centre for Trade and Industry."""
    low, grammar = words.low[index], words.grammar
    names, syntax, people = grammar.names, grammar.noun_phrases, grammar.people
    if low in syntax.possessive_endings:
        return words.low[index + 1] in people.unions or words.raw[index - 1] in names.owners
    if low in names.purpose:
        return grammar.singular(words.low[index - 1]) in people.organisation
    if low in names.topic or low in syntax.infinitive:
        return _is_task(words, index + 1, low) and words.low[index - 1] in names.assigned
    if low in syntax.additive:
        joined = words.low[first:index]
        return not (names.purpose | syntax.genitive).isdisjoint(joined) or is_matter(words, index)
    if low in people.particles and low not in names.lone_particles:
        return True
    return low == "&" or low in syntax.genitive


def _is_task(words: Words, index: int, link: str) -> bool:
    """Whether a body is named for what stands at `index`: Committee to | Protect, Commission on | Trade."""
    low, syntax = words.low[index], words.grammar.noun_phrases
    if link in syntax.infinitive:
        return low in words.grammar.names.tasks
    return low not in syntax.days and low not in syntax.months


def _take_apart(words: Words, unit: Unit, first: int, last: int, places: Mapping[int, PlaceMention]) -> Name | None:
    """Titles, places and days before the name are set aside; `None` where nothing is left."""
    core, titles = after_titles(words, first, last, places)
    while core < last and (_opens_no_name(words, core) or not words.raw[core][0].isalnum()):
        core += 1
    whole = places.get(core)
    if _is_date(words, core, last):
        return None
    if core >= last or (whole is not None and whole.last >= last and whole.place.sort != "body"):
        return None
    camp = places.get(last - 1)
    is_place = (whole is not None and whole.last >= last) or (camp is not None and camp.place.sort == "political")
    kind = entity_type.classify(words, unit, (core, last), bool(titles), is_place)
    return Name(first, (core, last), _written(words, core, last), tuple(titles), kind)


def _opens_no_name(words: Words, index: int) -> bool:
    low, syntax = words.low[index], words.grammar.noun_phrases
    return low in syntax.genitive or low in syntax.definite or low == "&"


def _is_date(words: Words, first: int, last: int) -> bool:
    """Whether tokens `[first, last)` are days and months, of which one that is a verb and a name needs more: in May."""
    syntax, low = words.grammar.noun_phrases, words.low[first:last]
    if all(each in syntax.months or each in syntax.days for each in low):
        return True
    verbal = len(low) == 1 and low[0] in syntax.modal_months
    return verbal and first > 0 and words.low[first - 1] in words.grammar.names.dating


def _written(words: Words, first: int, last: int) -> tuple[str, ...]:
    """The words of a name as written, a possessive ending kept with its word: Growers’ | Union."""
    parts: list[str] = []
    for index in range(first, last):
        if parts and words.low[index] in words.grammar.noun_phrases.possessive_endings:
            parts[-1] += words.raw[index]
        else:
            parts.append(words.raw[index])
    return tuple(parts)
