"""What is said of sourcing, in the summary and beside the score."""

from collections.abc import Mapping, Sequence
from typing import Any

from detector import languages
from detector.article import Reading
from detector.dimensions.dimension import Texts
from detector.dimensions.notices import is_other_than_report, say
from detector.languages.messages import Messages
from detector.schema import Score
from detector.settings import SETTINGS


def clause(score: Score, reading: Reading) -> str | None:
    """How broadly a story is sourced, why, and who is not heard; `None` without a score.

    Of a text that is no report only the sources are counted: an opinion piece need not ask the other side.
    """
    if score.level is None:
        return None
    if not score.facts["sources"]:
        return say(reading, "summary", "quotes-nobody" if is_other_than_report(reading.genre) else "nobody-heard")
    if is_other_than_report(reading.genre):
        return say(reading, "summary", "draws-on", voices=_counted(score.facts, reading))
    few = score.level == "broad" and score.facts["identified"] < SETTINGS.sourcing.broad_people
    reason = _counted(score.facts, reading) if few else _identified(score.facts, reading)
    if score.level != "broad":
        lack = _lack(score.facts, reading)
        reason = _with_silent(_silent(reading), reading, lack, reason)
    return say(reading, "summary", f"sourcing-{score.level}", reason=reason)


def _with_silent(silent: Sequence[str], reading: Reading, lack: str | None, voices: str) -> str:
    """What is lacking, or else the voices, with those who are not heard."""
    if not silent:
        return lack or voices
    form = f"{'but-' if lack is None else ''}silent{'-one' if len(silent) == 1 else ''}"
    names = languages.messages_for(reading.reader).listed(silent)
    return say(reading, "summary", form, reason=lack or voices, names=names)


def _silent(reading: Reading) -> list[str]:
    """Who is surely to be asked and is not heard, the surest first; not who is accused but once, in passing."""
    silent = (party for party in reading.parties if party.heard == "none")
    sure = [party for party in silent if party.headline or len(party.accused) > 1]
    sure = [party for party in sure if party.confidence >= SETTINGS.parties.surely]
    return [party.name for party in sorted(sure, key=lambda party: -party.confidence)][: SETTINGS.parties.named]


def _counted(facts: Mapping[str, Any], reading: Reading) -> str:
    """How many sources there are; of many only in tens."""
    count, many = facts["sources"], SETTINGS.sourcing.many
    if count > many:
        return say(reading, "summary", "many-sources", count=(count - 1) // many * many)
    return say(reading, "summary", "one-source" if count == 1 else "sources", count=count)


def _identified(facts: Mapping[str, Any], reading: Reading) -> str:
    """How many sources there are, and how many of them are identified."""
    identified, count = facts["identified"], facts["sources"]
    form = "identified-none" if not identified else "identified-all" if identified >= count else "identified"
    form = f"{form}-one" if count == 1 else form
    if form == "identified-none-one" and any(source.named for source in reading.sources):
        form = "identified-one"  # a body or a document has no role
    return say(reading, "summary", form, voices=_counted(facts, reading), count=identified)


def _lack(facts: Mapping[str, Any], reading: Reading) -> str | None:
    """What keeps the sourcing from being broad, apart from who is not heard: one voice or one side that has most words,
    unnamed voices, nobody who is identified; `None` where it is none of these."""
    if facts["sources"] < 2 or not facts["identified"]:
        return _identified(facts, reading)
    settings, voices = SETTINGS.sourcing, _counted(facts, reading)
    side, share = max(facts["shares_by_side"].items(), key=lambda item: (item[1], item[0]), default=("", 0.0))
    top = max(reading.sources, key=lambda source: source.share, default=None)
    if top and top.named and top.share > settings.one_voice:
        percent = round(100 * top.share)
        return say(reading, "summary", "one-voice", voices=voices, speaker=top.name, percent=percent)
    if share > settings.top_side and len(facts["shares_by_side"]) > 1:
        return say(reading, "summary", "one-side", voices=voices, side=side, percent=round(100 * share))
    if facts["anonymous_share"] > settings.one_voice:
        return say(reading, "summary", "unnamed", voices=voices)
    return None


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
