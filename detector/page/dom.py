"""The page as a browser holds it: its text stream, and its blocks with the place of every character in that stream.

The text stream is the data of all text nodes under `<body>` in document order, without those inside `SKIPPED`
elements, counted in code points. `extension/page/collect.js` walks the live page the same way.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from detector.errors import PageTooComplex, PageTooLarge
from detector.page.hidden import is_hidden
from detector.page.pieces import BREAK, Look, Node, Piece, Region, join
from detector.page.shadow import opened
from detector.settings import SETTINGS

SKIPPED = frozenset(  # the contract's list; the extension has the same
    "script style noscript template textarea iframe select option svg math object video audio canvas button"
    " title".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark meta link"
    " meter nobr output picture progress q rp rt ruby s samp small source span strike strong sub sup time tt u"
    " var wbr".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
KICKER = re.compile(r"\b(?:kicker|eyebrow|(?:over|top)-?line|(?:over|pre)-?title|dachzeile|spitzmarke)\b", re.I)
BADGE = re.compile(r"\b(?:badge|pill|flag|tag|label)s?\b", re.I)
_NAMES = ("class", "id", "role", "itemprop")
_LOOKS: dict[str, Look] = {"q": "quoted", "cite": "cited", **dict.fromkeys(("b", "strong", "i", "em"), "strong")}
_NO_SOURCE = frozenset("author bookmark sponsored tag".split())  # what `rel` says of links that are no source


@dataclass(frozen=True, slots=True)
class Dom:
    """The parsed page with its stream and its pieces in document order; `html` is the markup as it was parsed."""

    tree: LexborHTMLParser
    html: str
    stream: str
    pieces: tuple[Piece, ...]


def parse(html: str) -> Dom:
    """Parse a page that `guard.check` has passed.

    Scripting counts as on, as in the browser that reads the page. Raises `PageTooComplex` where elements nest deeper
    than `settings.page.max_depth` (libxml2, in which htmldate searches, loses such text) and `PageTooLarge`.
    """
    html = opened(html)
    tree = LexborHTMLParser(html, scripting=True)
    collector = _Collector()
    body = tree.body
    if body is not None:
        _walk(body, collector)
    return Dom(tree, html, "".join(collector.data), tuple(collector.pieces))


def _walk(body: LexborNode, collector: "_Collector") -> None:
    """Visit every node under `body` in document order without recursion."""
    stack: list[tuple[LexborNode, _State]] = []
    limit = SETTINGS.page.max_depth - 2  # html and body
    node = body.first_child
    while node is not None or stack:
        if node is None:
            node, state = stack.pop()
            collector.leave(state)
        elif node.is_text_node:
            collector.add(node.text_content or "")
        elif node.is_element_node and (tag := node.tag or "") not in SKIPPED:
            child = node.first_child
            state = collector.enter(node, tag)
            if child is not None:
                stack.append((node, state))
                if len(stack) > limit:
                    raise PageTooComplex(f"The page nests more than {limit + 2} elements. Paste the article's text.")
                node = child
                continue
            collector.leave(state)
        node = node.next
    collector.close()


_State = tuple[Region, str | None, bool, frozenset[Look]]  # with the link, whether it is hidden, and how it looks


class _Collector:
    """Gathers the stream and cuts it into pieces while the tree is walked."""

    def __init__(self) -> None:
        self.data: list[str] = []
        self.pieces: list[Piece] = []
        self._length = 0
        self._pending: list[Node] = []
        self._state: _State = (Region("body", "", None), None, False, frozenset())

    def enter(self, node: LexborNode, tag: str) -> _State:
        """Open an element; gives the state to return to."""
        before = region, link, muted, looks = self._state
        if tag == "br":
            self._break()
        elif self._is_inline(node, tag):
            if tag == "time" and self._pending and self._pending[-1][0][-1:].isalnum():
                self.close()  # a date that stands close to a name is set apart by the style sheet
            attributes = node.attributes
            link = _address(attributes) if tag == "a" else link
            looks = looks | {_LOOKS[tag]} if tag in _LOOKS else looks
            self._state = (region, link, muted or is_hidden(tag, attributes), looks)
        else:
            self.close()
            attributes = node.attributes
            label = " ".join([(attributes.get(name) or "")[: SETTINGS.page.max_label] for name in _NAMES])
            self._state = (
                Region(tag, label.lower(), region, region.hidden or is_hidden(tag, attributes), region.depth + 1),
                link,
                muted,
                looks,
            )
        return before

    def _is_inline(self, node: LexborNode, tag: str) -> bool:
        """Whether an element is part of the line it stands in; kickers and badges in a heading are lines."""
        outer = self._state[0].tag
        if tag in _INLINE:
            if outer not in _HEADINGS:
                return True
            names = node.attributes.get("class") or ""
            return not (KICKER.search(names) or BADGE.search(names))
        return "-" in tag and (outer == "p" or outer in _HEADINGS)

    def leave(self, before: _State) -> None:
        """Close an element."""
        if self._state[0] is not before[0]:
            self.close()
        self._state = before

    def add(self, text: str) -> None:
        """Take in a text node."""
        self.data.append(text)
        if not self._state[2] and (self._pending or not text.isspace()):  # no piece begins with a space
            self._pending.append((text, self._length, self._state[1], self._state[3]))
        self._length += len(text)
        if self._length > SETTINGS.page.max_text:
            raise PageTooLarge(
                f"The page has more than {SETTINGS.page.max_text:,} characters of text. Send less of it."
            )

    def _break(self) -> None:
        """One line break is part of a paragraph; two in a row end it."""
        for text, start, *_ in reversed(self._pending):
            if start == BREAK:
                self.close()
                return
            if not text.isspace():
                break
        if self._pending:
            self._pending.append(("\n", BREAK, None, frozenset()))

    def close(self) -> None:
        """End the piece in hand."""
        if self._pending:
            piece = join(self._pending, self._state[0])
            if piece is not None:
                self.pieces.append(piece)
            self._pending = []


def _address(attributes: Mapping[str, str | None]) -> str:
    """Where a link leads; empty where nowhere, or where it says itself that it is no source."""
    said = attributes.get("rel")
    return "" if said and not _NO_SOURCE.isdisjoint(said.lower().split()) else attributes.get("href") or ""
