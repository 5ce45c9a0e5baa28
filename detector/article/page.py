"""What a page is: spans, blocks, and the article whose text all offsets refer to."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a block is in the article."""

    KICKER = "kicker"
    HEADLINE = "headline"
    BYLINE = "byline"
    BODY = "body"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range `[start, end)` in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words at this span of `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters that stand at `text` in `Article.text` and at `stream` in the page's text stream."""

    text: int
    stream: int
    length: int


@dataclass(frozen=True, slots=True)
class Markup:
    """What the page's elements say of a block; spans are offsets into `Article.text`.

    `quote` is the number of the block quotation or embedded post that the block stands in. `cited` are the words in
    `<cite>`, `quoted` those in `<q>`, `strong` those set off in bold or italics; all of a heading is set off.
    """

    quote: int | None = None
    embed: bool = False
    cited: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    strong: tuple[Span, ...] = ()


PLAIN = Markup()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like piece of the article.

    `runs` map it to the page's text stream (code points of the data of all text nodes under `<body>`, see
    `detector.page.dom`), in rising order; empty where the input was plain text.
    """

    part: Part
    span: Span
    runs: tuple[Run, ...] = ()
    markup: Markup = PLAIN


@dataclass(frozen=True, slots=True)
class Link:
    """Words of the article that link to another site, by its registered host (`who.int`)."""

    span: Span
    site: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about itself; `None` or empty where it says nothing. `notes` are the editors' notes about the
    article, which are no part of its text."""

    title: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    site: str | None = None
    byline: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    published: str | None = None
    section: str | None = None
    paywalled: bool = False
    declared_type: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """Whether the page is one article, with the confidence 0..1 of that answer and the signs it rests on, and whether
    the article's text was found on it."""

    is_article: bool
    confidence: float
    signs: tuple[str, ...] = ()
    text_found: bool = True


@dataclass(frozen=True, slots=True)
class Article:
    """The text as analysed: title, blank line, paragraphs separated by blank lines.

    `stream` is the page's whole text stream; `None` where the input was plain text. `links` are the body's links to
    other sites, in order; `None` where that cannot be told: for plain text, and for a page whose own site is unknown.
    """

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    kind: Kind = Kind(is_article=True, confidence=1.0)
    url: str | None = None
    stream: str | None = None
    links: tuple[Link, ...] | None = None

    def parts(self, *parts: Part) -> tuple[Block, ...]:
        """The blocks that are one of `parts`, in order."""
        return tuple(block for block in self.blocks if block.part in parts)
