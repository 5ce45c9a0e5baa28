"""What the words of an article are read with: its names and its places."""

from collections.abc import Mapping
from dataclasses import dataclass

from detector.attribution.entities import gazetteer
from detector.attribution.entities import names as naming
from detector.attribution.entities.gazetteer import PlaceMention
from detector.attribution.entities.names import Name, Names
from detector.attribution.tokens.token_table import TokenTable
from detector.languages.grammar import AttributionGrammar
from detector.languages.places import Place


@dataclass(frozen=True, slots=True)
class Context:
    """The words of an article with the names and places among them; ranges are of token indices."""

    words: TokenTable
    names: Names
    places: Mapping[int, PlaceMention]

    @property
    def grammar(self) -> AttributionGrammar:
        """The grammar of the article's language."""
        return self.words.grammar

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
        if words.low[mention.last : mention.last + 1] and words.low[mention.last] in self.grammar.gazetteer.events:
            return True
        if mention.first <= first or words.low[mention.first - 1] not in self.grammar.gazetteer.locative:
            return False
        endings = self.grammar.noun_phrases.possessive_endings
        return mention.last < len(words.low) and words.low[mention.last] in endings


def build_context(words: TokenTable) -> Context:
    """Find the names and places of an article."""
    places = gazetteer.find_places(words)
    return Context(words, naming.find_names(words, places), places)
