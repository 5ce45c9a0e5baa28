"""All that Undertone says of one page."""

from collections.abc import Collection
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from detector.errors import BadOptions
from detector.schema.document import Document, Engine
from detector.schema.encoding import encode
from detector.schema.findings import Finding
from detector.schema.inputs import INCLUDABLE
from detector.schema.scores import Scores, Summary
from detector.schema.voices import Claim, Frame, Link, Party, Quote, Sentence, Source

SCHEMA: Final = "undertone/analysis/1"


class Report(Struct, frozen=True):
    """How a page is written."""

    schema: Literal["undertone/analysis/1"]
    engine: Engine
    document: Document
    summary: Summary
    scores: Scores
    sentences: Annotated[
        tuple[Sentence, ...] | None, Meta(description="The sentences; null unless `include` has `sentences`.")
    ]
    sources: tuple[Source, ...]
    parties: tuple[Party, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]
    links: Annotated[
        tuple[Link, ...] | None, Meta(description="Links to other sites; null if the page's own site is not known.")
    ]
    framing: tuple[Frame, ...]
    findings: tuple[Finding, ...]
    limitations: tuple[str, ...]

    def only(self, include: Collection[str] = ()) -> "Report":
        """The same report with null in place of `text` and `sentences`, those named in `include` excepted.

        Raises `BadOptions` where `include` names anything else.
        """
        unknown = sorted(set(include) - set(INCLUDABLE))
        if unknown:
            raise BadOptions(f"include may hold {' and '.join(INCLUDABLE)}, not {', '.join(map(repr, unknown))}.")
        document = self.document if "text" in include else replace(self.document, text=None)
        return replace(self, document=document, sentences=self.sentences if "sentences" in include else None)

    def to_dict(self, include: Collection[str] = ()) -> dict[str, Any]:
        """The report as plain JSON values; what `include` (`text`, `sentences`) does not name is null.

        Raises `BadOptions` for another name in `include`.
        """
        built: dict[str, Any] = msgspec.json.decode(self.to_json(include))
        return built

    def to_json(self, include: Collection[str] = ()) -> bytes:
        """The bytes that the service sends (JSON as UTF-8): the same report, the same bytes."""
        return encode(self.only(include))
