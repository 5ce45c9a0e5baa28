"""On which side a source stands: its country, its political party, or its organisation, whichever divides the story.

Only words of the text count: demonyms, places, parties and affiliations beside the source or in its name.
"""

from collections import Counter
from collections.abc import Sequence

from detector.attribution.coreference.entities import Entity
from detector.languages.grammar import AttributionGrammar


def countries(entity: Entity) -> str | None:
    """The country or union that most of the entity's places point to, the first named winning a tie."""
    description = entity.description
    counted = Counter(place.country for place in description.places if place.country)
    if description.government:
        return description.government
    return counted.most_common(1)[0][0] if counted else None


def political(entity: Entity) -> str | None:
    """The political party that stands beside the entity or is the entity."""
    return next((place.name for place in entity.description.places if place.sort == "political"), None)


def organisation(entity: Entity) -> str | None:
    """The organisation that the entity is, or belongs to."""
    description = entity.description
    return description.affiliation or (description.label if description.kind == "organisation" else None)


def _is_clear(name: str, grammar: AttributionGrammar) -> bool:
    """Whether a name is surely an organisation's by its own words: Danube Growers’ Union, NATO."""
    parts = name.split()
    known = grammar.people.organisation
    return name[0].isupper() and (name.isupper() or any(part.lower() in known for part in parts))


def _by_country(entities: Sequence[Entity], grammar: AttributionGrammar) -> list[str | None]:
    """The country of each entity; where its own words tell none, that of its organisation's other voices."""
    own = [countries(entity) for entity in entities]
    shared = {
        organisation(entity): country
        for entity, country in zip(entities, own, strict=True)
        if country and not _is_joint(entity, grammar)
    }
    return [
        country or (shared.get(organisation(entity)) if organisation(entity) else None)
        for entity, country in zip(entities, own, strict=True)
    ]


def _is_joint(entity: Entity, grammar: AttributionGrammar) -> bool:
    """Whether several bodies stand in one name, none of which tells the other's country: Tarnish and Acme officials."""
    return f" {grammar.names.conjunction} " in entity.description.label


def _shared(entities: Sequence[Entity], grammar: AttributionGrammar) -> list[str | None]:
    """Organisations as sides, where at least two entities belong to one of them and others to another."""
    named = {entity.description.label for entity in entities if entity.description.kind == "organisation"}
    clear = {
        name for entity in entities if (name := organisation(entity)) and (name in named or _is_clear(name, grammar))
    }
    own = [name if (name := organisation(entity)) in clear else None for entity in entities]
    counted = Counter(name for name in own if name)
    return own if len(counted) > 1 and max(counted.values()) > 1 else [None] * len(own)


def assign(entities: Sequence[Entity], grammar: AttributionGrammar) -> list[str | None]:
    """The side of each entity: by the first of country, party, organisation that names two sides or more.

    Where none does, nobody has a side but for what little a country says.
    """
    camps = [political(entity) for entity in entities]
    for sides in (_by_country(entities, grammar), camps):
        if len({side for side in sides if side}) > 1:
            return sides
    shared = _shared(entities, grammar)
    if sum(map(bool, shared)) > sum(map(bool, camps)):
        return shared
    return [countries(entity) or political(entity) for entity in entities]
