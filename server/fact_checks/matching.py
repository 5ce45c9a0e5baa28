"""Published fact-checks for the claims of a report."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from msgspec import Struct, structs

from detector import Report
from detector.encoder import Encoder
from detector.schema import Claim, FactCheck
from detector.schema.units import Share
from server.fact_checks.index import Embed, Index, Match
from server.settings import FACT_CHECKS

FOUND = "fact-checks"  # a request for what is found for words, beside the forms of a report


class FactChecksForm(Struct, frozen=True):
    """Published fact-checks of claims like the words asked for, the likest first; reports show those from the
    similarity `shown` on."""

    schema: Literal["undertone/fact-checks/1"]
    shown: Share
    fact_checks: tuple[FactCheck, ...]


def embedder(encoder: Encoder | None) -> Embed | None:
    """What gives the vector of a text: the encoder, where there is one."""
    return None if encoder is None else lambda text: encoder.read(text).vector


def opened(path: Path) -> Index | None:
    """The index at `path`; `None` where there is none. Raises `sqlite3.Error` for what is no index."""
    return Index(path) if path.is_file() else None


@dataclass(frozen=True, slots=True)
class Matcher:
    """Adds to reports what an index knows of their claims."""

    index: Index
    embed: Embed | None

    def add_to(self, report: Report) -> Report:
        """The same report with the fact-checks of each claim, the likest first."""
        text = report.document.text or ""
        claims = tuple(self._checked(claim, text) for claim in report.claims)
        return structs.replace(report, claims=claims)

    def _checked(self, claim: Claim, text: str) -> Claim:
        words = text[claim.start : claim.end]
        # By words alone: the precision of what is shown was measured for them, and not for the vectors yet.
        found = self.index.search(words, None, FACT_CHECKS.shown, FACT_CHECKS.most)
        return structs.replace(claim, fact_checks=tuple(map(to_wire, found))) if found else claim


def matcher(path: Path, encoder: Encoder | None) -> Matcher | None:
    """What matches claims with the index at `path`; `None` where there is none, or what lies there is no index."""
    try:
        index = opened(path)
    except sqlite3.Error:
        return None  # `undertone claims search` says what is wrong with it; a page is read without it
    return Matcher(index, embedder(encoder)) if index else None


def search(matcher: Matcher | None, words: str) -> FactChecksForm:
    """The fact-checks of claims like these words; none where there is no index."""
    matches = matcher.index.search(words, matcher.embed, FACT_CHECKS.found, FACT_CHECKS.most) if matcher else []
    return FactChecksForm("undertone/fact-checks/1", FACT_CHECKS.shown, tuple(map(to_wire, matches)))


def to_wire(match: Match) -> FactCheck:
    """A match as a report holds it."""
    check = match.check
    return FactCheck(check.claim, check.publisher, check.rating, check.url, check.date or None, match.similarity)
