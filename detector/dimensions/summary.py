"""One plain sentence that says what the three scores say."""

from collections.abc import Mapping, Sequence

from msgspec import convert

from detector.article import Dimension
from detector.schema import Levels, Score, Summary

HEADLINES = {"low": "A plain headline", "notable": "A headline with some heat", "strong": "A loud headline"}
WORDINGS = {"low": "plain wording", "notable": "somewhat loaded wording", "strong": "heavily loaded wording"}
SOURCINGS = {"thin": "Thinly sourced", "mixed": "Sourcing is mixed", "broad": "Broadly sourced"}


def write(scores: Mapping[Dimension, Score], unscored: str | None) -> Summary:
    """The summary of `scores`; `unscored` is why there are none at all."""
    levels = {dimension.value: score.level for dimension, score in scores.items()}
    return Summary(unscored or " ".join(_clauses(scores)), convert(levels, Levels))


def _clauses(scores: Mapping[Dimension, Score]) -> list[str]:
    headline, wording, sourcing = (
        scores[dimension] for dimension in (Dimension.HEADLINE, Dimension.LANGUAGE, Dimension.SOURCING)
    )
    loud, plain = HEADLINES.get(headline.level or ""), WORDINGS.get(wording.level or "")
    first = " over ".join(filter(None, (loud, plain))) or "Too little text to judge"
    if not loud and plain:
        first = plain.capitalize()
    second = _sourcing(sourcing)
    return [f"{first}.", *([second] if second else [])]


def _sourcing(score: Score) -> str | None:
    if score.level is None:
        return None
    count = score.facts["sources"]
    voices = "one source" if count == 1 else f"{count} sources"
    silent: Sequence[str] = score.facts["never_heard"][:2]
    if not silent:
        return f"{SOURCINGS[score.level]}: {voices}."
    verb = "is" if len(silent) == 1 else "are"
    return f"{SOURCINGS[score.level]}: {voices}; {' and '.join(silent)} {verb} spoken about, not heard."
