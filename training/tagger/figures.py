"""Writes the figures of attribution for the model card: `python -m training.tagger.figures FOLDER`.

FOLDER holds `train.jsonl` and `dev.jsonl` of marked articles (see `training.evaluation.attributions`). Written into the
package, beside the model: rules, tagger and both united on `dev.jsonl`; pronouns judged by hand; our own fresh
passages. With `--halves` also what the layers reach on publishers they never saw: two taggers are trained, each without
every second publisher, and each measured on the articles of `dev.jsonl` by those it was kept from (about five minutes
of processor time). With `--heads` also what linear token heads on the frozen encoder reach in place of the tagger
(`training.tagger.heads`; about 4 GB of memory). Without these two their figures stay as they were.
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from detector.attribution.extraction.tagger import tagger
from detector.languages.en import GRAMMAR
from detector.languages.en.attribution import MODEL
from training.evaluation import pronouns
from training.evaluation.attributions import Measured, figures, layers, measure
from training.evaluation.fresh import FRESH, Tally, tally
from training.tagger import heads, shares
from training.tagger.data import read
from training.tagger.fit import Fit, fit

PATH = Path(str(files("detector.languages.en").joinpath(MODEL))) / "figures.json"
UNSEEN = "publishers never seen"
HEADS = ("token heads", "token heads and rules")
METHOD = (
    "Dev part of PolNeAR 1.0 (84 articles of seven US publishers, 2015-2016), never trained on. Words: those given to "
    "anybody. Spans: matched one to one where they share half of their words (Newell et al. 2018). Source: the right "
    "one among the matched. Author given: the author's words counted as a source's voice. Sources off: mean error of "
    "the number of sources of an article. Token heads: linear, on hidden states (layers 2, 4, 6) of the shared "
    "encoder, which stays frozen, over paragraphs; a comparison, not in the product. Labels, ms: processor time for "
    "the labels of one article, on a busy machine; for the heads this is a second pass of the encoder."
)
Rows = Sequence[Mapping[str, Any]]


def table(measured: Sequence[Measured]) -> dict[str, float]:
    """The figures of many articles, rounded."""
    counts: Counter[str] = Counter()
    for each, _ in measured:
        counts.update(each)
    told = figures(counts) | shares.compare([portions for _, portions in measured])
    return {name: round(value, 4) for name, value in told.items()}


def seen(rows: Rows) -> dict[str, dict[str, float]]:
    """The layers of the package's own model."""
    return {
        name: table([measure(row, extract) for row in rows]) for name, extract in layers(tagger.load(GRAMMAR)).items()
    }


def unseen(rows: Rows, corpus: Path) -> dict[str, float]:
    """Both layers united, on publishers that the tagger was kept from."""
    publishers = [name for name, _ in Counter(row["publisher"] for row in rows).most_common()]
    measured: list[Measured] = []
    for half in (set(publishers[::2]), set(publishers[1::2])):
        model = fit((each for each in read(corpus) if each.row["publisher"] not in half), Fit())
        united = layers(tagger.open_model(model))["union"]
        measured += [measure(row, united) for row in rows if row["publisher"] in half]
    return table(measured)


def passages() -> dict[str, float]:
    """Our own fresh passages, in fields the tagger never saw."""
    total = sum(map(tally, FRESH), Tally())
    return {"passages": len(FRESH), "span F": round(total.f, 4), "source right": round(total.source / total.hit, 4)}


def heads_beside(rows: Rows, corpus: Path) -> dict[str, dict[str, float]]:
    """Token heads by themselves and with the rules, and what the labels of an article cost."""
    encoder = heads.States()
    fitted = heads.learn(corpus, encoder)
    ways = zip(HEADS, heads.ways(fitted, encoder), strict=True)
    told = {name: table([measure(row, extract) for row in rows]) for name, extract in ways}
    by_heads, by_tagger = heads.cost(rows, fitted, encoder)
    told[HEADS[0]] |= {"labels, ms": round(by_heads, 1), "the tagger's, ms": round(by_tagger, 1)}
    return told


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(prog="training.tagger.figures", description="Write the figures of attribution.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--halves", action="store_true")
    parser.add_argument("--heads", action="store_true")
    options = parser.parse_args()
    rows = [json.loads(line) for line in (options.folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    held = json.loads(PATH.read_text(encoding="utf-8")) if PATH.exists() else {}
    right, asked = pronouns.count(rows)
    told: dict[str, Any] = {"method": METHOD, **seen(rows)}
    told[UNSEEN] = unseen(rows, options.folder / "train.jsonl") if options.halves else held.get(UNSEEN, {})
    kept = {name: held[name] for name in HEADS if name in held}
    told |= heads_beside(rows, options.folder / "train.jsonl") if options.heads else kept
    told |= {"pronouns": {"judged by hand": asked, "right": right}, "own passages": passages()}
    PATH.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
