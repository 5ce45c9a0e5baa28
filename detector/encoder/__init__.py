"""One small network, many heads over one pass: sentences, words, headlines and whole articles.

`load()` gives the `Encoder` of the package; it is loaded once and may be shared by threads. No torch at run time.
"""

from collections.abc import Sequence
from pathlib import Path

from detector.encoder.articles import ArticleHeads, read_heads
from detector.encoder.decoding import Run, SpanRule, spans, words
from detector.encoder.files import HOME, MULTILINGUAL, ModelFiles, check, codes
from detector.encoder.network import Network, Pass
from detector.encoder.packaged import Packaged
from detector.encoder.techniques import features, manner
from detector.encoder.values import (
    FrameReading,
    HeadlineJudgement,
    SentencePrediction,
    TechniqueSpan,
    WordScore,
)

__all__ = [
    "HOME",
    "MULTILINGUAL",
    "Encoder",
    "FrameReading",
    "HeadlineJudgement",
    "SentencePrediction",
    "TechniqueSpan",
    "WordScore",
    "codes",
    "load",
]


class Encoder(Packaged):
    """A loaded model. Every text goes through the network by itself, so a result never hangs on its neighbours."""

    def __init__(self, files: ModelFiles, network: Network, heads: ArticleHeads) -> None:
        super().__init__(files, network)
        self._heads = heads
        self._token = {name: place for place, name in enumerate(files.token)}
        self._rule = SpanRule(self._token["span"], files.thresholds["span_strict"], gap=1)

    def threshold(self, name: str) -> float:
        """A decision threshold 0..1 that was chosen on development data, by its name in the manifest."""
        return self._files.thresholds[name]

    def encode(self, sentences: Sequence[str]) -> tuple[SentencePrediction, ...]:
        """One prediction for each sentence, in order; offsets are code points of that sentence. Give all sentences of
        an article at once: what is said again in another one bears on the technique of a span, and on nothing else."""
        article = "\n".join(sentences)
        return tuple(self._predict(sentence, article) for sentence in sentences)

    def judge_headline(self, text: str) -> HeadlineJudgement:
        """How much a headline baits (curiosity, lists) and how much it alarms (loaded words)."""
        read = self._network.read(text)
        bait = self._heads.phrasing.judge(text, self._of(read, "bait"))
        return HeadlineJudgement(bait, self._of(read, "alarm"), self._if(read, "titled"), self._if(read, "striking"))

    def frames(self, sentences: Sequence[SentencePrediction]) -> tuple[FrameReading, ...]:
        """The frames of the article that `sentences` make, likeliest first (SemEval-2023 task 3, subtask 2)."""
        return self._heads.read_frames(sentences)

    def _of(self, read: Pass, head: str) -> float:
        return float(read.sentence[self._head[head]])

    def _if(self, read: Pass, head: str) -> float | None:
        """The probability of a sentence head that not every model has."""
        return self._of(read, head) if head in self._head else None

    def _technique(self, text: str, article: str, read: Pass, run: Run) -> TechniqueSpan:
        pieces = read.token[run.first : run.last]
        put = manner(text, run.start, run.end, article)
        technique, choice = self._heads.chooser.choose(features(pieces, read.sentence, put))
        confidence = float(pieces[:, self._rule.head].mean())
        return TechniqueSpan(run.start, run.end, technique, confidence, choice)

    def _predict(self, text: str, article: str) -> SentencePrediction:
        read = self._network.read(text)
        found = tuple(self._technique(text, article, read, run) for run in spans(text, read, self._rule))
        scored = words(text, read, self._heads.words)
        return SentencePrediction(
            loaded=self._of(read, "loaded"),
            subjective=self._of(read, "subjective"),
            check_worthy=self._heads.weigh_claim(text, read.vector),
            words=scored,
            spans=found,
            vector=read.vector,
            marked=self._if(read, "marked"),
        )


def load(path: Path | None = None) -> Encoder:
    """The model in the folder `path`, or the package's own; DataError where a file is missing or damaged."""
    files = check(path or HOME)
    return Encoder(files, Network(files), read_heads(files.articles, files.sentence, files.token))
