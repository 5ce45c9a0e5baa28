"""What annotated copies and report pages say, in the words of the extension's panel (`extension/page/texts.js`).

Reports come in their wire form.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from detector.dimensions import registry

SCOPE = "How it is written, not whether it is true."
FEWEST = "fewer than 1 %"
MOST = 99  # per cent: nothing is said to be more than all
RANGE = "{value} of 100, likely between {low} and {high}"
UNSCORED = "no score"
SPEAKERS = "Who speaks"
ATTRIBUTED = "{share} of the text is attributed"
UNNAMED, DOCUMENT = "unnamed", "document"
NO_SOURCES = "Nobody is quoted or named as a source."
REPORTED, PARTLY_QUOTED = "in the writer’s words", "partly in the writer’s words"
NEVER_HEARD = "Never heard:"
NO_SIDE = "no side"
LINKS_NONE, LINKS_ONE, LINKS_MANY = (
    "Links to no other site",
    "Links to one other site: {sites}",
    "Links to {count} other sites: {sites}",
)
SITES = 5  # that are named
FRAMES, FRAMES_WHY = "Framing", "From which sides the story is told; this is no score."
REMARKS = "Remarks"
NO_REMARKS = "Nothing in the wording calls for a remark."
AUTHOR = "The writer’s own words"
QUOTING = "Words of {name}"
QUOTING_UNKNOWN = "Words of a source"
ADDS, TAKES, GIVES = "adds {points} of {value}", "takes off {points}", "adds {points}"
UNCOUNTED = "not counted: a source’s words"
UNSCORED_POINTS = "no points"
COUNTED_IN_WORDS = "counted with the words in it"
INSTEAD = "Instead: {words}"
SURE = "sure: {share}"
UNPLACED = "Not found on the page"
UNPLACED_WHY = "These words were read, but do not stand like this on the page you see; some come from its title."


def percent(share: float) -> str:
    """A share 0..1 in words: `62 %`, with a space that does not break."""
    return f"{round(share * 100)}\u00a0%"


def crowd(score: Mapping[str, Any]) -> Sequence[float]:
    """The shares of reference articles by score, in equal steps; empty where there are none."""
    shares: Sequence[float] = score["facts"].get("reference", {}).get("crowd", ())
    return shares


def compared(score: Mapping[str, Any]) -> str:
    """The articles that a score's percentile speaks of."""
    count = score["facts"].get("reference", {}).get("articles")
    return f"{count:,} news articles" if count else "the news articles compared"


def rank(dimension: str, score: Mapping[str, Any]) -> str:
    """A score's place in the crowd, in words; empty where it has none."""
    if score["percentile"] is None:
        return ""
    share = FEWEST if score["percentile"] < 1 else percent(min(score["percentile"], MOST) / 100)
    return registry.named(dimension).texts.rank.format(share=share, crowd=compared(score))


def fact(dimension: str, facts: Mapping[str, Any]) -> str:
    """The one fact that says most about a score; may be empty."""
    return registry.named(dimension).texts.fact(facts)


def dimension_name(dimension: str) -> str:
    """A dimension's name in words."""
    return registry.named(dimension).texts.name


def links(facts: Mapping[str, Any]) -> str:
    """Where the article links to, in one line; empty where that cannot be told."""
    if facts.get("links_out") is None:
        return ""
    sites = facts["linked_sites"]
    named = ", ".join(shorten(site, 60) for site in sites[:SITES]) + (" …" if len(sites) > SITES else "")
    line = LINKS_NONE if not sites else LINKS_ONE if len(sites) == 1 else LINKS_MANY
    return line.format(count=len(sites), sites=named)


def rule_name(finding: Mapping[str, Any]) -> str:
    """The rule's name in words: the last part of its id."""
    return str(finding["rule"]).rpartition(".")[2].replace("-", " ")


def frame_name(name: str) -> str:
    """A frame's name in words: `quality_of_life` is “Quality of life”."""
    return name.replace("_", " ").capitalize().replace("Legality ", "Legality, ")


def names(report: Mapping[str, Any]) -> Mapping[str, str]:
    """The name of each source by its id."""
    return {source["id"]: source["name"] for source in report["sources"]}


def voice(finding: Mapping[str, Any], known: Mapping[str, str]) -> str:
    """Whose words a remark is about; `known` are the `names` of its report."""
    if finding["voice"]["kind"] == "author":
        return AUTHOR
    name = known.get(finding["voice"]["source"])
    return QUOTING.format(name=shorten(name, 60)) if name else QUOTING_UNKNOWN


def points(finding: Mapping[str, Any], report: Mapping[str, Any]) -> str:
    """What a remark does to its score."""
    if finding["voice"]["kind"] != "author":
        return UNCOUNTED
    if finding["scored"] and not finding["points"] and finding["unit"] == "sentence":
        return COUNTED_IN_WORDS
    if not finding["scored"] or not finding["points"]:
        return UNSCORED_POINTS
    size = abs(finding["points"])
    amount = f"{size:.1f}".removesuffix(".0") if size < 10 else f"{size:.0f}"
    if finding["points"] < 0:
        return TAKES.format(points=amount)
    value = report["scores"].get(finding["dimension"], {}).get("value")
    return GIVES.format(points=amount) if value is None else ADDS.format(points=amount, value=value)


def shorten(text: str, limit: int = 160) -> str:
    """The first `limit` characters, cut at a word, with an ellipsis where something was cut."""
    plain = " ".join(text.split())
    if len(plain) <= limit:
        return plain
    return f"{plain[: max(limit // 2, plain.rfind(' ', 0, limit))]}…"
