"""What `training.encoder.editor` teaches: the annotated headlines and the sentences of the articles annotated whole."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from detector import Analyzer, Text
from detector.article import AUTHOR, Part, Reading, Sentence
from training.data.annotated import Annotated, Place, annotated
from training.data.examples import Example, Mark
from training.data.examples import Part as Split

CORPUS = "annotated"
OWN = 0.5  # share of a sentence that must be the author's, for it to be an unmarked sentence of the author


def lessons(data: Path, known: int = 0) -> Iterator[Example]:
    """Every annotated headline, and every sentence of the articles annotated whole; of the first `known` stories the
    headline alone."""
    analyzer = Analyzer(model=None)
    for number, story in enumerate(annotated(data)):
        if story.part is not Split.TRAIN:
            continue
        marks = [Mark("titled", *place) for place in story.headline]
        told = {"titled": float(bool(marks)), "striking": float(story.volume != "low")}
        yield _example(story.title, told, marks)
        if story.is_whole and number >= known:
            yield from _sentences(analyzer.examine(Text(story.text)).reading, story)


def _example(text: str, told: dict[str, float], marks: Sequence[Mark]) -> Example:
    heads = frozenset({"titled"} if "titled" in told else {"marked"})
    return Example(CORPUS, "", Split.TRAIN, text, told, tuple(marks), heads)


def _sentences(reading: Reading, story: Annotated) -> Iterator[Example]:
    """The sentences of a body: the author's words are marked or not, of others' words only the loaded ones count."""
    text = reading.article.text
    own, quoted = story.loaded_in(text), story.quoted_in(text)
    for sentence in reading.prose.sentences:
        if sentence.part is not Part.BODY:
            continue
        others = _others(reading, sentence)
        marks = [Mark("marked", *place, float("nan")) for place in others]
        marks += [Mark("marked", *place) for place in (*_inside(sentence, own), *_inside(sentence, quoted))]
        mine, length = _inside(sentence, own), len(sentence.span.of(text))
        is_told = bool(mine) or sum(end - start for start, end in others) < OWN * length
        yield _example(sentence.span.of(text), {"marked": float(bool(mine))} if is_told else {}, marks)


def _inside(sentence: Sentence, places: Sequence[Place]) -> list[Place]:
    """Those of `places` that begin in a sentence, counted from its start."""
    start, end = sentence.span.start, sentence.span.end
    return [(left - start, min(right, end) - start) for left, right in places if start <= left < end]


def _others(reading: Reading, sentence: Sentence) -> list[Place]:
    """The words of a sentence that are not the author's, counted from its start."""
    spans = [token.span for token in reading.prose.tokens_of(sentence)
             if token.quoted or reading.voice_at(token.span) != AUTHOR]  # fmt: skip
    return [(span.start - sentence.span.start, span.end - sentence.span.start) for span in spans]
