"""What is said of sourcing, in the summary and beside the score."""

from collections.abc import Mapping
from typing import Any

from detector.dimensions.dimension import Texts
from detector.languages import Messages
from detector.schema import Score

NAMED = 2  # parties in the summary that are not heard


def clause(score: Score, texts: Messages) -> str | None:
    """How broadly a story is sourced, by how many, and who is not heard; `None` without a score."""
    if score.level is None:
        return None
    count, silent = score.facts["sources"], score.facts["never_heard"][:NAMED]
    voices = texts.say("summary", "one-source" if count == 1 else "sources", count=count)
    form = "voices" if not silent else "silent-one" if len(silent) == 1 else "silent"
    names = texts.listed(silent) if silent else ""
    return texts.say(
        "summary", form, sourcing=texts.say("summary", f"sourcing-{score.level}"), voices=voices, names=names
    )


def fact(facts: Mapping[str, Any], texts: Messages) -> str:
    """How many of the sources are identified; empty where there are none."""
    if not facts.get("sources"):
        return ""
    return texts.say("panel", "identified", identified=facts["identified"], sources=facts["sources"])


TEXTS = Texts(
    label="broad",
    clause=clause,
    fact=fact,
)
