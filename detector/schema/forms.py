"""The wire form of a report as types: `json` builds what they say, and the service's OpenAPI is made from them.

All offsets are Unicode code points of `document.text`, half-open.
"""

from typing import Annotated, Literal, NotRequired, TypedDict

from msgspec import Meta

from detector.article import Severity
from detector.schema.units import Count, DimensionName, Facts, Level, Offset, Pair, Percent, Sha256, Share, Voice


class ModelForm(TypedDict):
    """The model that rated sentences, headline and frames."""

    name: str
    sha256: Sha256


class ReferenceForm(TypedDict):
    """The articles that percentiles speak of."""

    articles: Count
    crowd: Annotated[dict[str, list[Share]], Meta(description="Shares of them by score, in equal steps up to 100.")]


class EngineForm(TypedDict):
    """What made the report."""

    version: str
    rules: Sha256
    model: ModelForm | None
    reference: ReferenceForm | None


class LanguageForm(TypedDict):
    """The language, and how far it can be scored."""

    code: str
    confidence: Share
    support: Literal["full", "partial", "none"]


class KindForm(TypedDict):
    """Whether the page is one article."""

    is_article: bool
    confidence: Share


class GenreForm(TypedDict):
    """What the page says that it is."""

    label: Literal["reporting", "opinion", "satire"]
    confidence: Share


class NoticeForm(TypedDict):
    """Something special about the page; `code` is stable, new ones may come."""

    code: str
    message: str


class DocumentForm(TypedDict):
    """The article as it was read."""

    title: str | None
    kicker: str | None
    url: str | None
    site: str | None
    byline: list[str]
    published: str | None
    section: str | None
    language: LanguageForm
    article: KindForm
    genre: GenreForm
    words: Count
    text_sha256: Sha256
    text: NotRequired[Annotated[str, Meta(description='The text that offsets count in; with `"include": ["text"]`.')]]
    notices: list[NoticeForm]


class LevelsForm(TypedDict):
    """The level of each score; null where there is no score."""

    headline: Literal["low", "notable", "strong"] | None
    sourcing: Literal["thin", "mixed", "broad"] | None
    wording: Literal["low", "notable", "strong"] | None


class SummaryForm(TypedDict):
    """One plain sentence, and the levels."""

    sentence: str
    levels: LevelsForm


class PartForm(TypedDict):
    """A share of a score, by a finding, the model or a feature: one of the three is named."""

    finding: NotRequired[str]
    model: NotRequired[str]
    feature: NotRequired[str]
    points: float
    text: NotRequired[str]


class ScoreForm(TypedDict):
    """The rounded sum of its parts, or null with the `reason`."""

    value: Percent | None
    level: Level | None
    percentile: Annotated[Percent | None, Meta(description="How many of 100 reference articles score lower.")]
    interval: Annotated[list[Percent], Meta(min_length=2, max_length=2, description="80 % interval.")] | None
    parts: list[PartForm]
    facts: Facts
    reason: NotRequired[str]


class ScoresForm(TypedDict):
    """The three scores; no total hides them."""

    headline: ScoreForm
    sourcing: ScoreForm
    wording: ScoreForm


class SentenceForm(TypedDict):
    """A sentence with what the model says of it (null without a model) and its subjectivity."""

    start: Offset
    end: Offset
    voice: Voice
    loaded: Share | None
    subjective: Share


class SourceForm(TypedDict):
    """Somebody who is given words; `origin` groups sources that are not independent."""

    id: Annotated[str, Meta(pattern="^s[0-9]+$")]
    name: str
    role: str | None
    affiliation: str | None
    kind: Literal["person", "organisation", "document", "collective"]
    named: bool
    identified: bool
    side: str | None
    origin: str
    words: Count
    share: Share
    mentions: list[Pair]
    links: Annotated[list[str], Meta(description="The sites that its mentions link to.")]


QuoteForm = TypedDict(
    "QuoteForm",
    {
        "id": Annotated[str, Meta(pattern="^q[0-9]+$")],
        "source": str | None,
        "style": Literal["direct", "mixed", "indirect"],
        "class": Literal["speech", "thought"],
        "content": list[Pair],
        "cue": list[Pair],
        "source_span": Pair | None,
    },
)
QuoteForm.__doc__ = "Words given to a source: where they stand, and what introduces them."


class LinkForm(TypedDict):
    """Words of the body that link to another site, by its registered host."""

    start: Offset
    end: Offset
    site: str


class FrameForm(TypedDict):
    """A frame of the story, its share, and the sentences (by number) that show it."""

    frame: str
    share: Share
    sentences: list[Count]


class PositionForm(TypedDict):
    """A place in the page's text stream (W3C selector)."""

    type: Literal["TextPositionSelector"]
    start: Offset
    end: Offset


class QuoteSelectorForm(TypedDict):
    """Words of the page's text stream with what stands around them (W3C selector)."""

    type: Literal["TextQuoteSelector"]
    exact: str
    prefix: str
    suffix: str


class TargetForm(TypedDict):
    """Where on the page the words stand: first the position, then the quote."""

    selector: tuple[PositionForm, QuoteSelectorForm]


class FindingForm(TypedDict):
    """One remark. `exact` is `document.text[start:end]`; only the author's words count."""

    id: Annotated[str, Meta(pattern="^f[0-9]+$")]
    dimension: DimensionName
    rule: str
    technique: str | None
    severity: Severity
    confidence: Share
    voice: Voice
    counts: bool
    points: float
    start: Offset
    end: Offset
    exact: str
    message: str
    reason: str
    suggestion: str | None
    evidence: Facts
    docs: Annotated[str, Meta(pattern="^/v1/rules/")]
    target: NotRequired[TargetForm | None]


class ReportForm(TypedDict):
    """How a page is written."""

    schema: Literal["undertone/analysis/1"]
    engine: EngineForm
    document: DocumentForm
    summary: SummaryForm
    scores: ScoresForm
    sentences: NotRequired[list[SentenceForm]]
    sources: list[SourceForm]
    quotes: list[QuoteForm]
    links: Annotated[list[LinkForm] | None, Meta(description="Null where the page's own site is unknown.")]
    framing: list[FrameForm]
    findings: list[FindingForm]
    limitations: list[str]
