"""Whom a bare noun takes up among those who have just spoken: the magazine, the document, the source.

Each reads the recent mentions, the latest first, but for `further`.
"""

from collections.abc import Iterable, Sequence

from detector.attribution.coreference.entities import Entity
from detector.attribution.coreference.pronouns import ResolvedMention
from detector.attribution.tokens.token_table import TokenTable


def actor(words: TokenTable, named: Sequence[ResolvedMention]) -> Entity | None:
    """Whom "the company" means among those `named`, the latest first: the last that spoke or did something, but in one
    sentence whoever spoke there; else the last."""
    acting = [each for each in named if each.acts]
    spoken = next((each for each in acting if each.source), None)
    if spoken is not None and words.unit_of[spoken.position] >= words.unit_of[acting[0].position]:
        return spoken.entity
    return next((each.entity for each in (*acting, *named)), None)


def outlet(recent: Iterable[ResolvedMention]) -> Entity | None:
    """Whom "the magazine" means: the last organisation that reported something."""
    spoken = (each.entity for each in recent if each.source)
    return next((one for one in spoken if one.description.kind == "organisation" and one.description.name), None)


def paper(recent: Iterable[ResolvedMention]) -> Entity | None:
    """What "the document" means: the last document that said something."""
    return next((each.entity for each in recent if each.source and each.entity.description.kind == "document"), None)


def further(label: str, met: Sequence[ResolvedMention]) -> Entity | None:
    """Whom "the second person" means among those `met` so far: nobody but who was called so before."""
    low = label.lower()
    return next((each.entity for each in reversed(met) if each.entity.description.label.lower().endswith(low)), None)


def nameless(recent: Iterable[ResolvedMention]) -> Entity | None:
    """Whom "the source" means: the last one without a name."""
    spoken = (each.entity for each in recent if each.source and not each.entity.description.name)
    return next((one for one in spoken if one.description.kind in ("person", "collective")), None)
