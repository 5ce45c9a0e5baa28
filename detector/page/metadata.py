"""What a page says about itself: titles, site, author, date, section, paywall, kind of article.

BeautifulSoup reads the head's tags and the JSON-LD; trafilatura finds author and date, for which it knows far more
places. Nothing here is trusted further than to choose among words that stand on the page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bs4 import BeautifulSoup
from htmldate import find_date
from lxml.etree import LxmlError
from lxml.html import HtmlElement
from selectolax.lexbor import LexborHTMLParser, LexborNode
from trafilatura.metadata import examine_meta, extract_author, extract_meta_json

from detector import languages
from detector.page import structured
from detector.settings import SETTINGS

_TAGS = 'title, meta, link[rel="canonical" i], script[type="application/ld+json" i]'
# The search for a date gets a fixed end instead of today, so that the same page always gives the same answer.
_LAST_DATE = "2099-12-31"
_LOCKED = frozenset("locked metered premium paid subscriber subscription".split())
_ADDRESS = r"https?:|www\.|@|\d|[{}<>]"
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d$")


@dataclass(frozen=True, slots=True)
class Declared:
    """What the head and the JSON-LD declare; `headlines` are the names of the article, most trusted first,
    `addresses` what it says is its own address."""

    headlines: tuple[str, ...] = ()
    html_title: str | None = None
    site: str | None = None
    section: str | None = None
    paywalled: bool = False
    authors: tuple[str, ...] = ()
    og_type: str | None = None
    article_type: str | None = None
    addresses: tuple[str, ...] = ()

    @property
    def kind(self) -> str | None:
        """The declared kind of page: schema.org's word where there is one, else og:type."""
        return self.article_type or self.og_type


@cache
def _no_name() -> re.Pattern[str]:
    """What an author's name does not hold, and what is nobody's name."""
    return re.compile(rf"{_ADDRESS}|^(?:{'|'.join(languages.page_terms().no_names)})$", re.IGNORECASE)


@cache
def _credit() -> re.Pattern[str]:
    """What stands before and after an author's name."""
    terms = languages.page_terms()
    before, after = "|".join(terms.before_names), "|".join(terms.after_names)
    return re.compile(rf"^(?:{before}) |,? (?:{after})\b.*$", re.IGNORECASE)


def read_declared(tree: LexborHTMLParser) -> Declared:
    """Read the head's tags and the JSON-LD of a parsed page."""
    nodes = tree.css(_TAGS)[: SETTINGS.page.max_head_tags]
    markup = "".join(node.html or "" for node in nodes if not _in_drawing(node))
    soup = BeautifulSoup(markup[: SETTINGS.page.max_head], "lxml")
    meta = _meta(soup)
    items = list(structured.objects(script.get_text() for script in soup.find_all("script")))
    articles = [item for item in items if structured.is_article(item)]
    article: dict[str, Any] = articles[0] if articles else {}
    headlines = (structured.text(article.get("headline")), meta.get("og:title"), meta.get("twitter:title"))
    title, link = soup.find("title"), soup.find("link")
    return Declared(
        headlines=tuple(dict.fromkeys(line for line in headlines if line)),
        html_title=_collapse(title.get_text()) if title else None,
        site=_site(meta.get("og:site_name"), structured.text(article.get("publisher")), meta.get("application-name")),
        section=structured.text(article.get("articleSection")) or meta.get("article:section"),
        paywalled=_is_paywalled(items, meta),
        authors=structured.names(article.get("author")),
        og_type=meta.get("og:type"),
        article_type=structured.types(article)[0] if article else None,
        addresses=tuple(filter(None, (structured.text(link.get("href")) if link else None, meta.get("og:url")))),
    )


def read_credits(tree: HtmlElement | None, declared: Declared, url: str | None) -> tuple[tuple[str, ...], str | None]:
    """Give the authors' names, as declared or else as trafilatura finds them, and the date of publication (ISO)."""
    names = _names(declared.authors, declared.site)
    if tree is None:
        return names, None
    try:
        names = names or _names(_authors(tree), declared.site)
        date = find_date(tree, extensive_search=False, original_date=True, url=url, max_date=_LAST_DATE)
    except (LxmlError, ValueError, TypeError, AttributeError, IndexError, KeyError, OverflowError, RecursionError):
        return names, None  # a page that trafilatura stumbles over has only the credits it declares
    return names, date if date and _ISO_DATE.match(date) else None


def _authors(tree: HtmlElement) -> list[str]:
    """Authors as trafilatura finds them: the steps of its `extract_metadata` that we need."""
    found = examine_meta(tree)
    if found.author and " " not in found.author:
        found.author = None
    found = extract_meta_json(tree, found)
    return (found.author or extract_author(tree) or "").split(";")


def _in_drawing(node: LexborNode) -> bool:
    """An SVG has a `<title>` too."""
    parent = node.parent
    return node.tag == "title" and parent is not None and parent.tag not in {"head", "html", "body"}


def _meta(soup: BeautifulSoup) -> dict[str, str]:
    """The first value of every named meta tag."""
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = tag.get("content")
        if isinstance(name, str) and isinstance(content, str) and (value := _collapse(content)):
            found.setdefault(name.lower(), value)
    return found


def _site(*found: str | None) -> str | None:
    """The first that is a name and no template's gap; an address is cut to its host."""
    for name in found:
        if name and not re.search(r"[{}$]", name):
            return re.sub(r"^https?://(?:www\.)?|/.*$", "", name) if "://" in name else name
    return None


def _collapse(text: str) -> str:
    return " ".join(text.split())


def _is_paywalled(items: list[dict[str, Any]], meta: dict[str, str]) -> bool:
    tier = meta.get("article:content_tier") or meta.get("content_tier") or meta.get("og:content_tier") or ""
    free = (str(item["isAccessibleForFree"]).lower() for item in items if "isAccessibleForFree" in item)
    return tier.lower() in _LOCKED or "false" in free


def _names(found: Sequence[str], site: str | None) -> tuple[str, ...]:
    """The names among what was found, each once whatever its case."""
    names: dict[str, str] = {}
    for line in (part for entry in found for part in re.split(r"\s*[;|]\s*", entry)):
        name = _credit().sub("", _collapse(line[: SETTINGS.page.max_name])).strip(" ,;|-–—")
        if _is_name(name, site):
            names.setdefault(name.casefold(), name)
    return tuple(names.values())


def _is_name(name: str, site: str | None) -> bool:
    words = name.split()
    is_site = site is not None and name.casefold() == site.casefold()
    return 1 <= len(words) <= 6 and 2 < len(name) <= 60 and not _no_name().search(name) and not is_site
