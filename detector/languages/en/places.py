"""The gazetteer of English: names of `lexicon/atlas.toml`, with those of `lexicon/places.toml`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from detector.errors import reading
from detector.languages.lexicons import read_table
from detector.languages.places import Entries, Gazetteer, Place, Sort

LETTER = re.compile(r"([A-Z])[-–—] ?[A-Z]\.?[A-Za-z.]+")  # , D-Ohio,
BRACKETED = re.compile(r"([A-Z])(?:\.?[-–—,/] ?[A-Z][A-Za-z.]+(?:[ -][\w.]+)?|\.?)[)\]]")  # (D., Md.) · (R–Ariz.) · (D)
SORTS: Mapping[str, Sort] = {
    "institutions": "institution",
    "demonyms": "demonym",
    "political": "political",
    "bodies": "body",
}
Form = tuple[str, ...]


def load() -> Gazetteer:
    """Read `lexicon/places.toml`. Raises `DataError` where it is missing or damaged."""
    table = read_table("en", "places")
    with reading("lexicon/places.toml"):
        words = {key: frozenset(value.split()) for key, value in table["prepositions"].items()}
        letters = table["letters"]

        def party_of(text: str, start: int, bracketed: bool) -> str | None:
            if text[start] not in letters:
                return None
            match = (BRACKETED if bracketed else LETTER).match(text, start)
            return letters[match[1]] if match else None

        return Gazetteer(
            entries=_entries(table),
            party_of=party_of,
            common=frozenset(table["common"]),
            origins=frozenset(table["origins"]),
            regions=frozenset(table["regions"]),
            bodies=frozenset(table["bodies"]),
            members=table["members"],
            followers=_followers(table["political"]),
            locative=words["locative"],
            events=words["events"],
            towards=words["towards"],
            topical=words["topical"],
        )


def _entries(table: Mapping[str, Any]) -> Entries:
    """All names, by their first word, the longest first; longer ones in capitals too."""
    atlas = read_table("en", "atlas")
    with reading("lexicon/atlas.toml"):
        known = dict(_of_atlas(atlas, frozenset(table["ambiguous"])))
    names, cities = frozenset(table["countries"]["names"]), frozenset(table["countries"]["cities"])
    for key, sort in SORTS.items():
        for name, forms in table[key].items():
            for form in forms:
                own = _of_demonym(form, name, names, cities) if sort == "demonym" else sort
                known[tuple(form.split())] = Place(name, own)
    by_first: dict[str, list[tuple[Form, Place]]] = {}
    for form, place in sorted(known.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(form[0], []).append((form, place))
        shouted = tuple(word.upper() for word in form)
        if shouted != form and len(form[0]) > 3:
            by_first.setdefault(shouted[0], []).append((shouted, place))
    return by_first


def _followers(political: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The names for one follower of a party: those that have a plural among its names."""
    return frozenset(form for forms in political.values() for form in forms if f"{form}s" in forms)


def _of_atlas(atlas: Mapping[str, Any], ambiguous: frozenset[str]) -> Iterator[tuple[Form, Place]]:
    """American states, then countries with their capitals, which give way to names that are there already."""
    known = {
        tuple(state.split()): Place(state, "region")
        for state in atlas["states"]
        if state not in {"Washington", *ambiguous}
    }
    for country, capital in atlas["countries"]:
        if country not in ambiguous:
            known[tuple(country.split())] = Place(country, "country")
        if capital and capital not in ambiguous:
            known.setdefault(tuple(capital.split()), Place(country, "capital"))
    yield from known.items()


def _of_demonym(form: str, name: str, names: frozenset[str], cities: frozenset[str]) -> Sort:
    """What one of the other names of a country is: a city, the country again, or a demonym."""
    if form in cities:
        return "capital"
    return "country" if form in names or form == name or " of " in f"{form} " or form.endswith(name) else "demonym"
