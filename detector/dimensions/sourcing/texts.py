"""What is said of sourcing, in the summary and beside the score."""

from collections.abc import Mapping
from typing import Any

from detector import languages
from detector.article import Reading
from detector.dimensions.dimension import Texts
from detector.dimensions.notices import is_other_than_report, say
from detector.languages.messages import Messages
from detector.schema import Score
from detector.settings import SETTINGS

NAMED = 2  # parties in the summary that are not heard


def clause(score: Score, reading: Reading) -> str | None:
    """How broadly a story is sourced, why, and who is not heard; `None` without a score.

    Of a text that is no report only the sources are counted: an opinion piece need not ask the other side.
    """
    if score.level is None:
        return None
    if is_other_than_report(reading.genre):
        return say(reading, "summary", "draws-on", voices=_counted(score.facts, reading))
    reason = _identified(score.facts, reading) if score.level == "broad" else _lack(score.facts, reading)
    silent = [] if score.level == "broad" else score.facts["never_heard"][:NAMED]
    if silent:
        form, names = (
            "silent-one" if len(silent) == 1 else "silent",
            languages.messages_for(reading.reader).listed(silent),
        )
        reason = say(reading, "summary", form, reason=reason, names=names)
    return say(reading, "summary", f"sourcing-{score.level}", reason=reason)


def _counted(facts: Mapping[str, Any], reading: Reading) -> str:
    """How many sources there are."""
    return say(reading, "summary", "one-source" if facts["sources"] == 1 else "sources", count=facts["sources"])


def _identified(facts: Mapping[str, Any], reading: Reading) -> str:
    """How many sources there are, and how many of them are identified."""
    identified, count = facts["identified"], facts["sources"]
    form = "identified-none" if not identified else "identified-all" if identified >= count else "identified"
    form = f"{form}-one" if count == 1 else form
    return say(reading, "summary", form, voices=_counted(facts, reading), count=identified)


def _lack(facts: Mapping[str, Any], reading: Reading) -> str:
    """What keeps the sourcing from being broad: one voice or one side that has most words, unnamed voices, or few that
    are identified."""
    settings, voices = SETTINGS.sourcing, _counted(facts, reading)
    side, share = max(facts["shares_by_side"].items(), key=lambda item: (item[1], item[0]), default=("", 0.0))
    top = max(reading.sources, key=lambda source: source.share, default=None)
    if facts["sources"] > 1 and top and top.named and top.share > settings.one_voice:
        percent = round(100 * top.share)
        return say(reading, "summary", "one-voice", voices=voices, speaker=top.name, percent=percent)
    if facts["sources"] > 1 and share > settings.top_side:
        return say(reading, "summary", "one-side", voices=voices, side=side, percent=round(100 * share))
    if facts["sources"] > 1 and facts["anonymous_share"] > settings.one_voice:
        return say(reading, "summary", "unnamed", voices=voices)
    return _identified(facts, reading)


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
