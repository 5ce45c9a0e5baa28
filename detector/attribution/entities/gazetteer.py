"""Countries, unions, political parties and known bodies in an article, by every name the news gives them.

Positions are token indices.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from detector.article import Part
from detector.attribution.tokens.token_table import TokenTable
from detector.languages.places import Entries, Place

DATELINE = 6  # units of an article among which the dateline stands
CLOSED = 8  # tokens within which a dash ends the dateline
SHORT = 3  # letters of an acronym that opens a sentence
DASHES = frozenset({"–", "—", "-", "--"})
OPENING = frozenset({"(", "["})  # before a party's letter


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named by tokens `[first, last)`."""

    first: int
    last: int
    place: Place


def find_places(words: TokenTable) -> Mapping[int, PlaceMention]:
    """All places named in the article, by their first token."""
    return {mention.first: mention for mention in _scan(words)}


def _scan(words: TokenTable) -> Iterator[PlaceMention]:
    known = words.grammar.gazetteer.entries
    index, total = 0, len(words.raw)
    while index < total:
        mention = _match(words, known, index) or _letter(words, index)
        if mention is None or _is_person(words, mention) or _is_common(words, mention) or _is_of_origin(words, mention):
            index += 1
            continue
        yield mention
        index = mention.last


def _match(words: TokenTable, known: Entries, index: int) -> PlaceMention | None:
    for form, place in known.get(words.raw[index], ()):
        last = index + len(form)
        if words.raw[index:last] == form:
            return PlaceMention(index, last, place)
    return None


def _letter(words: TokenTable, index: int) -> PlaceMention | None:
    """The political party whose letter stands in brackets after a name, or before a hyphen: (R., Ohio) · D-Ohio."""
    before = words.raw[index - 1] if index > 1 else ""
    if before != "," and before not in OPENING:
        return None
    bracketed = before != "," and words.capital(index - 2)
    party = words.grammar.gazetteer.party_of(words.text, words.start[index], bracketed)
    return PlaceMention(index, index + 1, Place(party, "political")) if party else None


def _is_common(words: TokenTable, mention: PlaceMention) -> bool:
    """Whether a political word opens a sentence, where its capital says nothing: Conservatives | Greens."""
    opening = words.unit_at(mention.first).first == mention.first
    common = words.grammar.gazetteer.common
    return opening and mention.place.sort == "political" and words.raw[mention.first] in common


def _is_of_origin(words: TokenTable, mention: PlaceMention) -> bool:
    """Whether a demonym only tells of which origin people of one country are: African | Americans."""
    if mention.place.sort != "demonym" or not mention.first:
        return False
    before, gazetteer = words.raw[mention.first - 1], words.grammar.gazetteer
    known = any(len(form) == 1 and place.sort == "demonym" for form, place in gazetteer.entries.get(before, ()))
    return known or before in gazetteer.origins


def _is_person(words: TokenTable, mention: PlaceMention) -> bool:
    """Whether the word is a piece of a longer name: Denzel Washington, Washington Post, Paris Hilton."""
    if mention.place.sort not in ("country", "capital", "body", "region"):
        return False
    people, before = words.grammar.people, words.low[mention.first - 1] if mention.first else ""
    first_name = (before in people.male or before in people.female) and words.capital(mention.first - 1)
    if first_name or mention.last >= len(words.raw):
        return first_name
    after = mention.last
    joined = words.end[after - 1] + 1 == words.start[after]
    title = words.low[after].replace(".", "")  # Ohio | Gov. Jane Roe
    office = title in people.titles or title in words.grammar.cues.words.persons
    follows = joined and words.capital(after) and not office
    named = words.low[mention.first] in people.male or words.low[mention.first] in people.female  # Chad | Roe
    return (
        (named or mention.place.sort in ("capital", "region"))
        and follows
        and words.unit_of[after] == words.unit_of[mention.first]
    )


def dateline(words: TokenTable, found: Mapping[int, PlaceMention]) -> str | None:
    """The country of the dateline, from which whoever is of no other country speaks; `None` where there is none."""
    for unit in words.units[:DATELINE]:
        mention = found.get(unit.first)
        if unit.part is Part.BODY and unit.opens and mention is not None and mention.place.sort == "capital":
            closed = not DASHES.isdisjoint(words.raw[mention.last : mention.last + CLOSED])
            if closed and words.raw[unit.first].isupper():
                return mention.place.country
    return None


def past_dateline(words: TokenTable, first: int) -> int:
    """Where the article goes on behind the dateline that opens at token `first`, or `first`: LONDON (Reuters) - | The
    mayor."""
    raw, end = words.raw[first], min(first + CLOSED, words.unit_at(first).last)
    if not (words.opens(first) and raw.isupper() and len(raw) > SHORT):
        return first
    return next((at + 1 for at in range(first + 1, end) if words.raw[at] in DASHES), first)


def is_location(words: TokenTable, mention: PlaceMention) -> bool:
    """Whether a place is only where something happens: in Moscow, or the dateline of the article."""
    first, grammar = mention.first, words.grammar
    before = first - 1 - (first > 1 and words.low[first - 1] in grammar.noun_phrases.definite)
    if before >= 0 and _is_scene_after(words, before, mention.place):
        return True
    dash = mention.last < len(words.raw) and (
        words.raw[mention.last] in DASHES or words.raw[mention.last] in ("(", ",")
    )
    return dash and mention.place.sort == "capital" and words.opens(first)


def _is_scene_after(words: TokenTable, index: int, place: Place) -> bool:
    """Whether the preposition at `index` makes the place only where something happens: in Moscow, on the Hill."""
    low, gazetteer = words.low[index], words.grammar.gazetteer
    if low in gazetteer.locative:
        return place.sort in ("country", "capital", "region", "institution")
    return (low in gazetteer.towards and place.sort == "region") or (
        low in gazetteer.topical and place.sort == "institution"
    )
