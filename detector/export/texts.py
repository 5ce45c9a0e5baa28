"""What annotated copies, report pages, notes and tables say, in the language of their reader.

The words are those of `messages.toml` (`detector/languages/`), and of them `[panel]` is what the extension's panel says
too. Reports come in their wire form.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from detector import languages
from detector.dimensions import registry
from detector.settings import SETTINGS


def crowd(score: Mapping[str, Any]) -> Sequence[float]:
    """The shares of reference articles by score, in equal steps; empty where there are none."""
    shares: Sequence[float] = score["facts"].get("reference", {}).get("crowd", ())
    return shares


def names(report: Mapping[str, Any]) -> Mapping[str, str]:
    """The name of each source by its id."""
    return {source["id"]: source["name"] for source in report["sources"]}


def shorten(text: str, limit: int = SETTINGS.export.words) -> str:
    """The first `limit` characters, cut at a word, with an ellipsis where something was cut."""
    plain = " ".join(text.split())
    if len(plain) <= limit:
        return plain
    return f"{plain[: max(limit // 2, plain.rfind(' ', 0, limit))]}…"


class ReportTexts:
    """What is said of reports to a reader of the language `code`; of `languages.DEFAULT` where it has no texts."""

    def __init__(self, code: str = languages.DEFAULT) -> None:
        self.messages = languages.messages_for(code)
        self.code = self.messages.code

    def panel(self, name: str, /, **fields: object) -> str:
        """What the panel says, by its name there (`page_…`), with hyphens."""
        return self.messages.say("panel", name, **fields)

    def copy(self, name: str, /, **fields: object) -> str:
        """What only copies, report pages and notes say."""
        return self.messages.say("copies", name, **fields)

    def comparison(self, name: str, /, **fields: object) -> str:
        """What a comparison says."""
        return self.messages.say("comparison", name, **fields)

    def table(self, name: str, /, **fields: object) -> str:
        """A heading of a table of the command line."""
        return self.messages.say("tables", name, **fields)

    def cell(self, name: str) -> str:
        """A heading or a cell of a table; an id that nothing is said of stands as it is."""
        return self.messages.name("tables", name)

    def percent(self, share: float) -> str:
        """A share 0..1 as a percentage."""
        return self.messages.percent(share)

    def compared(self, score: Mapping[str, Any]) -> str:
        """The articles that a score's percentile speaks of."""
        count = score["facts"].get("reference", {}).get("articles")
        return self.panel("crowd", count=self.messages.figure(count)) if count else self.panel("crowd-unknown")

    def rank(self, dimension: str, score: Mapping[str, Any]) -> str:
        """A score's place in the crowd, in words; empty where it has none."""
        if score["percentile"] is None:
            return ""
        few = score["percentile"] < 1
        share = self.panel("fewest") if few else self.percent(min(score["percentile"], SETTINGS.export.most) / 100)
        form = self.messages.sections["ranks"].get(dimension, registry.named(dimension).texts.rank)
        return form.format(share=share, crowd=self.compared(score))

    def fact(self, dimension: str, facts: Mapping[str, Any]) -> str:
        """The one fact that says most about a score; may be empty."""
        return registry.named(dimension).texts.fact(facts, self.messages)

    def dimension(self, dimension: str) -> str:
        """A dimension's name."""
        return self.messages.name("dimensions", dimension, registry.name_of(dimension))

    def level(self, level: str) -> str:
        """What a level is called."""
        return self.messages.name("levels", level)

    def severity(self, severity: str) -> str:
        """What a severity is called."""
        return self.messages.name("severities", severity)

    def rule(self, rule: str) -> str:
        """What a rule is called, by its id."""
        name = rule.rpartition(".")[2]
        return self.messages.name("rule-names", name, name.replace("-", " "))

    def frame(self, name: str) -> str:
        """What a frame is called: `quality_of_life` is “Quality of life”."""
        return self.messages.name("frames", name.lower(), name.replace("_", " ").capitalize())

    def links(self, facts: Mapping[str, Any]) -> str:
        """Where the article links to, in one line; empty where that cannot be told."""
        if facts.get("links_out") is None:
            return ""
        sites = facts["linked_sites"]
        most = SETTINGS.export.sites
        short = (shorten(site, SETTINGS.export.name) for site in sites[:most])
        named = ", ".join(short) + (" …" if len(sites) > most else "")
        form = "links-none" if not sites else "links-one" if len(sites) == 1 else "links-many"
        return self.panel(form, count=self.messages.figure(len(sites)), sites=named)

    def voice(self, finding: Mapping[str, Any], known: Mapping[str, str]) -> str:
        """Whose words a remark is about; `known` are the `names` of its report."""
        if finding["voice"]["kind"] == "author":
            return self.panel("author")
        name = known.get(finding["voice"]["source"])
        if not name:
            return self.panel("quoting-unknown")
        return self.panel("quoting", name=shorten(name, SETTINGS.export.name))

    def points(self, finding: Mapping[str, Any], report: Mapping[str, Any]) -> str:
        """What a remark does to its score."""
        if finding["voice"]["kind"] != "author":
            return self.panel("uncounted")
        if finding["scored"] and not finding["points"] and finding["unit"] == "sentence":
            return self.panel("counted-in-words")
        if not finding["scored"] or not finding["points"]:
            return self.panel("unscored-points")
        size = abs(finding["points"])
        amount = self.messages.figure(round(size, 1 if size < 10 else None))
        if finding["points"] < 0:
            return self.panel("takes", points=amount)
        value = report["scores"].get(finding["dimension"], {}).get("value")
        form = "gives" if value is None else "adds"
        return self.panel(form, points=amount, value=value)
