"""What a dimension is. Each folder beside this file makes one, or a `Listing`, which has no score;
`detector.dimensions.registry` lists them.

The fields are all that the rest of the program knows of a dimension: settings, summary, wire form, tables, columns,
comparison, panel and exports are driven by them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from detector.article import Finding, Reading
from detector.languages.messages import Messages
from detector.rules import RuleBook
from detector.schema import Score

Findings = tuple[Finding, ...]


def _no_fact(facts: Mapping[str, Any], texts: Messages) -> str:
    """Nothing: no fact of this score says more than the score."""
    del facts, texts
    return ""


def _as_it_is(reading: Reading, findings: Sequence[Finding]) -> Reading:
    """The reading unchanged."""
    del findings
    return reading


@dataclass(frozen=True, slots=True)
class Texts:
    """What is said of a dimension beside what `messages.toml` says of it by its id (`[dimensions]`, `[ranks]`).

    `label` is what a 1 means among the labels that people give; `clause` says a score in the summary, in the reader's
    language, `None` where it has no level; `fact` gives the one fact that says most about a score, from its facts; it
    may be empty. `name` and `rank` (with the fields `{share}` and `{crowd}`) serve where a language says nothing.
    """

    label: str
    clause: Callable[[Score, Reading], str | None]
    fact: Callable[[Mapping[str, Any], Messages], str] = _no_fact
    name: str = ""
    rank: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """One thing that an article is judged by.

    `levels` names the levels from the lowest percentiles to the highest and `cuts` the percentiles from which the
    middle and the upper one begin (`unranked`: the scores, in a language without a reference corpus, or in any where
    `cuts` is `None`); `high_is_good`
    says which end a reader would wish for. `find` makes remarks on a reading; `score` weighs those that were kept and
    gives them their points; `rate` adds to the reading what the kept remarks of all dimensions say about it. `facts`
    gives the type of each fact of the score as a table's column holds it (`str` for lists and tables, which stand there
    as JSON).

    `is_ruled` is false where a language brings no pack of rules. Of dimensions whose remarks are `on_words` only the
    first remarks on the same words. The clause of one that `opens_summary` stands in the summary's first sentence.
    """

    id: str
    levels: tuple[str, str, str]
    cuts: tuple[int, int] | None
    unranked: tuple[int, int]
    high_is_good: bool
    find: Callable[[Reading, RuleBook], Findings]
    score: Callable[[Reading, Findings], tuple[Score, Findings]]
    facts: Mapping[str, type]
    texts: Texts
    rate: Callable[[Reading, Sequence[Finding]], Reading] = _as_it_is
    is_ruled: bool = True
    on_words: bool = False
    opens_summary: bool = False

    @property
    def best(self) -> str:
        """The level at the end that a reader would wish for."""
        return self.levels[-1 if self.high_is_good else 0]

    @property
    def worst(self) -> str:
        """The level at the other end."""
        return self.levels[0 if self.high_is_good else -1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What is listed of an article without being scored: `choose` adds the list to the reading, `find` makes remarks,
    which have no points; both only where the language brings rules of this id."""

    id: str
    choose: Callable[[Reading, RuleBook], Reading]
    find: Callable[[Reading, RuleBook], Findings]
