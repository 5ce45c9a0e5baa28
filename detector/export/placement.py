"""Puts the marks of remarks into a page's tree, at exactly the right words.

The tree's text nodes are the page's text stream (`detector.page.dom`); a remark stands where its target says and its
words are, else where its words and their context prove a place, else nowhere.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from detector.article import Article, Span
from detector.export.siblings import Siblings
from detector.page.dom import SKIPPED
from detector.rules.overlap import Spans
from detector.selectors.anchoring import Ground, read_target

Finding = Mapping[str, Any]
Placed = tuple[Span, Finding]


@dataclass(frozen=True, slots=True)
class Stream:
    """The text nodes under an element in document order; `starts[i]` is where `nodes[i]` begins in `text`."""

    nodes: tuple[NavigableString, ...]
    starts: tuple[int, ...]
    text: str


def read_stream(root: Tag) -> Stream:
    """The text stream under `root`, without what `detector.page.dom` leaves out."""
    return line_up(list(_walk(root)))


def line_up(nodes: Sequence[NavigableString]) -> Stream:
    """The stream that these text nodes make."""
    starts = accumulate(map(len, nodes), initial=0)
    return Stream(tuple(nodes), tuple(starts)[:-1], "".join(nodes))


def _walk(root: Tag) -> Iterator[NavigableString]:
    waiting = list(reversed(root.contents))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Tag):
            if node.name not in SKIPPED:
                waiting.extend(reversed(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString) and node:
            yield node


def place(stream: Stream, findings: Sequence[Finding]) -> dict[str, Span]:
    """Where each finding (wire form) stands in the stream, by id; those without a proven place are left out."""
    ground = Ground(stream.text)
    found: dict[str, Span] = {}
    for finding in findings:
        if not finding["target"]:
            continue
        span, quote = read_target(finding["target"])
        spot = span if ground.stands(span, quote) else ground.find(quote)
        if spot is not None:
            found[finding["id"]] = spot
    return found


def article_nodes(stream: Stream, article: Article) -> tuple[list[NavigableString], list[NavigableString]]:
    """The text nodes that hold words of the article: those of its head, and those of its body."""
    if article.stream != stream.text:
        return [], []
    head: list[NavigableString] = []
    body: list[NavigableString] = []
    for block in article.blocks:
        for run in block.runs:
            first = bisect_right(stream.starts, run.stream) - 1
            last = bisect_right(stream.starts, run.stream + run.length - 1)
            (body if block.part == "body" else head).extend(stream.nodes[first:last])
    return head, body


def nodes_at(stream: Stream, places: Collection[Span]) -> list[NavigableString]:
    """The text nodes with words at one of the places, white space aside."""
    taken = Spans(places)
    return [
        node
        for node, start in zip(stream.nodes, stream.starts, strict=True)
        if not node.isspace() and taken.overlaps(Span(start, start + len(node)))
    ]


def mark(soup: BeautifulSoup, stream: Stream, places: Mapping[str, Span], findings: Sequence[Finding]) -> set[str]:
    """Wrap the words at `places` in `mark` elements; gives the ids of the findings that were marked.

    A mark names the remarks about its words (`data-r`) and, on their first piece, their number (`data-n`).
    """
    numbers = {finding["id"]: number for number, finding in enumerate(findings, 1)}
    placed = [(places[finding["id"]], finding) for finding in findings if finding["id"] in places]
    done: set[str] = set()
    siblings = Siblings()
    for index, over in sorted(_spread(stream.starts, placed).items()):
        node, start = stream.nodes[index], stream.starts[index]
        if node.parent is not None and not node.isspace():
            pieces = list(_pieces(soup, node, start, over))
            siblings.replace(node, pieces)
            for piece in pieces:
                if isinstance(piece, Tag):
                    _number(piece, numbers, done)
    return done


def _spread(starts: Sequence[int], placed: Sequence[Placed]) -> Mapping[int, Sequence[Placed]]:
    """The findings over each stretch, by its index and in their own order; `starts` says where the stretches begin."""
    found: defaultdict[int, list[Placed]] = defaultdict(list)
    for span, finding in placed:
        for index in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)):
            found[index].append((span, finding))
    return found


def _number(piece: Tag, numbers: Mapping[str, int], done: set[str]) -> None:
    fresh = [name for name in str(piece["data-r"]).split() if name not in done]
    done.update(fresh)
    if fresh:
        piece["id"] = f"m-{fresh[0]}"
        piece["data-n"] = " ".join(str(numbers[name]) for name in fresh)


def _pieces(
    soup: BeautifulSoup, node: NavigableString, start: int, over: Sequence[Placed]
) -> Iterator[NavigableString | Tag]:
    """The text of a node cut where a remark begins or ends; what remarks are about is inside marks."""
    end = start + len(node)
    inner = {edge for span, _ in over for edge in (span.start, span.end) if start < edge < end}
    edges, words_of_node = sorted({start, end} | inner), str(node)
    above = _spread(edges[:-1], over)
    for index, (left, right) in enumerate(pairwise(edges)):
        words = words_of_node[left - start : right - start]
        about = [finding for _, finding in above.get(index, ())]
        yield _mark(soup, words, about) if about and words.strip() else NavigableString(words)


def _mark(soup: BeautifulSoup, words: str, about: Sequence[Finding]) -> Tag:
    """The mark of a piece; it has the shape of the remark with the most points, of one on words before one on a
    sentence, which tints what it reaches over (`data-sentence`)."""
    chief = max(about, key=lambda each: (each["unit"] == "words", each["scored"], abs(each["points"])))
    made = soup.new_tag("mark", string=words)
    made["data-r"] = " ".join(finding["id"] for finding in about)
    made["data-dimension"], made["data-scored"] = chief["dimension"], str(chief["scored"]).lower()
    made["data-unit"] = chief["unit"]
    if any(finding["unit"] == "sentence" for finding in about):
        made["data-sentence"] = ""
    made["tabindex"] = "0"
    return made
