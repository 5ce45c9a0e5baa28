"""One plain sentence or two that say what the scores say."""

from collections.abc import Mapping

from detector.article import Score, Summary
from detector.dimensions import registry

NOTHING = "Too little text to judge"


def write(scores: Mapping[str, Score], unscored: str | None) -> Summary:
    """The summary of `scores`; `unscored` is why there are none at all."""
    levels = {dimension: score.level for dimension, score in scores.items()}
    return Summary(unscored or " ".join(_sentences(scores)), levels)


def _sentences(scores: Mapping[str, Score]) -> list[str]:
    clauses = [(each.opens_summary, each.texts.clause(scores[each.id])) for each in registry.DIMENSIONS]
    first = " over ".join(clause for opens, clause in clauses if opens and clause) or NOTHING
    rest = [clause for opens, clause in clauses if not opens and clause]
    return [f"{clause[0].upper()}{clause[1:]}." for clause in (first, *rest)]
