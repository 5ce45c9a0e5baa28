"""All figures of one stage's weights, straight from torch: `python -m training.encoder.compare --data FOLDER
--out FOLDER --stage NAME [--config FILE]`, to compare bases and recipes before anything is exported. Writes
`out`/compare-NAME.json.

The same held-out parts and thresholds as `finish` measures, without calibration and in 32 (or 16) bits; of the largest
sets a sample, of each article for its frames the first sentences.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from training.data.examples import Example, Part
from training.data.gather import gather
from training.encoder import articles, measure, other_languages, techniques
from training.encoder.base import prepare
from training.encoder.config import DEFAULT, read
from training.encoder.reading import Reader

if TYPE_CHECKING:
    from training.encoder.tables import Read

HELD = frozenset(
    """babe ptc clickbait checkthat semeval slavic subjective checkworthy clickbait_es annolexical wikinews
    polnear""".split()
)
LARGE = frozenset({"checkworthy", "annolexical", "polnear"})
MOST = 600  # examples of a large corpus in one language and part
FIRST = 15  # sentences of an article
Table = dict[str, Any]


def sample(examples: Sequence[Example]) -> list[Example]:
    """`examples` with at most MOST of a large corpus's in each language and part, the same ones each time."""
    counts: Counter[tuple[str, str, Part]] = Counter()
    out = []
    for each in sorted(examples, key=lambda each: sha256(each.text.encode()).digest()):
        kind = each.corpus, each.language, each.part
        counts[kind] += 1
        if each.corpus not in LARGE or counts[kind] <= MOST:
            out.append(each)
    return out


def readings(reader: Reader, data: Path) -> measure.Readings:
    """Everything held out, through the network."""
    held = sample([each for each in gather(data) if each.part is not Part.TRAIN and each.corpus in HELD])
    reader.prepare(each.text for each in held)
    by: dict[tuple[str, Part], list[Read]] = defaultdict(list)
    for each in held:
        by[each.corpus, each.part].append((each, reader.read(each.text)))
    return measure.Readings(by)


def tables(reader: Reader, data: Path) -> Table:
    """Figures by name."""
    read_all = readings(reader, data)
    table: Table = dict(measure.figures(read_all, data))
    chooser = techniques.fit(read_all.by["ptc", Part.DEV], data)
    table["technique"] = techniques.micro_f1(chooser, read_all.by["ptc", Part.TEST], data)
    english, others = ([replace(each, sentences=each.sentences[:FIRST]) for each in part]
                       for part in (articles.english(data), articles.others(data)))  # fmt: skip
    for name, framed in (("frames", english), ("frames, six languages", [*english, *others])):
        reader.prepare(text for article in framed for text in article.sentences)
        _, table[name] = articles.fit_frames(reader, framed)
    return {**table, **other_languages.figures(read_all)}


def short(table: Table) -> dict[str, float]:
    """What the issue asks to be seen, a number each."""
    numbers = {
        "loaded F1": table["babe"]["macro_f1"],
        "loaded AUC": table["babe"]["auc"],
        "within outlet AUC": table["babe"]["within_outlet_auc_mean"],
        "words F1": table["words"]["model"].f1,
        "spans F1": table["identification"]["test"].f1,
        "technique": table["technique"]["micro_f1"],
        "bait": table["clickbait"]["spearman"],
        "bait, network alone": table["clickbait"]["spearman of the network alone"],
        "subjective en": table["checkthat"]["macro_f1"],
        "frames en": table["frames"]["micro_f1"],
    }
    numbers |= {f"charged {k}": v["auc"] for k, v in table["charged"].items()}
    numbers |= {f"charged pieces {k}": v["auc_of_pieces"] for k, v in table["charged"].items()}
    numbers |= {f"spans {k}": v["found"].f1 for k, v in table["spans"].items()}
    numbers |= {f"subjective {k}": v["macro_f1"] for k, v in table["subjective"].items()}
    numbers |= {f"frames {k}": v for k, v in table["frames, six languages"]["micro_f1_by_language"].items()}
    numbers |= {f"check-worthy {k}": v["f1"] for k, v in table["check-worthy"].items()}
    numbers |= {"clickbait es AUC": table["clickbait, Spanish"]["es"]["auc"]}
    numbers |= {"AnnoLexical AUC": table["AnnoLexical, outlets never seen"]["en"]["auc"]}
    for name in ("German", "English"):
        numbers |= {f"{head} {name}": v["found"].f1 for head, v in table[f"attribution, {name}"].items()}
    return {name: round(float(number), 4) for name, number in numbers.items()}


def main() -> None:
    """Measure, write, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=DEFAULT)
    parser.add_argument("--stage", required=True)
    given = parser.parse_args()
    torch.set_num_threads(1)
    config = read(given.config)
    base = prepare(config.base, given.data, given.out)
    table = tables(Reader(torch.load(given.out / f"{given.stage}.pt"), base, config), given.data)
    whole = {"short": short(table), **table}
    path = given.out / f"compare-{given.stage}.json"
    path.write_text(json.dumps(whole, indent=1, default=float) + "\n", encoding="utf-8")
    print(json.dumps(whole["short"], indent=1))


if __name__ == "__main__":
    main()
