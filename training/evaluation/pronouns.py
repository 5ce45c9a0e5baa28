"""How often "he" and "she" find whom they stand for: `python -m training.evaluation.pronouns FOLDER`.

FOLDER holds `dev.jsonl` of marked articles (see `training.evaluation.attributions`). The cases, judged by hand, stand
in `pronouns.json` beside this module, without a word of text: the article's id, where its pronoun begins, and the
stretch that names whom it stands for; offsets are code points of the article's `text`. The sources are the marked ones,
so that only the resolving is measured.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from detector.article import Span
from detector.attribution import resolve
from detector.languages.en import GRAMMAR, PACK
from detector.text import prose
from training.evaluation.marks import article_of, raw_marks

CASES = Path(__file__).with_name("pronouns.json")
Case = tuple[str, int, tuple[int, int]]


def cases(path: Path = CASES) -> Sequence[Case]:
    """The cases: article, offset of the pronoun, stretch of the answer."""
    return [(name, offset, (first, last)) for name, offset, (first, last) in json.loads(path.read_text("utf-8"))]


def right(row: Mapping[str, Any], asked: Iterable[Case]) -> int:
    """How many of the cases of one article are resolved to the source that the answer names, by its last name."""
    text: str = row["text"]
    found = resolve(prose.read_prose(article_of(text), PACK), raw_marks(row), GRAMMAR)
    names = {source.id: source.name.split() for source in found.sources}
    givers = {one.source_span.start: one.source for one in found.quotations if one.source_span and one.source}
    told = ((names.get(givers.get(offset, "")), Span(*answer).of(text).split()) for _, offset, answer in asked)
    return sum(name is not None and name[-1] == answer[-1] and _agree(name, answer) for name, answer in told)


def _agree(name: Sequence[str], answer: Sequence[str]) -> bool:
    """Whether two names with one last name are not of two people."""
    return len(name) < 2 or len(answer) < 2 or name[0][0] == answer[0][0]


def count(rows: Iterable[Mapping[str, Any]]) -> tuple[int, int]:
    """How many cases of these articles are resolved right, and how many there are."""
    asked: defaultdict[str, list[Case]] = defaultdict(list)
    for case in cases():
        asked[case[0]].append(case)
    told = [(right(row, asked[row["id"]]), len(asked[row["id"]])) for row in rows if row["id"] in asked]
    return sum(hit for hit, _ in told), sum(number for _, number in told)


def main() -> None:
    """Print how many cases are resolved right."""
    parser = argparse.ArgumentParser(description="Measure who pronouns stand for.")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    lines = (options.folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    hit, asked = count(map(json.loads, lines))
    print(f"{hit} of {asked} pronouns resolved right")


if __name__ == "__main__":
    main()
