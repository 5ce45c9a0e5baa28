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
from detector.dimensions.sourcing import balance, point_allocation, shares, source_practices
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
    found = [one for one in match(book, reading, ID) if one.scored]  # how others attribute is not the author's practice
    weighed = given(reading)
    reasons = source_practices.Reasons(reading, book)
    for source, span in point_allocation.anonymous(reading):
        if _is_somebody(source, book):
            found.append(_nameless(reading, rules, source, span, reasons))
    found += [
        _choice(reading, rules[rule], span, evidence)
        for rule, span, evidence in source_practices.remarks(reading, book)
    ]
    found += [_missing(reading, rules, party) for party in reading.parties if party.heard == "none"]
    return (*found, *_overall(reading, rules, weighed.given, balance.weigh(weighed)))


def _missing(reading: Reading, rules: Mapping[str, Rule], party: Party) -> Finding:
    """The remark on a party that is not heard; of an opinion piece it says so, and weighs less."""
    span = (party.headline or party.mentions)[0]
    rule = rules["sourcing.opinion-never-asks" if _argues(reading) else "sourcing.party-never-heard"]
    told = _choice(reading, rule, span, {"name": party.name})
    severity = told.severity if party.headline else min("notable", told.severity, key=SEVERITIES.index)
    return replace(told, severity=severity, confidence=round(party.confidence, 2))


def _argues(reading: Reading) -> bool:
    """Whether the text is an opinion piece."""
    return reading.genre.label in ("opinion", "satire")


def given(reading: Reading) -> balance.Words:
    """What the arithmetic needs of a reading."""
    return balance.Words(
        attributed(reading), reading.prose.body_words, reading.parties, _argues(reading), shares.unresolved(reading)
    )


def _is_somebody(source: Source, book: RuleBook) -> bool:
    """Whether an unnamed source hides somebody: no respondents of a survey, no pronoun left open, nobody
    who is known without a name."""
    grammar = book.pack.attribution
    pronouns = grammar.coreference.nobody | grammar.noun_phrases.pronouns if grammar else frozenset[str]()
    known = any(book.patterns[pattern].search(source.name) for pattern in ("counted", "known"))
    return source.name.lower() not in pronouns and not known


def _nameless(
    reading: Reading, rules: Mapping[str, Rule], source: Source, span: Span, reasons: source_practices.Reasons
) -> Finding:
    """The remark on an unnamed source, which is milder where the text says why."""
    evidence = {"name": source.name, "share": source.share}
    return _choice(reading, rules[_anonymity(reasons, source, span)], span, evidence)


def _choice(reading: Reading, rule: Rule, span: Span, evidence: Mapping[str, Any] | None = None) -> Finding:
    """The finding of a rule on who gets to speak, and how openly: that is the author's choice, whoever's words the
    remark stands at."""
    return remark(reading, rule, span, evidence, voice=AUTHOR)


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
    enough = sum(count for _, count in words) >= SETTINGS.sourcing.min_dominated and reading.genre.kind != "interview"
    if enough and share > SETTINGS.sourcing.one_voice and top in first:
        evidence = {"name": names[top], "share": share, "percent": round(100 * share)}
        yield _choice(reading, rules["sourcing.one-voice"], first[top], evidence)
    side, share = next(iter(state.shares_by_side.items()))
    speaker = next((source.id for source, _ in words if balance.side_of(source) == side), "")
    if share > SETTINGS.sourcing.top_side and not side.startswith("other:") and speaker in first:
        evidence = {"name": side, "share": share, "percent": round(100 * share)}
        yield _choice(reading, rules["sourcing.one-sided"], first[speaker], evidence)
    if not state.identified and state.voices < SETTINGS.sourcing.told_apart and first:
        rule = "sourcing.no-role-given" if state.named else "sourcing.no-named-source"
        yield _choice(reading, rules[rule], min(first.values()))


def attributed(reading: Reading) -> AttributedWords:
    """For each quotation with a source: the source, and the words it is given."""
    return tuple((source, count) for _, source, count in shares.attributed(reading))


def unattributed(reading: Reading) -> str | None:
    """Why nobody can be given words in this language, or `None`: its pack has no grammar of attribution."""
    pack = languages.load(reading.language.code)
    if pack is None or pack.attribution is not None:
        return None
    return say(reading, "reasons", "no-attribution")


def score(reading: Reading, findings: tuple[Finding, ...]) -> tuple[Score, tuple[Finding, ...]]:
    """The sourcing score, and the findings with the points that each takes away."""
    weighed = given(reading)
    state = balance.weigh(weighed)
    facts = _facts(reading, weighed.given, state)
    if reason := unattributed(reading) or too_short_reason(reading) or _few_attributed(reading, weighed.given):
        return scoring.no_score(reason, facts), findings
    findings, parts = point_allocation.allocate_points(findings, reading, state)
    spread = scoring.interval(lambda generator: _draw(generator, weighed))
    return scoring.build(DIMENSION, parts, spread, facts, reading.language.code), findings


def _few_attributed(reading: Reading, words: AttributedWords) -> str | None:
    """Why hardly anybody's words are no matter of sourcing, or `None`: a long report or comment should rest on some."""
    total, settings = sum(count for _, count in words), SETTINGS.sourcing
    owes = reading.genre.kind in OWES_SOURCES and reading.prose.body_words >= settings.min_unsourced
    if total >= settings.min_attributed or owes:
        return None
    return say(reading, "reasons", "few-attributed", words=total, least=settings.min_attributed)


def _draw(generator: random.Random, words: balance.Words) -> float:
    """The score of another draw of the same statements, in which a party is missed as often as it is likely."""
    sample = generator.choices(words.given, k=len(words.given))
    parties = [replace(party, confidence=float(generator.random() < party.confidence)) for party in words.parties]
    return balance.value(balance.weigh(replace(words, given=sample, parties=parties)))


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
