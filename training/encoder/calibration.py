"""Makes probabilities mean what they say (Platt 1999): a slope and a shift for a head's logits, fitted on development
data, then put into the head's own weights, so that nothing is left to do at run time."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray

from detector.encoder.log_odds import logits
from detector.encoder.network import Pass
from training.data.corpora import FINAL_WORD
from training.data.examples import Example, Part
from training.encoder.heads import SENTENCE, TOKEN
from training.encoder.stages import State

Numbers = NDArray[np.float64]
Fit = tuple[float, float]
CORPORA = {"loaded": "babe", "alarm": "babe", "subjective": "checkthat", "bait": "clickbait"}
POSITIVE = {"babe": "Biased", "checkthat": "SUBJ"}


def platt(logits: Numbers, targets: Numbers, prior: float = 20.0) -> Fit:
    """Slope and shift of least cross-entropy (Newton's method); `prior` examples' worth of pull towards 1 and 0."""
    fit, ideal = np.array([1.0, 0.0]), np.array([1.0, 0.0])
    inputs = np.stack([logits, np.ones_like(logits)], 1)
    for _ in range(40):
        guess = 1 / (1 + np.exp(-inputs @ fit))
        gradient = inputs.T @ (guess - targets) + prior * (fit - ideal)
        curve = (inputs * (guess * (1 - guess))[:, None]).T @ inputs + prior * np.eye(2)
        fit = fit - np.linalg.solve(curve, gradient)
    return float(fit[0]), float(fit[1])


def sentence_fits(reads: Sequence[tuple[Example, Pass]]) -> dict[str, Fit]:
    """A fit for each sentence head that has a corpus of its own, from the development part."""
    fits = {}
    for head, corpus in CORPORA.items():
        mine = [(e, r) for e, r in reads if e.corpus == corpus and e.part is Part.DEV]
        scores = logits([float(read.sentence[SENTENCE.index(head)]) for _, read in mine])
        hard = POSITIVE.get(corpus)
        targets = [float(e.label == hard) if hard else e.sentence[head] for e, _ in mine]
        fits[head] = platt(scores, np.array(targets))
    return fits


def _inside(example: Example, head: str, start: int, end: int) -> bool:
    """Whether the characters `[start, end)` lie in a gold mark of `head`."""
    gold = (m for m in example.marks if m.head == head and (head != "word" or m.value == FINAL_WORD))
    return any(mark.start < end and mark.end > start for mark in gold)


def token_fits(reads: Sequence[tuple[Example, Pass]]) -> dict[str, Fit]:
    """A fit for the word head (BABE) and the span head (PTC), piece by piece, from the development part."""
    fits = {}
    for head, corpus in (("word", "babe"), ("span", "ptc")):
        scores, targets = [], []
        for example, read in (pair for pair in reads if pair[0].corpus == corpus and pair[0].part is Part.DEV):
            targets += [float(_inside(example, head, *offset)) for offset in read.offsets]
            scores += read.token[:, TOKEN.index(head)].tolist()
        fits[head] = platt(logits(scores), np.array(targets))
    return fits


def applied(read: Pass, fits: dict[str, Fit]) -> Pass:
    """What the pass will be once `fits` are in the weights."""
    sentence, token = read.sentence.copy(), read.token.copy()
    for head, (slope, shift) in fits.items():
        array, names = (sentence, SENTENCE) if head in SENTENCE else (token, TOKEN)
        place = names.index(head)
        array[..., place] = 1 / (1 + np.exp(-(slope * logits(array[..., place]) + shift)))
    return replace(read, sentence=sentence, token=token)


def baked(state: State, fits: dict[str, Fit]) -> State:
    """`state` with each fitted head's row scaled and shifted."""
    out = {name: weights.clone() for name, weights in state.items()}
    for head, (slope, shift) in fits.items():
        layer, names = ("sentence", SENTENCE) if head in SENTENCE else ("token", TOKEN)
        place = names.index(head)
        out[f"{layer}.weight"][place] *= slope
        out[f"{layer}.bias"][place] = out[f"{layer}.bias"][place] * slope + torch.tensor(shift)
    return out
