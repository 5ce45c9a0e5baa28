"""The article as it was read, and what read it."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from detector.schema.units import Count, Sha256, Share


class Model(Struct, frozen=True):
    """The model that rated sentences, headline and frames."""

    name: str
    sha256: Sha256


class Engine(Struct, frozen=True):
    """What made the report: its version, the hash of its rules, and the model (null without one)."""

    version: str
    rules_sha256: Sha256
    model: Model | None


class Language(Struct, frozen=True):
    """The language (ISO 639-1, `und` where it cannot be told), and how far it can be scored."""

    code: str
    confidence: Share
    support: Literal["full", "partial", "none"]


class PageKind(Struct, frozen=True):
    """Whether the page is one article; `text_found` is null where nobody looked."""

    is_article: bool
    confidence: Share
    text_found: bool | None


class Genre(Struct, frozen=True):
    """What the page says that it is, and what that was told from (`why`, null where it is not told)."""

    label: Literal["reporting", "opinion", "interview", "satire", "other"]
    confidence: Share
    why: str | None


class Notice(Struct, frozen=True):
    """Something special about the page; `code` is stable, new ones may come."""

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
    text: Annotated[str | None, Meta(description='The text that offsets count in; null without `"include": ["text"]`.')]
    notices: tuple[Notice, ...]
