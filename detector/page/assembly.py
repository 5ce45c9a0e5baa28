"""Puts an article together: one text, its blocks, and the place of each on the page."""

import re
from collections.abc import Sequence
from functools import cache

from detector import languages
from detector.article import Article, Block, Kind, Link, Markup, Metadata, Part, Run, Span
from detector.errors import PageTooLarge
from detector.page import markup as elements
from detector.page.headline import Headline
from detector.page.links import leads_to
from detector.page.pieces import Piece
from detector.page.skeleton import skeleton
from detector.settings import SETTINGS

_PARAGRAPHS = "\n\n"
PLAIN = Markup()


@cache
def _credit() -> re.Pattern[str]:
    """A paragraph that is nothing but a byline."""
    return re.compile(rf"^(?:{'|'.join(languages.page_terms().bylines)})\b[\s:]+(?!\d)\S.{{0,100}}$", re.IGNORECASE)


class GrowingArticle:
    """An article's text and blocks as they grow; what was added is never changed.

    Raises `PageTooLarge` where the text grows beyond `settings.page.max_article`.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self.links: list[Link] = []

    @property
    def text(self) -> str:
        """All that was added."""
        return "".join(self._parts)

    def add_headline(self, headline: Headline) -> None:
        """Add the kicker and the headline on one line."""
        if headline.above is not None:
            self._add(Part.KICKER, headline.above.text, headline.above.runs)
            self._append(" ")
        runs = _joined_runs(headline.pieces)
        cut = headline.kicker_length
        if cut:
            rest = cut + len(headline.text[cut:]) - len(headline.text[cut:].lstrip())
            self._add(Part.KICKER, headline.text[:cut], _slice(runs, 0, cut))
            self._append(headline.text[cut:rest])
            self._add(Part.HEADLINE, headline.text[rest:], _slice(runs, rest, len(headline.text)))
        else:
            self._add(Part.HEADLINE, headline.text, _slice(runs, 0, len(headline.text)))

    def add_piece(self, piece: Piece, part: Part, own: frozenset[str], markup: Markup) -> None:
        """Add a paragraph of a page, in its body with the links that lead out of the sites that are `own`; `markup` is
        what its elements say, in offsets into the piece."""
        self.add_paragraph(piece.text, piece.runs, part, markup)
        if part is Part.BODY:
            at = self._length - len(piece.text)
            led = ((span, leads_to(address, own)) for span, address in piece.led())
            self.links += [Link(Span(span.start + at, span.end + at), site) for span, site in led if site]

    def add_paragraph(self, text: str, runs: Sequence[Run], part: Part, markup: Markup = PLAIN) -> None:
        """Add a paragraph after a blank line."""
        if self._length:
            self._append(_PARAGRAPHS)
        self._add(part, text, runs, markup)

    def _add(self, part: Part, text: str, runs: Sequence[Run], markup: Markup = PLAIN) -> None:
        start = self._length
        self._append(text)
        moved = tuple(Run(run.text + start, run.stream, run.length) for run in runs)
        shifted = markup if markup is PLAIN else elements.moved(markup, start)
        self.blocks.append(Block(part, Span(start, self._length), moved, shifted))

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        if self._length > SETTINGS.page.max_article:
            limit = f"{SETTINGS.page.max_article:,}"
            raise PageTooLarge(f"The article has more than {limit} characters. Send it in parts.")


def assemble(
    headline: Headline | None,
    body: Sequence[Piece],
    *,
    metadata: Metadata,
    kind: Kind,
    url: str | None,
    stream: str,
    own: frozenset[str],
) -> Article:
    """Put together the article of a page; `own` are the sites that are the page's own, empty where they are unknown."""
    draft = GrowingArticle()
    known: set[str] = set()
    if headline is not None:
        draft.add_headline(headline)
        known = {skeleton(headline.text), skeleton(headline.text[headline.kicker_length :])}
    authors = frozenset(map(skeleton, metadata.byline))
    described = elements.describe(body)
    taken = {*headline.pieces, headline.above} if headline is not None else set()
    for piece in body:
        if piece not in taken and skeleton(piece.text) not in known and not _is_label(piece, headline):
            draft.add_piece(piece, _part(piece.text, authors), own, described[piece])
    links = tuple(draft.links) if own else None
    return Article(draft.text, tuple(draft.blocks), metadata, kind, url, stream, links)


def _is_label(piece: Piece, headline: Headline | None) -> bool:
    """Whether a few words above the headline only name the section ("Energy") and are no part of the story."""
    above = headline is not None and headline.pieces and piece.runs[0].stream < headline.pieces[0].runs[0].stream
    return bool(above) and len(piece.text.split()) <= SETTINGS.extraction.label_words and piece.text[-1] not in ".!?…"


def _part(text: str, authors: frozenset[str]) -> Part:
    """The byline, or the body; `authors` are the skeletons of the authors' names."""
    is_short = len(text.split()) <= SETTINGS.extraction.credit_words and text[-1] not in ".!?"
    credit = bool(_credit().match(text)) or skeleton(text) in authors or _is_dated(text, authors)
    return Part.BYLINE if is_short and credit else Part.BODY


def _is_dated(text: str, authors: frozenset[str]) -> bool:
    """Whether a line has a figure, and at its end a credit to one of the authors ("4 March 2026 by Ada Berg")."""
    key = skeleton(text)
    return any(map(str.isdigit, text)) and any(name and key.endswith(name) for name in authors)


def _joined_runs(pieces: Sequence[Piece]) -> tuple[Run, ...]:
    """The runs of pieces that are joined by single spaces."""
    runs: list[Run] = []
    at = 0
    for piece in pieces:
        runs.extend(Run(run.text + at, run.stream, run.length) for run in piece.runs)
        at += len(piece.text) + 1
    return tuple(runs)


def _slice(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    """The runs within `[start, end)`, counted from `start`."""
    cut = []
    for run in runs:
        first, last = max(run.text, start), min(run.text + run.length, end)
        if first < last:
            cut.append(Run(first - start, run.stream + first - run.text, last - first))
    return tuple(cut)
