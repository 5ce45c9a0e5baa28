"""The command line: `python -m training.encoder --data FOLDER --out FOLDER [--config FILE] [--only STEP]`."""

import argparse
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import torch

from training.data.examples import Part
from training.data.gather import gather
from training.encoder.balance import weigh
from training.encoder.base import prepare
from training.encoder.config import DEFAULT, Config, read
from training.encoder.heal import HEALED, heal
from training.encoder.stages import average, train


def note(out: Path, **facts: object) -> None:
    """Append one line to the run's log."""
    with (out / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(facts) + "\n")


def data_hashes(folder: Path) -> dict[str, str]:
    """The sha256 of every set in the data folder."""
    paths = sorted(folder.rglob("*.jsonl"))
    return {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in paths}


def one(arguments: argparse.Namespace, config: Config) -> None:
    """One stage with one seed, from the averaged weights of the stage before."""
    stage, data, out = arguments.only, arguments.data, arguments.out
    wanted = config.stages[stage].quotas
    examples = weigh(gather(data, arguments.soft), config.balance)
    pool = [each for each in examples if each.part is Part.TRAIN and each.corpus in wanted]
    order = list(config.stages)
    place = order.index(stage)
    before = out / (f"{order[place - 1]}.pt" if place else HEALED)
    start = torch.load(before) if place or config.heal else None
    train(stage, pool, config, prepare(config.base, data, out), seed=arguments.seed, start=start, out=out)


def whole(stage: str, arguments: argparse.Namespace, config: Config) -> None:
    """One stage with all its seeds, one process each and at most `--jobs` at a time, then the mean of their weights."""
    if (arguments.out / f"{stage}.pt").exists():
        return
    command = [sys.executable, "-m", "training.encoder", "--data", str(arguments.data), "--out", str(arguments.out)]
    command += ["--config", str(arguments.config), "--only", stage]
    command += ["--soft", str(arguments.soft)] if arguments.soft else []
    seeds = config.seeds[: config.stages[stage].seeds or None]
    waiting = [seed for seed in seeds if not (arguments.out / f"{stage}-{seed}.pt").exists()]
    with ThreadPoolExecutor(arguments.jobs) as pool:
        codes = list(pool.map(lambda seed: subprocess.call([*command, "--seed", str(seed)]), waiting))
    if any(codes):
        sys.exit(f"stage {stage} failed; run the same command again to go on from the last checkpoint")
    states = [torch.load(arguments.out / f"{stage}-{seed}.pt") for seed in seeds]
    torch.save(average(states), arguments.out / f"{stage}.pt")


def main() -> None:
    """The whole way, or one stage with one seed."""
    parser = argparse.ArgumentParser(prog="training.encoder", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=DEFAULT)
    parser.add_argument("--soft", type=Path, help="a teacher's labels (training.encoder.teacher), a set of their own")
    parser.add_argument("--only", metavar="STAGE")
    parser.add_argument("--jobs", type=int, default=4, help="seeds trained at the same time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--train-only", action="store_true", help="stop after the last stage: no figures, no export")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    config = read(arguments.config)
    if arguments.only:
        one(arguments, config)
        return
    base = prepare(config.base, arguments.data, arguments.out)
    note(arguments.out, config=asdict(config), base_sha256=base.sha256,
         data_sha256=data_hashes(arguments.data), torch=torch.__version__)  # fmt: skip
    if config.heal and not (arguments.out / HEALED).exists():
        heal(config.heal, config, base, arguments.data, arguments.out)
    for stage in config.stages:
        whole(stage, arguments, config)
    if arguments.train_only:
        return
    from training.encoder.finish import finish  # noqa: PLC0415 - the stages before do without the product

    last = torch.load(arguments.out / f"{list(config.stages)[-1]}.pt")
    table = finish(last, config, base, arguments.data, arguments.out)
    note(arguments.out, figures=table)


if __name__ == "__main__":
    main()
