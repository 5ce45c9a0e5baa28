"""What is asked: a page or a text, and what is left out before anything is scored."""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import force_setattr

from detector.schema.units import Severity

INCLUDABLE = ("text", "sentences")
MAX_ENTRIES, MAX_ENTRY = 1_000, 200
Entry = Annotated[str, Meta(min_length=1, max_length=MAX_ENTRY)]
Entries = Annotated[frozenset[Entry], Meta(max_length=MAX_ENTRIES)]


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page, as its bytes or as a browser serialises it; `url` says where it comes from and is not fetched."""

    html: str | bytes
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text, paragraphs separated by blank lines, and its headline; either may be empty, not both."""

    text: str
    title: str | None = None
    url: str | None = None


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """What to leave out before anything is scored, and the language of the report."""

    min_severity: Annotated[Severity, Meta(description="Remarks below it are left out.")] = "mild"
    disable: Annotated[Entries, Meta(description="Rules, by id, that do not speak.")] = frozenset()
    ignore: Annotated[Entries, Meta(description="Words that are never remarked on, compared without case.")] = (
        frozenset()
    )
    language: Annotated[
        Annotated[str, Meta(pattern="^[a-z]{2}$")] | None,
        Meta(description="The language of the report (ISO 639-1); by default that of `Accept-Language`, or English."),
    ] = None

    def __post_init__(self) -> None:
        """Words are compared without case, however they were given."""
        force_setattr(self, "ignore", frozenset(map(str.casefold, self.ignore)))
