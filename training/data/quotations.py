"""Who says what, as token targets over passages: PolNeAR (English) and the German quotations of Wikinews."""

from collections.abc import Iterator
from pathlib import Path

from training.data.corpora import Row, cut, rows
from training.data.examples import Example, Part, part_of
from training.data.text import LEAST, passages
from training.encoder.heads import ATTRIBUTION

KINDS = frozenset(ATTRIBUTION)
SPANS = {"content": "content_spans", "cue": "cue_spans", "source": "source_spans"}


def _marks(row: Row) -> list[tuple[str, int, int]]:
    """The article's contents, cues and sources."""
    return [(head, *span) for quote in row["quotes"] for head, field in SPANS.items() for span in quote[field] or ()]


def _passages(corpus: str, row: Row, part: Part, language: str) -> Iterator[Example]:
    spans = _marks(row)
    for start, text in passages(row["text"]):
        marks = tuple(mark for span in spans if (mark := cut(*span, start, len(text))))
        if marks or len(text.split()) >= LEAST:
            yield Example(corpus, row["id"], part, text, {}, marks, KINDS, start=start, language=language)


def _of(corpus: str, folder: Path, language: str) -> Iterator[Example]:
    """The passages of a folder with train.jsonl and dev.jsonl: the latter is the test."""
    for row in rows(folder / "train.jsonl"):
        yield from _passages(corpus, row, part_of(f"{corpus}-{row['id']}", 0.10, 0.0), language)
    for row in rows(folder / "dev.jsonl"):
        yield from _passages(corpus, row, Part.TEST, language)


def polnear(folder: Path) -> Iterator[Example]:
    """PolNeAR: attributions in US news."""
    return _of("polnear", folder / "attributions", "en")


def wikinews(folder: Path) -> Iterator[Example]:
    """Quotations in German news (Petersen-Frey and Biemann 2024), every kind of them."""
    return _of("wikinews", folder / "attributions_de", "de")
