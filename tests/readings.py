"""Readings for tests of rules and signals: plain text through the real route, without scores."""

from detector import page
from detector.analysis import read
from detector.model import Language, Reading


def reading(body: str = "", headline: str | None = None) -> Reading:
    """`body` and `headline` as a reading in English, whatever their length."""
    made = read(page.read_text(body, headline))
    return Reading(
        made.article,
        Language("en", 1.0, "full"),
        made.prose,
        made.quotations,
        made.sources,
        made.parties,
        made.voices,
    )
