"""Trains the tagger: `python -m training.tagger DATA_FOLDER [--without PUBLISHER …]`.

DATA_FOLDER holds `train.jsonl` and `dev.jsonl` (see `training.tagger.data`). The model and its manifest are written
into the package (or where `--out` says), and the figures of rules, tagger and both on `dev.jsonl` are printed. With
`--without` publishers are left out of the training, the figures are those of their articles in `dev.jsonl`, and nothing
is written. With `--keep` the model of the package is measured with the lexicons of today, and stays: its manifest takes
over the hash of their classes of words, which an edit of a lexicon changes. Nothing here is random: the
same data give the same bytes.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from detector.attribution.extraction.tagger import tagger
from detector.languages.en.attribution import MODEL
from training.evaluation.attributions import layers, total
from training.tagger.data import read
from training.tagger.fit import Fit, fit, keep, write


def report(rows: Sequence[Mapping[str, Any]], model: bytes) -> None:
    """Print the table of the layers side by side."""
    tables = {name: total(rows, extract) for name, extract in layers(tagger.open_model(model)).items()}
    print(f"{'':16}" + "".join(f"{name:>9}" for name in tables))
    for figure in tables["union"]:
        print(f"{figure:16}" + "".join(f"{table[figure]:9.3f}" for table in tables.values()))


def main() -> None:
    """Train, write and measure."""
    parser = argparse.ArgumentParser(prog="training.tagger", description="Train the tagger of attribution.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without", nargs="*", default=[], metavar="PUBLISHER")
    parser.add_argument("--keep", action="store_true")
    home = Path(str(files("detector.languages.en").joinpath(MODEL)))
    parser.add_argument("--out", type=Path, default=home)
    options = parser.parse_args()
    corpus, settings = options.folder / "train.jsonl", Fit()
    rows = [json.loads(line) for line in (options.folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    if options.keep:
        keep(options.out)
        report(rows, (options.out / tagger.MODEL).read_bytes())
        return
    articles = (each for each in read(corpus) if each.row["publisher"] not in options.without)
    model = fit(articles, settings)
    if options.without:
        rows = [row for row in rows if row["publisher"] in options.without]
    else:
        write(model, options.out, settings, corpus)
    print(f"{len(rows)} articles measured; model of {len(model):,} bytes")
    report(rows, model)


if __name__ == "__main__":
    main()
