"""What a teacher says of texts that nobody labelled, as examples: each head's probability is the target."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from detector.encoder.decoding import WORD
from detector.encoder.network import Pass
from training.data.corpora import rows
from training.data.examples import Example, Mark, Part
from training.encoder.heads import SENTENCE, TOKEN

LEAST = 0.05  # probability of a word under a head that is written down
CORPUS = "soft"


def row(text: str, language: str, read: Pass) -> dict[str, Any]:
    """What is written down of one text: probabilities of the sentence heads, and the words that a token head marks at
    all, each as the highest of its pieces."""
    words: dict[str, list[tuple[int, int, float]]] = {}
    for match in WORD.finditer(text):
        start, end = match.span()
        mine = [place for place, (left, right) in enumerate(read.offsets) if left < end and right > start]
        for place in range(len(TOKEN)):
            chance = round(float(read.token[mine, place].max(initial=0.0)), 3)
            if chance >= LEAST:
                words.setdefault(TOKEN[place], []).append((start, end, chance))
    sentence = {head: round(float(chance), 3) for head, chance in zip(SENTENCE, read.sentence, strict=True)}
    return {"text": text, "language": language, "sentence": sentence, "words": words}


def read(path: Path) -> Iterator[Example]:
    """The examples of a teacher's file; a word that no line names has probability 0."""
    for each in rows(path):
        marks = tuple(Mark(head, *word) for head, words in each["words"].items() for word in words)
        yield Example(
            CORPUS, each["text"], Part.TRAIN, each["text"], each["sentence"], marks, frozenset(TOKEN),
            language=each["language"],
        )  # fmt: skip


def mean(reads: Sequence[Pass]) -> Pass:
    """What several networks of the same tokenizer say of one text, on average."""
    sentence, token, vector = (np.mean([getattr(read, name) for read in reads], axis=0, dtype=np.float32)
                               for name in ("sentence", "token", "vector"))  # fmt: skip
    return Pass(sentence, token, reads[0].offsets, vector)


def whole_lines(path: Path) -> int:
    """How many lines the file holds (none where it is missing), once a last one that was cut off is taken away."""
    if not path.exists():
        return 0
    content = path.read_bytes()
    whole = content[: content.rfind(b"\n") + 1]
    if len(whole) < len(content):
        path.write_bytes(whole)
    return whole.count(b"\n")
