"""What the model adds to a reading: each sentence's probabilities, the headline's bait and alarm, the frames."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detector.article import Article, Frame, Insight, Mark, Part, Passage, Prose, Sentence, Span
from detector.encoder import Encoder, FrameReading, HeadlineJudgement, SentencePrediction, WordScore
from detector.encoder.multilingual import JudgedSentence, Multilingual
from detector.settings import SETTINGS

HEADLINE = (Part.KICKER, Part.HEADLINE)


def apply_model(encoder: Encoder, article: Article, prose: Prose) -> tuple[Prose, Insight]:
    """The prose with the model's word on each sentence, and its insight into the article.

    Sentences beyond `settings.encoder.max_characters` are not read and keep `None`, so that one long page cannot hold
    up the next.
    """
    asked = tuple(line for line in prose.sentences if line.span.end <= SETTINGS.encoder.max_characters)
    predictions = encoder.encode([sentence.span.of(article.text) for sentence in asked])
    read = tuple(
        replace(
            sentence,
            loaded=said.loaded,
            subjective=said.subjective,
            check_worthy=said.check_worthy,
            marked=said.marked,
        )
        for sentence, said in zip(asked, predictions, strict=True)
    )
    body = [index for index, sentence in enumerate(asked) if sentence.part is Part.BODY]
    known = encoder.frames([predictions[index] for index in body])
    frames = _frames([frame for frame in known if frame.probability >= encoder.threshold("frame")], body)
    head = _headline(encoder, article)
    both = list(zip(asked, predictions, strict=True))
    spoken = [pair for pair in both if pair[0].part is Part.BODY]
    titled = [pair for pair in both if pair[0].part in HEADLINE]
    insight = Insight(
        head.bait if head else None,
        head.alarm if head else None,
        frames,
        words=tuple(Mark(place, word.marked, word.flagged) for pair in spoken for word, place in _words(*pair)),
        passages=tuple(passage for pair in spoken for passage in _passages(*pair)),
        headline=tuple(Mark(place, word.titled, word.flagged) for pair in titled for word, place in _words(*pair)),
        titled=head.titled if head else None,
        striking=head.striking if head else None,
    )
    return replace(prose, sentences=(*read, *prose.sentences[len(asked) :])), insight


def apply_multilingual(model: Multilingual, article: Article, prose: Prose, code: str) -> tuple[Prose, Insight]:
    """The same by the network of other languages, of a page in the language `code`: only what was measured in it. Alarm
    was in none."""
    asked = tuple(line for line in prose.sentences if line.span.end <= SETTINGS.encoder.max_characters)
    readings = model.encode([sentence.span.of(article.text) for sentence in asked], code)
    read = tuple(
        replace(sentence, loaded=said.loaded, subjective=said.subjective)
        for sentence, said in zip(asked, readings, strict=bool(readings))
    )
    body = [index for index, sentence in enumerate(read) if sentence.part is Part.BODY]
    frames = _frames(model.frames([readings[index] for index in body], code), body)
    title = _title(article)
    insight = Insight(
        model.bait(title, code) if title else None,
        None,
        frames,
        words=tuple(
            Mark(place, word.marked, word.flagged)
            for index in body
            for word, place in _words(asked[index], readings[index])
        ),
        measured=model.measured(code),
    )
    return replace(prose, sentences=(*read, *prose.sentences[len(read) :])), insight


def _frames(known: Sequence[FrameReading], body: Sequence[int]) -> tuple[Frame, ...]:
    """The frames with the sentences of the article that carry them; `body` has the places of those that were read."""
    return tuple(
        Frame(frame.frame.lower(), frame.probability, tuple(sorted(body[place] for place in frame.sentences)))
        for frame in known
    )


def _words(sentence: Sentence, said: SentencePrediction | JudgedSentence) -> Iterator[tuple[WordScore, Span]]:
    """The words of a sentence that may be loaded, with their places in the article."""
    start = sentence.span.start
    for word in said.words:
        if word.flagged >= SETTINGS.fusion.least:
            yield word, Span(start + word.start, start + word.end)


def _passages(sentence: Sentence, said: SentencePrediction) -> Iterator[Passage]:
    """The spans of a sentence whose technique is sure enough, at their places in the article, up to their last word
    that carries meaning."""
    start = sentence.span.start
    for found in said.spans:
        inside = [word.end for word in said.words if found.start <= word.start < found.end and word.flagged]
        if inside and found.choice >= SETTINGS.fusion.technique:
            yield Passage(Span(start + found.start, start + inside[-1]), found.technique, found.confidence)


def _headline(encoder: Encoder, article: Article) -> HeadlineJudgement | None:
    title = _title(article)
    return encoder.judge_headline(title) if title else None


def _title(article: Article) -> str:
    """The headline with its kicker; nothing where it is too long to be one."""
    line = " ".join(block.span.of(article.text) for block in article.parts(*HEADLINE)).strip()
    return line if len(line) <= SETTINGS.encoder.max_characters else ""
