"""The genre as the page names it: schema.org types, its section and address, and labels beside the headline."""

import re
from collections.abc import Iterator
from functools import cache

from detector import languages
from detector.article import Article, GenreKind, Part
from detector.settings import SETTINGS

TYPES: dict[str, GenreKind] = {
    "opinionnewsarticle": "opinion",
    "analysisnewsarticle": "analysis",
    "reviewnewsarticle": "review",
    "criticreview": "review",
    "satiricalarticle": "satire",
    "advertisercontentarticle": "sponsored",
    "reportagenewsarticle": "reporting",
}
ORDER: tuple[GenreKind, ...] = ("satire", "sponsored", "release", "opinion", "analysis", "review", "interview")


@cache
def _terms(kind: GenreKind) -> str:
    return "|".join(getattr(languages.page_terms(), kind))


@cache
def _shelf(kind: GenreKind) -> re.Pattern[str]:
    """A section or a part of an address that names the genre."""
    return re.compile(rf"\b(?:{_terms(kind)})\b", re.IGNORECASE)


@cache
def _in_title(kind: GenreKind) -> re.Pattern[str]:
    """A label at the start or the end of a headline."""
    terms = _terms(kind)
    return re.compile(
        rf"^\W*(?:{terms})\s*[:;|]\s*\S|^[\[(](?:{terms})[\])]|\s[|–—-]\s+(?:{terms})\s*$|[\[(](?:{terms})[\])]\s*$",
        re.IGNORECASE,
    )


@cache
def _alone(kind: GenreKind) -> re.Pattern[str]:
    """A line that is a label, with or without the author's name."""
    before = "|".join(languages.page_terms().before_names)
    return re.compile(rf"\W*(?:{_terms(kind)})\W*(?:\b(?:{before}) .*)?", re.IGNORECASE)


def tell_declared(article: Article) -> tuple[GenreKind, float, str] | None:
    """The genre, the confidence 0..1 and where the page names it (`type`, `label`, `section`, `address`), the surest
    place first; `None` where it names none."""
    kind = TYPES.get((article.metadata.declared_type or "").lower())
    if kind not in (None, "reporting"):
        return kind, SETTINGS.genre.declared, "type"
    labelled = next(_labels(article), None)
    if labelled or kind:
        return labelled or (kind or "reporting", SETTINGS.genre.declared, "type")
    return next(_shelves(article), None)


def _labels(article: Article) -> Iterator[tuple[GenreKind, float, str]]:
    above = [block.span.of(article.text) for block in article.parts(Part.BODY)[: SETTINGS.genre.label_blocks]]
    lines = [
        line for line in (article.metadata.kicker, *above) if line and len(line.split()) <= SETTINGS.genre.label_words
    ]
    for kind in ORDER:
        if _in_title(kind).search(article.metadata.title or "") or any(map(_alone(kind).fullmatch, lines)):
            yield kind, SETTINGS.genre.declared, "label"


def _shelves(article: Article) -> Iterator[tuple[GenreKind, float, str]]:
    path = re.sub(r"^\w+://[^/]+", "", article.url or "")
    folders = "/".join(path.split("/")[:-1]).replace("-", " ")
    for place, words in (("section", article.metadata.section), ("address", folders)):
        for kind in ORDER:
            if words and _shelf(kind).search(words):
                yield kind, SETTINGS.genre.shelved, place
