"""Who says what, of whom the story tells, and from which sides."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from detector.schema.units import Count, Offset, Pair, Share, SourceId


class Voice(Struct, frozen=True):
    """Whose words: the author's, a source's (then `source` names it), a source's that nobody is given, or several's."""

    kind: Literal["author", "source", "mixed", "unknown-source"]
    source: SourceId | None


class Sentence(Struct, frozen=True):
    """A sentence with what the model says of it (null without a model) and its subjectivity; `check_worthy` is null
    where it is not measured."""

    start: Offset
    end: Offset
    voice: Voice
    loaded: Share | None
    subjective: Share
    check_worthy: Share | None


class Source(Struct, frozen=True):
    """Somebody who is given words; `origin` groups sources that are not independent, `side` is a country or an
    organisation. `camp` is null where it is not told for whom the source speaks."""

    id: SourceId
    name: str
    role: str | None
    affiliation: str | None
    kind: Literal["person", "organisation", "document", "collective"]
    named: bool
    identified: bool
    side: str | None
    camp: Literal["for", "against", "outside"] | None
    origin: str
    words: Count
    share: Annotated[Share, Meta(description="Of all attributed words.")]
    mentions: tuple[Pair, ...]
    links: Annotated[tuple[str, ...], Meta(description="The sites that its mentions link to.")]


class Party(Struct, frozen=True):
    """Somebody the story is about, and the best voice that it gets; `declined` means that it refused or was not
    reached. `by` are the sources that speak for it. `confidence` is null where it is not measured."""

    name: str
    kind: Literal["person", "organisation", "country"]
    mentions: tuple[Pair, ...]
    in_headline: bool
    heard: Literal["direct", "paraphrase", "declined", "none"]
    by: tuple[SourceId, ...]
    confidence: Share | None


class Quote(Struct, frozen=True):
    """Words given to a source: where they stand, and what introduces them."""

    id: Annotated[str, Meta(pattern="^q[0-9]+$")]
    source: SourceId | None
    kind: Literal["speech", "thought"]
    style: Literal["direct", "mixed", "indirect", "block", "embed", "turn"]
    content: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    source_span: Pair | None


class FactCheck(Struct, frozen=True):
    """A published check of a claim like this one."""

    claim: str
    publisher: str
    rating: str
    url: str
    date: str | None
    similarity: Share


class Claim(Struct, frozen=True):
    """A statement of fact worth checking: who makes it, and what the story gives for it."""

    start: Offset
    end: Offset
    score: Share
    by: Voice
    evidence: Literal["document", "link", "figure", "none"]
    fact_checks: tuple[FactCheck, ...]


class Link(Struct, frozen=True):
    """Words of the body that link to another site, by its registered host."""

    start: Offset
    end: Offset
    site: str


class Frame(Struct, frozen=True):
    """A frame of the story, how likely it is one, and the sentences (by number) that show it."""

    frame: str
    probability: Share
    sentences: tuple[Count, ...]
