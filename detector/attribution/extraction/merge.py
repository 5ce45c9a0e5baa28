"""What the tagger and the rules found, as one. Where both find the same the rules' version stays, whose ends are exact;
where they differ the tagger's stays, which has seen more; what only one of them finds is kept.

Offsets are into the article's text.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from detector.article import Span
from detector.attribution.tokens.types import RawQuotation
from detector.settings import SETTINGS

Pair = tuple[int, int]


def merge_quotations(tagged: Sequence[RawQuotation], ruled: Sequence[RawQuotation]) -> tuple[RawQuotation, ...]:
    """All that `tagged` (whose contents do not overlap) and `ruled` hold, each once, in the order of their content."""
    tagged = _without_mixtures(tagged, ruled)
    common = _common(tagged, ruled)
    same, met = _match(tagged, ruled, common)
    givers = _givers(tagged, ruled, common)
    subjects = {each.cue[0].end: each.source for each in ruled if each.cue}
    chosen = [ruled[same[tag]] if tag in same else _with_subject(each, subjects) for tag, each in enumerate(tagged)]
    found = [each if each.source else replace(each, source=givers.get(tag)) for tag, each in enumerate(chosen)]
    found += [each for rule, each in enumerate(ruled) if rule not in met]
    return tuple(sorted(found, key=lambda each: each.content))


def _with_subject(tagged: RawQuotation, subjects: Mapping[int, Span | None]) -> RawQuotation:
    """A tagged quotation with the subject of its cue, as the rules read it; `subjects` by where their cues end."""
    source = next((subjects[cue.end] for cue in tagged.cue if cue.end in subjects), None)
    if source is None or (tagged.source is not None and tagged.source.overlaps(source)):
        return tagged
    return replace(tagged, source=source)


def _givers(
    tagged: Sequence[RawQuotation], ruled: Sequence[RawQuotation], common: Mapping[Pair, int]
) -> Mapping[int, Span]:
    """The source of each tagged quotation, from the rules where the tagger has none."""
    sources = {tag: each.source for tag, each in enumerate(tagged) if each.source is not None}
    for (tag, rule), count in sorted(common.items(), reverse=True):
        source, shorter = ruled[rule].source, min(_length(tagged[tag]), _length(ruled[rule]))
        if source is not None and count > SETTINGS.attribution.same_source * shorter:
            sources.setdefault(tag, Span(source.start, source.end))
    return sources


def _without_mixtures(tagged: Sequence[RawQuotation], ruled: Sequence[RawQuotation]) -> Sequence[RawQuotation]:
    """`tagged` without what joins the words of several sources, as the rules have them, into one."""
    sources: defaultdict[int, set[Span | None]] = defaultdict(set)
    for (tag, rule), count in _common(tagged, ruled).items():
        several = len(tagged[tag].content) > 1 and not _is_nested(ruled[rule], tagged[tag])
        if several and count >= SETTINGS.attribution.joined * _length(ruled[rule]):
            sources[tag].add(ruled[rule].source)
    return [each for tag, each in enumerate(tagged) if len(sources[tag]) < 2]


def _common(tagged: Sequence[RawQuotation], ruled: Sequence[RawQuotation]) -> Mapping[Pair, int]:
    """How many characters of content two quotations share, for each two that touch."""
    pieces = sorted((piece, tag) for tag, each in enumerate(tagged) for piece in each.content)
    starts = [piece.start for piece, _ in pieces]
    common: Counter[Pair] = Counter()
    for rule, each in enumerate(ruled):
        for span in each.content:
            index = max(0, bisect_right(starts, span.start) - 1)
            while index < len(pieces) and pieces[index][0].start < span.end:
                piece, tag = pieces[index]
                common[tag, rule] += max(0, min(piece.end, span.end) - max(piece.start, span.start))
                index += 1
    return common


def _match(
    tagged: Sequence[RawQuotation], ruled: Sequence[RawQuotation], common: Mapping[Pair, int]
) -> tuple[Mapping[int, int], set[int]]:
    """Which tagged quotation is which ruled one, the closest first and each once; and which ruled ones are met."""
    same: dict[int, int] = {}
    met: set[int] = set()
    used: set[int] = set()
    outer = {at for at, (one, other) in enumerate(pairwise(ruled)) if _holds(one, other)}
    close: list[tuple[float, int, int]] = []
    for (tag, rule), count in common.items():
        one, other = _length(tagged[tag]), _length(ruled[rule])
        inner = _is_nested(ruled[rule], tagged[tag])
        if not inner:
            close.append((-count / (one + other - count), tag, rule))
        said = tagged[tag].kind == "speech" or ruled[rule].kind == "thought" or ruled[rule].style != "indirect"
        nested = inner or _hold(ruled[rule], tagged[tag])
        nested |= rule in outer and tagged[tag].content == ruled[rule + 1].content
        if said and not nested and count >= SETTINGS.attribution.apart * min(one, other):
            met.add(rule)  # what is only thought takes no place of what is said
    for share, tag, rule in sorted(close):
        alike = -share >= SETTINGS.attribution.same or _is_part(tagged[tag], ruled[rule])
        if alike and tag not in same and rule not in used:
            same[tag] = rule
            used.add(rule)
    return same, met | used


def _hold(one: RawQuotation, other: RawQuotation) -> bool:
    """Whether one of the two reports who says the other; the second only where it tells by whom: was told by | Roe."""
    behind = one.source is not None and bool(one.cue) and one.cue[0].end <= one.source.start
    return _holds(one, other) or (behind and _holds(other, one))


def _is_part(tagged: RawQuotation, ruled: RawQuotation) -> bool:
    """Whether the tagger found, of what is paraphrased around a cue, one of two pieces: | It was late |, Roe said,
    | and he left |."""
    cued = bool(tagged.cue and ruled.cue) and tagged.cue[0].end == ruled.cue[0].end and ruled.style == "indirect"
    return cued and len(tagged.content) == 1 < len(ruled.content) and tagged.content[0] in ruled.content


def _holds(outer: RawQuotation, inner: RawQuotation) -> bool:
    """Whether somebody reports, in the outer quotation, who says the inner: as reported by the Gazette, | Roe said …"""
    if outer.kind != "speech" or outer.style == "direct" or inner.source is None:
        return False
    parts = (inner.source, *inner.cue)
    return all(any(piece.start <= part.start and part.end <= piece.end for piece in outer.content) for part in parts)


def _is_nested(inner: RawQuotation, outer: RawQuotation) -> bool:
    """Whether the words are those of whom the outer quotation tells, and not of who speaks in it: criticized | Roe for
    saying that …, claims | Roe said …"""
    if inner.kind != "speech" or inner.source is None or not inner.cue or outer.source is None or not outer.cue:
        return False
    opening = Span(inner.content[0].start, inner.content[0].start + 1)
    parts = (inner.source, *inner.cue, opening)
    return all(any(piece.start <= part.start and part.end <= piece.end for piece in outer.content) for part in parts)


def _length(raw: RawQuotation) -> int:
    return max(1, sum(map(len, raw.content)))
