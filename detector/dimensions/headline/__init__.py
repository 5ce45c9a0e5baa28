"""The headline: what its wording and form do to the reader, and what the body does not bear out."""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from msgspec import structs

from detector.article import Finding, Part, Reading
from detector.dimensions import scoring
from detector.dimensions.dimension import Dimension, Texts
from detector.dimensions.headline import headline_alarm, headline_form, headline_lure, headline_support, headline_text
from detector.dimensions.notices import say
from detector.rules import RuleBook
from detector.rules.matching import match
from detector.schema import Score, ScorePart
from detector.settings import SETTINGS

ID = "headline"
PARTS = (Part.KICKER, Part.HEADLINE)


def find(reading: Reading, book: RuleBook) -> tuple[Finding, ...]:
    """Remarks on the headline and its kicker; they may overlap (see `detector.rules.overlap.resolve_overlaps`)."""
    view = headline_text.read_headline(reading, book.pack)
    worded = headline_form.figurative(view, match(book, reading, ID))
    if view.plain:  # what it quotes is news, and loud to nobody
        worded = tuple(finding for finding in worded if finding.scored)
    formed = (*worded, *headline_form.find_form(view, book, worded))
    alarmed = (*formed, *headline_alarm.find_alarm(view, book, formed))
    alarmed = (*alarmed, *headline_lure.find_lure(view, book, alarmed))
    return (*alarmed, *headline_support.find_unsupported(view, book, alarmed))


def score(reading: Reading, findings: tuple[Finding, ...]) -> tuple[Score, tuple[Finding, ...]]:
    """The headline score, and the findings with their points: each remark, the tone and the model take their share of
    what the larger ones leave of 100 (see `scoring.saturate`)."""
    facts = _facts(reading, findings)
    if not facts["words"]:
        return scoring.no_score(say(reading, "reasons", "no-headline"), facts), findings
    counted = [finding for finding in findings if finding.scored]
    shaped = features(reading) if counted else ()  # no points without a mark
    weights = [*(finding.weight * finding.confidence for finding in counted), *(part.points for part in shaped)]
    points = scoring.saturate(weights)
    points_by_id = dict(zip((finding.id for finding in counted), points, strict=False))
    parts = [ScorePart("finding", finding.id, points_by_id[finding.id]) for finding in counted]
    shares = points[len(counted) :]
    parts += [structs.replace(part, points=share) for part, share in zip(shaped, shares, strict=True) if share > 0]
    heaviest = sorted(counted, key=lambda finding: -finding.weight)[: SETTINGS.headline.heaviest]
    loud = (reading.insight.titled or 0.0) if reading.insight else 0.0
    spread = scoring.interval(lambda generator: _draw(generator, heaviest, shaped, loud))
    scored = tuple(replace(finding, points=points_by_id.get(finding.id, 0.0)) for finding in findings)
    return scoring.build(DIMENSION, parts, spread, facts, reading.language.code), scored


def _facts(reading: Reading, findings: Sequence[Finding]) -> dict[str, Any]:
    prose = reading.prose
    lines = (prose.tokens_of(line) for line in prose.sentences if line.part in PARTS)
    return {
        "words": sum(token.is_word for tokens in lines for token in tokens),
        "remarks": sum(finding.scored for finding in findings),
        "not_in_body": [finding.exact for finding in findings if "absent" in finding.evidence],
        **_judged(reading),
    }


def _judged(reading: Reading) -> dict[str, float]:
    """The model's two signals, 0..1: curiosity bait, and alarm."""
    insight = reading.insight
    if insight is None or insight.bait is None or insight.alarm is None:
        return {}
    return {"bait": round(insight.bait, 3), "alarm": round(insight.alarm, 3)}


def features(reading: Reading) -> tuple[ScorePart, ...]:
    """Tone (TextBlob's polarity and subjectivity) and, where there is a model, how loaded it takes the headline to
    be; `points` are weights 0..1 here."""
    lines = [sentence for sentence in reading.prose.sentences if sentence.part in PARTS]
    settings = SETTINGS.headline
    subjectivity = max((line.subjectivity for line in lines), default=0.0)
    polarity = max((abs(line.polarity) for line in lines), default=0.0)
    tone = settings.tone * (subjectivity + polarity) / 2
    parts = [ScorePart("feature", "tone", tone, say(reading, "parts", "tone"))]
    loudness = reading.insight.loudness if reading.insight else None
    if loudness is not None:
        weight = settings.model * max(0.0, (loudness - settings.model_from) / (1 - settings.model_from))
        parts.append(ScorePart("model", "headline", weight, say(reading, "parts", "headline-model")))
    return tuple(parts)


def _draw(generator: random.Random, counted: Sequence[Finding], features: Sequence[ScorePart], loud: float) -> float:
    """The score if each remark held only with its confidence, and with its weight in doubt. What the model alone
    marks holds with the probability `loud` that an editor marks anything; without a remark, he then marks one word."""
    if all(finding.rule == headline_alarm.RULE for finding in counted):
        if generator.random() >= loud:
            return 0.0
        if not counted:
            return sum(scoring.saturate([SETTINGS.headline.missed]))
    remark, feature = SETTINGS.scoring.remark_doubt, SETTINGS.scoring.feature_doubt
    weights = [
        min(1.0, finding.weight * generator.uniform(1 - remark, 1 + remark))
        for finding in counted
        if generator.random() < finding.confidence
    ]
    weights += [part.points * generator.uniform(1 - feature, 1 + feature) for part in features]
    return sum(scoring.saturate(weights))


DIMENSION = Dimension(
    id=ID,
    levels=("low", "notable", "strong"),
    cuts=SETTINGS.headline.levels,
    unranked=SETTINGS.headline.unranked,
    high_is_good=False,
    find=find,
    score=score,
    facts={"words": int, "remarks": int, "not_in_body": str, "alarm": float, "bait": float},
    texts=Texts(
        label="sensational",
        clause=lambda score, reading: say(reading, "summary", f"headline-{score.level}") if score.level else None,
    ),
    on_words=True,
    opens_summary=True,
)
