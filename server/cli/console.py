"""Reports, rules and checks as tables for people; without a terminal as plain aligned text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from detector.dimensions import sourcing
from detector.dimensions.registry import DIMENSIONS
from detector.export import texts
from server.terminal import Screen, clean

LOUD: Mapping[str, str] = {
    **{"strong": "bold", "wrong": "bold", "mild": "dim"},
    **{dimension.best: "dim" for dimension in DIMENSIONS},
    **{dimension.worst: "bold" for dimension in DIMENSIONS},
}


def print_line(console: Screen, value: object, style: str = "") -> None:
    """Print a value as it is: no markup, and without a terminal no line broken."""
    console.print(Text(clean(value), style=style), soft_wrap=not console.is_terminal)


def print_table(console: Screen, title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table; without a terminal as aligned columns, one row a line, for other programs to read."""
    columns, cells = [clean(column) for column in columns], [[clean(value) for value in row] for row in rows]
    if console.is_terminal:
        shown = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
        for column in columns:
            shown.add_column(Text(column), overflow="fold")
        for row in cells:
            shown.add_row(*(Text(cell, style=LOUD.get(cell, "")) for cell in row))
        console.print(shown)
        return
    grid = [columns, *cells]
    widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
    for line in ["", title, *("  ".join(map(str.ljust, row, widths)) for row in grid)]:
        print_line(console, line.rstrip())


def print_report(console: Screen, report: Mapping[str, Any]) -> None:
    """A report in its wire form: the sentence, the scores, who speaks, the remarks, and what to keep in mind."""
    print_line(console, report["document"]["title"], "bold")
    notices = (notice["message"] for notice in report["document"]["notices"])
    for line in dict.fromkeys((report["summary"]["sentence"], *notices)):
        print_line(console, line)
    scores = [_score(name, score) for name, score in report["scores"].items()]
    columns = ("score", "of 100", "level", "80 % interval", "higher than", "why not")
    print_table(console, "Scores", columns, scores)
    if report["sources"]:
        sources = [
            (held["name"], held["role"], held["side"], held["words"], f"{held['share']:.0%}")
            for held in report["sources"]
        ]
        print_table(console, "Who speaks", ("source", "role", "side", "words", "share"), sources)
    if linked := texts.links(report["scores"][sourcing.ID]["facts"]):
        print_line(console, linked)
    if report["findings"]:
        print_table(console, "Remarks", FINDING, [_finding(held) for held in report["findings"]])
    for limitation in report["limitations"]:
        print_line(console, limitation, "dim")


FINDING = ("at", "severity", "voice", "points", "words", "rule", "remark")


def _finding(held: Mapping[str, Any]) -> tuple[object, ...]:
    points = f"{held['points']:.1f}" if held["points"] else "–"
    voice = held["voice"]["source"] or held["voice"]["kind"]
    return (held["start"], held["severity"], voice, points, held["exact"], held["rule"], held["message"])


def _score(name: str, score: Mapping[str, Any]) -> tuple[object, ...]:
    spread = "{} to {}".format(*score["interval"]) if score["interval"] else None
    rank = None if score["percentile"] is None else f"{score['percentile']} % of articles"
    return name, score["value"], score["level"], spread, rank, score["reason"] or ""


def print_rules(console: Screen, rules: Iterable[Mapping[str, Any]]) -> None:
    """All rules, one a line."""
    rows = [(rule["id"], rule["severity"], rule["message"]) for rule in rules]
    print_table(console, f"{len(rows)} rules", ("rule", "severity", "remark"), rows)


def print_rule(console: Screen, rule: Mapping[str, Any]) -> None:
    """One rule with its reason, its source in the literature, and its examples."""
    rows = [(name, rule[name]) for name in rule if name not in ("bad", "good")]
    rows += [("flags", _example(given)) for given in rule["bad"]]
    rows += [("passes", _example(given)) for given in rule["good"]]
    print_table(console, "", ("", ""), rows)


def _example(given: Mapping[str, str]) -> str:
    return " | ".join(filter(None, (given["headline"], given["body"])))


def print_comparison(console: Screen, told: Mapping[str, Any]) -> None:
    """A comparison (`detector.export.comparison`): a column for each page."""
    pages = told["pages"]
    columns = ("", *(page["label"] for page in pages))
    for notice in told["notices"]:
        print_line(console, notice["message"])
    rows: list[tuple[object, ...]] = [("headline", *(page["title"] for page in pages))]
    rows += [(name, *(_standing(page, name) for page in pages)) for name in pages[0]["scores"]]
    rows += [(name, *(page[name] for page in pages)) for name in ("sources", "identified", "words")]
    print_table(console, "Side by side", columns, rows)
    for title, key, values in (("Sources", "sources", "shares"), ("Frames", "frames", "shares")):
        shares = [(row["name"].replace("_", " "), *map(_percent, row[values])) for row in told[key]]
        if shares:
            print_table(console, title, columns, shares)
    if told["parties"]:
        parties = [(row["name"], *row["pages"]) for row in told["parties"]]
        print_table(console, "Who is heard", columns, parties)


def _standing(page: Mapping[str, Any], name: str) -> str | None:
    value = page["scores"][name]
    return None if value is None else f"{page['levels'][name]} ({value})"


def _percent(share: float | None) -> str | None:
    return None if share is None else f"{share:.0%}"


def print_evaluation(console: Screen, told: Mapping[str, Any]) -> None:
    """The figures of `server.cli.evaluation`."""
    print_line(console, f"{told['rows']} rows, {told['failed']} not usable")
    keys = ("score", "label", "with", "without", "unscored", "separation")
    print_table(
        console,
        "Scores (separation: 0.5 is chance, 1 is perfect)",
        keys,
        [[r[k] for k in keys] for r in told["scores"]],
    )
    if told["marks"]["people"] or told["marks"]["undertone"]:
        print_table(console, "Loaded words", tuple(told["marks"]), [tuple(told["marks"].values())])
