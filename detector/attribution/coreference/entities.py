"""Somebody or something met while reading, and when two mentions can be the same."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from detector.attribution.coreference.descriptions import Description
from detector.attribution.entities import aliases, roles
from detector.attribution.entities import names as naming
from detector.attribution.syntax.noun_phrases import Phrase
from detector.languages.entity_words import Gender, NameWords
from detector.languages.grammar import AttributionGrammar

UNNAMED = "?"  # opens the alias of somebody told by their role alone
GOVERNMENT = "@"  # opens the alias of a government that a place stands for: Moscow, Russia
INITIALS = "="  # opens the alias of somebody called by their initials


@dataclass(slots=True, eq=False)
class Entity:
    """One source in the making; grows with each mention; `members` are those who speak together in it, `alone` is true
    once somebody was meant by their last name alone, `told` once words were given to it. Lives only while one article
    is resolved."""

    description: Description
    aliases: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    spans: list[Phrase] = field(default_factory=list)
    gender: Gender | None = None
    seen: int = -1
    members: tuple["Entity", ...] = ()
    alone: bool = False
    told: bool = False

    @property
    def is_person(self) -> bool:
        """Whether it is one person."""
        return self.description.kind == "person"

    def learn(self, new: Description) -> None:
        """Take up what a further mention says."""
        self.description = combine(self.description, new)
        self.gender = self.gender or new.gender
        self.alone = self.alone or len(new.name) == 1


def alias_keys(described: Description, grammar: AttributionGrammar) -> list[str]:
    """The keys under which other mentions can find this one."""
    if described.kind == "person":
        if described.name:
            letters = _initials(described.name)
            return [naming.surname(described.name, grammar), *([f"{INITIALS}{letters}"] if len(letters) > 2 else [])]
        label = _bare(described.label, grammar)
        return [f"{UNNAMED}{label}"] if described.affiliation is not None and label.count(" ") > 1 else []
    names = grammar.names
    full = described.label.lower().removeprefix(f"{names.article} ").replace("’", "'")
    for letters in (*grammar.noun_phrases.possessive_letters, *grammar.noun_phrases.possessive_endings):
        full = full.replace(f"{letters} ", " ").removesuffix(letters)  # Roe's campaign, the Roe campaign
    known = [full, described.letters.lower()] if described.letters else [full]
    if described.label.replace(".", "").isupper() and "." in described.label:
        known.append(full.replace(".", ""))  # the W.H.O.
    if described.metonym and described.government:
        known.append(f"{GOVERNMENT}{described.government.lower()}")
    if described.kind != "organisation" or not described.name:
        return known if described.plural else list(dict.fromkeys((*known, *_official_letters(described, names))))
    written = [word for part in described.name for word in part.split()]
    shorter = (" ".join(spelling).lower().replace("’", "'") for spelling in aliases.shorter(written, names))
    return list(dict.fromkeys((*known, *shorter, *map(str.lower, aliases.acronyms(written, names)))))


def _official_letters(described: Description, names: NameWords) -> list[str]:
    """The letters of an office that is written as a title before a common noun: the Milk Trade Representative office,
    the MTR."""
    words = described.label.split()
    titled = next((at for at, word in enumerate(words) if word[0].islower()), len(words))
    return [letters.lower() for letters in aliases.acronyms(words[:titled], names) if titled > 2 and len(letters) > 2]


def _initials(name: Sequence[str]) -> str:
    """The initials of a person's name, in lower case: aoc of Alexandria Ocasio-Cortez."""
    return "".join(part[0] for word in name for part in word.lower().split("-") if part)


def _bare(label: str, grammar: AttributionGrammar) -> str:
    """A label in lower case without the article before it: a senior aide to Roe."""
    first, _, rest = label.lower().partition(" ")
    return rest if rest and first in grammar.noun_phrases.articles else label.lower()


def is_relative(described: Description, grammar: AttributionGrammar) -> bool:
    """Whether somebody is told by whom they are married to or born of: the first lady."""
    return roles.head_of(described.role, grammar) in grammar.coreference.kin | grammar.coreference.spouses


def is_intimate(described: Description, grammar: AttributionGrammar) -> bool:
    """Whether somebody is told by whose friends or family they are, which is nobody's employer: Roe's friends."""
    noun = grammar.singular(roles.head_of(described.role, grammar) or described.head or "")
    words = grammar.coreference
    about = noun in words.intimates | words.kin | words.spouses
    return about and all(place.name != described.affiliation for place in described.places)


def compatible(known: Description, new: Description, grammar: AttributionGrammar) -> bool:
    """Whether two descriptions under one alias can be of the same source: no other first name, no other gender, and no
    office for the spouse of whoever holds it."""
    if known.kind != "person" or new.kind != "person":
        return known.kind != "person" and new.kind != "person"
    if is_relative(known, grammar) and roles.holds_office(roles.office(new.role, grammar), grammar):
        return _is_end(known.name, new.name) and len(new.name) > 1
    if not _same_generation(known, new, grammar):
        return False
    if len(known.name) < 2 or len(new.name) < 2:
        return known.gender is None or new.gender is None or known.gender == new.gender
    if _is_end(known.name, new.name) or _is_end(new.name, known.name):
        return True
    one, other = (_first_name(each, grammar) for each in (known, new))
    return one.startswith(other) or other.startswith(one) or (len(one) > 2 and one[:3] == other[:3])


def _first_name(described: Description, grammar: AttributionGrammar) -> str:
    """Somebody's first name in full and in lower case, as far as it is known."""
    first = described.name[0].rstrip(".").lower()
    return grammar.names.nicknames.get(first, first)


def _same_generation(known: Description, new: Description, grammar: AttributionGrammar) -> bool:
    """Whether two of one last name can be the same though parent and child have it: Jane Roe Jr. is Roe Jr. and Roe,
    but neither Jane Roe nor President Roe."""
    one, other = naming.generation(known.name, grammar), naming.generation(new.name, grammar)
    if one == other:
        return True
    return bool(one and not other and len(new.name) == 1) and (new.role is None or known.role is not None)


def _is_end(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether a name is another without its first words: Luis | de Miranda."""
    words = [word.lower() for word in longer]
    return words[-len(shorter) :] == [word.lower() for word in shorter]


def same_affiliation(one: Description, other: Description, small: frozenset[str]) -> bool:
    """Whether the affiliation of `other` does not speak against its being `one`; `small` words of it say nothing."""
    camps = {place.name for place in other.places if place.sort == "political"}
    if camps and any(place.sort == "political" and place.name not in camps for place in one.places):
        return False
    states = {place.name for place in other.places if place.sort == "region"}
    if states and any(place.sort == "region" and place.name not in states for place in one.places):
        return False
    if other.country is not None:
        return all(place.country in (None, other.country) for place in one.places)
    if other.affiliation is None or one.affiliation is None:
        return True
    return bool(set(one.affiliation.lower().split()) & set(other.affiliation.lower().split()) - small)


def combine(known: Description, new: Description) -> Description:
    """What both descriptions say; the longer name and the first role stay, or a fuller wording of it."""
    better = len(new.name) > len(known.name) and new.kind == known.kind
    fuller = known.role is not None and (new.role or "").lower().endswith(f" {known.role.lower()}")
    return replace(
        known,
        name=new.name if better else known.name,
        label=new.label if better else known.label,
        role=new.role if fuller else known.role or new.role,
        head=known.head or new.head,
        affiliation=known.affiliation or new.affiliation,
        places=known.places + tuple(place for place in new.places if place not in known.places),
        gender=known.gender or new.gender,
        press=known.press or new.press,
        government=known.government or new.government,
    )
