"""The article's own column: the region of a page that holds its prose.

As in Readability (Arc90, 2009), paragraphs weigh by their text outside links, and each weighs for all regions it
stands in. The column is the region that the headline shares with the story behind it, without what lies around the
story in it; where the page has no headline, the region of the greatest weight.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detector.page.boxes import Boxes
from detector.page.calls import is_call
from detector.page.pieces import Piece, Region
from detector.page.sentence_ends import ends_sentence
from detector.settings import SETTINGS

# What holds one paragraph, or a part of one, and is no column whatever it weighs.
BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd td th blockquote pre".split())


@dataclass(frozen=True, slots=True)
class Column:
    """A region and, by their indices among the page's pieces, the weights of the paragraphs in it."""

    region: Region
    weights: Mapping[int, float]


def is_prose(piece: Piece) -> bool:
    """Whether a piece is a paragraph of prose that can be seen: long enough, a sentence, and no link."""
    return _is_long(piece) and not piece.region.hidden and _is_sentence(piece.text) and not is_call(piece.text)


def find_column(pieces: Sequence[Piece], headline: Sequence[Piece] = ()) -> Column | None:
    """The article's column on a page, of which `headline` are the pieces of the headline; `None` where nothing on the
    page is a paragraph."""
    weights = {index: weight for index, piece in enumerate(pieces) if (weight := _weight(piece))}
    if not weights:
        return None
    boxes = Boxes(pieces, [pieces[index] for index in weights])
    plain = {index: weight for index, weight in weights.items() if not boxes.hold(pieces[index])} or weights
    last = headline[-1].runs[-1].stream if headline else 0
    for some in (plain, weights):  # a story may stand in a box, but only a headline tells
        place = _around(headline, pieces, {at: some[at] for at in some if pieces[at].runs[0].stream > last})
        if place is not None:
            return _narrowed(place, pieces, some, SETTINGS.extraction.whole_column)
    root = max(pieces[0].region.around(SETTINGS.page.max_depth), key=lambda region: -region.depth)
    return _narrowed(root, pieces, plain, SETTINGS.extraction.most)


def path(piece: Piece, column: Region) -> list[Region] | None:
    """The regions between a piece and a column, innermost first; `None` where it stands elsewhere."""
    found: list[Region] = []
    for region in piece.region.around(SETTINGS.page.max_depth):
        if region is column:
            return found
        found.append(region)
    return None


def _weight(piece: Piece) -> float:
    """What a piece says for its being the article's: most by a sentence or a long text, less where it is hidden."""
    if not _is_long(piece) or is_call(piece.text):
        return 0
    settings = SETTINGS.extraction
    whole = len(piece.text) >= settings.short or _is_sentence(piece.text)
    factor = settings.hidden_weight if piece.region.hidden else 1.0
    return factor * (1.0 if whole else settings.no_sentence) * (len(piece.text) - piece.linked)


def _is_long(piece: Piece) -> bool:
    length = len(piece.text)
    return length >= SETTINGS.extraction.paragraph and piece.linked < SETTINGS.extraction.prose_linked * length


def _is_sentence(text: str) -> bool:
    return ends_sentence(text, or_announces=True)


def _around(headline: Sequence[Piece], pieces: Sequence[Piece], behind: Mapping[int, float]) -> Region | None:
    """The innermost region that holds the headline and enough of what is behind it to be an article; `None` where that
    is only the page itself."""
    if not headline:
        return None
    sizes = _sizes(pieces, behind)
    settings = SETTINGS.extraction
    half = sum(behind.values()) / 2
    for region in headline[0].region.around(SETTINGS.page.max_depth):
        enough = min(settings.short if region.tag == "article" else settings.article, half)
        if region.parent is not None and 0 < enough <= sizes[region]:
            return region
    return None


def _narrowed(place: Region, pieces: Sequence[Piece], weights: Mapping[int, float], share: float) -> Column:
    """The innermost region within a place that is reached by regions which each hold such a share of the prose."""
    inside = _within(place, pieces, weights)
    sizes = _sizes(pieces, inside)
    found, size = place, sizes[place]
    for region in sorted(sizes, key=lambda region: region.depth):
        if region.parent is found and region.tag not in BLOCKS and sizes[region] >= share * size:
            found, size = region, sizes[region]
    return Column(found, _within(found, pieces, inside))


def _within(column: Region, pieces: Sequence[Piece], weights: Mapping[int, float]) -> dict[int, float]:
    return {index: weight for index, weight in weights.items() if path(pieces[index], column) is not None}


def _sizes(pieces: Sequence[Piece], weights: Mapping[int, float]) -> dict[Region, float]:
    """What stands in each region, by weight."""
    sizes: defaultdict[Region, float] = defaultdict(float)
    for index, weight in weights.items():
        for region in pieces[index].region.around(SETTINGS.page.max_depth):
            sizes[region] += weight
    return sizes
