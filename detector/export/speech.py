"""Who says what, on a copy of a page: quoted words have the tint of their source and, where they end, its initial.

Words that are only reported have neither, since they are not the source's own; like the quoted ones they can be led to
by the id of their quotation.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from detector import languages
from detector.article import Article, Span
from detector.export.placement import Stream, line_up
from detector.export.siblings import Siblings
from detector.export.texts import ReportTexts
from detector.selectors.targets import Overlay
from detector.text.prose import quoted_stretches

OPENING, CLOSING = "“„«‘\"'", "”“»’\"'"
TINTS = 4
Source = Mapping[str, Any]
Quote = Mapping[str, Any]
Locate = Callable[[Span], Span | None]


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a quotation at `span` (of the article's text, then of the page's stream): `quoted` or only reported."""

    span: Span
    quotation: str
    source: str | None
    quoted: bool


@dataclass(frozen=True, slots=True)
class Look:
    """How a source is shown: its name, its initial, and the number of its tint."""

    name: str
    initial: str
    tint: str


REST = "rest"  # the tint of all who have none of their own


def looks(sources: Collection[Source], texts: ReportTexts) -> dict[str, Look]:
    """The look of each source (wire form) by its id, and of nobody in particular by the empty one; those with most
    words have a tint of their own."""
    ordered = sorted(sources, key=lambda source: -source["words"])
    return {"": Look(texts.copy("nobody"), "?", REST)} | {
        source["id"]: Look(source["name"], initial(source), str(place) if place < TINTS else REST)
        for place, source in enumerate(ordered)
    }


def initial(source: Source) -> str:
    """One letter for a source: of a person's last name, else of the name; `?` for the nameless."""
    words = source["name"].split()
    letters = [letter for letter in "".join(words[-1:] if source["kind"] == "person" else words) if letter.isalnum()]
    return letters[0].upper() if letters and not is_nameless(source) else "?"


def is_nameless(source: Source) -> bool:
    """Whether a source is somebody, but nobody says who."""
    return not source["named"] and source["kind"] != "document"


def body(source: Source) -> str | None:
    """Whom a source belongs to, where its role does not say so already: spokeswoman of the board | , the board."""
    affiliation, role = source["affiliation"], source["role"] or ""
    return affiliation if affiliation and affiliation.lower() not in role.lower() else None


def find_speech(article: Article, language: str, quotes: Collection[Quote], stream: Stream) -> tuple[Said, ...]:
    """What is said where on the page, in order and without overlaps; nothing where the page is not the article's.
    `quotes` are the report's (wire form), `language` is the code of its language."""
    locate = _way(article, stream)
    words = tuple(stretch.inside for stretch in quoted_stretches(article, languages.pack_for(language)))
    found = [
        replace(said, span=place)
        for quote in quotes
        for said in _parts(quote, words)
        if locate and (place := locate(said.span))
    ]
    clear: list[Said] = []
    for said in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if clear and clear[-1].span.end > said.span.start:
            continue
        whole = _with_marks(said, stream.text)
        if clear and clear[-1].span.end > whole.span.start:  # the mark was taken for a reported word
            clear[-1] = replace(clear[-1], span=Span(clear[-1].span.start, whole.span.start))
        clear.append(whole)
    return tuple(clear)


def _way(article: Article, stream: Stream) -> Locate | None:
    """The way from the article's text to the stream, where there is one."""
    if article.stream is None:
        return (lambda span: span) if article.text.startswith(stream.text) else None
    return Overlay(article).locate if article.stream == stream.text else None


def _parts(quote: Quote, words: Sequence[Span]) -> Iterator[Said]:
    """The words of a quotation, those in quotation marks (`words`) apart from the others."""
    name, source = quote["id"], quote["source"]
    for start, end in quote["content"]:
        at = start
        for quoted in words[max(0, bisect_right(words, at, key=attrgetter("start")) - 1) :]:
            left, right = max(quoted.start, at), min(quoted.end, end)
            if left >= end:
                break
            if left < right:
                if at < left:
                    yield Said(Span(at, left), name, source, quoted=False)
                yield Said(Span(left, right), name, source, quoted=True)
                at = right
        if at < end:
            yield Said(Span(at, end), name, source, quoted=False)


def _with_marks(said: Said, text: str) -> Said:
    """The same with the quotation marks around it."""
    start, end = said.span.start, said.span.end
    if not said.quoted:
        return said
    start -= start > 0 and text[start - 1] in OPENING
    end += end < len(text) and text[end] in CLOSING
    return replace(said, span=Span(start, end))


def tint(soup: BeautifulSoup, stream: Stream, statements: Sequence[Said], known: Mapping[str, Look]) -> Stream:
    """Put what is said into elements of its own; gives the stream with its new nodes. No word changes."""
    nodes: list[NavigableString] = []
    begun: set[str] = set()
    siblings = Siblings()
    ends = [said.span.end for said in statements]
    for node, start in zip(stream.nodes, stream.starts, strict=True):
        over = statements[
            bisect_right(ends, start) : bisect_left(statements, start + len(node), key=attrgetter("span.start"))
        ]
        if not over or node.parent is None or node.isspace():
            nodes.append(node)
            continue
        pieces: list[PageElement] = []
        for words, said, is_last in _cut(node, start, over):
            piece = NavigableString(words)
            nodes.append(piece)
            if said:
                look = known[said.source or ""]
                element = _element(soup, said, look, is_first=said.quotation not in begun, is_last=is_last)
                element.append(piece)
                begun.add(said.quotation)
            pieces.append(element if said else piece)
        siblings.replace(node, pieces)
    return line_up(nodes)


def _cut(node: NavigableString, start: int, over: Sequence[Said]) -> Iterator[tuple[str, Said | None, bool]]:
    """The text of a node in pieces, each with what is said there, and whether its last word is among them."""
    at, end = start, start + len(node)
    for said in over:
        left, right = max(said.span.start, at), min(said.span.end, end)
        if at < left:
            yield node[at - start : left - start], None, False
        yield node[left - start : right - start], said, right == said.span.end
        at = right
    if at < end:
        yield node[at - start :], None, False


def _element(soup: BeautifulSoup, said: Said, look: Look, *, is_first: bool, is_last: bool) -> Tag:
    made = soup.new_tag("span")
    made["data-said"] = look.tint if said.quoted else "reported"
    if is_first:
        made["id"] = anchor(said.quotation)
    if said.quoted:
        made["title"] = look.name
        if is_last:
            made["data-by"] = look.initial
    return made


def anchor(quotation: str) -> str:
    """The id, in the copy, of a quotation's first words."""
    return f"q-{quotation}"
