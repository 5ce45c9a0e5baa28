"""What the words of an article are read with: its names and its places."""

from collections.abc import Mapping
from dataclasses import dataclass

from detector.attribution.entities import gazetteer
from detector.attribution.entities import names as naming
from detector.attribution.entities.gazetteer import Place, PlaceMention
from detector.attribution.entities.names import Name, Names
from detector.attribution.tokens.token_table import Words


@dataclass(frozen=True, slots=True)
class Context:
    """The words of an article with the names and places among them; ranges are of token indices."""

    words: Words
    names: Names
    places: Mapping[int, PlaceMention]

    def names_in(self, first: int, last: int) -> list[Name]:
        """The names that begin or go on in tokens `[first, last)`."""
        found: list[Name] = []
        for index in range(first, last):
            name = self.names.by_token.get(index)
            if name is not None and (not found or found[-1] is not name):
                found.append(name)
        return found

    def places_in(self, first: int, last: int) -> tuple[Place, ...]:
        """The places that begin in tokens `[first, last)`, those left out where something merely stands: a court in
        Japan's old quarter."""
        found = (self.places[index] for index in range(first, last) if index in self.places)
        return tuple(mention.place for mention in found if not self._is_scene(mention, first))

    def _is_scene(self, mention: PlaceMention, first: int) -> bool:
        words = self.words
        owns = words.low[mention.last : mention.last + 1] in (("'s",), ("'",))
        return owns and mention.first > first and words.low[mention.first - 1] in gazetteer.LOCATIVE


def read(words: Words) -> Context:
    """Find the names and places of an article."""
    places = gazetteer.find(words)
    return Context(words, naming.find(words, places), places)
