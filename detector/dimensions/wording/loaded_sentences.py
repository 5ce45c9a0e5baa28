"""Sentences that argue: what the model takes for loaded as a whole, marked where the author's words weigh most.

A sentence argues by more than one word. Its remark reaches from the first to the last of the words that the model
suspects, as far as they stand close together and in the author's own voice; words that somebody else said are outside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from detector.article import AUTHOR, Finding, Mark, Part, Reading, Sentence, Span, Token
from detector.dimensions.wording.phrase_bounds import APART, is_titled_name, whole
from detector.dimensions.wording.rule_model_fusion import LOADED
from detector.dimensions.wording.sentence_rating import is_report, marked
from detector.dimensions.wording.words import can_load, marks_within
from detector.rules import RuleBook
from detector.rules.conditions import Setting
from detector.rules.matching import remark
from detector.rules.overlap import Spans
from detector.settings import SETTINGS

RULE = "wording.loaded-sentence"


@dataclass(frozen=True, slots=True)
class Suspect:
    """A word that the model suspects: its place among the tokens of its sentence, and how likely it is loaded."""

    place: int
    span: Span
    sure: float


def find_loaded_sentences(
    reading: Reading, book: RuleBook, worded: Sequence[Finding], thought: Spans
) -> Iterator[Finding]:
    """The remarks on sentences, in order; `worded` are the remarks on words, `thought` the views that are only told.
    None without a model, and none on a page about sport."""
    if Setting(reading, book).sport:
        return
    flagged = Spans(finding.span for finding in worded if finding.scored)
    listed = Spans(each.span for each in worded if each.scored and book.rules[each.rule].kind != "model")
    least = SETTINGS.sentences.report if is_report(reading) else SETTINGS.sentences.marked
    loud = (line for line in reading.prose.sentences if line.part is Part.BODY and marked(line) >= least)
    for each in loud:
        stretch = _loudest(reading, each, _suspects(reading, book, each, flagged, thought))
        phrase = _phrase(reading, each, stretch) if len(stretch) >= SETTINGS.sentences.words else ()
        if not phrase or is_titled_name(phrase):
            continue
        span, sure = Span(phrase[0].span.start, phrase[-1].span.end), round(marked(each), 2)
        if sum(token.is_word for token in phrase) >= SETTINGS.sentences.phrase:
            backed = sure >= SETTINGS.sentences.alone or any(listed.overlaps(suspect.span) for suspect in stretch)
            if backed and not _is_said(span, worded):
                yield _argues(reading, book, span, [suspect.span.of(reading.article.text) for suspect in stretch], sure)
        elif not flagged.overlaps(span) and all(token.is_word for token in phrase):
            yield replace(remark(reading, book.rules[LOADED], span, {"model": sure}, voice=AUTHOR), confidence=sure)


def _is_said(span: Span, worded: Sequence[Finding]) -> bool:
    """Whether a remark on words already stands on half of `span` or more: nothing is remarked on twice."""
    own = [each.span for each in worded if each.scored and each.rule != LOADED and each.span.overlaps(span)]
    shared = (min(each.end, span.end) - max(each.start, span.start) for each in own)
    return any(2 * length >= span.end - span.start for length in shared)


def _argues(reading: Reading, book: RuleBook, span: Span, words: Sequence[str], sure: float) -> Finding:
    said = remark(reading, book.rules[RULE], span, {"model": sure, "words": words}, voice=AUTHOR)
    severity = "notable" if sure >= SETTINGS.sentences.notable else said.severity
    return replace(said, unit="sentence", confidence=sure, severity=severity)


def _suspects(reading: Reading, book: RuleBook, each: Sentence, flagged: Spans, thought: Spans) -> list[Suspect]:
    """The words of the author that make a sentence loaded; none where the loudest word of it is somebody else's."""
    insight = reading.insight
    marks = marks_within(insight.words, each.span) if insight else ()
    loud = [mark for mark in marks if mark.flagged >= SETTINGS.sentences.suspect]
    tokens = reading.prose.tokens_of(each)
    places = {token.span.start: place for place, token in enumerate(tokens)}
    own, others = [], 0.0
    for mark in loud:
        place = _place(places, tokens, mark)
        if place is None:
            continue
        if tokens[place].quoted or reading.voice_at(mark.span) != AUTHOR or thought.overlaps(mark.span):
            others = max(others, mark.flagged)
        elif flagged.overlaps(mark.span) or can_load(reading.prose, mark.span, book):
            own.append(Suspect(place, mark.span, mark.flagged))
    return own if max((suspect.sure for suspect in own), default=0.0) >= others else []


def _place(places: dict[int, int], tokens: Sequence[Token], mark: Mark) -> int | None:
    """Which of a sentence's tokens a mark stands on."""
    exact = places.get(mark.span.start)
    if exact is not None:
        return exact
    return next((place for place, token in enumerate(tokens) if token.span.overlaps(mark.span)), None)


def _loudest(reading: Reading, each: Sentence, suspects: Sequence[Suspect]) -> Sequence[Suspect]:
    """The run of suspects, close together and with no words of others between, that weighs most; the first of them."""
    runs: list[list[Suspect]] = [[suspect] for suspect in suspects[:1]]
    for before, suspect in pairwise(suspects):
        if _joins(reading, each, before, suspect):
            runs[-1].append(suspect)
        else:
            runs.append([suspect])
    return max(runs, key=lambda run: sum(suspect.sure for suspect in run), default=())


def _joins(reading: Reading, each: Sentence, before: Suspect, after: Suspect) -> bool:
    if after.place - before.place - 1 > SETTINGS.sentences.gap:
        return False
    between = reading.prose.tokens_of(each)[before.place : after.place]
    if any(first.text == "," and _is_subject(second) for first, second in pairwise(between)):
        return False  # another clause begins
    return all(_is_own(reading, token) and token.text not in APART for token in between)


def _is_subject(token: Token) -> bool:
    return token.pos == "PRON" and token.form == "personal"


def _is_own(reading: Reading, token: Token) -> bool:
    return not token.quoted and reading.voice_at(token.span) == AUTHOR


def _phrase(reading: Reading, each: Sentence, stretch: Sequence[Suspect]) -> Sequence[Token]:
    """The tokens of the whole phrases around the suspects of a sentence."""
    tokens = reading.prose.tokens_of(each)
    bounds = whole(tokens, (stretch[0].place, stretch[-1].place), lambda token: _is_own(reading, token))
    return tokens[bounds[0] : bounds[1] + 1] if bounds else ()
