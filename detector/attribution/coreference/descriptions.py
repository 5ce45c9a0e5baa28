"""What a source's own words say about it: name, role, affiliation, country, number and gender.

Positions are token indices. The order of tests follows how news introduces people (Jane Roe, director of X; X chief
executive Jane Roe; a spokesman for X).
"""

from dataclasses import dataclass, replace
from typing import Literal

from detector.attribution.coreference import heads
from detector.attribution.coreference.people import is_person, known_name, role_before
from detector.attribution.entities import affiliations, aliases, entity_type, plurals, roles
from detector.attribution.entities.context import Context
from detector.attribution.entities.names import Name
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import TokenTable
from detector.languages.entity_words import Gender
from detector.languages.grammar import AttributionGrammar
from detector.languages.places import Place

SourceKind = Literal["person", "organisation", "document", "collective"]


@dataclass(frozen=True, slots=True)
class Description:
    """One mention of a source, read by itself. `role` is as written, `head` the noun it is about in lower case;
    `places` are the countries and political parties it carries, `government` the country it speaks for; `definite` is
    true for "the analyst", `press` where it speaks for its affiliation; `letters` stand in brackets behind it; `beside`
    is what somebody is beside their `role`; `metonym`: a place that speaks for its government."""

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
    letters: str | None = None
    beside: str | None = None
    metonym: bool = False

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
    words, grammar, (first, last) = context.words, context.grammar, phrase
    while first < last - 1 and (words.low[first] in grammar.noun_phrases.possessive_letters or words.raw[first] == ","):
        first += 1
    within = context.names_in(first, heads.before_parenthesis(words, first, last))
    places = context.places_in(first, last)
    last = heads.before_readers(words, first, last)
    known = _of_surname(context, (first, last))
    if known is not None:
        return known
    if within and _ends(words, within[-1], last) and _is_subject(context, within[-1], first):
        first = heads.past_gerund(words, first, within[-1].first)
        within, places = context.names_in(first, within[-1].core[1]), context.places_in(first, last)
        if within[-1].first > first and is_posted(context, within[-1]):
            places = context.places_in(first, within[-1].first)
        return _person(context, first, within, places)
    name = context.names.by_token.get(heads.head_index(words, first, last))
    if name is not None and _is_subject(context, name, first):
        leading = [other for other in within if other.core[0] <= name.core[0]]
        described = _person(context, first, leading, places)
        return replace(
            described, affiliation=described.affiliation or affiliations.affiliation(context, within[len(leading) :])
        )
    label = words.text[words.start[first] : words.end[last - 1]]
    base = Description(
        "collective",
        aliases.without_article(label, grammar),
        head=heads.head_of(words, first, last),
        places=places,
        definite=words.low[first] in grammar.coreference.demonstratives,
    )
    return _common(context, base, within, (first, last))


def _of_surname(context: Context, phrase: Phrase) -> Description | None:
    """A last name that is a title or a common word by itself, where the text has somebody of that name: King."""
    words, (first, last) = context.words, phrase
    known = context.names.full.get(words.low[first], frozenset()) if last - first == 1 and words.capital(first) else ()
    if len(known) != 1:
        return None
    (core,) = known
    return Description("person", " ".join(core), core, gender=roles.gender((), core, None, context.grammar))


def _ends(words: TokenTable, name: Name, last: int) -> bool:
    """Whether nothing but a mark, a possessive or a parenthesis stands between the name and the end of its phrase."""
    rest = words.low[name.core[1] : last]
    return rest[:1] == ("(",) or all(not low[0].isalnum() for low in rest)


def _is_subject(context: Context, name: Name, first: int) -> bool:
    """Whether the phrase is about the person named: not "critics of Roe", not "a spokesman for Roe"."""
    words, syntax, at = context.words, context.grammar.noun_phrases, name.first - 1
    at -= at > first and words.low[at] in syntax.definite  # a friend of | the Roes
    governed = at >= first and words.low[at] in syntax.prepositions
    if governed and words.low[at - 1 : at + 2] in context.grammar.names.closed_titles:
        return is_person(context, name, first)  # Editor in | Chief Jane Roe
    while at > first and words.capital(at):
        at -= 1  # a spokesman for | Judiciary | Chairman Roe; not: Undersecretary for | Trade | Jane Roe
    governed |= at > first and words.low[at] in syntax.prepositions - syntax.genitive and not words.capital(at - 1)
    return (not governed or is_posted(context, name)) and is_person(context, name, first)


def is_posted(context: Context, name: Name) -> bool:
    """Whether the country before a name belongs to the office before it: ambassador to | Japan | Jane Roe; not: an aide
    to Icelandic President Jon Hale."""
    words, at, place = context.words, name.first - 2, context.places.get(name.first)
    if at < 0 or name.titles or place is None or place.last != name.core[0] or place.place.sort != "country":
        return False
    office = words.low[at] in words.grammar.cues.words.persons
    return office and words.low[at + 1] in words.grammar.noun_phrases.infinitive


def _person(context: Context, first: int, within: list[Name], places: tuple[Place, ...]) -> Description:
    grammar, name = context.grammar, within[-1]
    if name.first > first and context.words.low[name.first - 1] in grammar.noun_phrases.additive:
        first, within = name.first, within[-1:]  # the ministry and | Roe
    behind = [other.core[1] + 1 for other in within[:-1] if _is_joined(context, other)]
    if behind:
        first, places = behind[-1], context.places_in(behind[-1], name.core[1])  # Sen. Hale and | Ohio Sen. Roe
        within = context.names_in(first, name.core[1])
    written = plurals.of_one(role_before(context, first, within), grammar)
    role = written or (" ".join(name.titles) if roles.is_office(name.titles, grammar) else None)
    core = known_name(context, name)
    described = Description("person", " ".join(core), core, role, roles.head_of(written, grammar), places=places)
    affiliation = affiliations.affiliation(context, [other for other in within if other.core[1] <= name.core[0]])
    institution = affiliations.institution(context, (first, name.core[0]))
    served = affiliations.served(context, first, name.core[0])
    chamber = (institution or "").lower() in grammar.names.chambers and bool(role)  # Senate Majority Leader
    known = affiliation or (None if chamber else institution)
    return replace(
        described,
        affiliation=affiliations.fuller(known, served) or (described.home if role else None),
        gender=roles.gender(name.titles, core, role, grammar),
        press=roles.speaks_for(role, grammar),
    )


def _is_joined(context: Context, name: Name) -> bool:
    """Whether somebody by name is told with another behind "and", who has a role of their own."""
    following = context.words.low[name.core[1] : name.core[1] + 1]
    return name.kind == "person" and not context.grammar.noun_phrases.additive.isdisjoint(following)


def _common(context: Context, base: Description, within: list[Name], phrase: Phrase) -> Description:
    """A source that is no person by name: by its head noun, then by what its name is."""
    words, grammar, (first, last) = context.words, context.grammar, phrase
    owner, head = _owner(context, within, phrase), heads.head_of(words, first, last)
    titled = words.capital(heads.head_index(words, first, last)) and heads.head_index(words, first, last) > first
    if head in grammar.cues.words.documents and not (titled and heads.is_body(words, phrase, head)):
        return replace(base, kind="document", affiliation=owner or base.country)
    index = heads.head_index(words, first, last)
    head = head.replace(".", "") if head.replace(".", "") in grammar.cues.words.persons else head  # the C.E.O.
    name, place = context.names.by_token.get(index), context.places.get(index)
    newspaper = name is not None and entity_type.is_newspaper(words, name.core)
    follower = words.raw[index] in grammar.gazetteer.followers and words.low[first] in grammar.noun_phrases.articles
    known = (head in grammar.cues.words.persons and not newspaper) or _is_told_apart(head, grammar)
    if known or follower:
        return _by_role(context, base, within, phrase)
    whole = context.places.get(first + (words.low[first] in grammar.noun_phrases.definite))
    if whole is not None and whole.last >= last:
        return _metonym(base, whole.place, grammar)
    if place is not None and place.place.sort in ("political", "demonym") and grammar.singular(head) != head:
        return replace(base, plural=True, government=place.place.country)
    people = head in grammar.cues.words.collectives and _is_plural(words, phrase, head)  # Muslims
    if name is not None and not (people and len(name.words) == 1):
        return replace(
            base, kind="organisation", label=aliases.named_without_article(name.words, grammar), name=name.words
        )
    return _group(base, bool(within), owner, _is_plural(words, phrase, head), grammar)


def _is_told_apart(head: str, grammar: AttributionGrammar) -> bool:
    """Whether the noun of a phrase tells one person by their age or their state: the 59-year-old, the Texan."""
    return head.endswith(grammar.coreference.age_endings) or head in grammar.coreference.natives


def _by_role(context: Context, base: Description, within: list[Name], phrase: Phrase) -> Description:
    """A person told by what they are, the mayor's aide, or by no more than their age."""
    words, grammar, (first, last) = context.words, context.grammar, phrase
    head = heads.head_of(words, first, last)
    if _is_told_apart(head, grammar):
        return replace(base, kind="person")
    fallback = None if words.raw[heads.head_index(words, first, last)] in grammar.gazetteer.followers else head
    role = roles.with_past(words, first, last, roles.role(words, first, last) or fallback)
    person = next((" ".join(name.words) for name in within if name.kind == "person"), None)
    owner = _owner(context, within, phrase) or person
    noun = roles.head_of(role, grammar) or head
    definite = base.definite or words.low[first] in grammar.coreference.owned_by
    about = replace(base, kind="person", role=role, head=noun, affiliation=owner or base.country, definite=definite)
    return replace(about, press=roles.speaks_for(role, grammar), gender=roles.gender((), (), role, grammar))


def _owner(context: Context, within: list[Name], phrase: Phrase) -> str | None:
    """Whom or what somebody told by a common noun belongs to."""
    known = affiliations.institution(context, phrase) or affiliations.affiliation(context, within)
    served, label = affiliations.served(context, *phrase), context.words.span(*phrase).of(context.words.text)
    served = served or affiliations.possessor(context, *phrase)
    return known if served is None or label.endswith(served) else affiliations.fuller(known, served)


def _group(
    base: Description, has_name: bool, owner: str | None, plural: bool, grammar: AttributionGrammar
) -> Description:
    """An organisation by a common noun, or some people."""
    head, people = base.head or "", grammar.people
    press = head in people.press
    if has_name and not plural and (press or head in grammar.cues.words.collectives):
        named = () if base.label.lower().startswith(grammar.names.indefinite_openings) else (base.label,)
        return replace(base, kind="organisation", name=named, affiliation=owner, press=press)
    if not plural and (head in people.bodies or head in people.companies):
        return replace(base, kind="organisation", affiliation=owner)
    return replace(base, affiliation=owner, plural=plural, government=None if owner else base.country)


def _metonym(base: Description, place: Place, grammar: AttributionGrammar) -> Description:
    """A country, capital, institution or political party that speaks."""
    if place.sort == "political" and grammar.singular(base.label) != base.label and base.label != place.name:
        return replace(base, plural=True)
    if place.sort in ("institution", "body", "political"):
        return replace(base, kind="organisation", name=(base.label,), government=place.country)
    demonym = place.sort == "demonym"
    return replace(base, government=place.country, plural=demonym, metonym=not demonym)


def _is_plural(words: TokenTable, phrase: Phrase, head: str) -> bool:
    if head in words.grammar.coreference.plural_nouns:
        return True
    nouns = (index for index in range(*phrase) if words.low[index] == head)
    return any(words.form[k] == "plural" or words.grammar.singular(head) != head for k in nouns)
