"""The gazetteer of a language: countries, unions, political parties and known bodies, by every name the news gives."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Sort = Literal["country", "demonym", "capital", "institution", "political", "body", "region"]


@dataclass(frozen=True, slots=True)
class Place:
    """What a name stands for: `name` is the country, union, political party or body."""

    name: str
    sort: Sort

    @property
    def country(self) -> str | None:
        """The country or union, where it is one."""
        return self.name if self.sort in ("country", "demonym", "capital", "institution") else None


Entries = Mapping[str, Sequence[tuple[tuple[str, ...], Place]]]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names as written: `entries` by their first word, the longest first; `party_of` the political party of the letter
    that stands in a text at an offset, after a bracket perhaps: (D., Ohio), D-Ohio; `common` political words that
    say nothing at the head of a sentence; `origins` words before a demonym that make it no country's; `regions`
    parts of the world; `bodies` known by their letters; `members` of a chamber, by their titles in lower case;
    `followers` what one follower of a political party is called. `locative` and `towards` are prepositions of
    place, `topical` those before an institution that is only a scene (on the Hill), `events` nouns for what
    happens somewhere (the Iraq war)."""

    entries: Entries
    party_of: Callable[[str, int, bool], str | None]
    common: frozenset[str]
    origins: frozenset[str]
    regions: frozenset[str]
    bodies: frozenset[str]
    members: Mapping[str, Sequence[str]]
    followers: frozenset[str]
    locative: frozenset[str]
    towards: frozenset[str]
    topical: frozenset[str]
    events: frozenset[str]
