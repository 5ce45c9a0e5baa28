"""Reports, rules and checks as tables for people; without a terminal as plain aligned text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Any

from msgspec.structs import asdict
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from detector.dimensions import sourcing
from detector.dimensions.registry import DIMENSIONS
from detector.export import claims
from detector.export.texts import ReportTexts
from server.forms import ExampleForm, RuleForm
from server.screen import Screen
from server.terminal import clean, rows
from server.words import noted

LOUD: Mapping[str, str] = {
    **{"strong": "bold", "wrong": "bold", "mild": "dim"},
    **{dimension.best: "dim" for dimension in DIMENSIONS},
    **{dimension.worst: "bold" for dimension in DIMENSIONS},
}

WIDE = 120  # columns of a terminal from which a rule's id, the words and the remark stand beside each other
LONG_WORD = 32  # characters from which a word may be broken, so that ids of rules never are


@dataclass(frozen=True, slots=True)
class Named:
    """What stands in a cell for an `id`; the id says how it looks, whatever the language of the words."""

    id: str
    words: str

    def __str__(self) -> str:
        return self.words


def print_line(console: Screen, value: object, style: str = "") -> None:
    """Print a value as it is: no markup, and without a terminal no line broken."""
    console.print(Text(clean(value), style=style), soft_wrap=not console.is_terminal)


def print_table(
    console: Screen, title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, stack: int = 1
) -> None:
    """Print a table; without a terminal as aligned columns, one row a line, for other programs to read.

    The last `stack` columns stand below each other in one where the terminal is narrower than `WIDE`.
    """
    columns, cells = [clean(column) for column in columns], [list(row) for row in rows]
    if console.is_terminal:
        console.print(_layout(title, columns, cells, stack if console.width < WIDE else 1))
        return
    grid = [columns, *([clean(value) for value in row] for row in cells)]
    widths = [max(map(len, column)) for column in zip(*grid, strict=True)]
    for line in ["", title, *("  ".join(map(str.ljust, row, widths)) for row in grid)]:
        print_line(console, line.rstrip())


def _layout(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], stack: int) -> Table:
    shown = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    shown.leading = int(stack > 1)
    apart = len(columns) - stack
    grid = [(*row[:apart], Text("\n").join(row[apart:])) for row in _cells(columns, rows)]
    for column in zip(*grid, strict=True):
        longest = max(len(word) for cell in column for word in cell.plain.split() or [""])
        shown.add_column(column[0], overflow="fold", min_width=min(longest, LONG_WORD))
    for row in grid[1:]:
        shown.add_row(*row)
    return shown


def _cells(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[list[Text]]:
    yield [Text(column) for column in columns]
    for row in rows:
        yield [Text(clean(value), style=_style(value)) for value in row]


def _style(value: object) -> str:
    return LOUD.get(value.id if isinstance(value, Named) else clean(value), "")


def print_report(console: Screen, report: Mapping[str, Any], texts: ReportTexts) -> None:
    """A report in its wire form: the sentence, the scores, who speaks, the remarks, and what to keep in mind."""
    print_line(console, report["document"]["title"], "bold")
    notices = (notice["message"] for notice in report["document"]["notices"])
    for line in dict.fromkeys((report["summary"]["sentence"], *notices)):
        print_line(console, line)
    scores = [_score(name, score, texts) for name, score in report["scores"].items()]
    print_table(console, texts.table("scores"), list(map(texts.table, SCORE)), scores)
    if report["sources"]:
        sources = [
            (
                source["name"],
                source["role"],
                source["side"],
                _camp(source, texts),
                source["words"],
                f"{source['share']:.0%}",
            )
            for source in report["sources"]
        ]
        print_table(console, texts.panel("speakers"), list(map(texts.table, SOURCE)), sources)
    if linked := texts.links(report["scores"][sourcing.ID]["facts"]):
        print_line(console, linked)
    if report["claims"]:
        listed = [(claims.words(report, claim), *_claimed(report, claim, texts)) for claim in report["claims"]]
        print_table(console, texts.panel("claims"), list(map(texts.table, CLAIM)), listed, stack=2)
    if report["findings"]:
        rows = [_finding(finding, texts) for finding in report["findings"]]
        print_table(console, texts.panel("remarks"), list(map(texts.table, FINDING)), rows, stack=3)
    for limitation in report["limitations"]:
        print_line(console, limitation, "dim")


def _claimed(report: Mapping[str, Any], claim: Mapping[str, Any], texts: ReportTexts) -> tuple[str, str]:
    """Who makes a claim; what there is for it, and its published checks."""
    maker, *given = claims.notes(report, claim, texts)
    return maker, ", ".join((*given, *(claims.checked(check, texts) for check in claim["fact_checks"])))


CLAIM = ("claim", "voice", "evidence")
SCORE = ("score", "of-100", "level", "interval", "higher-than", "why-not")
SOURCE = ("source", "role", "side", "camp", "words", "share")
FINDING = ("at", "severity", "voice", "points", "words", "rule", "remark")
RULE = ("rule", "severity", "remark")


def _camp(source: Mapping[str, Any], texts: ReportTexts) -> str | None:
    return texts.cell(source["camp"]) if source["camp"] else None


def _finding(finding: Mapping[str, Any], texts: ReportTexts) -> tuple[object, ...]:
    points = f"{finding['points']:.1f}" if finding["points"] else "–"
    voice = finding["voice"]["source"] or texts.cell(finding["voice"]["kind"])
    severity = Named(finding["severity"], texts.severity(finding["severity"]))
    return (finding["start"], severity, voice, points, finding["exact"], finding["rule"], finding["message"])


def _score(name: str, score: Mapping[str, Any], texts: ReportTexts) -> tuple[object, ...]:
    low, high = score["interval"] or (None, None)
    spread = None if low is None else texts.table("spread", low=low, high=high)
    below = score["percentile"]
    rank = None if below is None else texts.table("of-articles", share=texts.percent(below / 100))
    return texts.cell(name), score["value"], _level(score["level"], texts), spread, rank, score["reason"] or ""


def _level(level: str | None, texts: ReportTexts) -> Named | None:
    return None if level is None else Named(level, texts.level(level))


def print_rules(console: Screen, rules: Iterable[RuleForm], texts: ReportTexts) -> None:
    """All rules, one a line."""
    rows = [(rule.id, Named(rule.severity, texts.severity(rule.severity)), rule.message) for rule in rules]
    print_table(console, texts.table("rules", count=len(rows)), list(map(texts.table, RULE)), rows)


def print_rule(console: Screen, rule: RuleForm, texts: ReportTexts) -> None:
    """One rule with its reason, its source in the literature, and its examples."""
    named = {"source": "literature"}  # "source" is who speaks
    fields = asdict(rule) | {"dimension": texts.cell(rule.dimension), "severity": texts.severity(rule.severity)}
    rows = [(texts.table(named.get(name, name)), fields[name]) for name in fields if name not in ("bad", "good")]
    rows += [(texts.table("flags"), _example(example)) for example in rule.bad]
    rows += [(texts.table("passes"), _example(example)) for example in rule.good]
    print_table(console, "", ("", ""), rows)


def _example(example: ExampleForm) -> str:
    return " | ".join(filter(None, (example.headline, example.body)))


def print_comparison(console: Screen, comparison: Mapping[str, Any], texts: ReportTexts) -> None:
    """A comparison (`detector.export.comparison`): a column for each page."""
    pages = comparison["pages"]
    columns = ("", *(page["label"] for page in pages))
    for notice in comparison["notices"]:
        print_line(console, notice["message"])
    rows: list[tuple[object, ...]] = [(texts.table("title"), *(page["title"] for page in pages))]
    rows += [(texts.cell(name), *(_standing(page, name, texts) for page in pages)) for name in pages[0]["scores"]]
    rows += [(texts.table(name), *(page[name] for page in pages)) for name in ("sources", "identified", "words")]
    print_table(console, texts.comparison("side-by-side"), columns, rows)
    shares = [(row["name"], *map(_percent, row["shares"])) for row in comparison["sources"]]
    frames = [(texts.frame(row["name"]), *map(_percent, row["shares"])) for row in comparison["frames"]]
    parties = [(row["name"], *(page and texts.table(page) for page in row["pages"])) for row in comparison["parties"]]
    alike = [(number, *row["pages"]) for number, row in enumerate(comparison["claims"], 1)]
    named = (texts.comparison(name) for name in ("frames", "heard-by", "claims"))
    titles = (texts.table("sources-title"), *named)
    for title, listed in zip(titles, (shares, frames, parties, alike), strict=True):
        if listed:
            print_table(console, title, columns, listed)


def _standing(page: Mapping[str, Any], name: str, texts: ReportTexts) -> str | None:
    value = page["scores"][name]
    return None if value is None else f"{texts.level(page['levels'][name])} ({value})"


def _percent(share: float | None) -> str | None:
    return None if share is None else f"{share:.0%}"


LABELS = (noted("sensational"), noted("broad"), noted("loaded"))  # of the dimensions


def print_evaluation(console: Screen, figures: Mapping[str, Any], texts: ReportTexts) -> None:
    """The figures of `server.cli.evaluation`."""
    print_line(console, _("{rows}, {failed} not usable").format(rows=rows(figures["rows"]), failed=figures["failed"]))
    named = {"score": _("score"), "label": _("label"), "with": _("with"), "without": _("without")}
    named |= {"unscored": _("unscored"), "separation": _("separation")}
    shown = [row | {"score": texts.cell(row["score"]), "label": _(row["label"])} for row in figures["scores"]]
    cells = [[row[name] for name in named] for row in shown]
    print_table(console, _("Scores (separation: 0.5 is chance, 1 is perfect)"), list(named.values()), cells)
    if figures["marks"]["people"] or figures["marks"]["undertone"]:
        counted = {"people": _("people"), "undertone": "Undertone", "both": _("both")}
        counted |= {"precision": _("precision"), "recall": _("recall")}
        print_table(console, _("Loaded words"), list(counted.values()), [[figures["marks"][name] for name in counted]])
