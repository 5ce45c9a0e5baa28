"""What a page's elements say about who speaks: block quotations, embedded posts, pull quotes, words set off."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from detector.article import Markup, Span
from detector.page.pieces import Look, Piece, Region
from detector.page.skeleton import skeleton
from detector.settings import SETTINGS

# The class names that the platforms' own embedding code gives to a post.
_POST = re.compile(
    r"(?<![\w-])(?:twitter-(?:tweet|video)|bluesky-embed|mastodon-embed|instagram-media|fb-post|fb-xfbml[\w-]*"
    r"|tiktok-embed|text-post-media|reddit-embed[\w-]*|truthsocial-embed|tumblr-post)(?![\w-])"
)
_PULL = re.compile(r"pull[-_]?_?(?:quote|text)|quote[-_]pull")
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 dt".split())
_ASIDES = frozenset("aside blockquote figure".split())


def with_posts(body: Sequence[Piece], pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of the body with the embedded posts that stand between them in its column, whether or not they were
    taken for text; `pieces` are all of the page, in document order."""
    columns = {piece.region.parent for piece in body}
    chosen = set(body)
    found: list[Piece] = []
    waiting: list[Piece] = []  # posts that count only where the column goes on after them, or ends with one
    for piece in pieces:
        if piece in chosen:
            found += [*waiting, piece]
            waiting = []
        elif (
            found
            and not piece.region.hidden
            and (piece.linked < len(piece.text) or len(piece.text) >= SETTINGS.structure.caption)
        ):
            post = _post(piece.region)
            if post is not None and not columns.isdisjoint(islice(post.around(SETTINGS.structure.wrapped), 1, None)):
                waiting.append(piece)
    last = _post(waiting[0].region) if waiting else None
    return (*found, *(piece for piece in waiting if _post(piece.region) is last))


def without_pull_quotes(body: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of the body without quotations and boxes that only repeat, set off, what stands in its text."""
    boxes: defaultdict[Region, list[str]] = defaultdict(list)
    column: list[str] = []
    for piece in body:
        box = _set_off(piece.region)
        (column if box is None else boxes[box]).append(skeleton(piece.text))
    text = "|".join(column)
    repeated = {
        box
        for box, keys in islice(boxes.items(), SETTINGS.structure.pulls)
        if (longer := [key for key in keys if len(key) >= SETTINGS.extraction.fuzzy])
        and all(key in text for key in longer)
    }
    return tuple(piece for piece in body if _set_off(piece.region) not in repeated)


def describe(body: Sequence[Piece]) -> Mapping[Piece, Markup]:
    """What markup says of each piece of the body, in offsets into the piece. A quotation that holds most of the body is
    only its frame."""
    boxes = {piece: _quotation(piece.region) for piece in body}
    lengths = Counter[Region | None]()
    for piece, region in boxes.items():
        lengths[region] += len(piece.text)
    numbers: dict[Region | None, int] = {
        region: number
        for number, (region, length) in enumerate(lengths.items())
        if region is not None and length < SETTINGS.extraction.frame * lengths.total()
    }
    return {piece: _markup(piece, region, numbers.get(region)) for piece, region in boxes.items()}


def moved(markup: Markup, by: int) -> Markup:
    """The same with its spans moved."""
    cited, quoted, strong = (
        tuple(Span(span.start + by, span.end + by) for span in spans)
        for spans in (markup.cited, markup.quoted, markup.strong)
    )
    return Markup(markup.quote, markup.embed, cited, quoted, strong)


def _markup(piece: Piece, region: Region | None, number: int | None) -> Markup:
    embed = number is not None and region is not None and _post(region) is not None
    whole = piece.region.tag in _HEADINGS
    strong = (Span(0, len(piece.text)),) if whole else tuple(_spans(piece, "strong"))
    cited = (Span(0, len(piece.text)),) if piece.region.tag == "footer" else tuple(_spans(piece, "cited"))
    return Markup(number, embed, cited, tuple(_spans(piece, "quoted")), strong)


def _spans(piece: Piece, look: Look) -> Iterator[Span]:
    """The stretches that look so, those joined between which only spaces stand, without spaces at their ends."""
    joined: list[list[int]] = []
    for start, end, kind in piece.looks:
        if kind == look and joined and not piece.text[joined[-1][1] : start].strip():
            joined[-1][1] = max(end, joined[-1][1])
        elif kind == look:
            joined.append([start, end])
    for start, end in joined:
        words = piece.text[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            yield Span(first, first + len(words.strip()))


def _quotation(region: Region) -> Region | None:
    """The outermost quotation or post around a region."""
    return max(
        filter(_quotes, region.around(SETTINGS.structure.quoted_depth)), key=lambda each: -each.depth, default=None
    )


def _quotes(region: Region) -> bool:
    return region.tag == "blockquote" or bool(_POST.search(region.label)) or _is_pull(region)


def _post(region: Region) -> Region | None:
    """The innermost post around a region."""
    return next((each for each in region.around(SETTINGS.structure.quoted_depth) if _POST.search(each.label)), None)


def _set_off(region: Region) -> Region | None:
    """The quotation, or the box of a pull quote, around a region."""
    return next((each for each in region.around(4) if each.tag in _ASIDES or _is_pull(each)), None)


def _is_pull(region: Region) -> bool:
    return bool(_PULL.search(region.label))
