"""Sourcing balance: who gets to speak, how openly, and who is spoken about but not heard.

The score starts from 100 and loses what each component of `detector.dimensions.sourcing.balance` lacks; a remark
carries the points that its own words cost. Levels begin at scores that were set on annotated articles.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from detector import languages
from detector.article import AUTHOR, Finding, Party, Reading, Source, Span
from detector.dimensions import scoring
from detector.dimensions.dimension import Dimension
from detector.dimensions.notices import say, too_short_reason
from detector.dimensions.sourcing import balance, nameless, point_allocation, shares, source_practices, vague
from detector.dimensions.sourcing.balance import Balance
from detector.dimensions.sourcing.texts import TEXTS
from detector.rules import Rule, RuleBook
from detector.rules.matching import match, remark
from detector.schema import SEVERITIES, Score
from detector.settings import SETTINGS

ID = "sourcing"
OWES_SOURCES = frozenset({"reporting", "opinion", "analysis"})  # what tells of others, and so rests on somebody
AttributedWords = Sequence[tuple[Source, int]]


def find(reading: Reading, book: RuleBook) -> tuple[Finding, ...]:
    """Remarks on sourcing: vague and unnamed attributions, one voice or side that dominates, parties not heard."""
    rules = book.rules
    own = [one for one in match(book, reading, ID) if one.scored]  # how others attribute is not the author's practice
    found = list(vague.remaining(reading, book, own))
    if reading.genre.argues:  # a comment may judge and forecast in its own name
        found = [one for one in found if one.rule != "sourcing.claim-without-source"]
    evidence = gather_evidence(reading)
    found += [
        _choice(reading, rules[rule], span, evidence)
        for rule, span, evidence in (*nameless.remarks(reading, book), *source_practices.remarks(reading, book))
    ]
    found += [_missing(reading, rules, party) for party in reading.parties if party.heard == "none"]
    return (*found, *_overall(reading, book, evidence.attributed, balance.weigh(evidence)))


def _missing(reading: Reading, rules: Mapping[str, Rule], party: Party) -> Finding:
    """The remark on a party that is not heard; of an opinion piece it says so, and weighs less."""
    span = (party.headline or party.mentions)[0]
    rule = rules["sourcing.opinion-never-asks" if reading.genre.argues else "sourcing.party-never-heard"]
    finding = _choice(reading, rule, span, {"name": party.name})
    severity = finding.severity if party.headline else min("notable", finding.severity, key=SEVERITIES.index)
    return replace(finding, severity=severity, confidence=round(party.confidence, 2))


def gather_evidence(reading: Reading) -> balance.SourcingEvidence:
    """What the arithmetic needs of a reading."""
    return balance.SourcingEvidence(
        attributed(reading), reading.prose.body_words, reading.parties, reading.genre.argues, shares.unresolved(reading)
    )


def _choice(reading: Reading, rule: Rule, span: Span, evidence: Mapping[str, Any] | None = None) -> Finding:
    """The finding of a rule on who gets to speak, and how openly: that is the author's choice, whoever's words the
    remark stands at."""
    return remark(reading, rule, span, evidence, voice=AUTHOR)


def _named_at(reading: Reading, book: RuleBook, source: Source, span: Span) -> Span:
    """Where a source that first speaks at `span` is named: there, or where a pronoun stands there, at its last mention
    before it that is none."""
    known, text = book.pack.speakers, reading.article.text
    empty = known.pronouns | known.relatives if known else frozenset[str]()
    if span.of(text).lower() not in empty:
        return span
    start = point_allocation.title_end(reading)
    before = (each for each in source.mentions if start <= each.start < span.start)
    return max((each for each in before if each.of(text).lower() not in empty), default=span)


def _overall(reading: Reading, book: RuleBook, words: AttributedWords, state: Balance) -> Iterator[Finding]:
    """Remarks on the whole of the sources, each at the place where it shows first."""
    rules = book.rules
    if sum(count for _, count in words) < SETTINGS.sourcing.min_attributed:
        return
    first = {
        source.id: _named_at(reading, book, source, span) for source, span in point_allocation.first_mentions(reading)
    }
    yield from _dominated(reading, rules, words, state, first)
    side, share = next(iter(state.shares_by_side.items()))
    speakers = {source.id for source, _ in words if source.side == side}
    speaker = min(speakers & first.keys(), key=first.__getitem__, default="")
    opposed = any(source.side not in (side, None) for source, _ in words)
    if share > SETTINGS.sourcing.top_side and opposed and len(speakers) > 1 and speaker:
        evidence = {"name": side, "share": share, "percent": round(100 * share)}
        yield _choice(reading, rules["sourcing.one-sided"], first[speaker], evidence)
    yield from _unidentified(reading, rules, words, state, first)


def _dominated(
    reading: Reading, rules: Mapping[str, Any], words: AttributedWords, state: Balance, first: Mapping[str, Span]
) -> Iterator[Finding]:
    """The remark on one voice that has most words; none where the story is about what this voice says: an interview,
    or a headline that names it. A comment may draw on whom it likes."""
    top, share = next(iter(state.shares_by_source.items()))
    source = next(source for source, _ in words if source.id == top)
    enough = sum(count for _, count in words) >= SETTINGS.sourcing.min_dominated
    if not enough or share <= SETTINGS.sourcing.one_voice or top not in first:
        return
    if reading.genre.kind == "interview" or reading.genre.argues or _is_subject(reading, source):
        return
    evidence = {"name": source.name, "share": share, "percent": round(100 * share)}
    yield _choice(reading, rules["sourcing.one-voice"], first[top], evidence)


def _is_subject(reading: Reading, source: Source) -> bool:
    """Whether the headline names the source, by its last name too, or somebody for whom it speaks."""
    end = point_allocation.title_end(reading)
    if any(source.id in party.by and party.headline for party in reading.parties):
        return True
    named = source.named and source.name.split()[-1].lower() in reading.article.text[:end].lower()
    return named or any(span.start < end for span in source.mentions)


def _unidentified(
    reading: Reading, rules: Mapping[str, Any], words: AttributedWords, state: Balance, first: Mapping[str, Span]
) -> Iterator[Finding]:
    """The remark on sources none of which is identified. A named study or body answers for what is taken from it."""
    sources = {source.id: source for source, _ in words if source.id in first}
    if state.identified or state.voices >= SETTINGS.sourcing.identified_enough or not sources or reading.genre.argues:
        return
    people = [source for source in sources.values() if source.named and source.kind == "person"]
    if people:
        whole = (source for source in people if " " in source.name)  # whom the last name tells was introduced before
        spans = [first[source.id] for source in whole if not _is_subject(reading, source)]
        # Not: an article in the Gazette.
        spans = [span for span in spans if span.of(reading.article.text)[:1].isupper()]
        if spans:
            yield _choice(reading, rules["sourcing.no-role-given"], min(spans))
    elif all(balance.is_anonymous(source) for source in sources.values()):
        yield _choice(reading, rules["sourcing.no-named-source"], min(first[name] for name in sources))


def attributed(reading: Reading) -> AttributedWords:
    """For each quotation with a source: the source, and the words it is given."""
    return tuple((source, count) for _, source, count in shares.attributed(reading))


def unattributed(reading: Reading) -> str | None:
    """Why nobody can be given words in this language, or `None`: its pack has no grammar of attribution."""
    pack = languages.load(reading.language.code)
    if pack is None or pack.speakers is not None:
        return None
    return say(reading, "reasons", "no-attribution")


def score(reading: Reading, findings: tuple[Finding, ...]) -> tuple[Score, tuple[Finding, ...]]:
    """The sourcing score, and the findings with the points that each takes away."""
    evidence = gather_evidence(reading)
    state = balance.weigh(evidence)
    facts = _facts(reading, evidence.attributed, state)
    if reason := unattributed(reading) or too_short_reason(reading) or _few_attributed(reading, evidence.attributed):
        return scoring.no_score(reason, facts), findings
    findings, parts = point_allocation.allocate_points(findings, reading, state)
    statements = balance.lay_out(evidence.attributed)
    sure = [replace(party, confidence=1.0) for party in evidence.parties]
    spread = scoring.interval(lambda generator: _draw(generator, statements, evidence, sure))
    return scoring.build(DIMENSION, parts, spread, facts, reading.language.code), findings


def _few_attributed(reading: Reading, words: AttributedWords) -> str | None:
    """Why hardly anybody's words are no matter of sourcing, or `None`: a long report or comment should rest on some."""
    total, settings = sum(count for _, count in words), SETTINGS.sourcing
    owes = reading.genre.kind in OWES_SOURCES and reading.prose.body_words >= settings.min_unsourced
    if total >= settings.min_attributed or owes:
        return None
    return say(reading, "reasons", "few-attributed", words=total, least=settings.min_attributed)


def _draw(
    generator: random.Random,
    statements: Sequence[balance.Statement],
    words: balance.SourcingEvidence,
    sure: Sequence[Party],
) -> float:
    """The score of another draw of the same statements, in which a party is missed as often as it is likely; `sure`
    are the parties as they are when drawn."""
    sample = generator.choices(statements, k=len(statements))
    drawn = [generator.random() < party.confidence for party in words.parties]
    parties = [party for party, missed in zip(sure, drawn, strict=True) if missed and party.heard == "none"]
    sampled = balance.SourcingEvidence((), words.body, parties, words.opinion, words.unresolved)
    return balance.value(balance.components(sample, sampled))


def _facts(reading: Reading, words: AttributedWords, state: Balance) -> dict[str, Any]:
    body = reading.prose.body_words
    spoken = sum(count for _, count in words)
    sides = {side: round(share, 4) for side, share in state.shares_by_side.items() if not side.startswith("other:")}
    links = reading.article.links  # neutral: that a report links says nothing of what stands there
    return {
        "sources": len(state.shares_by_source),
        "identified": state.identified,
        "voices": state.voices,
        "camps": len(state.shares_by_camp),
        "effective": round(state.effective, 2),
        "independent": round(state.independent, 2),
        "attributed_words": spoken,
        "attributed_share": round(spoken / body, 4) if body else 0.0,
        "anonymous_share": round(state.anonymous_share, 4),
        "shares_by_side": sides,
        "shares_by_camp": {camp: round(share, 4) for camp, share in state.shares_by_camp.items()},
        "never_heard": [party.name for party in reading.parties if party.heard == "none"],
        "links_out": None if links is None else len(links),
        "linked_sites": list(dict.fromkeys(link.site for link in links or ())),
    }


DIMENSION = Dimension(
    id=ID,
    levels=("thin", "mixed", "broad"),
    cuts=None,
    unranked=SETTINGS.sourcing.levels,
    high_is_good=True,
    find=find,
    score=score,
    facts={
        "sources": int,
        "identified": int,
        "voices": float,
        "camps": int,
        "effective": float,
        "independent": float,
        "attributed_words": int,
        "attributed_share": float,
        "anonymous_share": float,
        "shares_by_side": str,
        "shares_by_camp": str,
        "never_heard": str,
        "links_out": int,
        "linked_sites": str,
    },
    texts=TEXTS,
)
