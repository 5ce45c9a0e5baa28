"""Figures of whole articles: how sources share the words, and whose voice the words are counted as.

The gold sources of an article are its gold attributions brought together by the same resolver, as in the figures that
trained people reach (reference: PolNeAR, Newell et al. 2018).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass
from statistics import correlation, mean

from detector.article import Span, Voice
from detector.attribution import Attribution


@dataclass(frozen=True, slots=True)
class Portions:
    """How many sources an article has, the largest share of words, and how many equal voices that amounts to."""

    sources: int
    top: float
    effective: float


def portions(found: Attribution) -> Portions:
    """The portions of one article."""
    shares = [source.share for source in found.sources]
    squares = sum(share * share for share in shares)
    return Portions(len(shares), max(shares, default=0.0), 1 / squares if squares else 0.0)


def compare(pairs: Sequence[tuple[Portions, Portions]]) -> dict[str, float]:
    """Gold against found: mean error of the number of sources and of the top share, and the rank correlation of
    effective sources (Spearman)."""
    both = [pair for pair in pairs if pair[0].sources and pair[1].sources]
    return {
        "sources gold": mean(one.sources for one, _ in pairs),
        "sources found": mean(other.sources for _, other in pairs),
        "sources off": mean(abs(one.sources - other.sources) for one, other in pairs),
        "top share off": mean(abs(one.top - other.top) for one, other in both) if both else 0.0,
        "effective rho": spearman([one.effective for one, _ in both], [other.effective for _, other in both]),
    }


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """The rank correlation of two series of one length; 0 where one of them never changes."""
    first, second = _ranks(one), _ranks(other)
    return correlation(first, second) if len(set(first)) > 1 and len(set(second)) > 1 else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    return [(bisect_left(ordered, value) + bisect_right(ordered, value)) / 2 for value in values]


def spoken(words: Sequence[Span], voices: Sequence[Voice]) -> frozenset[int]:
    """The words that are counted as a voice other than the author's, by their index."""
    found: set[int] = set()
    index = 0
    for voice in voices:
        while index < len(words) and words[index].end <= voice.span.start:
            index += 1
        while index < len(words) and words[index].start < voice.span.end:
            found.add(index)
            index += 1
    return frozenset(found)


def within(words: Sequence[Span], stretches: Sequence[Span]) -> frozenset[int]:
    """The words that lie in one of `stretches`, which are sorted."""
    return spoken(words, [Voice(stretch, "") for stretch in stretches])


def misplaced(said: Set[int], quoted: Set[int], total: int, voiced: Set[int]) -> dict[str, int]:
    """Counts for the author's words given to a source, and for quoted words of a source counted as the author's."""
    return {
        "author words": total - len(said),
        "author given": len(voiced - said - quoted),
        "quoted words": len(said & quoted),
        "quoted lost": len((said & quoted) - voiced),
    }
