"""The network that reads languages other than English: how loaded and how subjective a sentence is, which words are
loaded, how strongly a headline baits, and an article's frames; in each language only what was measured in it."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from detector.encoder.articles import Linear, frames_of, linear, word_head
from detector.encoder.card import read_card
from detector.encoder.decoding import WordHead, words
from detector.encoder.files import MULTILINGUAL, ModelFiles, check
from detector.encoder.log_odds import logits
from detector.encoder.network import Network, Pass
from detector.encoder.packaged import Packaged
from detector.encoder.values import Floats, FrameReading, WordScore
from detector.errors import DataError

LOADED, SUBJECTIVE, BAIT = "loaded", "subjective", "bait"


@dataclass(frozen=True, slots=True)
class Tongue:
    """What is known to hold in one language: by sentence head the slope and the shift that make its log-odds a
    probability there, the judgement of a word, and whether the frames were measured."""

    fits: Mapping[str, tuple[float, float]]
    words: WordHead | None
    frames: bool


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """One sentence: probabilities 0..1, `None` where they were not measured in its language; its words in order, none
    where they were not; offsets are code points of the sentence; and its mean vector (unit length)."""

    loaded: float | None
    subjective: float | None
    words: tuple[WordScore, ...]
    vector: Floats


class Multilingual(Packaged):
    """A loaded model of several languages, which threads may share. Every text goes through it by itself."""

    def __init__(self, files: ModelFiles, network: Network, frames: Linear, tongues: Mapping[str, Tongue]) -> None:
        super().__init__(files, network)
        self._frames = frames
        self._tongues = tongues

    def encode(self, sentences: Sequence[str], code: str) -> tuple[JudgedSentence, ...]:
        """One reading for each sentence in the language `code`, in order; none at all where only headlines were
        measured in it."""
        tongue = self._tongues[code]
        if tongue.fits.keys() <= {BAIT} and not tongue.frames:
            return ()
        return tuple(self._judge(sentence, tongue) for sentence in sentences)

    def bait(self, headline: str, code: str) -> float | None:
        """How likely a headline in the language `code` is clickbait, 0..1; `None` where that was not measured."""
        if BAIT not in self._tongues[code].fits:
            return None
        return self._of(self._network.read(headline), BAIT, self._tongues[code])

    def measured(self, code: str) -> float | None:
        """How well it tells loaded sentences in the language `code`, as the area under the ROC curve on sentences held
        out (`figures.json` beside the weights); `None` where nothing was measured."""
        known = read_card(self._files.folder)["figures"].get(f"{LOADED} {code}")
        return float(known["auc"]) if known else None

    def frames(self, sentences: Sequence[JudgedSentence], code: str) -> tuple[FrameReading, ...]:
        """The frames, likely enough, of the article that `sentences` make, likeliest first; none where they were not
        measured in the language `code`."""
        known = frames_of(self._frames, [each.vector for each in sentences]) if self._tongues[code].frames else ()
        return tuple(frame for frame in known if frame.probability >= self._files.thresholds["frame"])

    def _of(self, read: Pass, head: str, tongue: Tongue) -> float | None:
        if head not in tongue.fits:
            return None
        slope, shift = tongue.fits[head]
        return 1 / (1 + math.exp(-(slope * float(logits(read.sentence[self._head[head]])) + shift)))

    def _judge(self, text: str, tongue: Tongue) -> JudgedSentence:
        read = self._network.read(text)
        scored = words(text, read, tongue.words, ()) if tongue.words else ()
        return JudgedSentence(self._of(read, LOADED, tongue), self._of(read, SUBJECTIVE, tongue), scored, read.vector)


@cache
def load(path: Path = MULTILINGUAL) -> Multilingual:
    """The model in the folder `path`, loaded once; DataError where a file is missing or damaged."""
    files = check(path)
    try:
        table = json.loads(files.articles.read_text(encoding="utf-8"))
        tongues = {code: _tongue(part, files) for code, part in table["languages"].items()}
        return Multilingual(files, Network(files), linear(table["frames"]), tongues)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{files.articles} is no table of article weights; install the package again") from error


def _tongue(part: Mapping[str, Any], files: ModelFiles) -> Tongue:
    fits = {head: (float(slope), float(shift)) for head, (slope, shift) in part["fits"].items()}
    judged = word_head(part["words"], files.sentence, files.token) if "words" in part else None
    return Tongue(fits, judged, bool(part["frames"]))
