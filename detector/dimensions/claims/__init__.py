"""Claims worth checking: who makes them and what the story gives for them. They have no score, and no verdict.

The sentences of the body are ordered by their worth (`detector.dimensions.claims.worth`); the first few are the
claims of the report. Remarks are made only on what a claim of the author lacks.
"""

from dataclasses import replace

from detector.article import AUTHOR, Claim, Finding, Reading, Sentence
from detector.dimensions.claims.evidence import Given
from detector.dimensions.claims.maker import made_by
from detector.dimensions.claims.worth import Worth
from detector.dimensions.dimension import Listing
from detector.rules import RuleBook
from detector.rules.conditions import Setting
from detector.rules.matching import match
from detector.settings import SETTINGS

ID = "claims"
FIGURE, STUDY = "claims.unsourced-figure", "claims.study-not-named"
NO_FACTS = ("opinion", "forecast", "question", "self")  # signs of what no source can be asked for


def choose(reading: Reading, book: RuleBook) -> Reading:
    """The reading with its claims: up to ten, those worth most first."""
    given, claims = Given(reading, book), []
    for sentence, worth in _best(reading, book):
        by, span = made_by(reading, sentence, book.pack.complementizers)
        claims.append(Claim(span, round(worth, 3), by, given.evidence(sentence, by)))
    return replace(reading, claims=tuple(claims))


def _best(reading: Reading, book: RuleBook) -> list[tuple[Sentence, float]]:
    """The sentences worth most, each wording once, with their worth."""
    found: dict[str, tuple[Sentence, float]] = {}
    for sentence, worth in Worth(reading, book).candidates():
        if worth >= SETTINGS.claims.least:
            found.setdefault(" ".join(sentence.span.of(reading.article.text).lower().split()), (sentence, worth))
    ordered = sorted(found.values(), key=lambda pair: (-round(pair[1], 3), pair[0].span))
    return ordered[: SETTINGS.claims.most]


def find(reading: Reading, book: RuleBook) -> tuple[Finding, ...]:
    """Remarks on what the author's claims lack: a source for a figure, the name of a study, a ground for a
    superlative."""
    reading = reading if reading.claims else choose(reading, book)
    matched = [finding for finding in match(book, reading, ID) if finding.voice == AUTHOR] if reading.claims else []
    given, in_sport = Given(reading, book), bool(matched) and Setting(reading, book).sport
    claimed = {reading.prose.sentence_at(claim.span.start): claim for claim in reading.claims}
    first: dict[tuple[str, Sentence], Finding] = {}
    for finding in matched:
        sentence = reading.prose.sentence_at(finding.span.start)
        claim = claimed.get(sentence)
        if sentence is None or claim is None or (in_sport and finding.rule == FIGURE):
            continue
        lacks = not given.is_published(sentence) if finding.rule == STUDY else _is_bare(given, sentence, claim)
        if lacks:
            first.setdefault((finding.rule, sentence), finding)
    return tuple(first.values())


def _is_bare(given: Given, sentence: Sentence, claim: Claim) -> bool:
    """Whether a claim states a fact in the author's own name, and the story gives nothing for it, nor right beside
    it."""
    if claim.by != AUTHOR or claim.evidence != "none" or any(given.says(sentence, sign) for sign in NO_FACTS):
        return False
    return not given.has_origin(sentence, claim.by) and not given.is_borne_nearby(sentence)


LISTING = Listing(id=ID, choose=choose, find=find)
