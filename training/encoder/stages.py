"""Trains one stage with one seed; a run that was cut off goes on from its last checkpoint."""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn

from training.data.examples import Example
from training.encoder.base import Base
from training.encoder.batches import collate, epoch
from training.encoder.config import Config, Stage
from training.encoder.losses import total
from training.encoder.network import DEVICE, Network, fast

EVERY = 150
State = dict[str, torch.Tensor]


def _groups(net: Network, stage: Stage, config: Config) -> list[dict[str, Any]]:
    """Parameter groups: all below the layers frozen, lower layers slower, heads faster, no decay for vectors."""
    depth = net.bert.config.num_hidden_layers
    groups = []
    for name, weights in net.named_parameters():
        layer = int(name.split(".")[3]) if name.startswith("bert.encoder.layer.") else None
        if layer is None and name.startswith("bert."):
            weights.requires_grad_(False)
            continue
        rate = config.head_rate if layer is None else stage.rate * config.decay ** (depth - 1 - layer)
        decay = config.weight_decay if weights.ndim > 1 else 0.0
        groups.append({"params": [weights], "lr": rate, "weight_decay": decay, "peak": rate})
    return groups


def rate_at(step: int, steps: int, warm_up: float) -> float:
    """Linear up, then linear down to 0; 0..1."""
    rising = (step + 1) / (warm_up * steps)
    return min(1.0, rising, (steps - step) / ((1 - warm_up) * steps))


class Run:
    """One stage under way: network, optimizer, and where it stands."""

    def __init__(self, base: Base, stage: Stage, config: Config, start: State | None, checkpoint: Path) -> None:
        self.config, self.stage, self.checkpoint = config, stage, checkpoint
        self.net = Network(base, config.dropout, config.head_seed)
        if start:
            self.net.load_state_dict(start)
        self.net.to(DEVICE)
        self.optimizer = torch.optim.AdamW(_groups(self.net, stage, config), betas=(0.9, 0.98), eps=1e-6, fused=True)
        self.step = 0
        if checkpoint.exists():
            state = torch.load(checkpoint, map_location=DEVICE)
            self.net.load_state_dict(state["net"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step = state["step"]

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        part = self.checkpoint.with_suffix(".part")
        torch.save({"net": self.net.state_dict(), "optimizer": self.optimizer.state_dict(), "step": self.step}, part)
        part.replace(self.checkpoint)

    def learn(self, rows: Sequence[Any], steps: int) -> float:
        """One step; its loss."""
        batch = collate(rows).to(DEVICE)
        scale = rate_at(self.step, steps, self.config.warm_up)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * scale
        with fast():
            sentence, token, _ = self.net(batch.pieces, batch.mask)
        loss = total(sentence.float(), token.float(), batch, self.config)
        self.optimizer.zero_grad()
        loss.backward()
        weights = [each for group in self.optimizer.param_groups for each in group["params"]]
        nn.utils.clip_grad_norm_(weights, self.config.clip)
        self.optimizer.step()
        self.step += 1
        return float(loss.detach())


def train(
    name: str, pool: Sequence[Example], config: Config, base: Base, *, seed: int, start: State | None, out: Path
) -> State:
    """The weights after stage `name` over `pool` (training examples only), also written to `out`."""
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    stage, label = config.stages[name], f"{name}-{seed}"
    run = Run(base, stage, config, start, out / f"{label}.checkpoint")
    tokens, began, done = base.tokenizer(), time.monotonic(), 0
    torch.manual_seed(seed * 1000 + run.step)
    plan = [epoch(pool, stage, config, tokens, f"{seed}-{name}-{number}") for number in range(stage.epochs)]
    steps = [rows for batches in plan for rows in batches]
    run.net.train()
    losses: list[float] = []
    for rows in steps[run.step :]:
        losses.append(run.learn(rows, len(steps)))
        done += sum(len(row.pieces) for row in rows)
        if run.step % EVERY == 0 or run.step == len(steps):
            run.save()
            seconds = time.monotonic() - began
            line = {"stage": name, "seed": seed, "step": run.step, "of": len(steps), "loss": sum(losses) / len(losses),
                    "pieces_per_second": done / seconds, "seconds": seconds}  # fmt: skip
            with (out / "log.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps(line) + "\n")
            losses.clear()
    state = {key: weights.cpu() for key, weights in run.net.state_dict().items()}
    torch.save(state, out / f"{label}.pt")
    return state


def average(states: Sequence[State]) -> State:
    """The mean of several runs' weights, number by number."""
    return {name: torch.stack([state[name].float() for state in states]).mean(0).to(states[0][name].dtype)
            for name in states[0]}  # fmt: skip
