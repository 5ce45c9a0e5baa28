"""What a page says about itself: titles, site, author, date, section, paywall, kind of article.

BeautifulSoup reads the head's tags and the JSON-LD. Nothing here is trusted further than to choose among words that
stand on the page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from detector.page import bylines, dates, structured
from detector.page.dom import Dom
from detector.page.pieces import Piece
from detector.page.skeleton import skeleton
from detector.settings import SETTINGS

_TAGS = 'title, meta, link[rel="canonical" i], script[type="application/ld+json" i]'
_LOCKED = frozenset("locked metered premium paid subscriber subscription".split())
_PUBLISHED = (  # meta tags that say when a page was published, the most used first
    "article:published_time og:published_time datepublished parsely-pub-date sailthru.date dc.date.issued"
    " dcterms.created publish-date publish_date pubdate date dc.date"
).split()
_WRITTEN = (  # … and who wrote it
    "author article:author parsely-author sailthru.author dc.creator dcterms.creator citation_author byl"
).split()
# How elements are marked that hold an author's name, the plainest first; a comment has its own author.
_MARKED = (
    '[rel~="author" i], [itemprop~="author" i], [class~="author" i], [class*="author-name" i], [class*="authorname" i]',
    '[class~="byline" i], [class*="author" i], [id*="author" i]',
)
_COMMENT = re.compile(r"(?<![a-z])(?:comments?|respond|disqus)(?![a-z])", re.IGNORECASE)
_DESCRIBED = ("og:description", "description", "twitter:description")
_TAIL = re.compile(r"\s+[|–—·-]\s+([^|–—·]{3,40})$")


@dataclass(frozen=True, slots=True)
class Declared:
    """What the head and the JSON-LD declare; `headlines` are the names of the article, most trusted first,
    `published` its dates of publication as written, `credits` what
    its meta tags say of who wrote it, `descriptions` what it is about, `addresses` its own address."""

    headlines: tuple[str, ...] = ()
    html_title: str | None = None
    site: str | None = None
    section: str | None = None
    paywalled: bool = False
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    og_type: str | None = None
    article_type: str | None = None
    published: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()

    @property
    def kind(self) -> str | None:
        """The declared kind of page: schema.org's word where there is one, else og:type."""
        return self.article_type or self.og_type


def read_declared(tree: LexborHTMLParser) -> Declared:
    """Read the head's tags and the JSON-LD of a parsed page."""
    nodes = tree.css(_TAGS)[: SETTINGS.page.max_head_tags]
    markup = "".join(node.html or "" for node in nodes if not _in_drawing(node))
    soup = BeautifulSoup(markup[: SETTINGS.page.max_head], "lxml")
    meta = _meta(soup)
    items = list(structured.objects(script.get_text() for script in soup.find_all("script")))
    articles = [item for item in items if structured.is_article(item)]
    article: dict[str, Any] = articles[0] if articles else {}
    named = structured.by_id(items)
    headlines = (structured.text(article.get("headline")), meta.get("og:title"), meta.get("twitter:title"))
    title, link = soup.find("title"), soup.find("link")
    return Declared(
        headlines=tuple(dict.fromkeys(line for line in headlines if line)),
        html_title=_collapse(title.get_text()) if title else None,
        site=_site(
            meta.get("og:site_name"),
            *(structured.text(item.get("name")) for item in items if "WebSite" in structured.types(item)),
            structured.text(structured.linked(article.get("publisher"), named)),
            meta.get("application-name"),
        ),
        section=structured.text(article.get("articleSection")) or meta.get("article:section"),
        paywalled=_is_paywalled(items, meta),
        authors=structured.names(article.get("author"), named),
        credits=tuple(meta[name] for name in _WRITTEN if " " in meta.get(name, "")),
        og_type=meta.get("og:type"),
        article_type=structured.types(article)[0] if article else None,
        published=tuple(filter(None, (_first_date(article), *(meta.get(name) for name in _PUBLISHED)))),
        descriptions=tuple(dict.fromkeys(meta[name] for name in _DESCRIBED if name in meta)),
        addresses=tuple(filter(None, (structured.text(link.get("href")) if link else None, meta.get("og:url")))),
    )


def read_credits(
    page: Dom, declared: Declared, url: str | None, head: Sequence[Piece] = ()
) -> tuple[tuple[str, ...], str | None]:
    """Give the authors' names and the date of publication (ISO), as the page declares them or shows them in `head`, the
    pieces around its headline, else as its meta tags and the names of its elements tell them."""
    site = declared.site
    found = bylines.authors(declared.authors, site, head) or bylines.names(declared.credits, site)
    return found or _marked(page.tree, site), dates.published(declared.published, page, head, url)


def _marked(tree: LexborHTMLParser, site: str | None) -> tuple[str, ...]:
    """The names in the first element that is marked as an author's and holds one."""
    for marks in _MARKED:
        for node in tree.css(marks)[: SETTINGS.page.max_names]:
            text = " ".join(node.text(separator=" ").split())
            if len(text) > SETTINGS.page.max_name or _in_comment(node):
                continue
            found = tuple(name for name in bylines.in_line(text, site) if " " in name)  # one word may be anything
            if found:
                return found
    return ()


def _in_comment(node: LexborNode) -> bool:
    around: LexborNode | None = node
    while around is not None and around.tag not in {None, "body"}:
        if _COMMENT.search(f"{around.attributes.get('class')} {around.attributes.get('id')}"):
            return True
        around = around.parent
    return False


def _first_date(article: dict[str, Any]) -> str | None:
    return structured.text(article.get("datePublished")) or structured.text(article.get("dateCreated"))


def site_of_title(title: str | None, url: str | None) -> str | None:
    """The site's name at the end of `<title>`, where the page's address bears it out; `None` where it does not."""
    tail = _TAIL.search(title or "")
    try:
        host = skeleton(urlsplit(url or "").hostname or "")
    except ValueError:  # brackets that are no address of a computer
        return None
    return tail[1] if tail and skeleton(tail[1]) in host else None


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
