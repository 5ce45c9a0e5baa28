"""What a source's own words say about it: name, role, affiliation, country, number and gender.

Positions are token indices. The order of tests follows how news introduces people (Jane Roe, director of X; X chief
executive Jane Roe; a spokesman for X).
"""

from dataclasses import dataclass, replace
from typing import Literal

from detector.attribution.entities import names as naming
from detector.attribution.entities import roles
from detector.attribution.entities.context import Context
from detector.attribution.entities.gazetteer import Place
from detector.attribution.entities.lexicons import word_lists
from detector.attribution.entities.names import Name
from detector.attribution.entities.roles import Gender
from detector.attribution.syntax.noun_phrases import ATTACHED, PERCEIVED, Phrase
from detector.attribution.tokens.token_table import Words
from detector.languages.en.reporting import load

TRAILING = frozenset({"JJ", "VBN", "VBG", "VBD"})  # tags of what only tells more: people | briefed on it
SourceKind = Literal["person", "organisation", "document", "collective"]


@dataclass(frozen=True, slots=True)
class Description:
    """One mention of a source, read by itself. `role` is as written, `head` the noun it is about in lower case;
    `places` are the countries and political parties it carries, `government` the country it speaks for; `definite` is
    true for "the analyst", `press` where it speaks for its affiliation."""

    kind: SourceKind
    label: str
    name: tuple[str, ...] = ()
    role: str | None = None
    head: str | None = None
    affiliation: str | None = None
    places: tuple[Place, ...] = ()
    gender: Gender | None = None
    definite: bool = False
    plural: bool = False
    press: bool = False
    government: str | None = None

    @property
    def home(self) -> str | None:
        """The first country or state among the places."""
        return next((place.name for place in self.places if place.country or place.sort == "region"), None)

    @property
    def country(self) -> str | None:
        """The first country among the places."""
        return next((place.country for place in self.places if place.country), None)


def describe(context: Context, phrase: Phrase) -> Description:
    """Read the noun phrase at token range `phrase` by itself."""
    words, (first, last) = context.words, phrase
    while first < last - 1 and words.low[first] in ("'s", ","):
        first += 1
    within = context.names_in(first, _before_parenthesis(words, first, last))
    places = context.places_in(first, last)
    last = _before_readers(words, first, last)
    known = _of_surname(context, (first, last))
    if known is not None:
        return known
    if within and _ends(words, within[-1], last) and _is_subject(context, within[-1], first):
        return _person(context, first, within, places)
    name = context.names.by_token.get(_head_index(words, first, last))
    if name is not None and _is_subject(context, name, first):
        leading = [other for other in within if other.core[0] <= name.core[0]]
        described = _person(context, first, leading, places)
        return replace(described, affiliation=described.affiliation or roles.affiliation(within[len(leading) :]))
    label = words.text[words.start[first] : words.end[last - 1]]
    base = Description(
        "collective",
        label[4:] if label[:4].lower() == "the " else label,
        head=_head(words, first, last),
        places=places,
        definite=words.low[first] in ("the", "this", "that"),
    )
    return _common(context, base, within, (first, last))


def _before_readers(words: Words, first: int, last: int) -> int:
    """Where a document ends of which only its readers are told further: a letter | seen by the Guardian."""
    for index in range(first + 1, last - 1):
        if words.low[index] in PERCEIVED and words.low[index + 1] in ("by", "to"):
            return index
    return last


def _before_parenthesis(words: Words, first: int, last: int) -> int:
    """Where a phrase ends without the parenthesis that closes it: Schumer | (D-N.Y.)."""
    if words.raw[last - 1] != ")":
        return last
    return next((index for index in range(last - 1, first, -1) if words.raw[index] == "("), last)


def _of_surname(context: Context, phrase: Phrase) -> Description | None:
    """A last name that is a title or a common word by itself, where the text has somebody of that name: King."""
    words, (first, last) = context.words, phrase
    known = context.names.full.get(words.low[first], frozenset()) if last - first == 1 and words.capital(first) else ()
    if len(known) != 1:
        return None
    (core,) = known
    return Description("person", " ".join(core), core, gender=roles.gender((), core, None))


def _ends(words: Words, name: Name, last: int) -> bool:
    """Whether nothing but a mark, a possessive or a parenthesis stands between the name and the end of its phrase."""
    rest = words.low[name.core[1] : last]
    return rest[:1] == ("(",) or all(not low[0].isalnum() for low in rest)


def _is_subject(context: Context, name: Name, first: int) -> bool:
    """Whether the phrase is about the person named: not "critics of Roe", not "a spokesman for Roe"."""
    governed = name.first > first and context.words.low[name.first - 1] in ATTACHED
    return not governed and is_person(context, name, first)


def is_person(context: Context, name: Name, first: int) -> bool:
    """Whether the name, in a phrase that begins at `first`, is a person's."""
    words, lists = context.words, word_lists("people")
    if name.kind != "unknown" or any(index in context.places for index in range(*name.core)):
        return name.kind == "person"
    last = naming.surname(name.words)
    if last in context.names.full or last in context.names.titled:
        return True
    if last in lists["organisation"]:
        return False
    ahead = words.low[first : name.core[0]]
    if not load().lists["persons"].isdisjoint(ahead):
        return True
    alone = "the" not in ahead[:1] and "and" not in ahead and ATTACHED.isdisjoint(ahead)
    if not alone or len(name.words) > 3 or name.words in context.names.corporate:
        return False
    return len(name.words) > 1 or name.words in context.names.human or last in context.names.surnames


def _head(words: Words, first: int, last: int) -> str:
    """The noun that the phrase is about: the last one before a preposition."""
    return words.low[_head_index(words, first, last)]


def _head_index(words: Words, first: int, last: int) -> int:
    stop = first + 1
    while stop < last and words.low[stop] not in ATTACHED and words.raw[stop] not in (",", "("):
        trailing = words.tag[stop] in TRAILING and words.low[stop] not in load().lists["persons"]  # a police chief
        if words.tag[stop - 1][:2] == "NN" and trailing and not words.capital(stop):
            break
        stop += 1
    return stop - 1


def _person(context: Context, first: int, within: list[Name], places: tuple[Place, ...]) -> Description:
    words, name = context.words, within[-1]
    said = roles.role(words, first, name.core[0])
    role = said or (" ".join(name.titles) if roles.is_office(name.titles) else None)
    core = known_name(context, name)
    described = Description("person", " ".join(core), core, role, roles.head_of(said), places=places)
    affiliation = roles.affiliation([other for other in within if other.core[1] <= name.core[0]])
    return replace(
        described,
        affiliation=affiliation or (described.home if role else None),
        gender=roles.gender(name.titles, core, role),
        press=roles.speaks_for(role),
    )


def known_name(context: Context, name: Name) -> tuple[str, ...]:
    """The name without words of a title that the text elsewhere writes without: History Jane Roe."""
    shorter = context.names.full.get(naming.surname(name.words), frozenset())
    options = [name.words[k:] for k in range(1, len(name.words) - 1) if name.words[k:] in shorter]
    return tuple(word.removesuffix("’s") for word in (options[0] if options else name.words))


def _common(context: Context, base: Description, within: list[Name], phrase: Phrase) -> Description:
    """A source that is no person by name: by its head noun, then by what its name is."""
    words, lists, (first, last) = context.words, load().lists, phrase
    owner, head = roles.affiliation(within), _head(words, first, last)
    if head in lists["documents"]:
        return replace(base, kind="document", affiliation=owner or base.country)
    if head in lists["persons"] or head.endswith("-year-old"):
        return _by_role(context, base, within, phrase)
    whole = context.places.get(first + (words.low[first] == "the"))
    if whole is not None and whole.last >= last:
        return _metonym(base, whole.place)
    index = _head_index(words, first, last)
    name, place = context.names.by_token.get(index), context.places.get(index)
    if place is not None and place.place.sort in ("political", "demonym") and head.endswith("s"):
        return replace(base, plural=True, government=place.place.country)
    if name is not None:
        return replace(base, kind="organisation", label=_without_article(name.words), name=name.words)
    return _group(base, bool(within), owner, _is_plural(words, phrase, head))


def _by_role(context: Context, base: Description, within: list[Name], phrase: Phrase) -> Description:
    """A person told by what they are, the mayor's aide, or by no more than their age."""
    words, (first, last) = context.words, phrase
    head = _head(words, first, last)
    if head.endswith("-year-old"):
        return replace(base, kind="person")
    role = roles.role(words, first, last) or head
    owner = roles.affiliation(within) or next((" ".join(name.words) for name in within if name.kind == "person"), None)
    about = replace(base, kind="person", role=role, head=roles.head_of(role), affiliation=owner or base.country)
    return replace(about, press=roles.speaks_for(role), gender=roles.gender((), (), role))


def _without_article(name: tuple[str, ...]) -> str:
    return " ".join(name[1:] if name[0].lower() == "the" and len(name) > 1 else name)


def _group(base: Description, has_name: bool, owner: str | None, plural: bool) -> Description:
    """An organisation by a common noun, or some people."""
    lists, head = load().lists, base.head or ""
    press = head in word_lists("people")["press"]
    if has_name and not plural and (press or head in lists["collectives"]):
        named = () if base.label[:2].lower() in ("a ", "an") else (base.label,)
        return replace(base, kind="organisation", name=named, affiliation=owner, press=press)
    if not plural and (head in word_lists("people")["bodies"] or head in word_lists("people")["companies"]):
        return replace(base, kind="organisation", affiliation=owner)
    return replace(base, affiliation=owner, plural=plural, government=None if owner else base.country)


def _metonym(base: Description, place: Place) -> Description:
    """A country, capital, institution or political party that speaks."""
    if place.sort == "political" and base.label.endswith("s") and base.label != place.name:
        return replace(base, plural=True)
    if place.sort in ("institution", "body", "political"):
        return replace(base, kind="organisation", name=(base.label,), government=place.country)
    return replace(base, government=place.country, plural=place.sort == "demonym")


def _is_plural(words: Words, phrase: Phrase, head: str) -> bool:
    nouns = (index for index in range(*phrase) if words.low[index] == head)
    return head in ("police", "people") or any(words.tag[k] in ("NNS", "NNPS") or head.endswith("s") for k in nouns)
