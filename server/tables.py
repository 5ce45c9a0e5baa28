"""Reports, rules and checks as tables for people; without a terminal as plain aligned text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

PLAIN_WIDTH = 160
LOUD: Mapping[str, str] = {"strong": "bold", "thin": "bold", "wrong": "bold", "mild": "dim", "low": "dim"}


def open_console() -> Console:
    """A console on standard output; plain and wide where that is no terminal."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=PLAIN_WIDTH)


def clean(value: object) -> Text:
    """A value as text; what a page could use to steer a terminal is replaced, `None` is a dash."""
    words = "–" if value is None else str(value)
    shown = "".join(letter if letter.isprintable() else " " for letter in words)
    return Text(shown, style=LOUD.get(words, ""))


def table(console: Console, title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> RenderableType:
    """A table whose last column takes the room that is left."""
    shown = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    shown.box = SIMPLE_HEAD if console.is_terminal else None
    for column in columns:
        shown.add_column(column, overflow="fold")
    for row in rows:
        shown.add_row(*map(clean, row))
    return shown


def print_report(console: Console, report: Mapping[str, Any]) -> None:
    """A report in its wire form: the sentence, the scores, who speaks, the remarks, and what to keep in mind."""
    console.print(clean(report["document"]["title"]), style="bold")
    console.print(clean(report["summary"]["sentence"]))
    for notice in report["document"]["notices"]:
        console.print(clean(notice["message"]))
    scores = [_score(name, score) for name, score in report["scores"].items()]
    columns = ("score", "of 100", "level", "80 % interval", "higher than", "why not")
    console.print(table(console, "\nScores", columns, scores))
    if report["sources"]:
        sources = [
            (held["name"], held["role"], held["side"], held["words"], f"{held['share']:.0%}")
            for held in report["sources"]
        ]
        console.print(table(console, "\nWho speaks", ("source", "role", "side", "words", "share"), sources))
    if report["findings"]:
        console.print(table(console, "\nRemarks", FINDING, [_finding(held) for held in report["findings"]]))
    for limitation in report["limitations"]:
        console.print(clean(limitation), style="dim")


FINDING = ("at", "severity", "voice", "points", "words", "rule", "remark")


def _finding(held: Mapping[str, Any]) -> tuple[object, ...]:
    return tuple(held[key] for key in ("start", "severity", "voice", "points", "exact", "rule", "message"))


def _score(name: str, score: Mapping[str, Any]) -> tuple[object, ...]:
    spread = "{} to {}".format(*score["interval"]) if score["interval"] else None
    rank = None if score["percentile"] is None else f"{score['percentile']} % of articles"
    return name, score["value"], score["level"], spread, rank, score.get("reason", "")


def print_rules(console: Console, rules: Iterable[Mapping[str, Any]]) -> None:
    """All rules, one a line."""
    rows = [(rule["id"], rule["severity"], rule["message"]) for rule in rules]
    console.print(table(console, f"{len(rows)} rules", ("rule", "severity", "remark"), rows))


def print_rule(console: Console, rule: Mapping[str, Any]) -> None:
    """One rule with its reason, its source in the literature, and its examples."""
    rows = [(name, rule[name]) for name in rule if name not in ("bad", "good")]
    rows += [("flags", _example(given)) for given in rule["bad"]]
    rows += [("passes", _example(given)) for given in rule["good"]]
    console.print(table(console, "", ("", ""), rows))


def _example(given: Mapping[str, str]) -> str:
    return " | ".join(filter(None, (given["headline"], given["body"])))
