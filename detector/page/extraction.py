"""Which pieces of a page are the article: what stands in its column, without the boxes and the boilerplate in it."""

from collections import Counter
from collections.abc import Sequence

from detector.page.boilerplate import without_boilerplate
from detector.page.boxes import Boxes
from detector.page.calls import is_link
from detector.page.column import BLOCKS, Column, find_column, path
from detector.page.pieces import Piece, Region
from detector.page.sentence_ends import ends_sentence
from detector.settings import SETTINGS

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_GROUPS = frozenset("ul ol dl table tbody thead tr".split())


def choose(pieces: Sequence[Piece], headline: Sequence[Piece] = ()) -> tuple[Piece, ...]:
    """Give the pieces that are the article's body, in document order; `headline` are those of the headline."""
    column = find_column(pieces, headline)
    if column is None:
        return _plainly(pieces)
    chosen = _Reading(pieces, column).chosen(headline)
    return without_boilerplate(chosen, Boxes(pieces, chosen)) or _plainly(pieces)


def _plainly(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """What a page without a recognisable article offers: its paragraphs, else any longer text, else all text."""
    least = SETTINGS.extraction.paragraph
    seen = [piece for piece in pieces if not piece.region.hidden] or pieces
    longer = [piece for piece in seen if len(piece.text) >= least and piece.linked < len(piece.text) // 2]
    paragraphs = [piece for piece in longer if piece.region.tag == "p"]
    return without_boilerplate(paragraphs) or without_boilerplate(longer) or tuple(seen)


class _Reading:
    """What stands in a page's column, as it is read from its first paragraph to its last."""

    def __init__(self, pieces: Sequence[Piece], column: Column) -> None:
        self._pieces = pieces
        sizes = Counter[bool]()
        for index in column.weights:
            sizes[pieces[index].region.hidden] += len(pieces[index].text)
        unseen = sizes[False] < SETTINGS.extraction.seen * sizes.total()  # until a script shows it
        paths = ((index, path(piece, column.region)) for index, piece in enumerate(pieces))
        self._paths = {
            index: way for index, way in paths if way is not None and (unseen or not pieces[index].region.hidden)
        }
        self._prose = {index: weight for index, weight in column.weights.items() if index in self._paths}
        self._homes = self._main_homes()
        self._kinds = {(pieces[index].region.parent, pieces[index].region.tag) for index in self._prose}

    def chosen(self, headline: Sequence[Piece]) -> list[Piece]:
        """The pieces of the article, its headings, lists and tables included."""
        first, last = self._ends(headline)
        lists = self._lists()
        found = [
            self._pieces[index]
            for index, way in self._paths.items()
            if first <= index <= last and lists.isdisjoint(way) and self._is_set_as_text(self._pieces[index])
        ]
        while found and found[-1].region.tag in _HEADINGS:
            found.pop()
        return found

    def _main_homes(self) -> frozenset[Region]:
        """The regions that hold a fair share of the prose as their own paragraphs."""
        homes: dict[Region | None, float] = {}
        for index, weight in self._prose.items():
            home = self._pieces[index].region.parent
            homes[home] = homes.get(home, 0) + weight
        enough = SETTINGS.extraction.home * sum(self._prose.values())
        return frozenset(home for home, weight in homes.items() if home is not None and weight >= enough)

    def _ends(self, headline: Sequence[Piece]) -> tuple[int, int]:
        """The first and the last piece of the article: of its prose, and of what stands beside that in the same homes.
        Nothing above the headline is the article unless most of the prose is."""
        beside = [index for index in self._paths if self._is_beside(self._pieces[index])]
        first, last = min((*self._prose, *beside)), max((*self._prose, *beside))
        own = set(headline)
        at = max((index for index in self._paths if self._pieces[index] in own), default=-1)
        above = sum(weight for index, weight in self._prose.items() if index < at)
        return (at + 1 if first <= at and 2 * above < sum(self._prose.values()) else first), last

    def _is_beside(self, piece: Piece) -> bool:
        """Whether a piece, or the list or table it belongs to, stands in one of the main homes as its paragraphs do."""
        for region in piece.region.around(SETTINGS.extraction.nested):
            if region.parent in self._homes:
                return region.tag in BLOCKS | _GROUPS or (region.parent, region.tag) in self._kinds
        return False

    def _is_set_as_text(self, piece: Piece) -> bool:
        """Whether a piece is a paragraph, heading or cell by its tag, is set like other prose, or is a sentence."""
        region = piece.region
        is_block = region.tag in BLOCKS or (region.parent, region.tag) in self._kinds
        return is_block or ends_sentence(piece.text, or_announces=True)

    def _lists(self) -> frozenset[Region]:
        """The regions in the column that only point elsewhere: links are most of the text, or each paragraph has one
        of its own. None of them holds a main home, nor a text where links are the content of the whole."""
        length, linked, links, prose = Counter[Region](), Counter[Region](), Counter[Region](), Counter[Region]()
        for index, way in self._paths.items():
            piece = self._pieces[index]
            begins = is_link(piece) and not (index and is_link(self._pieces[index - 1]))
            for region in way:
                length[region] += len(piece.text)
                linked[region] += piece.linked
                links[region] += begins
                prose[region] += index in self._prose
        own = {region for home in self._homes for region in home.around(SETTINGS.page.max_depth)}
        links_are_content = linked.total() >= SETTINGS.extraction.linked_body * length.total()
        return frozenset(
            region
            for region, size in length.items()
            if region not in own
            and region.tag not in BLOCKS
            and (prose[region] or not links_are_content)
            and (linked[region] > SETTINGS.extraction.prose_linked * size or 1 < links[region] >= prose[region])
        )
