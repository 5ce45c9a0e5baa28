"""The value that the finders of reporting heads share."""

from dataclasses import dataclass

from detector.attribution.extraction.rules.content_start import Order
from detector.attribution.syntax.noun_phrases import Phrase
from detector.languages.cues import Kind


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """A cue (a verb, a preposition, or a noun such as claim) and its subject, as token ranges.

    `start` and `end` bound the head with its subject; content begins at `content` where the head `leads`, and ends at
    `start` where it `follows`. `joined` says that the subject stands in an earlier clause.
    """

    cue: Phrase
    subject: Phrase
    start: int
    end: int
    content: int
    order: Order
    kind: Kind
    frames: frozenset[str]
    joined: bool = False
    passive: bool = False
