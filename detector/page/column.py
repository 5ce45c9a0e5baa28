"""The article's own column: the region of a page that holds its prose, and the paragraphs of it that were left behind.

What a tool extracts from a page is usually right and sometimes lacks a paragraph, or is another text altogether: a
notice about cookies, a side column. The page's own structure tells both.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from detector.page.alignment import skeleton
from detector.page.boxes import TAGS, Boxes
from detector.page.calls import is_call
from detector.page.pieces import Piece, Region
from detector.page.sentence_ends import ends_sentence
from detector.settings import SETTINGS


def is_prose(piece: Piece) -> bool:
    """Whether a piece is a paragraph of prose that can be seen: long enough, a sentence, and no link."""
    return (
        len(piece.text) >= SETTINGS.extraction.paragraph
        and ends_sentence(piece.text, or_announces=True)
        and piece.linked < SETTINGS.extraction.prose_linked * len(piece.text)
        and not piece.region.hidden
        and not is_call(piece.text)
    )


def completed(pieces: Sequence[Piece], chosen: Iterable[int], boxes: Boxes) -> list[int]:
    """Add to the `chosen` pieces the paragraphs of the same column that stand among them, or beside them after the
    last, and were left behind. What is already there in other words or a second time is not added."""
    taken = sorted(chosen)
    prose = [index for index in taken if is_prose(pieces[index])]
    if len(prose) < 2:
        return taken
    column = _holding(pieces[index] for index in prose)
    siblings = _homes(pieces[index] for index in prose)
    known = skeleton(" ".join(pieces[index].text for index in taken))
    had = set(taken)
    for index, piece in enumerate(pieces):
        if index in had or not is_prose(piece) or not _is_inside(piece, column):
            continue
        if not prose[0] < index < prose[-1] and _home(piece) not in siblings and _row(piece) not in siblings:
            continue
        if not boxes.hold(piece) and skeleton(piece.text) not in known:
            taken.append(index)
    return sorted(taken)


def around(headline: Sequence[Piece], pieces: Sequence[Piece]) -> Region | None:
    """The innermost region that holds the headline and enough prose behind it to be an article; `None` where that is
    only the page itself."""
    if not headline:
        return None
    last = headline[-1].runs[-1].stream
    sizes: Counter[Region] = Counter()
    for piece in pieces:
        if piece.runs[0].stream > last and is_prose(piece):
            for region in piece.region.around(SETTINGS.page.max_depth):
                sizes[region] += len(piece.text)
    for region in headline[0].region.around(SETTINGS.page.max_depth):
        if sizes[region] >= SETTINGS.extraction.article:
            return region if region.parent is not None else None
    return None


def within(region: Region, pieces: Sequence[Piece]) -> list[int]:
    """The prose of a region, by its paragraphs."""
    return [index for index, piece in enumerate(pieces) if is_prose(piece) and _is_inside(piece, region)]


def _holding(pieces: Iterable[Piece]) -> Region:
    """The innermost region that holds nearly all of these pieces' text."""
    sizes: Counter[Region] = Counter()
    total = 0
    for piece in pieces:
        total += len(piece.text)
        for region in piece.region.around(SETTINGS.page.max_depth):
            sizes[region] += len(piece.text)
    enough = SETTINGS.extraction.whole_column * total
    return max((region for region, size in sizes.items() if size >= enough), key=lambda region: region.depth)


def _homes(pieces: Iterable[Piece]) -> frozenset[object]:
    """The regions in which several of the paragraphs stand, and the rows of regions that hold one or more each."""
    homes = Counter(map(_home, pieces))
    rows = Counter((home.parent, home.tag) for home in homes if home is not None)
    return frozenset(each for found in (homes, rows) for each, count in found.items() if count > 1)


def _home(piece: Piece) -> Region | None:
    return piece.region.parent


def _row(piece: Piece) -> tuple[Region | None, str] | None:
    home = _home(piece)
    return (home.parent, home.tag) if home is not None else None


def _is_inside(piece: Piece, column: Region) -> bool:
    """Whether a piece stands in the column, and on the way to it in nothing that is never prose."""
    for region in piece.region.around(SETTINGS.page.max_depth):
        if region is column:
            return True
        if region.tag in TAGS:
            return False
    return False
