"""What is said of sourcing, in the summary and beside the score."""

from collections.abc import Mapping, Sequence
from typing import Any

from detector.article import Score
from detector.dimensions.dimension import Texts

CLAUSES = {"thin": "thinly sourced", "mixed": "sourcing is mixed", "broad": "broadly sourced"}
IDENTIFIED = "{identified} of {sources} identified by name and role"
NAMED = 2  # parties in the summary that are not heard


def clause(score: Score) -> str | None:
    """How broadly a story is sourced, by how many, and who is not heard; `None` without a score."""
    if score.level is None:
        return None
    count = score.facts["sources"]
    said = f"{CLAUSES[score.level]}: {'one source' if count == 1 else f'{count} sources'}"
    silent: Sequence[str] = score.facts["never_heard"][:NAMED]
    if not silent:
        return said
    return f"{said}; {' and '.join(silent)} {'is' if len(silent) == 1 else 'are'} spoken about, not heard"


def fact(facts: Mapping[str, Any]) -> str:
    """How many of the sources are identified; empty where there are none."""
    return IDENTIFIED.format(identified=facts["identified"], sources=facts["sources"]) if facts.get("sources") else ""


TEXTS = Texts(
    name="Sourcing",
    rank="Better balanced than {share} of {crowd}",
    label="broad",
    clause=clause,
    fact=fact,
)
