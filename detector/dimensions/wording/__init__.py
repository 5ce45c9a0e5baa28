"""Loaded wording in the body: how much of it stands in the author's own voice, per hundred words."""

import math
import random
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from detector.article import AUTHOR, Finding, Part, Reading
from detector.dimensions import scoring
from detector.dimensions.dimension import Dimension, Texts
from detector.dimensions.notices import say, too_short_reason
from detector.dimensions.wording import (
    loaded_sentences,
    reported_views,
    rule_model_fusion,
    sentence_rating,
    word_class,
    word_marks,
)
from detector.rules import RuleBook
from detector.rules.matching import match
from detector.rules.overlap import Spans
from detector.schema import Score, ScorePart
from detector.settings import SETTINGS

ID = "wording"


def find(reading: Reading, book: RuleBook) -> tuple[Finding, ...]:
    """Remarks on the body's wording by rules and model, quoted words included: those are shown with their speaker and
    do not count. In a text too short to be judged there are none of the model's own."""
    thought = reported_views.find_reported_views(reading, book)
    matched = (word_class.named(reading, book, finding) for finding in match(book, reading, ID))
    meant = (finding for finding in matched if not word_class.is_noun(reading, finding))
    ruled = tuple(finding for finding in meant if not finding.scored or not thought.overlaps(finding.span))
    if not book.pack.modelled:
        return _beside(reading, book, ruled, thought)
    worded = rule_model_fusion.unite(reading, book, ruled)
    sentences = tuple(loaded_sentences.find_loaded_sentences(reading, book, worded, thought))
    taken = Spans(finding.span for finding in sentences)

    def stays(finding: Finding) -> bool:
        if finding.scored and thought.overlaps(finding.span):
            return False
        return finding.rule != rule_model_fusion.LOADED or not taken.overlaps(finding.span)

    kept = filter(stays, worded)
    found = sorted((*kept, *sentences), key=lambda finding: (finding.span, finding.rule))
    if reading.prose.body_words >= SETTINGS.language.min_words:
        return tuple(found)
    return tuple(finding for finding in found if book.rules[finding.rule].kind != "model")


def _beside(reading: Reading, book: RuleBook, ruled: Sequence[Finding], thought: Spans) -> tuple[Finding, ...]:
    """The remarks of rules as they are, and the words that the network of several languages adds to them."""
    taken = Spans(finding.span for finding in ruled)
    own = (each for each in word_marks.find_words(reading, book, taken) if not thought.overlaps(each.span))
    return tuple(sorted((*ruled, *own), key=lambda finding: (finding.span, finding.rule)))


def score(reading: Reading, findings: tuple[Finding, ...]) -> tuple[Score, tuple[Finding, ...]]:
    """The wording score, and the findings with their points.

    `100 * (1 - exp(-load / full))`, where the load is the weight of all remarks in the author's voice per hundred of
    the author's words, plus a small share for TextBlob's subjectivity of the author's sentences.
    """
    author, quoted = _words(reading)
    counted = [finding for finding in findings if finding.scored]
    facts = {
        "author_words": author,
        "quoted_words": quoted,
        "loaded_by_author": sum(finding.unit == "words" for finding in counted),
        "loaded_by_others": len(findings) - len(counted),
        "loaded_sentences": sum(finding.unit == "sentence" for finding in counted),
    }
    reason = too_short_reason(reading) or (
        None if author >= SETTINGS.wording.min_author_words else _too_few(reading, author)
    )
    if reason:
        return scoring.no_score(reason, facts), findings
    base = _base(author)
    weighed = list(zip(counted, own_weights(counted), strict=True))
    loads = [weight * finding.confidence * base for finding, weight in weighed]
    subjective = SETTINGS.wording.subjectivity * _subjectivity(reading)
    total = sum(loads) + subjective
    scale = value(total) / total if total else 0.0
    shares = shared_loads(counted, loads)
    points_by_id = {finding.id: round(load * scale, 4) for finding, load in zip(counted, shares, strict=True)}
    parts = [ScorePart("finding", finding.id, points_by_id[finding.id]) for finding in counted]
    if subjective:
        text = say(reading, "parts", "subjectivity")
        parts.append(ScorePart("feature", "subjectivity", round(subjective * scale, 4), text))
    spread = scoring.interval(lambda generator: _draw(generator, weighed, base, subjective))
    scored = tuple(replace(finding, points=points_by_id.get(finding.id, 0.0)) for finding in findings)
    return scoring.build(DIMENSION, parts, spread, facts, reading.language.code), scored


def own_weights(findings: Sequence[Finding]) -> list[float]:
    """What each of `findings` asks for by itself: a sentence only what the words in it leave of its weight, so that
    nothing is counted twice."""
    contained = _held_words(findings)
    return [
        max(0.0, finding.weight - sum(findings[place].weight for place in places)) if places else finding.weight
        for finding, places in zip(findings, contained, strict=True)
    ]


def shared_loads(findings: Sequence[Finding], loads: Sequence[float]) -> list[float]:
    """The `loads` of `findings` with what a sentence and the words in it come to shared out among them by weight: each
    remark that counts has points."""
    shared = list(loads)
    for sentence, places in enumerate(_held_words(findings)):
        if places:
            group = [sentence, *places]
            together = sum(loads[place] for place in group)
            claims = [findings[place].weight * findings[place].confidence for place in group]
            for place, claim in zip(group, claims, strict=True):
                shared[place] = together * claim / sum(claims)
    return shared


def _held_words(findings: Sequence[Finding]) -> list[Sequence[int]]:
    """For each finding the places of the remarks on words that begin in it, where it is one on a sentence."""
    words = sorted((each.span.start, place) for place, each in enumerate(findings) if each.unit == "words")
    starts = [start for start, _ in words]

    def inside(finding: Finding) -> Sequence[int]:
        if finding.unit == "words":
            return ()
        first, last = (bisect_left(starts, at) for at in (finding.span.start, finding.span.end))
        return [place for _, place in words[first:last]]

    return list(map(inside, findings))


def value(load: float) -> float:
    """The score 0..100 of a load."""
    return 100 * (1 - math.exp(-load / SETTINGS.wording.full))


def load(reading: Reading, weights: Sequence[float]) -> float:
    """The load of a reading whose author used words of these weights."""
    return sum(weights) * _base(_words(reading)[0]) + SETTINGS.wording.subjectivity * _subjectivity(reading)


def _base(author: int) -> float:
    return 100 / max(author, SETTINGS.wording.least_base)


def _too_few(reading: Reading, author: int) -> str:
    return say(reading, "reasons", "few-own", words=author, least=SETTINGS.wording.min_author_words)


def _words(reading: Reading) -> tuple[int, int]:
    """Words of the body in the author's voice, and in others'."""
    prose = reading.prose
    lines = (prose.tokens_of(line) for line in prose.sentences if line.part is Part.BODY)
    starts = [token.span.start for tokens in lines for token in tokens if token.is_word]
    quoted = sum(
        bisect_left(starts, voice.span.end) - bisect_left(starts, voice.span.start) for voice in reading.voices
    )
    return len(starts) - quoted, quoted


def _subjectivity(reading: Reading) -> float:
    """Mean subjectivity 0..1 of the body's sentences that are wholly the author's, by their length."""
    own = [line for line in reading.prose.sentences if line.part is Part.BODY and line.voice == AUTHOR]
    words = sum(line.last - line.first for line in own)
    return sum(line.subjectivity * (line.last - line.first) for line in own) / words if words else 0.0


def _draw(generator: random.Random, counted: Sequence[tuple[Finding, float]], base: float, subjective: float) -> float:
    """The score of a resample of the remarks, each of which holds only with its confidence; `doubt` stands for the
    words that were missed (see `training.evaluation.intervals`)."""
    size = min(len(counted), SETTINGS.scoring.draws)
    sample = generator.choices(counted, k=size) if counted else []
    drawn = sum(weight for finding, weight in sample if generator.random() < finding.confidence)
    doubt, feature = SETTINGS.wording.doubt, SETTINGS.scoring.feature_doubt
    load = drawn * generator.uniform(1 - doubt, 1 + doubt) * base * len(counted) / max(1, size)
    return value(load + subjective * generator.uniform(1 - feature, 1 + feature))


DIMENSION = Dimension(
    id=ID,
    levels=("low", "notable", "strong"),
    cuts=SETTINGS.wording.levels,
    unranked=SETTINGS.wording.unranked,
    high_is_good=False,
    find=find,
    score=score,
    rate=sentence_rating.rate,
    facts={
        "author_words": int,
        "quoted_words": int,
        "loaded_by_author": int,
        "loaded_by_others": int,
        "loaded_sentences": int,
    },
    texts=Texts(
        label="loaded",
        clause=lambda score, reading: say(reading, "summary", f"wording-{score.level}") if score.level else None,
        fact=lambda facts, say: say.say("panel", "quoted-apart") if facts.get("loaded_by_others") else "",
    ),
    on_words=True,
    opens_summary=True,
)
