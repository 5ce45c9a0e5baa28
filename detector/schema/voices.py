"""Who says what, of whom the story tells, and from which sides."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from detector.schema.units import Count, Offset, Pair, Share, SourceId


class Voice(Struct, frozen=True):
    """Whose words they are: the author's, a source's, several people's, or quoted without saying whose."""

    kind: Literal["author", "source", "mixed", "unknown-source"]
    source: SourceId | None


class Sentence(Struct, frozen=True):
    """A sentence: whose words it is in, and how loaded and subjective it is."""

    start: Offset
    end: Offset
    voice: Voice
    loaded: Share | None
    subjective: Share
    check_worthy: Share | None


class Source(Struct, frozen=True):
    """Somebody who is given words, or a document that is."""

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
    """Somebody the story is about, and how they are heard; `declined` means that they refused or were not reached."""

    name: str
    kind: Literal["person", "organisation", "country"]
    mentions: tuple[Pair, ...]
    in_headline: bool
    heard: Literal["direct", "paraphrase", "declined", "none"]
    by: tuple[SourceId, ...]
    confidence: Share | None


class Quote(Struct, frozen=True):
    """Words given to a source: where they are, and what introduces them."""

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
    """A frame: a side the story is told from, and the sentences that show it."""

    frame: str
    probability: Share
    sentences: tuple[Count, ...]
