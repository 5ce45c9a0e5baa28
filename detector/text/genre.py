"""Reporting, opinion or satire: what the page declares itself to be (schema.org types, section, address)."""

import re
from functools import cache
from typing import Literal

from detector import languages
from detector.article import Article

Genre = Literal["reporting", "opinion", "satire"]
DECLARED: dict[str, Genre] = {
    "opinionnewsarticle": "opinion",
    "satiricalarticle": "satire",
    "reportagenewsarticle": "reporting",
    "newsarticle": "reporting",
}


@cache
def _marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What marks satire and opinion, in any language."""
    terms = languages.page_terms()
    satire, opinion = (
        re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) for words in (terms.satire, terms.opinion)
    )
    return satire, opinion


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
    satire, opinion = _marks()
    if satire.search(shelf):
        return "satire", 0.8
    if opinion.search(shelf):
        return "opinion", 0.8
    return "reporting", 0.8 if declared else 0.6
