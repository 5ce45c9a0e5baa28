"""The arithmetic of sourcing balance: how many voices, how independent, how open, from how many sides.

Effective numbers are 1 / Σ p² (Simpson 1949, Herfindahl); the transparency scale is that of the State of the News
Media 2005 (Project for Excellence in Journalism); right of reply follows the usual press codes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detector.article import Party, Source
from detector.settings import SETTINGS

SCALE = (0.0, 1 / 3, 2 / 3, 2 / 3, 1.0)  # marks for no, one, two, three and four identified people


@dataclass(frozen=True, slots=True)
class Balance:
    """Six components 0..1 (`reply` is `None` without parties) and the shares they rest on.

    `identified` counts people with a name and a role or an affiliation; `named` people with a name, and documents.
    """

    breadth: float
    independence: float
    transparency: float
    anonymity: float
    sides: float
    reply: float | None
    effective: float
    independent: float
    identified: int
    named: int
    anonymous_share: float
    shares_by_source: Mapping[str, float]
    shares_by_side: Mapping[str, float]


def shares(words: Iterable[tuple[str, int]]) -> dict[str, float]:
    """Share of all words by key, largest first."""
    sums: dict[str, int] = defaultdict(int)
    for key, count in words:
        sums[key] += count
    total = sum(sums.values()) or 1
    return {key: count / total for key, count in sorted(sums.items(), key=lambda item: (-item[1], item[0]))}


def effective(parts: Mapping[str, float]) -> float:
    """How many equal voices the shares amount to: 1 / Σ p²; 0 for none."""
    squares = sum(part * part for part in parts.values())
    return 1 / squares if squares else 0.0


def is_anonymous(source: Source) -> bool:
    """Whether nobody can be held to these words: an unnamed person or group; no document, definite body or office."""
    return not source.named and not source.in_office and source.kind in ("person", "collective")


def side_of(source: Source) -> str:
    """The side a source speaks for; a source without one stands for its own origin."""
    return source.side or f"other:{source.origin}"


def weigh(words: Sequence[tuple[Source, int]], parties: Sequence[Party]) -> Balance:
    """The balance of attributed `words` (one entry for each quotation) and of the parties' voices."""
    settings = SETTINGS.sourcing
    by_source = shares((source.id, count) for source, count in words)
    by_side = shares((side_of(source), count) for source, count in words)
    n_sources = effective(by_source)
    n_origins = effective(shares((source.origin, count) for source, count in words))
    people = {source.id: source for source, _ in words if source.named and source.kind == "person"}
    identified = sum(source.identified for source in people.values())
    documents = {source.id for source, _ in words if source.kind == "document"}
    total = sum(count for _, count in words) or 1
    anonymous = sum(count for source, count in words if is_anonymous(source)) / total
    top = max(by_side.values(), default=1.0)
    return Balance(
        breadth=min(1.0, max(0.0, n_sources - 1) / settings.full_breadth),
        independence=min(1.0, max(0.0, n_origins - 1) / settings.full_independence),
        transparency=_transparency(identified, sum(map(_is_in_full, people.values()))),
        anonymity=1 - anonymous,
        sides=min(1.0, (1 - top) / (1 - settings.top_side)),
        reply=_reply(parties),
        effective=n_sources,
        independent=n_origins,
        identified=identified,
        named=len(people) + len(documents),
        anonymous_share=anonymous,
        shares_by_source=by_source,
        shares_by_side=by_side,
    )


def _is_in_full(source: Source) -> bool:
    """Whether there is a first and a last name, but nothing that says who this is."""
    return not source.identified and " " in source.name


def _transparency(identified: int, in_full: int) -> float:
    """Marks for identified people; one whose name alone is given, in full, counts half, between two steps."""
    count = min(identified + in_full / 2, len(SCALE) - 1)
    step = int(count)
    return SCALE[step] + (count - step) * (SCALE[min(step + 1, len(SCALE) - 1)] - SCALE[step])


def claim(party: Party) -> float:
    """How much a party's right of reply weighs: whole for one named in the headline, less for one of the text."""
    return 1.0 if party.headline else SETTINGS.sourcing.body_party


def unheard(party: Party) -> float:
    """What the right of reply lacks for this party, 0 to its claim."""
    return claim(party) * (1 - SETTINGS.sourcing.heard[party.heard])


def _reply(parties: Sequence[Party]) -> float | None:
    total = sum(map(claim, parties))
    return 1 - sum(map(unheard, parties)) / total if total else None


def weights(balance: Balance) -> dict[str, float]:
    """Points each component is worth; they sum to 100. Without parties the right of reply is left out."""
    settings = SETTINGS.sourcing
    names = ["breadth", "independence", "transparency", "anonymity", "sides"]
    names += ["reply"] if balance.reply is not None else []
    total = sum(getattr(settings, name) for name in names)
    return {name: 100 * getattr(settings, name) / total for name in names}


def raw(balance: Balance) -> float:
    """The score 0..100 before caps."""
    return sum(points * float(getattr(balance, name)) for name, points in weights(balance).items())


def caps(balance: Balance, parties: Sequence[Party]) -> tuple[tuple[str, int], ...]:
    """The caps that hold, as (name, at most this many points), lowest first."""
    settings = SETTINGS.sourcing
    found = []
    if any(party.headline and party.heard == "none" for party in parties):
        found.append(("unheard", settings.cap_unheard))
    if max(balance.shares_by_side.values(), default=0.0) > settings.top_side:
        found.append(("one-side", settings.cap_one_side))
    if not balance.named:
        found.append(("unidentified", settings.cap_unidentified))
    return tuple(sorted(found, key=lambda cap: cap[1]))


def value(balance: Balance, parties: Sequence[Party]) -> float:
    """The score 0..100 after caps."""
    return min([raw(balance), *(limit for _, limit in caps(balance, parties))])
