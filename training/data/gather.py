"""All examples of the data folder, no text of which is trained on where it is held out elsewhere."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from training.data import claims, corpora, multilingual, quotations, soft
from training.data.examples import Example, Part
from training.data.text import normal

READERS = (
    corpora.babe, corpora.ptc, corpora.clickbait, corpora.checkthat, corpora.affective, corpora.emotions, corpora.polar,
    claims.annolexical, claims.checkworthy, claims.claimbuster, multilingual.semeval, multilingual.slavic,
    multilingual.subjective, multilingual.clickbait_es, quotations.polnear, quotations.wikinews,
)  # fmt: skip

SHORTEST = 20  # letters of a text that is not a common phrase


def apart(examples: Iterable[Example]) -> list[Example]:
    """`examples` without those to train on whose text is, but for marks and case, also one that is measured on."""
    everything = [(each, normal(each.text)) for each in examples]
    held = {text for each, text in everything if each.part is not Part.TRAIN and len(text) >= SHORTEST}
    return [each for each, text in everything if each.part is not Part.TRAIN or text not in held]


def gather(folder: Path, labelled: Path | None = None) -> list[Example]:
    """All examples of the data folder, of a teacher's file `labelled` and of `hard_negatives.toml`, in this order."""
    taught = soft.read(labelled) if labelled else ()
    return apart(chain((each for reader in READERS for each in reader(folder)), taught)) + list(corpora.negatives())
