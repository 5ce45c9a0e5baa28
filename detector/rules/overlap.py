"""One word, one remark: settles findings that compete for the same words before anything is scored."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from detector.article import SEVERITIES, Dimension, Finding, Span

ORDER = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def settle(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings to show, in reading order (start, end, rule), with ids f1, f2, …

    Within a dimension the stronger of two that overlap stays: by severity, then the one that holds the other, then
    confidence, length and rule. Remarks on the wording and remarks that compare the headline with the body (their
    evidence names what is `compared`) do not compete. A remark on the headline wins over one on the language.
    """
    groups: dict[tuple[str, bool], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.dimension, "compared" in finding.evidence), []).append(finding)
    kept = {group: _strongest(members) for group, members in groups.items()}
    winners = [finding for members in kept.values() for finding in members]
    headline = _Spans(finding.span for finding in winners if finding.dimension is Dimension.HEADLINE)
    shown = [
        finding
        for finding in winners
        if finding.dimension is not Dimension.LANGUAGE or not headline.overlaps(finding.span)
    ]
    shown.sort(key=lambda finding: (finding.span, finding.rule, finding.dimension))
    return tuple(replace(finding, id=f"f{number}") for number, finding in enumerate(shown, start=1))


class _Spans:
    """Spans, some of them overlapping, that can be asked for overlap in logarithmic time."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for span in sorted(spans):
            if self.ends and span.start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], span.end)
            else:
                self.starts.append(span.start)
                self.ends.append(span.end)

    def overlaps(self, span: Span) -> bool:
        """Whether any of the spans shares a character with `span`."""
        index = bisect_left(self.starts, span.end) - 1
        return index >= 0 and self.ends[index] > span.start


def _strength(finding: Finding) -> tuple[int, float, int, str]:
    return (-ORDER[finding.severity], -finding.confidence, -len(finding.span), finding.rule)


def _strongest(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that win where some of one kind overlap: settled in each knot of overlapping ones by itself."""
    kept: list[Finding] = []
    for knot in _knots(sorted(findings, key=lambda finding: (finding.span, finding.rule))):
        ranked = sorted((finding for finding in knot if not _held(finding, knot)), key=_strength)
        won: list[Finding] = []
        for finding in ranked:
            if not any(finding.span.overlaps(other.span) for other in won):
                won.append(finding)
        kept.extend(won)
    return kept


def _knots(findings: Sequence[Finding]) -> Iterable[list[Finding]]:
    """Runs of findings, sorted by place, that hang together by overlap."""
    knots: list[int] = []
    number, end = 0, -1
    for finding in findings:
        number += finding.span.start >= end
        end = max(end, finding.span.end)
        knots.append(number)
    for _, pairs in groupby(zip(knots, findings, strict=True), key=lambda pair: pair[0]):
        yield [finding for _, finding in pairs]


def _held(finding: Finding, knot: Sequence[Finding]) -> bool:
    """Whether a longer finding, no milder, holds this one."""
    return any(
        other.span.contains(finding.span)
        and len(other.span) > len(finding.span)
        and ORDER[other.severity] >= ORDER[finding.severity]
        for other in knot
    )
