"""What the encoder says about sentences, headlines and articles; frozen values, offsets into the sentence given."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordScore:
    """Probability 0..1 that experts would mark the word `[start, end)` as loaded: where no rule flags it (`loaded`),
    and where one does (`flagged`); and that an editor would where no rule flags it, in the body of an article
    (`marked`) or in its headline (`titled`)."""

    start: int
    end: int
    loaded: float
    flagged: float
    marked: float
    titled: float


@dataclass(frozen=True, slots=True)
class TechniqueSpan:
    """A run of words `[start, end)` that persuades by `technique` (a name of the PTC corpus); `confidence` 0..1 is
    the mean probability of its word pieces, `choice` 0..1 the technique's share among all techniques."""

    start: int
    end: int
    technique: str
    confidence: float
    choice: float


@dataclass(frozen=True, slots=True)
class SentencePrediction:
    """One sentence: probabilities 0..1, its words in order, technique spans, and its mean vector (unit length).
    `marked` is that an editor would mark words of it. `check_worthy` and `marked` are `None` where the model has no
    head for them."""

    loaded: float
    subjective: float
    check_worthy: float | None
    words: tuple[WordScore, ...]
    spans: tuple[TechniqueSpan, ...]
    vector: Floats = field(repr=False, compare=False)
    marked: float | None = None


@dataclass(frozen=True, slots=True)
class HeadlineJudgement:
    """A headline: how strongly five raters would call it clickbait (`bait`), how loaded it is (`alarm`), whether an
    editor would mark words of it (`titled`) and call it loud (`striking`); all 0..1, the last two `None` where the
    model has no heads for them."""

    bait: float
    alarm: float
    titled: float | None = None
    striking: float | None = None


@dataclass(frozen=True, slots=True)
class FrameReading:
    """Probability 0..1 that an article uses `frame`, with the places of the sentences that carry it, strongest
    first."""

    frame: str
    probability: float
    sentences: tuple[int, ...]
