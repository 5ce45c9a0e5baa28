"""Sourcing balance: who gets to speak, how openly, and who is spoken about but not heard.

The score starts from 100 and loses what each component of `detector.dimensions.sourcing.balance` lacks; a remark
carries the points that its own words cost.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from detector.article import Dimension, Finding, Party, Reading, Score, Source, Span
from detector.dimensions import scoring
from detector.dimensions.notices import body_words, too_short_reason
from detector.dimensions.sourcing import balance, point_allocation, shares, source_practices
from detector.dimensions.sourcing.balance import Balance
from detector.rules import RuleBook
from detector.rules.matching import match, remark
from detector.settings import SETTINGS

AttributedWords = tuple[tuple[Source, int], ...]


def find(reading: Reading, book: RuleBook) -> tuple[Finding, ...]:
    """Remarks on sourcing: vague and unnamed attributions, one voice or side that dominates, parties not heard."""
    rules = book.rules
    found = list(match(book, reading, Dimension.SOURCING))
    words = attributed(reading)
    state = balance.weigh(words, reading.parties)
    reasons = source_practices.Reasons(reading)
    for source, span in point_allocation.anonymous(reading):
        rule = rules[_anonymity(reasons, source, span)]
        found.append(remark(reading, rule, span, {"name": source.name, "share": source.share}))
    found += [
        remark(reading, rules[name], span, evidence) for name, span, evidence in source_practices.remarks(reading)
    ]
    for party in reading.parties:
        if party.heard == "none":
            span = (party.headline or party.mentions)[0]
            missing = remark(reading, rules["sourcing.party-never-heard"], span, {"name": party.name})
            found.append(missing if party.headline else replace(missing, severity="notable"))
    return (*found, *_overall(reading, rules, words, state))


def _anonymity(reasons: source_practices.Reasons, source: Source, span: Span) -> str:
    if source.kind == "collective":
        return "sourcing.unnamed-collective"
    return "sourcing.anonymity-explained" if reasons.explain(span) else "sourcing.anonymous-source"


def _overall(reading: Reading, rules: Mapping[str, Any], words: AttributedWords, state: Balance) -> Iterator[Finding]:
    """Remarks on the whole of the sources, each at the place where it shows first."""
    if sum(count for _, count in words) < SETTINGS.sourcing.min_attributed:
        return
    first = {source.id: span for source, span in point_allocation.openings(reading)}
    top, share = next(iter(state.shares_by_source.items()))
    names = {source.id: source.name for source, _ in words}
    if share > SETTINGS.sourcing.one_voice and top in first:
        evidence = {"name": names[top], "share": share, "percent": round(100 * share)}
        yield remark(reading, rules["sourcing.one-voice"], first[top], evidence)
    side, share = next(iter(state.shares_by_side.items()))
    speaker = next((source.id for source, _ in words if balance.side_of(source) == side), "")
    if share > SETTINGS.sourcing.top_side and not side.startswith("other:") and speaker in first:
        evidence = {"name": side, "share": share, "percent": round(100 * share)}
        yield remark(reading, rules["sourcing.one-sided"], first[speaker], evidence)
    if not state.identified and first:
        rule = "sourcing.no-role-given" if state.named else "sourcing.no-named-source"
        yield remark(reading, rules[rule], min(first.values()))


def attributed(reading: Reading) -> AttributedWords:
    """For each quotation with a source: the source, and the words it is given."""
    return tuple((source, count) for _, source, count in shares.attributed(reading))


def score(reading: Reading, findings: tuple[Finding, ...]) -> tuple[Score, tuple[Finding, ...]]:
    """The sourcing score, and the findings with the points that each takes away."""
    words = attributed(reading)
    state = balance.weigh(words, reading.parties)
    facts = _facts(reading, words, state)
    total, least = sum(count for _, count in words), SETTINGS.sourcing.min_attributed
    if reason := too_short_reason(reading):
        return scoring.no_score(Dimension.SOURCING, reason, facts), findings
    if total < least:
        reason = f"Only {total} words are attributed to anybody; this score needs {least}."
        return scoring.no_score(Dimension.SOURCING, reason, facts), findings
    findings, parts = point_allocation.allocate_points(findings, reading, state)
    spread = scoring.interval(lambda generator: _draw(generator, words, reading.parties))
    return scoring.build(Dimension.SOURCING, parts, spread, facts), findings


def _draw(generator: random.Random, words: AttributedWords, parties: Sequence[Party]) -> float:
    sample = generator.choices(words, k=len(words))
    return balance.value(balance.weigh(sample, parties), parties)


def _facts(reading: Reading, words: AttributedWords, state: Balance) -> dict[str, Any]:
    body = body_words(reading)
    spoken = sum(count for _, count in words)
    sides = {side: round(share, 4) for side, share in state.shares_by_side.items() if not side.startswith("other:")}
    links = reading.article.links  # neutral: that a report links says nothing of what stands there
    return {
        "sources": len(state.shares_by_source),
        "identified": state.identified,
        "effective": round(state.effective, 2),
        "independent": round(state.independent, 2),
        "attributed_words": spoken,
        "attributed_share": round(spoken / body, 4) if body else 0.0,
        "anonymous_share": round(state.anonymous_share, 4),
        "shares_by_side": sides,
        "never_heard": [party.name for party in reading.parties if party.heard == "none"],
        "links_out": None if links is None else len(links),
        "linked_sites": list(dict.fromkeys(link.site for link in links or ())),
    }
