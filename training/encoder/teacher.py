"""Lets trained networks label texts for a smaller one to learn from: `python -m training.encoder.teacher --data FOLDER
--teacher FOLDER --config FILE --labels FILE`. A run that was cut off goes on where its file ends.

The texts are the training part of AnnoLexical and the first sentences of the articles in `articles.jsonl`; what is said
of each is the mean over the seeds of the teacher's last stage. `python -m training.encoder --soft FILE` learns from it,
by its quotas for the set `soft`.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import torch

from training.data import soft
from training.data.claims import annolexical
from training.data.corpora import rows
from training.data.examples import Part
from training.data.text import LEAST, sentences
from training.encoder.base import prepare
from training.encoder.config import Config, read
from training.encoder.reading import Reader

SENTENCES = 12  # of an article
MANY = 512


def texts(data: Path) -> Iterator[str]:
    """The texts to label, always in the same order."""
    yield from (each.text for each in annolexical(data) if each.part is Part.TRAIN)
    for row in rows(data / "articles.jsonl"):
        long = (text for _, text in sentences(row["text"]) if len(text.split()) >= LEAST)
        yield from islice(long, SENTENCES)


def readers(teacher: Path, config: Config, data: Path) -> list[Reader]:
    """The networks of all seeds of the last stage."""
    base, last = prepare(config.base, data, teacher), list(config.stages)[-1]
    seeds = config.seeds[: config.stages[last].seeds or None]
    return [Reader(torch.load(teacher / f"{last}-{seed}.pt"), base, config) for seed in seeds]


def label(networks: Sequence[Reader], source: Iterator[str], path: Path) -> None:
    """Append what `networks` say of the texts in `source` that `path` does not hold yet, in their order."""
    rest = islice(source, soft.whole_lines(path), None)
    with path.open("a", encoding="utf-8") as file:
        while some := list(islice(rest, MANY)):
            for network in networks:
                network.forget()
                network.prepare(some)
            said = (soft.row(text, "en", soft.mean([network.read(text) for network in networks])) for text in some)
            file.write("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in said))
            file.flush()


def main() -> None:
    """Label all texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--data", "--teacher", "--config", "--labels"):
        parser.add_argument(name, type=Path, required=True)
    given = parser.parse_args()
    torch.set_num_threads(1)
    config = read(given.config)
    label(readers(given.teacher, config, given.data), texts(given.data), given.labels)


if __name__ == "__main__":
    main()
