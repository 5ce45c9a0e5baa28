"""The arithmetic of sourcing balance: how many identified voices, how much of the text rests on sources, how open they
are, from how many sides they speak, and who is missed.

Effective numbers are 1 / Σ p² (Simpson 1949, Herfindahl); identified voices are counted as in the State of the News
Media 2005 (Project for Excellence in Journalism); right of reply follows the usual press codes. Nothing here has a
cliff: a remark that may be wrong takes points by its confidence.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from detector.article import Party, Source
from detector.settings import SETTINGS


@dataclass(frozen=True, slots=True)
class SourcingEvidence:
    """What sources are given: the words of each statement with its source, the words of the body, the parties of the
    story, whether it is an `opinion` piece, which owes its opponents less of a hearing, and the words of statements
    whose speaker cannot be told."""

    attributed: Sequence[tuple[Source, int]]
    body: int
    parties: Sequence[Party] = ()
    opinion: bool = False
    unresolved: int = 0


@dataclass(frozen=True, slots=True)
class Components:
    """What the score is the sum of, each 0..1."""

    breadth: float
    grounding: float
    anonymity: float
    sides: float
    reply: float


@dataclass(frozen=True, slots=True)
class Balance:
    """Five components 0..1 and the shares they rest on.

    `identified` counts people with a name and a role or an affiliation; `named` people with a name, and documents;
    `voices` identified voices of different origin.
    """

    breadth: float
    grounding: float
    anonymity: float
    sides: float
    reply: float
    effective: float
    independent: float
    identified: int
    named: int
    voices: float
    anonymous_share: float
    shares_by_source: Mapping[str, float]
    shares_by_side: Mapping[str, float]
    shares_by_camp: Mapping[str, float]


COMPONENTS = ("breadth", "grounding", "anonymity", "sides", "reply")


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


def camp_of(source: Source) -> str:
    """The camp of a source, where it can be told; else its side."""
    return f"camp:{source.camp}" if source.camp in ("for", "against") else side_of(source)


def components(words: SourcingEvidence) -> Components:
    """The five components alone, which is all that the score needs."""
    settings, statements = SETTINGS.sourcing, words.attributed
    total = sum(count for _, count in statements)
    return Components(
        breadth=min(1.0, _voices({source.id: source for source, _ in statements}.values()) / settings.full_breadth),
        grounding=min(1.0, (total + words.unresolved) / max(1, words.body) / settings.full_grounding),
        anonymity=1 - _anonymous_share(words, total),
        sides=_sides(words, total),
        reply=_reply(words),
    )


def weigh(words: SourcingEvidence) -> Balance:
    """The balance of what sources are given, and of the parties' voices."""
    statements, parts = words.attributed, components(words)
    by_source = shares((source.id, count) for source, count in statements)
    sources = {source.id: source for source, _ in statements}.values()
    people = [source for source in sources if source.named and source.kind == "person"]
    return Balance(
        breadth=parts.breadth,
        grounding=parts.grounding,
        anonymity=parts.anonymity,
        sides=parts.sides,
        reply=parts.reply,
        effective=effective(by_source),
        independent=effective(shares((source.origin, count) for source, count in statements)),
        identified=sum(source.identified for source in people),
        named=len(people) + sum(source.kind == "document" for source in sources),
        voices=_voices(sources),
        anonymous_share=_anonymous_share(words, sum(count for _, count in statements)),
        shares_by_source=by_source,
        shares_by_side=shares((side_of(source), count) for source, count in statements),
        shares_by_camp=shares((source.camp, count) for source, count in statements if source.camp),
    )


def _anonymous_share(words: SourcingEvidence, total: int) -> float:
    return sum(count for source, count in words.attributed if is_anonymous(source)) / (total or 1)


def _sides(words: SourcingEvidence, total: int) -> float:
    """How evenly the camps speak, 0..1: none where the party that all speak of is missed and nobody is of another
    camp."""
    known = {source.camp for source, _ in words.attributed if source.camp}
    missed = max((missing(party, words.opinion) for party in words.parties), default=0.0) if len(known) < 2 else 0.0
    by_camp: dict[str, int] = defaultdict(int)
    for source, count in words.attributed:
        by_camp[camp_of(source)] += count
    loudest = max(by_camp.values()) / (total or 1) if by_camp else 1.0
    even = min(1.0, (1 - loudest) / (1 - SETTINGS.sourcing.even))
    return even * (1 - missed)


def _voices(sources: Iterable[Source]) -> float:
    """How many voices of different origin are identified; one that is known in part counts half."""
    marks: dict[str, float] = defaultdict(float)
    for source in sources:
        marks[source.origin] = max(marks[source.origin], _identity(source))
    return sum(marks.values())


def _identity(source: Source) -> float:
    """How well a reader can tell who a source is, 0..1: a person of name and office in full."""
    in_part = SETTINGS.sourcing.in_part
    if source.kind == "person":
        full = source.named and " " in source.name
        return 1.0 if source.named and source.identified else in_part if full or source.in_office else 0.0
    return in_part if source.named or source.in_office else 0.0


def missing(party: Party, opinion: bool) -> float:
    """How surely a party is missed, 0..1; an opinion piece need not ask whom it criticises as a report must."""
    if party.heard != "none":
        return 0.0
    return party.confidence * (SETTINGS.sourcing.opinion_reply if opinion else 1.0)


def _reply(words: SourcingEvidence) -> float:
    """What the right of reply is worth, 0..1: each party that is missed takes its part of what others left."""
    left = 1.0
    for party in words.parties:
        left *= 1 - SETTINGS.sourcing.missing * missing(party, words.opinion)
    return left


def weights() -> dict[str, float]:
    """Points each component is worth; they sum to 100."""
    return {name: 100 * float(getattr(SETTINGS.sourcing, name)) for name in COMPONENTS}


def value(balance: Balance | Components) -> float:
    """The score 0..100."""
    return sum(points * float(getattr(balance, name)) for name, points in weights().items())
