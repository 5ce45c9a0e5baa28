"""The sources that editors listed in articles which they annotated (`sourced.jsonl`).

The file holds places only, as code points into `text` of the row of `articles.jsonl` with the same `id`: for each
source the forms that the text has for it and the statements that it is given, long ones by their first words; and
whether it is `named`. The articles themselves are no part of the repository.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.data.annotated import Place, find

FILE = Path(__file__).with_name("sourced.jsonl")


@dataclass(frozen=True, slots=True)
class EditorsSource:
    """A source as an editor lists it: the words for it, what it says, and whether it is named."""

    forms: tuple[str, ...]
    said: tuple[str, ...]
    named: bool

    def said_in(self, text: str) -> list[Place]:
        """Where its statements stand in `text`, which is the article's as the product reads it."""
        return find(text, self.said)


@dataclass(frozen=True, slots=True)
class Sourced:
    """An article with the sources that an editor lists."""

    id: str
    title: str
    text: str
    sources: tuple[EditorsSource, ...]


def sourced(data: Path) -> Iterator[Sourced]:
    """The articles of `data`/articles.jsonl whose sources were listed, in the order of the file; KeyError where one is
    missing there."""
    with (data / "articles.jsonl").open(encoding="utf-8") as lines:
        articles = {row["id"]: row for row in map(json.loads, lines)}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = articles[row["id"]]
        sources = tuple(_source(article["text"], source) for source in row["sources"])
        yield Sourced(row["id"], article["title"] or "", article["text"], sources)


def _source(text: str, source: dict[str, Any]) -> EditorsSource:
    forms, said = (tuple(text[start:end] for start, end in source[key]) for key in ("forms", "said"))
    return EditorsSource(forms, said, source["named"])
