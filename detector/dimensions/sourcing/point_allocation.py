"""Who answers for what a sourcing score loses: each remark is charged with the points that its own words cost."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from detector.article import Finding, Part, Reading, Source, Span
from detector.dimensions.notices import say
from detector.dimensions.sourcing import balance
from detector.dimensions.sourcing.balance import Balance
from detector.rules.overlap import Places
from detector.schema import ScorePart
from detector.settings import SETTINGS

NAMELESS = frozenset(
    f"sourcing.{name}"
    for name in ("unnamed-collective", "anonymous-source", "anonymity-explained", "vague-attribution")
)


def title_end(reading: Reading) -> int:
    """Where the headline ends."""
    return max((block.span.end for block in reading.article.parts(Part.KICKER, Part.HEADLINE)), default=0)


def first_mentions(reading: Reading) -> list[tuple[Source, Span]]:
    """Each source that says something, with the words of the body that name it first, in reading order."""
    sources = {source.id: source for source in reading.sources}
    title = title_end(reading)
    first: dict[str, Span] = {}
    for quotation in reading.quotations:
        spoken = quotation.kind == "speech" and quotation.source_span and quotation.source_span.start >= title
        if quotation.source in sources and quotation.source_span and spoken:
            known = first.get(quotation.source, quotation.source_span)
            first[quotation.source] = min(known, quotation.source_span)
    return [(sources[name], span) for name, span in sorted(first.items(), key=lambda item: item[1])]


def anonymous(reading: Reading) -> list[tuple[Source, Span]]:
    """The unnamed sources, as in `first_mentions`."""
    return [(source, span) for source, span in first_mentions(reading) if balance.is_anonymous(source)]


def losses(state: Balance) -> dict[str, float]:
    """Points 0..100 lost by component."""
    return {name: points * (1 - getattr(state, name)) for name, points in balance.weights().items()}


def allocate_points(
    findings: Sequence[Finding], reading: Reading, state: Balance
) -> tuple[tuple[Finding, ...], tuple[ScorePart, ...]]:
    """The findings with the points they take away (negative), and the parts that sum to the score."""
    left = losses(state)
    claimed: dict[str, list[tuple[int, float]]] = defaultdict(list)
    nameless = Places((span, source.id) for source, span in anonymous(reading))
    for index, finding in enumerate(findings):
        for component, part in _claims(finding, reading, nameless, state):
            if finding.scored and component in left:
                claimed[component].append((index, part))
    points: dict[int, float] = defaultdict(float)
    for component, claims in claimed.items():
        loss, whole = left[component], max(1.0, sum(part for _, part in claims))
        for index, part in claims:
            points[index] -= loss * part / whole
            left[component] -= loss * part / whole
    charged = tuple(_charge(finding, round(points[index], 4)) for index, finding in enumerate(findings))
    return charged, _parts(reading, charged, left)


def _charge(finding: Finding, points: float) -> Finding:
    """The finding with its points; one that takes none is told, and not scored."""
    return replace(finding, points=points, scored=finding.scored and points != 0)


def _parts(reading: Reading, findings: Sequence[Finding], left: Mapping[str, float]) -> tuple[ScorePart, ...]:
    return (
        ScorePart("start", "full-marks", 100.0, say(reading, "parts", "full-marks")),
        *(ScorePart("finding", finding.id, finding.points) for finding in findings if finding.points),
        *(
            ScorePart("feature", name, round(-loss, 4), caption(reading, name))
            for name, loss in left.items()
            if loss > 5e-5
        ),
    )


def caption(reading: Reading, name: str) -> str:
    """What a component (see `losses`) takes points for."""
    return say(reading, "parts", name)


def _claims(finding: Finding, reading: Reading, nameless: Places[str], state: Balance) -> Iterator[tuple[str, float]]:
    """The components a finding answers for, each with the share 0..1 of the loss; `nameless` are the ids
    of the unnamed sources where they are named first."""
    match finding.rule:
        case "sourcing.party-never-heard" | "sourcing.opinion-never-asks":
            missed = {party.name: party.confidence for party in reading.parties if party.heard == "none"}
            yield "reply", missed[finding.evidence["name"]] / sum(missed.values())
        case "sourcing.one-sided" | "sourcing.one-voice":
            yield "sides", 1.0
        case "sourcing.no-named-source":
            yield "breadth", 1.0
        case "sourcing.no-role-given":
            yield "breadth", SETTINGS.sourcing.no_role
        case "sourcing.second-hand":
            yield "breadth", state.shares_by_source.get(finding.evidence["source"], 0.0)
        case "sourcing.single-origin":
            yield "breadth", SETTINGS.sourcing.no_role
        case "sourcing.unequal-quoting":
            yield "sides", SETTINGS.sourcing.unequal_quoting
        case rule if rule in NAMELESS:
            own = finding.evidence.get("source")
            hidden = [own] if own else nameless.at(finding.span)
            share = sum(state.shares_by_source.get(source, 0.0) for source in hidden)
            yield "anonymity", share / (state.anonymous_share or 1.0)
