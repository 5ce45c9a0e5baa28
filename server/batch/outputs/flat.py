"""A report as one row of a table: the scores and the facts behind them, one plain value in each column."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from detector.dimensions import registry
from detector.dimensions.dimension import Dimension
from server.wire import dump

DOCUMENT = ("url", "title", "site", "published", "section", "text_sha256")
SCORES = ("level", "percentile", "low", "high", "reason")


def columns() -> Iterator[tuple[str, type]]:
    """The name and type of each column, in order."""
    yield "id", str
    yield from ((name, str) for name in DOCUMENT)
    yield from (("language_code", str), ("language_support", str), ("is_article", bool), ("genre", str))
    yield from (("words", int), ("findings", int), ("claims", int), ("fact_checks", int), ("notices", str))
    for dimension in registry.DIMENSIONS:
        yield dimension.id, int
        for name in SCORES:
            yield f"{dimension.id}_{name}", str if name in ("level", "reason") else int
        yield from ((f"{dimension.id}_{name}", kind) for name, kind in dimension.facts.items())


def flatten(report: Mapping[str, Any]) -> dict[str, Any]:
    """The row for a report in its wire form, without its id; `None` where the report gives nothing."""
    document = report["document"]
    return {
        **{name: document[name] for name in DOCUMENT},
        "language_code": document["language"]["code"],
        "language_support": document["language"]["support"],
        "is_article": document["article"]["is_article"],
        "genre": document["genre"]["label"],
        "words": document["words"],
        "findings": len(report["findings"]),
        "claims": len(report["claims"]),
        "fact_checks": sum(len(claim["fact_checks"]) for claim in report["claims"]),
        "notices": ",".join(notice["code"] for notice in document["notices"]),
        **dict(chain.from_iterable(_score(each, report["scores"][each.id]) for each in registry.DIMENSIONS)),
    }


def _score(dimension: Dimension, score: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    low, high = score["interval"] or (None, None)
    yield dimension.id, score["value"]
    values = (score["level"], score["percentile"], low, high, score["reason"])
    yield from ((f"{dimension.id}_{name}", value) for name, value in zip(SCORES, values, strict=True))
    for name in dimension.facts:
        value = score["facts"].get(name)
        # Lists and tables stay readable for programs: a cell of JSON.
        yield f"{dimension.id}_{name}", dump(value).decode() if isinstance(value, (list, dict)) else value
