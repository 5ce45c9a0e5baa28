"""Reporting, opinion or satire: what the page declares itself to be (schema.org types, section, address)."""

import re
from typing import Literal

from detector.article import Article

Genre = Literal["reporting", "opinion", "satire"]
OPINION = re.compile(r"\b(?:opinions?|op-?eds?|editorials?|comment(?:ary|isfree)?|columns?|columnists?|views?)\b", re.I)
SATIRE = re.compile(r"\b(?:satire|satirical|humou?r|spoof)\b", re.I)
DECLARED: dict[str, Genre] = {
    "opinionnewsarticle": "opinion",
    "satiricalarticle": "satire",
    "reportagenewsarticle": "reporting",
    "newsarticle": "reporting",
}


def tell(article: Article) -> tuple[Genre, float]:
    """The genre and the confidence 0..1 of that answer.

    A declared type is nearly sure; a section or an address that says so is good evidence; reporting is the default.
    """
    about = article.metadata
    declared = DECLARED.get((about.declared_type or "").lower())
    if declared in ("opinion", "satire"):
        return declared, 0.95
    path = re.sub(r"^\w+://[^/]+", "", article.url or "")
    shelf = " ".join(filter(None, (about.section, "/".join(path.split("/")[:-1]).replace("-", " "), about.kicker)))
    if SATIRE.search(shelf):
        return "satire", 0.8
    if OPINION.search(shelf):
        return "opinion", 0.8
    return "reporting", 0.8 if declared else 0.6
