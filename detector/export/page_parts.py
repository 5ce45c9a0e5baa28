"""Tells the article's part of a page from the rest: menus, teasers, footers are there but out of the way."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from detector.settings import SETTINGS

REST = "data-rest"
LINES = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote td th dd dt figcaption a em strong b i span q cite".split())
NEVER = frozenset("nav aside ul ol table footer".split())


def ancestors_of(nodes: Iterable[NavigableString]) -> set[int]:
    """The `id()` of every element that holds one of the nodes."""
    return {id(parent) for node in nodes for parent in node.parents}


@dataclass(frozen=True, slots=True)
class Order:
    """Where the nodes of a tree stand: the end of the headline, the first and the last of the body's words."""

    places: Mapping[int, int]
    head_end: int
    first: int
    last: int


def _order(body: Tag, head: Sequence[NavigableString], text: Sequence[NavigableString]) -> Order:
    places = {id(node): index for index, node in enumerate(body.descendants)}
    after = max((places[id(node)] for node in head if id(node) in places), default=len(places))
    spots = [places[id(node)] for node in text if id(node) in places]
    return Order(places, after, min(spots, default=0), max(spots, default=0))


def set_aside(
    body: Tag,
    head: Sequence[NavigableString],
    text: Sequence[NavigableString],
    kept: Collection[int],
    authors: Sequence[str],
) -> None:
    """Set `data-rest` on the outermost elements that hold no word of the article.

    What stands between the headline and the first paragraph (a standfirst, a picture), lines with an author's name and
    figures stay; where the article's words are not known, everything stays.
    """
    if not text:
        return
    order = _order(body, head, text)
    waiting: list[PageElement] = list(body.children)
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Tag):
            continue
        if id(node) in kept:
            waiting.extend(node.children)
        elif not _belongs(node, order, authors):
            node[REST] = ""


def _belongs(tag: Tag, order: Order, authors: Sequence[str]) -> bool:
    at = order.places[id(tag)]
    parent = tag.parent.name if tag.parent is not None else ""
    if parent in LINES or tag.name in ("br", "hr", "wbr"):
        return True
    if not order.head_end < at < order.last or tag.name in NEVER or tag.find(list(NEVER)):
        return False
    if tag.name == "figure":
        return True
    words = tag.get_text()
    return len(words) <= SETTINGS.export.byline and (at < order.first or any(author in words for author in authors))
