"""Where rules and the model meet on the body's wording: a rule's remark is as sure as the model makes it, and what the
model alone takes for loaded becomes a remark of its own.

The probabilities are those of experts marking a word that a rule flags (Spinde et al. 2021, BABE), of an editor marking
one that none flags (`training.data.annotated`), and of experts marking a span (Da San Martino et al. 2020, PTC).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from detector.article import AUTHOR, Finding, Insight, Mark, Passage, Prose, Reading, Severity, Span
from detector.dimensions.wording.sentence_rating import chance, is_report, marked
from detector.dimensions.wording.words import can_load, is_name, is_plain, label, marks_within
from detector.rules import RuleBook
from detector.rules.conditions import Setting
from detector.rules.matching import remark
from detector.rules.overlap import Spans, joined
from detector.settings import SETTINGS

LOADED = "wording.model-loaded"
LABEL = "wording.model-label"
WORDED = {"Loaded_Language": LOADED, "Name_Calling,Labeling": LABEL}
FLAG = "wording.model-flag-waving"
SUSPECTED = frozenset({LOADED, LABEL, FLAG})  # rules whose passages ask that a word of them be suspected too
TURNS = {  # these and no other techniques: their spans are right often enough to be shown; see MODEL_CARD.md
    "Doubt": "wording.model-doubt",
    "Flag-Waving": FLAG,
    "Slogans": "wording.model-slogan",
}
CERTAIN = frozenset(  # rules on how sure a writer sounds, which an editor marks only where the words colour the matter
    {"wording.booster", "wording.distancing-verb", "wording.doubt", "wording.presupposition", "wording.weasel"}
)
Own = tuple[Span, str, float]


def unite(reading: Reading, book: RuleBook, ruled: Sequence[Finding]) -> tuple[Finding, ...]:
    """The remarks `ruled` by rules as the model sees them, and the model's own; `ruled` alone without a model."""
    insight = reading.insight
    if insight is None:
        return tuple(ruled)
    kept = [weighed for finding in ruled if (weighed := _weigh(reading.prose, insight, finding))]
    taken = Spans(finding.span for finding in ruled)
    own = [] if Setting(reading, book).sport else list(_own(reading, insight, taken, book))
    said = [_said(reading, book, found) for found in own]
    return tuple(sorted((*kept, *said), key=lambda finding: (finding.span, finding.rule)))


def _weigh(prose: Prose, insight: Insight, finding: Finding) -> Finding | None:
    """A rule's remark with the probability that it is right as its confidence: milder where the model doubts it, `None`
    where the model is sure that the words, or the author's whole sentence without them, are plain, or that no editor
    would mark them. A remark on a sentence that was not read stays as it is."""
    sentence = prose.sentence_at(finding.span.start)
    if sentence is None or sentence.loaded is None:
        return finding
    if finding.scored and chance(sentence.loaded, flagged=False) < SETTINGS.fusion.sober:
        return None
    marks = marks_within(insight.words, finding.span)
    sure = max((mark.flagged for mark in marks), default=0.0)
    if sure < SETTINGS.fusion.plain:
        return None
    least = SETTINGS.fusion.edited_turn if finding.rule in CERTAIN else SETTINGS.fusion.edited
    if finding.scored and sentence.marked is not None and max(mark.marked for mark in marks) < least:
        return None
    evidence = MappingProxyType({**finding.evidence, "model": round(sure, 2)})
    severity = "mild" if sure < SETTINGS.fusion.doubtful else finding.severity
    return replace(finding, confidence=round(sure, 2), severity=severity, evidence=evidence)


def _said(reading: Reading, book: RuleBook, found: Own) -> Finding:
    span, rule, sure = found
    severity: Severity = "notable" if sure >= SETTINGS.fusion.notable else "mild"
    said = remark(reading, book.rules[rule], span, {"model": round(sure, 2)}, voice=AUTHOR)
    return replace(said, confidence=round(sure, 2), severity=severity)


def _own(reading: Reading, insight: Insight, taken: Spans, book: RuleBook) -> Iterator[Own]:
    """What the model takes for loaded and no rule flags: words of the author, neighbours joined, and passages."""
    least = SETTINGS.fusion.report if is_report(reading) else SETTINGS.fusion.marked
    strict = [mark for mark in insight.words if _is_loaded(reading.prose, mark, least)]
    words = [
        mark for mark in strict if _is_free(reading, mark.span, taken) and can_load(reading.prose, mark.span, book)
    ]
    for span, sure in joined(reading.article.text, words):
        yield span, LOADED, sure
    for passage in insight.passages:
        rule = _rule(reading, passage)
        place = label(reading.prose, passage.span) if rule == LABEL else passage.span
        if not rule or not place or not _is_free(reading, place, taken):
            continue
        if is_plain(reading.prose, place, book.pack.grammar) and (
            rule not in SUSPECTED or _is_suspected(insight, place, rule)
        ):
            yield place, rule, passage.confidence


def _is_suspected(insight: Insight, place: Span, rule: str) -> bool:
    """Whether the model suspects one of the words of a passage too: two of its heads agree; and that an editor would
    mark it, but for a label, which is more than its words."""
    settings = SETTINGS.fusion
    least = {LOADED: settings.edited_passage, FLAG: settings.edited_turn}.get(rule, 0.0)
    marks = marks_within(insight.words, place)
    return any(mark.flagged >= SETTINGS.sentences.suspect and mark.marked >= least for mark in marks)


def _is_loaded(prose: Prose, mark: Mark, least: float) -> bool:
    """Whether an editor would mark a word, by the model with probability `least`, and any word of its sentence."""
    if mark.marked < least:
        return False
    sentence = prose.sentence_at(mark.span.start)
    return sentence is not None and marked(sentence) >= SETTINGS.fusion.sentence


def _rule(reading: Reading, passage: Passage) -> str | None:
    """The rule under which a passage is shown, `None` where it is not sure enough: loaded words and labels are no
    names, the other turns are more than one word."""
    settings, several = SETTINGS.fusion, " " in passage.span.of(reading.article.text)
    if passage.technique in TURNS:
        return TURNS[passage.technique] if passage.confidence >= settings.turn and several else None
    sure = passage.confidence >= settings.passage and not is_name(reading.prose, passage.span)
    return WORDED.get(passage.technique) if sure else None


def _is_free(reading: Reading, span: Span, taken: Spans) -> bool:
    """Whether words stand in the author's own voice, and under no remark of a rule."""
    return not taken.overlaps(span) and reading.voice_at(span) == AUTHOR
