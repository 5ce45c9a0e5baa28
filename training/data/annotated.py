"""Articles annotated by an editor's guide (`annotations.jsonl`): 1,128 whole ones, 3,293 headlines more.

The file holds places only, as code points into `title` and `text` of the row of `articles.jsonl` with the same `id`;
the articles themselves are no part of the repository.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.data.examples import Part

FILE = Path(__file__).with_name("annotations.jsonl")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A story with the words that load its headline, the author's that load its `text`, and those of others; how loud
    its headline is (low, notable, strong); `is_whole` where the text was read too, not the headline alone. The network
    learns from those to train on, the tables over its outputs and the thresholds from the others."""

    title: str
    text: str
    headline: tuple[Place, ...]
    loaded: tuple[Place, ...]
    quoted: tuple[Place, ...]
    volume: str
    part: Part
    is_whole: bool

    def loaded_in(self, text: str) -> list[Place]:
        """Where the author's loaded words stand in `text`, which is the article's as the product reads it."""
        return self._in(text, self.loaded)

    def quoted_in(self, text: str) -> list[Place]:
        """The same of the loaded words of others."""
        return self._in(text, self.quoted)

    def _in(self, text: str, places: Iterable[Place]) -> list[Place]:
        return find(text, [self.text[start:end] for start, end in places])


def annotated(data: Path) -> Iterator[Annotated]:
    """The annotated stories of `data`/articles.jsonl, in the order of the file; KeyError where one is missing there."""
    with (data / "articles.jsonl").open(encoding="utf-8") as lines:
        articles = {row["id"]: row for row in map(json.loads, lines)}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = articles[row["id"]]
        whole = "loaded" in row
        places = (_places(row, key) for key in ("headline", "loaded", "quoted"))
        volume, part = row["levels"]["headline"], Part(row.get("part", Part.TRAIN))
        yield Annotated(article["title"] or "", article["text"], *places, volume, part, whole)


def _places(row: dict[str, Any], key: str) -> tuple[Place, ...]:
    return tuple((start, end) for start, end in row.get(key, ()))


def find(text: str, snippets: Iterable[str]) -> list[Place]:
    """Where snippets stand in a text, white space aside; a snippet that comes again stands at its next place."""
    kept = [place for place, sign in enumerate(text) if not sign.isspace()]
    flat, after, spans = "".join(text[place] for place in kept), dict[str, int](), list[Place]()
    for snippet in snippets:
        key = "".join(snippet.split(" || ")[0].split())
        start = flat.find(key, after.get(key, 0)) if key else -1
        if start >= 0:
            spans.append((kept[start], kept[start + len(key) - 1] + 1))
            after[key] = start + 1
    return spans
