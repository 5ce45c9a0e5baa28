"""One plain sentence or two that say what the scores say."""

from collections.abc import Mapping
from functools import partial, reduce

from msgspec import convert

from detector import languages
from detector.dimensions import registry
from detector.languages import Messages
from detector.schema import Levels, Score, Summary


def write(scores: Mapping[str, Score], unscored: str | None, reader: str) -> Summary:
    """The summary of `scores` in the reader's language; `unscored` is why there are none at all."""
    levels = {dimension: score.level for dimension, score in scores.items()}
    sentence = unscored or " ".join(_sentences(scores, languages.messages_for(reader)))
    return Summary(sentence, convert(levels, Levels))


def _sentences(scores: Mapping[str, Score], texts: Messages) -> list[str]:
    clauses = [(each.opens_summary, each.texts.clause(scores[each.id], texts)) for each in registry.DIMENSIONS]
    opening = [clause for opens, clause in clauses if opens and clause]
    first = reduce(partial(_over, texts), opening) if opening else texts.say("summary", "neither")
    rest = [clause for opens, clause in clauses if not opens and clause]
    return [f"{clause[0].upper()}{clause[1:]}." for clause in (first, *rest)]


def _over(texts: Messages, first: str, second: str) -> str:
    return texts.say("summary", "both", first=first, second=second)
