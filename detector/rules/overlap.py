"""One word, one remark: settles findings that compete for the same words before anything is scored."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby
from operator import attrgetter, itemgetter
from typing import Generic, TypeVar

from detector.article import SEVERITIES, Finding, Mark, Span

Item = TypeVar("Item")
ORDER = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def resolve_overlaps(
    findings: Sequence[Finding], rivals: Sequence[str] = (), yielding: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """The findings to show, in reading order (start, end, rule), with ids f1, f2, …

    Within a dimension the stronger of two that overlap stays: by severity, then the one that holds the other, then
    confidence, length and rule. Remarks on words and on whole sentences do not compete, nor do remarks on the wording
    and remarks that compare the headline with the body (their evidence names what is `compared`). Among the dimensions
    in `rivals` (ids) a remark of an earlier one wins over one of a later; one of a dimension in `yielding` stays only
    where no other remark stands on its words.
    """
    groups: dict[tuple[str, str, bool], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.dimension, finding.unit, "compared" in finding.evidence), []).append(finding)
    kept = {group: _strongest(members) for group, members in groups.items()}
    winners = [finding for members in kept.values() for finding in members]
    shown = [finding for finding in winners if finding.dimension not in (*rivals, *yielding)]
    taken: list[Span] = []
    for dimension in rivals:
        before = Spans(taken)
        own = [finding for finding in winners if finding.dimension == dimension and not before.overlaps(finding.span)]
        shown += own
        taken += [finding.span for finding in own]
    others = Spans(finding.span for finding in shown if finding.unit == "words")
    shown += [one for one in winners if one.dimension in yielding and not others.overlaps(one.span)]
    shown.sort(key=lambda finding: (finding.span, finding.rule, finding.dimension))
    return tuple(replace(finding, id=f"f{number}") for number, finding in enumerate(shown, start=1))


class Spans:
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


class Places(Generic[Item]):
    """What is held at spans, some of them overlapping, by place: as quick to ask as little is held there."""

    def __init__(self, items: Iterable[tuple[Span, Item]]) -> None:
        self._items = sorted(items, key=itemgetter(0))
        self._starts = [span.start for span, _ in self._items]
        self._ends = list(accumulate((span.end for span, _ in self._items), max))  # nothing before ends later

    def at(self, place: Span) -> list[Item]:
        """What is held at a span that shares a character with `place`, in the order of the text."""
        first, last = bisect_right(self._ends, place.start), bisect_left(self._starts, place.end)
        return [one for span, one in self._items[first:last] if span.overlaps(place)]


def _strength(finding: Finding) -> tuple[int, float, int, str]:
    return (-ORDER[finding.severity], -finding.confidence, -len(finding.span), finding.rule)


def _strongest(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that win where some of one kind overlap: settled in each knot of overlapping ones by itself."""
    kept: list[Finding] = []
    for knot in _knots(sorted(findings, key=lambda finding: (finding.span, finding.rule))):
        taken: list[Span] = []  # apart and in order
        for finding in sorted(_outermost(knot), key=_strength):
            place = bisect_left(taken, finding.span)
            if not any(finding.span.overlaps(other) for other in taken[max(0, place - 1) : place + 1]):
                taken.insert(place, finding.span)
                kept.append(finding)
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


def _outermost(knot: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that no longer one, no milder, holds."""
    ends = [-1] * len(ORDER)  # how far the findings reach that begin no later and are longer, from each severity on
    by_place = sorted(knot, key=lambda finding: (finding.span.start, -finding.span.end))
    for span, group in groupby(by_place, key=attrgetter("span")):
        alike = list(group)
        yield from (finding for finding in alike if ends[ORDER[finding.severity]] < span.end)
        for severity in range(1 + max(ORDER[finding.severity] for finding in alike)):
            ends[severity] = max(ends[severity], span.end)


def joined(text: str, marks: Iterable[Mark]) -> Iterator[tuple[Span, float]]:
    """Spans of neighbouring marks, with nothing but blanks or a hyphen between, and the highest probability."""
    runs: list[tuple[Span, float]] = []
    for mark in marks:
        if runs and not text[runs[-1][0].end : mark.span.start].strip(" -"):
            before, sure = runs[-1]
            runs[-1] = Span(before.start, mark.span.end), max(sure, mark.marked)
        else:
            runs.append((mark.span, mark.marked))
    yield from runs
