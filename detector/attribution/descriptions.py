"""What a source's own words say about it: name, role, affiliation, country, number and gender.

Positions are token indices. The order of tests follows how news introduces people (Jane Roe, director of X; X chief
executive Jane Roe; a spokesman for X).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from detector.attribution import names as naming
from detector.attribution.cues import load
from detector.attribution.lexicons import word_lists
from detector.attribution.names import Name, Names
from detector.attribution.phrases import ATTACHED, Phrase, after
from detector.attribution.places import Place, PlaceMention
from detector.attribution.words import Words

SourceKind = Literal["person", "organisation", "document", "collective"]
Gender = Literal["male", "female"]
HEADS = frozenset(
    "chairs heads leads runs directs founded represents owns manages coaches edits leads chaired led headed".split()
)


@dataclass(frozen=True, slots=True)
class Description:
    """One mention of a source, read by itself. `role` and `head` are as written; `places` are the countries and
    parties it carries; `definite` is true for "the analyst"; `press` where it speaks for its affiliation."""

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


@dataclass(frozen=True)
class Context:
    """What descriptions are read with."""

    words: Words
    names: Names
    places: Mapping[int, PlaceMention]


def describe(context: Context, phrase: Phrase) -> Description:
    """Read the noun phrase at token range `phrase`, with the apposition that follows it."""
    words = context.words
    first, last = phrase
    while first < last - 1 and words.low[first] in ("'s", ","):
        first += 1
    label = words.text[words.start[first] : words.end[last - 1]]
    within = _names_in(context, first, last)
    places = _places_in(context, first, last)
    person = within[-1] if within and _is_person(context, within[-1], first, last) else None
    if person is not None and person.core[1] >= last - 1:
        return _with_apposition(context, _person(context, first, last, person, places), last)
    head = _head(words, first, last)
    base = Description(
        "collective",
        without_article(label),
        head=head,
        places=places,
        definite=words.low[first] in ("the", "this", "that"),
    )
    described = _unnamed(context, base, first, last, within)
    return _with_apposition(context, described, last) if described.kind == "person" else described


def _names_in(context: Context, first: int, last: int) -> list[Name]:
    found: list[Name] = []
    for index in range(first, last):
        name = context.names.by_token.get(index)
        if name is not None and (not found or found[-1] is not name):
            found.append(name)
    return found


def _places_in(context: Context, first: int, last: int) -> tuple[Place, ...]:
    return tuple(context.places[index].place for index in range(first, last) if index in context.places)


def _is_person(context: Context, name: Name, first: int, last: int) -> bool:
    if name.kind != "unknown" or name.core[0] in context.places:
        return name.kind == "person"
    last_word = naming.surname(name.words)
    if last_word in context.names.full or last_word in context.names.titled:
        return True
    if last_word in _people("organisation"):
        return False
    lists = load().lists
    roles = any(low in lists["persons"] for low in context.words.low[first : name.core[0]])
    ahead = context.words.low[first : name.core[0]]
    alone = "the" not in ahead[:1] and "and" not in ahead and ATTACHED.isdisjoint(ahead)
    return roles or (alone and name.core[1] == last and len(name.words) in (1, 2, 3) and not _corporate(context, name))


def _corporate(context: Context, name: Name) -> bool:
    """Whether a bare name is an organisation's by the words beside any of its mentions."""
    company = _people("companies") | _people("press")
    words = context.words
    for other in context.names.mentions:
        if other.words != name.words:
            continue
        first, last = other.core
        near = (words.low[first - 1] if first else "", words.low[last] if last < len(words.low) else "")
        located = near[0] in ("at", "in", "inside", "into") and near[1] not in ("'s", "'")
        if located or near[0] in company or near[1] in company or near[0] == "the" or other.kind == "organisation":
            return True
    return False


def _people(key: str) -> frozenset[str]:
    return word_lists("people")[key]


def _head(words: Words, first: int, last: int) -> str | None:
    """The noun that the phrase is about: the last one before a preposition."""
    stop = first
    while stop < last and not (words.low[stop] in ATTACHED and stop > first) and words.raw[stop] not in (",", "("):
        stop += 1
    return words.low[stop - 1] if stop > first else None


def _person(context: Context, first: int, last: int, name: Name, places: tuple[Place, ...]) -> Description:
    words = context.words
    role = _role(words, first, name.core[0]) or (" ".join(name.titles) if _is_office(name.titles) else None)
    others = [other for other in _names_in(context, first, name.core[0]) if other is not name]
    affiliation = _affiliation(others)
    if affiliation is None and role:
        affiliation = next((place.name for place in places if place.country), None)
    core = tuple(word.removesuffix("’s") for word in _known(context, name))
    described = Description("person", " ".join(core), name=core, role=role, head=_role_head(words, first, name.core[0]),
        affiliation=affiliation, places=places)  # fmt: skip
    return replace(described, gender=_gender(name.titles, core, role), press=_speaks(role))


def _affiliation(others: Sequence[Name]) -> str | None:
    """The organisation among the names beside a person: the first that is surely one, else the last."""
    usable = [name for name in others if name.kind != "person" and name.words[0].lower() not in load().lists["persons"]]
    sure = [name for name in usable if name.kind == "organisation" and len(name.words) > 1]
    chosen = sure[0] if sure else usable[-1] if usable else None
    return " ".join(chosen.words) if chosen else None


def _known(context: Context, name: Name) -> tuple[str, ...]:
    """The name without words of a title that the text elsewhere writes without: History Jane Roe."""
    shorter = {other.words for other in context.names.full.get(naming.surname(name.words), ())}
    options = [name.words[k:] for k in range(1, len(name.words) - 1) if name.words[k:] in shorter]
    return options[0] if options else name.words


def _is_office(titles: tuple[str, ...]) -> bool:
    return bool(titles) and not set(titles) <= frozenset("mr mrs ms miss mx dr sir lord lady dame hon".split())


def _speaks(role: str | None) -> bool:
    return bool(role and set(role.lower().replace("-", " ").split()) & _people("press"))


def _gender(titles: tuple[str, ...], name: tuple[str, ...], role: str | None) -> Gender | None:
    marks = {*titles, *(role or "").lower().split()}
    male = marks & (_people("male_titles") | _people("male_words"))
    female = marks & (_people("female_titles") | _people("female_words"))
    if male or female:
        return "male" if male else "female"
    given = name[0].lower() if len(name) > 1 else ""
    if (given in _people("male")) == (given in _people("female")):
        return None
    return "male" if given in _people("male") else "female"


def _role(words: Words, first: int, last: int) -> str | None:
    """The words that say what somebody is: from the first plain noun or adjective to the last role noun."""
    persons = load().lists["persons"]
    ends = [
        index
        for index in range(first, last)
        if words.low[index] in persons or words.low[index].rstrip(".") in _people("titles")
    ]
    ends = [
        index
        for index in ends
        if words.low[index].rstrip(".") not in ("mr", "mrs", "ms", "dr", "miss", "sir", "former")
    ]
    if not ends:
        return None
    start = end = ends[0]
    while end + 1 < last and words.low[end + 1] in persons:
        end += 1
    while start > first and words.tag[start - 1][:2] in ("NN", "JJ", "VB") and not words.capital(start - 1):
        start -= 1
    return words.text[words.start[start] : words.end[end]]


def _plain_role(words: Words, first: int, last: int) -> str | None:
    """The plain noun of "a grower in the next valley"."""
    if words.low[first] not in ("a", "an", "the"):
        return None
    end = first + 1
    while end < last and words.tag[end][:2] in ("NN", "JJ", "VB") and not words.capital(end):
        end += 1
    return words.text[words.start[first + 1] : words.end[end - 1]] if end > first + 1 else None


def _role_head(words: Words, first: int, last: int) -> str | None:
    return _last_word(_role(words, first, last))


def _last_word(role: str | None) -> str | None:
    return role.lower().split()[-1] if role else None


def _unnamed(context: Context, base: Description, first: int, last: int, within: list[Name]) -> Description:
    words, lists = context.words, load().lists
    organisation = next((name for name in reversed(within) if name.kind != "person" or name.core[1] < last), None)
    owner = " ".join(organisation.words) if organisation else None
    country = next((place.country for place in base.places if place.country), None)
    head = base.head or ""
    if head in lists["documents"]:
        return replace(base, kind="document", affiliation=owner or country)
    if head in lists["persons"]:
        role = _role(words, first, last) or head
        return replace(base, kind="person", role=role, affiliation=owner or country, press=_speaks(role),
            gender=_gender((), (), role))  # fmt: skip
    whole = context.places.get(first + (words.low[first] == "the"))
    if whole is not None and whole.last >= last:
        return _metonym(base, whole.place)
    if within and within[-1].core[1] >= last:
        return replace(base, kind="organisation", label=without_article(base.label), name=within[-1].words)
    if (
        within
        and (head in lists["collectives"] or head in _people("press"))
        and not _is_plural(words, first, last, head)
    ):
        label = without_article(base.label)
        return replace(
            base, kind="organisation", label=label, name=(label,), affiliation=owner, press=head in _people("press")
        )
    plural = _is_plural(words, first, last, head)
    if not plural and head in _people("organisation") | _people("companies"):
        return replace(base, kind="organisation", affiliation=owner)
    return replace(base, affiliation=owner, plural=plural, government=country if country and not owner else None)


def _metonym(base: Description, place: Place) -> Description:
    label = without_article(base.label)
    if place.sort == "political" and label.endswith("s") and label != place.name and not label.isupper():
        return replace(base, label=label, plural=True)
    if place.sort in ("institution", "body", "political"):
        return replace(base, kind="organisation", label=label, name=(label,), government=place.country)
    return replace(base, kind="collective", label=label, government=place.country, plural=place.sort == "demonym")


def without_article(label: str) -> str:
    return label[4:] if label[:4].lower() == "the " else label


def _is_plural(words: Words, first: int, last: int, head: str) -> bool:
    return head in ("police", "people") or any(
        words.low[index] == head and (words.tag[index] in ("NNS", "NNPS") or head.endswith("s"))
        for index in range(first, last)
    )


def _with_apposition(context: Context, described: Description, last: int) -> Description:
    """Add what stands between commas or parentheses after the phrase."""
    words = context.words
    unit_end = words.unit_at(last - 1).last
    if last + 1 < unit_end and words.raw[last] == "(":
        described = replace(described, places=(*described.places, *_places_in(context, last, min(last + 4, unit_end))))
    if last + 1 >= unit_end or words.raw[last] != "," or words.quoted[last]:
        return described
    start = last + 1
    if words.tag[start] == "CD" and start + 2 < unit_end and words.raw[start + 1] == ",":
        start += 2
    if words.low[start] in ("who", "which"):
        return _relative(context, described, start, unit_end)
    apposition = after(words, start, unit_end)
    if apposition is None:
        return described
    return _merge_apposition(context, described, apposition)


def _merge_apposition(context: Context, described: Description, apposition: Phrase) -> Description:
    words = context.words
    first, last = apposition
    within = _names_in(context, first, last)
    named = next(
        (name for name in within if _leads(words, first, name) and _is_person(context, name, first, last)), None
    )
    if not described.name and named is not None:
        core = _known(context, named)
        gender = _gender(named.titles, core, described.role)
        return replace(described, name=core, label=" ".join(core), gender=gender or described.gender)
    role = _role(words, first, last) or _plain_role(words, first, last)
    if role is None and words.low[first] not in ("a", "an", "the"):
        places = tuple(place for place in _places_in(context, first, last) if place.sort == "political")
        return replace(described, places=(*described.places, *places))
    if named is not None and role is None:
        return described
    affiliation = described.affiliation or _affiliation(within)
    places = _places_in(context, first, last)
    affiliation = affiliation or next((place.name for place in places if place.country), None)
    full = described.role or role
    return replace(described, role=full, head=described.head or ((role or "").lower().split()[-1:] and (role or "").lower().split()[-1]),
        affiliation=affiliation, places=(*described.places, *places), press=described.press or _speaks(role),
        gender=described.gender or _gender((), (), role))  # fmt: skip


def _leads(words: Words, first: int, name: Name) -> bool:
    """Whether the apposition is the name itself, with a title perhaps: his deputy, Foreign Minister Jon Roe."""
    return not any(words.low[index] in ATTACHED for index in range(first, name.core[0]))


def _relative(context: Context, described: Description, start: int, unit_end: int) -> Description:
    """Read ", who chairs Y,"."""
    words = context.words
    if start + 1 >= unit_end or words.low[start + 1] not in HEADS:
        return described
    within = _names_in(context, start + 1, min(start + 14, unit_end))
    if not within or described.affiliation:
        return described
    role = described.role or f"{words.raw[start]} {words.raw[start + 1]}"
    return replace(described, role=role, affiliation=" ".join(within[0].words))
