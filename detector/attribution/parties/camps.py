"""Who speaks for the party that a story accuses, who against it, and who from outside.

The camp is told by whom a source answers for, whom its statements accuse, and what it is: critics, an economist. Where
nothing tells, it has none; where only one camp can be told, or nobody is accused, there are none at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from detector.article import Party, Quotation, Source
from detector.attribution.coreference.entities import Entity
from detector.attribution.tokens.token_table import TokenTable

Camp = Literal["for", "against", "outside"]
Voiced = Sequence[tuple[Entity, Source]]


def assign(words: TokenTable, voiced: Voiced, quotations: Sequence[Quotation], parties: Sequence[Party]) -> Voiced:
    """The sources with their camps; those of one origin stand in one camp."""
    focus = _focus(parties)
    if focus is None:
        return voiced
    accusers = _accusers(words, quotations, focus)
    own = {source.id: _own_camp(words, entity, source, focus, accusers) for entity, source in voiced}
    shared = _shared(own, voiced)
    camps = {source.id: own[source.id] or shared.get(source.origin) for _, source in voiced}
    if len(set(camps.values()) - {None}) < 2:
        return voiced
    return [(entity, replace(source, camp=camps[source.id])) for entity, source in voiced]


def _focus(parties: Sequence[Party]) -> Party | None:
    """The party that the story turns on: of those that are accused the first of the headline, or the one accused more
    than once."""
    accused = [party for party in parties if party.accused and (party.headline or len(party.accused) > 1)]
    return max(accused, key=lambda party: (bool(party.headline), len(party.accused)), default=None)


def _accusers(words: TokenTable, quotations: Sequence[Quotation], focus: Party) -> frozenset[str]:
    """The sources whose statements stand in sentences that accuse the party."""
    charged = {words.unit_of[words.tokens_within(span)[0]] for span in focus.accused}
    return frozenset(
        quotation.source
        for quotation in quotations
        if quotation.source and quotation.kind == "speech" and quotation.source not in focus.by
        for piece in (*quotation.cue, *quotation.content)
        if words.unit_of[words.tokens_within(piece)[0]] in charged
    )


def _own_camp(words: TokenTable, entity: Entity, source: Source, focus: Party, accusers: frozenset[str]) -> Camp | None:
    party, description = words.grammar.parties, entity.description
    near = frozenset(f"{description.label} {description.role or ''} {description.head or ''}".lower().split())
    if not near.isdisjoint(party.opposing):
        return "against"
    if not near.isdisjoint(party.supporting):
        return "for"
    if source.id in focus.by:
        return "for"
    if source.id in accusers:
        return "against"
    if not near.isdisjoint(party.outside) or (source.kind == "document" and not near.isdisjoint(party.studies)):
        return "outside"
    return None


def _shared(own: Mapping[str, Camp | None], voiced: Voiced) -> Mapping[str, Camp]:
    """The camp of each origin all whose voices that have one stand in it."""
    found: dict[str, set[Camp]] = {}
    for _, source in voiced:
        camp = own[source.id]
        if camp in ("for", "against"):
            found.setdefault(source.origin, set()).add(camp)
    return {group: next(iter(camps)) for group, camps in found.items() if len(camps) == 1}
