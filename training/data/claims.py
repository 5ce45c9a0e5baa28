"""Sets about single sentences by their outlet or debate: AnnoLexical, CheckThat! task 1 and ClaimBuster."""

from collections.abc import Iterator
from pathlib import Path

from training.data.corpora import rows
from training.data.examples import Example, Part, part_of
from training.data.text import normal

CHECKED = {"check-worthy": 0.95, "unimportant": 0.15, "non-factual": 0.05}  # ClaimBuster's classes
MEASURED = frozenset({  # outlets of BABE, which figures on outlets never seen are told from: not learnt from here
    "alternet", "daily-beast", "fox-business", "fox-news", "huffpost", "msnbc", "the-federalist", "usa-today",
})  # fmt: skip
BIASED, PLAIN = 0.9, 0.1  # of labels by several language models


def annolexical(folder: Path) -> Iterator[Example]:
    """News sentences, biased or not by several language models, but for those of BABE's outlets; split by outlet, so
    that the parts held out tell of outlets never seen."""
    for row in rows(folder / "annolexical.jsonl"):
        if row["outlet"] in MEASURED:
            continue
        target = BIASED if row["label"] == "Biased" else PLAIN
        part = part_of(f"annolexical-{row['outlet']}", 0.06, 0.08)
        yield Example(
            "annolexical", row["outlet"], part, row["text"], {"loaded": target}, label=row["label"],
            outlet=row["outlet"],
        )  # fmt: skip


def _unquoted(cell: str) -> str:
    """A sentence without the quotation marks that a table's cell is set in where it holds a comma."""
    inside = cell[1:-1].replace('""', "")
    return cell[1:-1].replace('""', '"') if cell[:1] == cell[-1:] == '"' and '"' not in inside and inside else cell


def _part(text: str) -> Part:
    """The same for both sets: CheckThat!'s English debates and ClaimBuster share sentences."""
    return part_of(f"claims-{normal(text)}", 0.05, 0.10)


def checkworthy(folder: Path) -> Iterator[Example]:
    """CheckThat! 2024 task 1: sentences of debates (en) and posts (es, nl) worth a check or not."""
    for row in rows(folder / "checkworthy.jsonl"):
        target = 0.95 if row["check_worthy"] else 0.05
        yield Example(
            "checkworthy", row["id"], _part(row["text"]), _unquoted(row["text"]), {"check_worthy": target},
            label=str(int(row["check_worthy"])), language=row["language"],
        )  # fmt: skip


def claimbuster(folder: Path) -> Iterator[Example]:
    """ClaimBuster: sentences of debates, check-worthy, factual but unimportant, or not factual."""
    for row in rows(folder / "claimbuster.jsonl"):
        yield Example(
            "claimbuster", row["id"], _part(row["text"]), row["text"], {"check_worthy": CHECKED[row["label"]]},
            label=str(int(row["label"] == "check-worthy")), language=row["language"],
        )  # fmt: skip
