"""What was read in an article: its language and genre, who speaks, and what the model says."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from detector.article.page import Article, Span
from detector.article.prose import AUTHOR, Prose
from detector.article.utterance import Style

UNKNOWN = "source:unknown"  # the voice of quoted words that nobody is given
GenreLabel = Literal["reporting", "opinion", "interview", "satire", "other"]
GenreKind = Literal["reporting", "opinion", "analysis", "review", "interview", "satire", "release", "sponsored"]


@dataclass(frozen=True, slots=True)
class Language:
    """ISO 639-1 code (`und` where it cannot be told), confidence 0..1, and how far we support it."""

    code: str
    confidence: float
    support: Literal["full", "partial", "none"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words given to a source. `content` may be discontinuous; `source` is a `Source.id`.

    `style`: direct (only the words in quotation marks), mixed, indirect; or a block quotation, an embedded post or a
    turn, all of which are the speaker's own words. `kind`: speech, or thought and intention.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source_span: Span | None
    source: str | None
    style: Style
    kind: Literal["speech", "thought"]


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something that is given words.

    `named`: a proper name is given. `identified`: a name with a role or an affiliation. `in_office`: no name, but an
    office that one person holds ("the chairman of the Conservative Party"), or a definite body ("the state"). `camp`:
    whether it speaks for the party that the story turns on, against it, or from outside; `None` where that cannot be
    told. `origin`: sources of one origin (a press office and its chief) count as one. `words`: words of its quotations;
    `share`: of all such words.
    """

    id: str
    name: str
    kind: Literal["person", "organisation", "document", "collective"]
    role: str | None = None
    affiliation: str | None = None
    named: bool = False
    identified: bool = False
    in_office: bool = False
    side: str | None = None
    camp: Literal["for", "against", "outside"] | None = None
    origin: str = ""
    words: int = 0
    share: float = 0.0
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A country, organisation, group or person that the story is about.

    `mentions` are all its mentions, `headline` those in the headline. `heard`: best voice it gets; `declined`
    means that it refused or was not reached. `name` is how it is written in the text. `by` are the sources (ids) that
    speak for it; `accused` the mentions of it that the text accuses or criticises, and `voiced` is true where a source
    is given words in such a sentence; `acts` counts the mentions that are the subject of a verb. `confidence` 0..1 that
    an editor would have asked it (see `detector.attribution.parties.confidence`).
    """

    name: str
    side: str | None
    mentions: tuple[Span, ...]
    headline: tuple[Span, ...]
    heard: Literal["direct", "paraphrase", "declined", "none"]
    kind: Literal["person", "organisation", "country"] = "organisation"
    by: tuple[str, ...] = ()
    accused: tuple[Span, ...] = ()
    voiced: bool = False
    acts: int = 0
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch of text that is not the author's own: words in quotation marks, or given to a source by a speech
    cue. `speaker` is `source:<id>`, or `source:unknown` for quoted words that nobody is given."""

    span: Span
    speaker: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame of the article: probability 0..1, and the sentences that carry it (indices into `Prose.sentences`)."""

    name: str
    share: float
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of the article, the probability 0..1 that experts would mark it as loaded where a rule flags it
    (`flagged`), and that an editor would mark it where none does (`marked`)."""

    span: Span
    marked: float
    flagged: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of words of the article that persuades by `technique` (a name of the PTC corpus), with the mean
    probability 0..1 of its word pieces."""

    span: Span
    technique: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Insight:
    """What the model says of an article: how strongly its headline baits and alarms, whether an editor would mark words
    of it (`titled`) and call it loud (`striking`), 0..1 (`None` without a headline or a head for it); its frames,
    likeliest first; the words of its body in order, those left out that are surely plain, passages that persuade, and
    the words of its `headline` likewise; and how well it was `measured` to tell loaded sentences in the language of the
    page (area under the ROC curve), where it reads several. What it says of a sentence stands in the sentence."""

    bait: float | None
    alarm: float | None
    frames: tuple[Frame, ...]
    words: tuple[Mark, ...] = ()
    passages: tuple[Passage, ...] = ()
    headline: tuple[Mark, ...] = ()
    titled: float | None = None
    striking: float | None = None
    measured: float | None = None

    @property
    def loudness(self) -> float | None:
        """How likely an editor would call the headline loud; how strongly it alarms where the model has no head for
        that."""
        return self.alarm if self.striking is None else self.striking


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of fact worth checking, by its words; `worth` 0..1 orders the claims of an article. `by` is whose
    claim it is, as the voice of a sentence is written; `evidence` is what the story gives for it: a document, a link, a
    figure whose origin it names, or nothing."""

    span: Span
    worth: float
    by: str
    evidence: Literal["document", "link", "figure", "none"]


@dataclass(frozen=True, slots=True)
class Genre:
    """What sort of text the article is, with the confidence 0..1 of that answer.

    `kind` says more closely what the report's `label` says: an analysis and a review are labelled opinion, for there
    too the author judges. `why`: what it was told from, and `signs`: what in its manner speaks most for it.
    """

    label: GenreLabel
    kind: GenreKind
    confidence: float
    why: str
    signs: tuple[str, ...] = ()

    @property
    def argues(self) -> bool:
        """Whether the author judges here, and need not ask the other side."""
        return self.label in ("opinion", "satire")


@dataclass(frozen=True)
class Reading:
    """One page, read: all that the signals judge by. `voices` are sorted and do not overlap; `reader` is
    the code of the language that remarks are written in; `claims` are those worth most, in their order."""

    article: Article
    language: Language
    prose: Prose
    quotations: tuple[Quotation, ...] = ()
    sources: tuple[Source, ...] = ()
    parties: tuple[Party, ...] = ()
    voices: tuple[Voice, ...] = ()
    insight: Insight | None = None
    reader: str = "en"
    genre: Genre = Genre("reporting", "reporting", 0.5, "default")
    claims: tuple[Claim, ...] = ()

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of each source by the voice that it is (`source:<id>`)."""
        return {f"source:{source.id}": source.name for source in self.sources}

    @cached_property
    def _voice_starts(self) -> Sequence[int]:
        return [voice.span.start for voice in self.voices]

    def is_voiced(self, span: Span) -> bool:
        """Whether anybody but the author has words in `span`."""
        last = bisect_left(self._voice_starts, span.end) - 1
        return last >= 0 and self.voices[last].span.overlaps(span)

    def voice_at(self, span: Span) -> str:
        """Whose words stand at `span`: `author`, or the speaker of the first voice that overlaps it."""
        index = max(0, bisect_right(self._voice_starts, span.start) - 1)
        for voice in self.voices[index : index + 2]:
            if voice.span.overlaps(span):
                return voice.speaker
        return AUTHOR
