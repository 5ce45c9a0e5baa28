"""Fact-checks out of the forms in which they are published: ClaimReview of schema.org as a DataFeed in JSON-LD, in
pages of HTML, as JSON lines, and as tables."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from server.settings import FACT_CHECKS

SCRIPT = re.compile(r"<script[^>]{0,500}application/ld\+json[^>]{0,500}>(.*?)</script", re.IGNORECASE | re.DOTALL)
FEED = re.compile(r'"(?:dataFeedElement|@graph)"\s*:\s*\[')
BETWEEN = re.compile(r"[\s,]*")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "claim": ("claim", "claimReviewed", "claim_reviewed", "claim_text", "text"),
    "publisher": ("publisher", "author", "publisher_name", "reviewer"),
    "rating": ("rating", "alternateName", "rating_name", "textualRating", "verdict"),
    "url": ("url", "review_url", "link"),
    "date": ("date", "datePublished", "review_date", "published"),
}


@dataclass(frozen=True, slots=True)
class Check:
    """A published fact-check: the claim as its publisher words it, and the publisher's rating word for word. `date` is
    `YYYY-MM-DD`, or empty."""

    claim: str
    publisher: str
    rating: str
    url: str
    date: str = ""


def read(path: Path) -> Iterator[Check]:
    """The fact-checks in a file, by its suffix: .json and .jsonld, .jsonl and .ndjson, .csv and .tsv, .html and .htm.

    Raises `ValueError` where the file is not of that form, `OSError` where it cannot be read.
    """
    kind = path.suffix.lower()
    if kind in (".html", ".htm"):
        yield from in_page(path.read_text(encoding="utf-8", errors="replace"))
        return
    with path.open(encoding="utf-8-sig", newline="") as stream:
        if kind in (".csv", ".tsv"):
            yield from filter(None, map(of_row, csv.DictReader(stream, delimiter="\t" if kind == ".tsv" else ",")))
        elif kind in (".jsonl", ".ndjson"):
            for line in stream:
                yield from _of_json(json.loads(line)) if line.strip() else ()
        else:
            yield from _of_feed(stream)


SUFFIXES = frozenset({".json", ".jsonld", ".jsonl", ".ndjson", ".csv", ".tsv", ".html", ".htm"})


def in_page(html: str) -> Iterator[Check]:
    """The fact-checks that a page declares in its JSON-LD; a script that is no JSON declares none."""
    for script in SCRIPT.finditer(html):
        try:
            value = json.loads(script[1])
        except (ValueError, RecursionError):
            continue
        yield from _reviews(value)


def _of_feed(stream: TextIO) -> Iterator[Check]:
    """The elements of a feed one by one, so that memory stays flat; a file without a list of them is one value."""
    held = stream.read(FACT_CHECKS.piece)
    opening = FEED.search(held)
    if opening is None:
        yield from _of_json(json.loads(held + stream.read()))
        return
    decoder, place = json.JSONDecoder(), opening.end()
    while True:
        start = BETWEEN.match(held, place).end()  # type: ignore[union-attr]  # it matches nothing, too
        if held[start : start + 1] == "]":
            return
        try:
            value, place = decoder.raw_decode(held, start)
        except ValueError:
            more = stream.read(FACT_CHECKS.piece)
            if not more:
                raise
            held, place = held[start:] + more, 0
            continue
        yield from _of_json(value)
        if place > FACT_CHECKS.piece:
            held, place = held[place:], 0


def _of_json(value: Any) -> Iterator[Check]:  # noqa: ANN401 - any JSON value
    """The reviews in a value; an object that holds none may be a row of a table."""
    found = list(_reviews(value))
    row = of_row(value) if not found and isinstance(value, Mapping) else None
    yield from [row] if row else found


def _reviews(value: Any, depth: int = 0) -> Iterator[Check]:  # noqa: ANN401 - any JSON value
    """Every ClaimReview in a JSON value, however deep its feed or graph holds it."""
    if depth > FACT_CHECKS.depth:
        return
    if isinstance(value, list):
        for item in value:
            yield from _reviews(item, depth + 1)
    elif isinstance(value, Mapping):
        kinds = value.get("@type", ())
        if "ClaimReview" in ([kinds] if isinstance(kinds, str) else kinds):
            check = _review(value)
            yield from [check] if check else []
            return
        for item in value.values():
            if isinstance(item, (list, Mapping)):
                yield from _reviews(item, depth + 1)


def _review(value: Mapping[str, Any]) -> Check | None:
    rating = _first(value.get("reviewRating"))
    said = rating.get("alternateName") or rating.get("ratingValue") or rating.get("name") if rating else None
    author = _first(value.get("author")) or _first(value.get("publisher"))
    publisher = author.get("name") or author.get("url") if author else value.get("author")
    return _made(value.get("claimReviewed"), publisher, said, value.get("url"), value.get("datePublished"))


def _first(value: Any) -> Mapping[str, Any]:  # noqa: ANN401 - any JSON value
    value = value[0] if isinstance(value, list) and value else value
    return value if isinstance(value, Mapping) else {}


def of_row(row: Mapping[str, Any]) -> Check | None:
    """A row of a table, its columns called as one of several is used to; `None` where it lacks any but the date."""
    cells = {name: next((row[key] for key in keys if row.get(key)), None) for name, keys in COLUMNS.items()}
    return _made(*cells.values())


def _made(*values: object) -> Check | None:
    """A check of the values in the order of its fields, each on one line; `None` where one is missing."""
    claim, publisher, rating, url, date = (
        " ".join(str("" if value is None else value).split())[: FACT_CHECKS.longest] for value in values
    )
    if not (claim and publisher and rating and url.startswith(("https://", "http://"))):
        return None
    return Check(claim, publisher, rating, url, date[:10])
