"""A report as one row of a table: the scores and the facts behind them, one plain value in each column."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from server.wire import dump

DOCUMENT = ("url", "title", "site", "published", "section", "text_sha256")
SCORES = ("value", "level", "percentile", "low", "high", "reason")
FACTS: Mapping[str, Mapping[str, type]] = MappingProxyType(
    {
        "headline": {"words": int, "remarks": int, "not_in_body": str, "alarm": float, "bait": float},
        "sourcing": {
            "sources": int,
            "identified": int,
            "effective": float,
            "independent": float,
            "attributed_words": int,
            "attributed_share": float,
            "anonymous_share": float,
            "shares_by_side": str,
            "never_heard": str,
            "links_out": int,
            "linked_sites": str,
        },
        "language": {
            "author_words": int,
            "quoted_words": int,
            "loaded_by_author": int,
            "loaded_by_others": int,
        },
    }
)


def columns() -> Iterator[tuple[str, type]]:
    """The name and type of each column, in order."""
    yield "id", str
    yield from ((name, str) for name in DOCUMENT)
    yield from (("language_code", str), ("language_support", str), ("is_article", bool), ("genre", str))
    yield from (("words", int), ("findings", int), ("notices", str))
    for dimension, facts in FACTS.items():
        yield dimension, int
        for name in SCORES[1:]:
            yield f"{dimension}_{name}", str if name in ("level", "reason") else int
        yield from ((f"{dimension}_{name}", kind) for name, kind in facts.items())


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
        "notices": ",".join(notice["code"] for notice in document["notices"]),
        **{name: value for dimension in FACTS for name, value in _score(dimension, report["scores"][dimension])},
    }


def _score(dimension: str, score: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    low, high = score["interval"] or (None, None)
    yield dimension, score["value"]
    yield f"{dimension}_level", score["level"]
    yield f"{dimension}_percentile", score["percentile"]
    yield f"{dimension}_low", low
    yield f"{dimension}_high", high
    yield f"{dimension}_reason", score["reason"]
    for name in FACTS[dimension]:
        value = score["facts"].get(name)
        # Lists and tables stay readable for programs: a cell of JSON.
        yield f"{dimension}_{name}", dump(value).decode() if isinstance(value, (list, dict)) else value
