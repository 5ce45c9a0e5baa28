"""How likely each sentence of the body is loaded, by the model and by what was remarked on in it."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from detector import languages
from detector.article import Finding, Part, Reading, Sentence
from detector.encoder.log_odds import logits
from detector.settings import SETTINGS


def rate(reading: Reading, findings: Sequence[Finding]) -> Reading:
    """The reading with the probability that each sentence of its body is loaded (BABE), given what the model says of it
    and whether any of `findings` on words stands in it; as it was without a model, and in a language whose own
    probabilities the model gives."""
    if not languages.pack_for(reading.language.code).modelled:
        return reading
    remarked = sorted(finding.span.start for finding in findings if finding.unit == "words")

    def rated(line: Sentence) -> Sentence:
        if line.loaded is None or line.part is not Part.BODY:
            return line
        flagged = bisect_left(remarked, line.span.start) < bisect_left(remarked, line.span.end)
        return replace(line, loaded=chance(line.loaded, flagged=flagged))

    lines = tuple(map(rated, reading.prose.sentences))
    return replace(reading, prose=replace(reading.prose, sentences=lines))


def is_report(reading: Reading) -> bool:
    """Whether something says that an article is a report, in which fewer of the model's remarks are right."""
    return reading.genre.label == "reporting" and reading.genre.why != "default"


def marked(line: Sentence) -> float:
    """How likely (0..1) an editor would mark words of a sentence, by the model; by how loaded it is where the model has
    no head for that, 0 where it did not read the sentence."""
    return (line.loaded if line.marked is None else line.marked) or 0.0


def chance(said: float, *, flagged: bool) -> float:
    """How likely (0..1) a sentence is loaded, given what the model says and whether its wording is `flagged`."""
    settings = SETTINGS.fusion
    odds = settings.sentence_slope * float(logits(said)) + settings.sentence_shift
    return 1 / (1 + math.exp(-odds - settings.sentence_remark * flagged))
