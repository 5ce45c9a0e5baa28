"""The values that travel through the detector: frozen and slotted, with no behaviour beyond reading themselves.

Offsets are Unicode code points of `Article.text` unless a docstring says otherwise. Text is never altered once an
`Article` is made, so `article.text[span.start:span.end]` is always the words meant.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Literal

Severity = Literal["mild", "notable", "strong"]
SEVERITIES: tuple[Severity, ...] = ("mild", "notable", "strong")
AUTHOR = "author"


class Dimension(StrEnum):
    """What a finding or a score is about."""

    HEADLINE = "headline"
    SOURCING = "sourcing"
    LANGUAGE = "language"
    FRAMING = "framing"


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
class Block:
    """A paragraph-like piece of the article.

    `runs` map it to the page's text stream (code points of the data of all text nodes under `<body>`, see
    `detector.page.dom`), in rising order; empty where the input was plain text.
    """

    part: Part
    span: Span
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about itself; `None` or empty where it says nothing."""

    title: str | None = None
    kicker: str | None = None
    site: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    section: str | None = None
    paywalled: bool = False
    declared_type: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """Whether the page is one article, with the confidence 0..1 of that answer and the signs it rests on."""

    is_article: bool
    confidence: float
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """The text as analysed: title, blank line, paragraphs separated by blank lines.

    `stream` is the page's whole text stream; `None` where the input was plain text.
    """

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    kind: Kind = Kind(is_article=True, confidence=1.0)
    url: str | None = None
    stream: str | None = None

    def parts(self, *parts: Part) -> tuple[Block, ...]:
        """The blocks that are one of `parts`, in order."""
        return tuple(block for block in self.blocks if block.part in parts)


@dataclass(frozen=True, slots=True)
class Language:
    """ISO 639-1 code (`und` where it cannot be told), confidence 0..1, and how far we support it."""

    code: str
    confidence: float
    support: Literal["full", "partial", "none"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word or punctuation mark. `tag` is its Penn Treebank part of speech; `quoted` is true inside quotation
    marks (the marks themselves included); `sentence` indexes `Prose.sentences`."""

    span: Span
    text: str
    tag: str
    sentence: int
    quoted: bool

    @property
    def is_word(self) -> bool:
        """Whether it counts as a word (holds a letter or a digit)."""
        return any(map(str.isalnum, self.text))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block (`block` indexes `Article.blocks`); its tokens are `Prose.tokens[first:last]`.

    `polarity` -1..1 and `subjectivity` 0..1 are TextBlob's. `voice` is `author`, `source:<id>` or `mixed`.
    """

    span: Span
    part: Part
    block: int
    first: int
    last: int
    polarity: float = 0.0
    subjectivity: float = 0.0
    voice: str = AUTHOR
    loaded: float | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """The article's text as sentences and tokens, and what stands in quotation marks (without the marks)."""

    text: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quoted: tuple[Span, ...]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`."""
        index = bisect_right(self.sentences, offset, key=attrgetter("span.start")) - 1
        found = self.sentences[index] if index >= 0 else None
        return found if found and offset < found.span.end else None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words given to a source. `content` may be discontinuous; `source` is a `Source.id`.

    `style`: direct (only the words in quotation marks), mixed, indirect. `kind`: speech, or thought and intention.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source_span: Span | None
    source: str | None
    style: Literal["direct", "mixed", "indirect"]
    kind: Literal["speech", "thought"]


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something that is given words.

    `named`: a proper name is given. `identified`: a name with a role or an affiliation. `origin`: sources of one
    origin (a press office and its chief) count as one. `words`: words of its quotations; `share`: of all such words.
    """

    id: str
    name: str
    kind: Literal["person", "organisation", "document", "collective"]
    role: str | None = None
    affiliation: str | None = None
    named: bool = False
    identified: bool = False
    side: str | None = None
    origin: str = ""
    words: int = 0
    share: float = 0.0
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A country, organisation, group or person that the story is about.

    `mentions` are all its mentions, `headline` those in the headline. `heard`: best voice it gets; `declined`
    means that it refused or was not reached. `name` is how it is written in the text.
    """

    name: str
    side: str | None
    mentions: tuple[Span, ...]
    headline: tuple[Span, ...]
    heard: Literal["direct", "paraphrase", "declined", "none"]


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch of text that is not the author's own: words in quotation marks, or given to a source by a speech
    cue. `speaker` is `source:<id>`, or `source:unknown` for quoted words that nobody is given."""

    span: Span
    speaker: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One page, read: all that the signals judge by. `voices` are sorted and do not overlap."""

    article: Article
    language: Language
    prose: Prose
    quotations: tuple[Quotation, ...] = ()
    sources: tuple[Source, ...] = ()
    parties: tuple[Party, ...] = ()
    voices: tuple[Voice, ...] = ()

    def voice_at(self, span: Span) -> str:
        """Whose words stand at `span`: `author`, or the speaker of the first voice that overlaps it."""
        index = max(0, bisect_right(self.voices, span.start, key=attrgetter("span.start")) - 1)
        for voice in self.voices[index : index + 2]:
            if voice.span.overlaps(span):
                return voice.speaker
        return AUTHOR


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark. `counts` is false for words that are not the author's; then `points` is 0.

    `weight` is what the rule asks for before scoring, 0..1; `points` is what the score gave it.
    """

    rule: str
    dimension: Dimension
    span: Span
    exact: str
    severity: Severity
    confidence: float
    message: str
    reason: str
    technique: str | None = None
    suggestion: str | None = None
    voice: str = AUTHOR
    counts: bool = True
    weight: float = 0.0
    points: float = 0.0
    id: str = ""
    evidence: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class ScorePart:
    """A share of a score: `kind` is `finding`, `model` or `feature`; `name` the finding's id or the feature's name."""

    kind: Literal["finding", "model", "feature"]
    name: str
    points: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """A number 0..100 that is the rounded sum of its parts, or `None` with the `reason` why it cannot be given.

    `interval` is the 80 % interval; `percentile` says how many of 100 articles of the reference corpus score lower.
    """

    dimension: Dimension
    value: int | None
    level: str | None = None
    percentile: int | None = None
    interval: tuple[int, int] | None = None
    parts: tuple[ScorePart, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something special about the page that the reader should know, with a stable code."""

    code: str
    message: str
