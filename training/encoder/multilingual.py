"""From trained weights to the folder that the product loads for languages other than English:
`python -m training.encoder.multilingual --data FOLDER --out FOLDER [--config FILE] --stage NAME --to FOLDER`.

Word pieces of those languages alone, their table in 4 bits, the rest in 8; probabilities fitted by language on
development parts, and figures on test parts that nothing was chosen on."""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from detector.encoder.decoding import pieces, word_inputs
from detector.encoder.files import check
from detector.encoder.log_odds import logits
from detector.encoder.network import Network, Pass
from training.data.examples import Example, Part
from training.data.gather import gather
from training.encoder import articles, export, half_table, trimming
from training.encoder.base import Base, prepare
from training.encoder.calibration import platt
from training.encoder.config import Config, read
from training.encoder.metrics import GRID, auc, macro_f1
from training.encoder.provenance import licence
from training.encoder.stages import State
from training.encoder.wording import regress

DEFAULT = Path(__file__).with_name("multilingual.toml")
LANGUAGES = ("de", "es", "fr", "it", "pl", "ru")
PIECES = 50_000
FIRST = 15  # sentences of an article that tell its frames
EVERY = 40  # of the training examples one shows how wide the network's channels are
WORDS = ("word", "span", "Loaded_Language", "Name_Calling,Labeling")
OUTPUTS = {  # the product's names of the heads, and the network's own
    "sentence": {"loaded": "charged", "subjective": "subjective", "bait": "bait"},
    "token": {name: name for name in WORDS},
}
SETS = {"loaded": "semeval", "subjective": "subjective", "bait": "clickbait_es"}  # that measure a head
HELD = (Part.DEV, Part.TEST)
LOGITS = 4  # of a word: all the same here
LEXICAL = frozenset({"Loaded_Language", "Name_Calling,Labeling"})
LEAST = 0.5  # of a target that counts
Read = tuple[Example, Pass]
Table = dict[str, Any]


def write(base: Base, state: State, config: Config, texts: Sequence[Example], folder: Path) -> Base:
    """The network as `folder`/model.onnx; its trimmed base, whose folder lies beside the training's own."""
    small = trimming.trimmed(base, state, [each.text for each in texts], PIECES, base.folder.with_name("small"))
    net = trimming.network(small, state, OUTPUTS)
    shown = [each.text for each in texts if each.part is Part.TRAIN][::EVERY]
    export.smooth(net, small.tokenizer(), shown, config.max_pieces)
    folder.mkdir(parents=True, exist_ok=True)
    whole = small.folder / "float.onnx"
    export.write_float(net.eval(), whole)
    export.write_small(whole, folder / "model.onnx", kinds=["MatMul"])
    half_table.shrink(folder / "model.onnx")
    return small


def target(example: Example, head: str) -> bool:
    """Whether a sentence is what `head` tells."""
    return example.sentence[OUTPUTS["sentence"][head]] >= LEAST


def fitted(reads: Sequence[Read], head: str) -> tuple[tuple[float, float], Table]:
    """Slope and shift of a sentence head in one language, by the development part; its figures on the test part."""
    place = list(OUTPUTS["sentence"]).index(head)
    odds = {part: logits([float(r.sentence[place]) for e, r in reads if e.part is part]) for part in HELD}
    gold = {part: [target(e, head) for e, _ in reads if e.part is part] for part in HELD}
    slope, shift = platt(odds[Part.DEV], np.array(gold[Part.DEV], float))
    known, found = ((1 / (1 + np.exp(-(slope * odds[part] + shift)))).tolist() for part in HELD)
    best = max(GRID, key=lambda least: macro_f1(gold[Part.DEV], known, least))
    told = {
        "n": len(found),
        "share": round(float(np.mean(gold[Part.TEST])), 3),
        "auc": round(auc(gold[Part.TEST], found), 3),
        "macro_f1": round(macro_f1(gold[Part.TEST], found, best), 3),
        "mean_probability": round(float(np.mean(found)), 3),
    }
    return (round(slope, 4), round(shift, 4)), told


def word_rows(reads: Sequence[Read], part: Part) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """What the judgement of each word of a part rests on, and whether it stands in a loaded or labelling passage."""
    heads, sentence = list(range(len(WORDS))), list(OUTPUTS["sentence"]).index("loaded")
    inputs, gold = [], list[bool]()
    for example, found in (pair for pair in reads if pair[0].part is part):
        spans = [(mark.start, mark.end) for mark in example.marks if mark.head in LEXICAL]
        words = [(at, first, last) for at, first, last in pieces(example.text, found.offsets, ()) if first < last]
        inputs.append(word_inputs(found, [(first, last) for _, first, last in words], heads, sentence))
        gold += [any(start < at[1] and at[0] < end for start, end in spans) for at, *_ in words]
    return np.concatenate(inputs), np.array(gold)


def judged(reads: Sequence[Read]) -> tuple[Table, Table]:
    """The judgement of a word in one language, by the development part; its figures on the test part."""
    inputs, gold = word_rows(reads, Part.DEV)
    weights, bias = regress(inputs.astype(np.float64), gold, strength=1.0)
    row, shift = np.round(weights, 3).tolist(), round(float(bias), 3)
    inputs, gold = word_rows(reads, Part.TEST)
    reached = auc(gold.tolist(), (inputs @ weights + bias).tolist())
    table = {"names": list(WORDS), "sentence": "loaded", "weights": [row] * LOGITS, "biases": [shift] * LOGITS}
    return table, {"words": len(gold), "share": round(float(gold.mean()), 4), "auc": round(reached, 3)}


def held_out(network: Network, examples: Sequence[Example]) -> dict[tuple[str, str], list[Read]]:
    """What the network says of the held-out examples, by the head that they measure and their language."""
    by: dict[tuple[str, str], list[Read]] = defaultdict(list)
    for head, corpus in SETS.items():
        for each in (each for each in examples if each.corpus == corpus and each.part is not Part.TRAIN):
            by[head, each.language].append((each, network.read(each.text)))
    return dict(sorted(by.items()))


def fit(network: Network, examples: Sequence[Example], framed: Sequence[articles.Framed]) -> tuple[Table, Table]:
    """The tables over the network's outputs, and its figures, by language."""
    tongues: Table = {code: {"fits": {}, "frames": False} for code in LANGUAGES}
    figures: Table = {}
    for (head, code), reads in held_out(network, examples).items():
        tongues[code]["fits"][head], figures[f"{head} {code}"] = fitted(reads, head)
        if head == "loaded":
            tongues[code]["words"], figures[f"words {code}"] = judged(reads)
    frames, figures["frames"] = articles.fit_frames(network, framed)
    for each in framed:
        tongues[each.language]["frames"] = True
    return {"frames": frames, "languages": tongues}, figures


def tables(folder: Path, base: Base, data: Path, config: Config, examples: Sequence[Example]) -> Table:
    """Write the other files of the folder that holds the network; every figure by language."""
    terms, outputs = licence(base.name, config.corpora), {kind: list(names) for kind, names in OUTPUTS.items()}
    more = {"unigram": True, "languages": list(LANGUAGES)}
    export.write_folder(base, terms, folder, {}, {}, outputs=outputs, more=more)
    framed = [replace(each, sentences=each.sentences[:FIRST]) for each in articles.others(data)]
    fits, figures = fit(Network(check(folder)), examples, framed)
    threshold = {"frame": round(figures["frames"]["threshold"], 2)}
    export.write_folder(base, terms, folder, threshold, fits, outputs=outputs, more=more)
    (folder / "figures.json").write_text(json.dumps(figures, indent=1, default=float) + "\n", encoding="utf-8")
    return figures


def main() -> None:
    """Export, fit, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="where the network was trained")
    parser.add_argument("--config", type=Path, default=DEFAULT)
    parser.add_argument("--stage", default="polish")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write")
    given = parser.parse_args()
    torch.set_num_threads(1)
    config = read(given.config)
    base, state = prepare(config.base, given.data, given.out), torch.load(given.out / f"{given.stage}.pt")
    examples = [each for each in gather(given.data) if each.language in LANGUAGES]
    small = write(base, state, config, examples, given.to)
    print(json.dumps(tables(given.to, small, given.data, config, examples), indent=1, default=float))


if __name__ == "__main__":
    main()
