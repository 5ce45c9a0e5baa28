"""What the model adds to a reading: each sentence's probabilities, the headline's bait and alarm, the frames."""

from dataclasses import replace

from detector.encoder import Encoder
from detector.model import Article, Frame, Insight, Part, Prose
from detector.settings import SETTINGS

HEADLINE = (Part.KICKER, Part.HEADLINE)


def consult(encoder: Encoder, article: Article, prose: Prose) -> tuple[Prose, Insight]:
    """The prose with the model's word on each sentence, and its insight into the article.

    Sentences beyond `settings.encoder.max_characters` are not read and keep `None`, so that one long page cannot hold
    up the next.
    """
    asked = tuple(line for line in prose.sentences if line.span.end <= SETTINGS.encoder.max_characters)
    told = encoder.encode([sentence.span.of(article.text) for sentence in asked])
    read = tuple(
        replace(sentence, loaded=said.loaded, subjective=said.subjective)
        for sentence, said in zip(asked, told, strict=True)
    )
    body = [index for index, sentence in enumerate(asked) if sentence.part is Part.BODY]
    frames = tuple(
        Frame(frame.frame.lower(), frame.probability, tuple(sorted(body[place] for place in frame.sentences)))
        for frame in encoder.frames([told[index] for index in body])
        if frame.probability >= encoder.threshold("frame")
    )
    bait, alarm = _headline(encoder, article)
    return replace(prose, sentences=(*read, *prose.sentences[len(asked) :])), Insight(bait, alarm, frames)


def _headline(encoder: Encoder, article: Article) -> tuple[float | None, float | None]:
    line = " ".join(block.span.of(article.text) for block in article.parts(*HEADLINE)).strip()
    if not 0 < len(line) <= SETTINGS.encoder.max_characters:
        return None, None
    judged = encoder.judge_headline(line)
    return judged.bait, judged.alarm
