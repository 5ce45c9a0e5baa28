"""Leave one outlet out: how the network does on an outlet that it never saw. `python -m training.encoder.outlets
--data FOLDER --out FOLDER [--outlet NAME …]`, after the intermediate stage (which has no BABE in it) is done.

Each outlet in turn is left out of the final stage's BABE examples; the other corpora are left out of this stage, to
keep it short, and one seed is trained, so the figures are a lower bound of what the whole recipe reaches. With remarks
is how a report weighs the same probabilities, but for remarks of rules alone: the model neither adds nor drops any.
"""

import argparse
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import torch

from detector.dimensions.wording.sentence_rating import chance
from training.data.corpora import babe
from training.data.examples import Example, Part
from training.encoder.balance import weigh
from training.encoder.base import Base, prepare
from training.encoder.batches import by_length, collate, encode
from training.encoder.config import DEFAULT, Config, Stage, read
from training.encoder.metrics import auc, macro_f1
from training.encoder.network import DEVICE, Network, fast
from training.encoder.stages import State, train
from training.encoder.wording import flags

SMALLEST = 90


def scores(state: State, examples: list[Example], config: Config, base: Base) -> list[float]:
    """The loaded probability of each example, in order."""
    net, tokens = Network(base, config.dropout, config.head_seed), base.tokenizer()
    net.load_state_dict(state)
    net.to(DEVICE).eval()
    rows = [encode(example, tokens, config.max_pieces) for example in examples]
    out = [0.0] * len(rows)
    with torch.no_grad(), fast():
        for places in by_length([len(row.pieces) for row in rows], 1600):
            batch = collate([rows[place] for place in places]).to(DEVICE)
            found = net(batch.pieces, batch.mask)[0][:, 0].float().sigmoid()
            for place, score in zip(places, found.tolist(), strict=True):
                out[place] = score
    return out


def leave_out(outlet: str, data: Path, config: Config, base: Base, out: Path) -> dict[str, object]:
    """Train on all other outlets, measure on `outlet`: macro-F1 at 0.5 and AUC, of the network and with remarks."""
    everything = list(babe(data))
    rest = [replace(each, part=Part.TRAIN) for each in everything if each.outlet.lower() != outlet.lower()]
    held = [each for each in everything if each.outlet.lower() == outlet.lower()]
    folder = out / f"without-{outlet.lower().replace(' ', '-')}"
    folder.mkdir(parents=True, exist_ok=True)
    stage = Stage(rate=config.stages["final"].rate, epochs=3, quotas={"babe": len(rest)})
    alone = replace(config, stages={"outlet": stage})
    start = torch.load(out / "intermediate.pt")
    state = train("outlet", weigh(rest, config.balance), alone, base, seed=1, start=start, out=folder)
    found = scores(state, held, config, base)
    said = [chance(score, flagged=bool(flags(each))) for score, each in zip(found, held, strict=True)]
    gold = [each.label == "Biased" for each in held]
    told: dict[str, object] = {"outlet": outlet, "n": len(held), "biased": sum(gold)}
    for name, judged in (("alone", found), ("with_remarks", said)):
        told[name] = {"macro_f1": macro_f1(gold, judged, 0.5), "auc": auc(gold, judged)}
    return told


def main() -> None:
    """Each outlet named, or each with at least SMALLEST sentences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=DEFAULT)
    parser.add_argument("--outlet", action="append")
    arguments = parser.parse_args()
    counts = Counter(each.outlet for each in babe(arguments.data))
    chosen = arguments.outlet or [outlet for outlet, count in counts.most_common() if count >= SMALLEST]
    config = read(arguments.config)
    base = prepare(config.base, arguments.data, arguments.out)
    for outlet in chosen:
        figures = leave_out(outlet, arguments.data, config, base, arguments.out)
        with (arguments.out / "outlets.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
