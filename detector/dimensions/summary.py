"""One plain sentence or two that say what the scores say."""

from collections.abc import Mapping
from functools import reduce

from msgspec import convert

from detector.article import Reading
from detector.dimensions import registry
from detector.dimensions.notices import genre_code, is_other_than_report, say
from detector.schema import Levels, Score, Summary


def write(reading: Reading, scores: Mapping[str, Score], unscored: str | None) -> Summary:
    """The summary of `scores` in the reader's language; `unscored` is why there are none at all."""
    levels = {dimension: score.level for dimension, score in scores.items()}
    sentence = unscored or " ".join(_sentences(reading, scores))
    return Summary(sentence, convert(levels, Levels))


def _sentences(reading: Reading, scores: Mapping[str, Score]) -> list[str]:
    first = _opening(reading, scores)
    rest = (each.texts.clause(scores[each.id], reading) for each in registry.DIMENSIONS if not each.opens_summary)
    return [f"{clause[0].upper()}{clause[1:]}." for clause in (first, *rest) if clause]


def _opening(reading: Reading, scores: Mapping[str, Score]) -> str:
    """What sort of text this is, and how it is written."""
    opening = [each for each in registry.DIMENSIONS if each.opens_summary and scores[each.id].level]
    if not opening:
        return say(reading, "summary", "neither")
    if (
        reading.genre.kind == "reporting"
        and len(opening) > 1
        and all(scores[each.id].level == each.best for each in opening)
    ):
        return say(reading, "summary", "plain")
    clauses = filter(None, (each.texts.clause(scores[each.id], reading) for each in opening))
    text = reduce(lambda one, other: say(reading, "summary", "both", first=one, second=other), clauses)
    if not is_other_than_report(reading.genre):
        return text
    genre = say(reading, "genres", genre_code(reading.genre))
    return say(reading, "summary", "of-genre", genre=genre, text=f"{text[0].lower()}{text[1:]}")
