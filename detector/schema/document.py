"""The article as it was read, and what read it."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from detector.schema.units import Count, Sha256, Share


class Model(Struct, frozen=True):
    """The model in use."""

    name: str
    sha256: Sha256


class Engine(Struct, frozen=True):
    """What made the report."""

    version: str
    rules_sha256: Sha256
    model: Model | None


class Language(Struct, frozen=True):
    """The language of the text, and how far it can be scored."""

    code: str
    confidence: Share
    support: Literal["full", "partial", "none"]


class PageKind(Struct, frozen=True):
    """Whether the page is a single article, and whether its text was found."""

    is_article: bool
    confidence: Share
    text_found: bool | None


class Genre(Struct, frozen=True):
    """What sort of text it is, and what that was told from."""

    label: Literal["reporting", "opinion", "interview", "satire", "other"]
    confidence: Share
    why: str | None


class Notice(Struct, frozen=True):
    """Something a reader should know about the page."""

    code: str
    message: str


class Document(Struct, frozen=True):
    """The article as it was read."""

    title: str | None
    kicker: str | None
    standfirst: str | None
    url: str | None
    site: str | None
    byline: tuple[str, ...]
    published: str | None
    section: str | None
    language: Language
    article: PageKind
    genre: Genre
    words: Count
    text_sha256: Sha256
    text: Annotated[str | None, Meta(description="The text that offsets count in; null unless `include` has `text`.")]
    notices: tuple[Notice, ...]
