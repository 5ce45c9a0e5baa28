"""Teaches a network of which layers were left out to give what the whole one gives, from texts without any label: after
each layer the hidden states that the whole one has there (as TinyBERT does, Jiao et al. 2020)."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.data.examples import Part
from training.data.gather import gather
from training.encoder.base import Base, kept_layers
from training.encoder.batches import by_length
from training.encoder.config import Config, Heal
from training.encoder.network import DEVICE, Network, fast
from training.encoder.stages import EVERY, rate_at

HEALED = "healed.pt"
CHUNK = 1200  # texts from which batches of like lengths are cut
Rows = list[list[int]]


def _batches(texts: list[str], tokens: Tokenizer, config: Config, steps: int) -> list[Rows]:
    """The word pieces of `texts` in as many batches as there are steps, the same ones each time."""
    rng = Random(config.head_seed)  # noqa: S311 - draws that can be repeated, no secrets
    batches: list[Rows] = []
    while len(batches) < steps:
        some = rng.sample(texts, min(CHUNK, len(texts)))
        rows = [encoding.ids[: config.max_pieces] for encoding in tokens.encode_batch(some)]
        cut = [[rows[place] for place in places] for places in by_length(list(map(len, rows)), config.batch_pieces)]
        rng.shuffle(cut)
        batches += cut
    return batches[:steps]


def _states(net: Network, pieces: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
    """The hidden states after each layer."""
    found = net.bert(input_ids=pieces, attention_mask=mask, output_hidden_states=True).hidden_states
    return tuple(found[1:])


def _apart(small: tuple[Tensor, ...], whole: tuple[Tensor, ...], kept: list[int], mask: Tensor) -> Tensor:
    """How far the layers are from those that they stand for, as a share of what these vary, on average."""
    seen = mask.bool()
    errors = []
    for mine, place in zip(small, kept, strict=True):
        aim = whole[place][seen].float()
        errors.append(((mine[seen].float() - aim) ** 2).mean() / aim.var())
    return torch.stack(errors).mean()


class _Healing:
    """The healing under way: the small and the whole network, and where it stands."""

    def __init__(self, how: Heal, config: Config, base: Base, checkpoint: Path) -> None:
        self.how, self.config, self.checkpoint = how, config, checkpoint
        self.kept = kept_layers(base.depth, base.layers)
        self.small, self.whole = (
            Network(each, config.dropout, config.head_seed).to(DEVICE).eval()  # dropout would only blur the aim
            for each in (base, replace(base, layers=base.depth))
        )
        for name, weights in self.small.named_parameters():
            weights.requires_grad_(name.startswith("bert.encoder.layer."))
        self.weights = [each for each in self.small.parameters() if each.requires_grad]
        self.optimizer = torch.optim.AdamW(
            self.weights, betas=(0.9, 0.98), weight_decay=config.weight_decay, fused=True
        )
        self.step = 0
        if checkpoint.exists():
            state = torch.load(checkpoint, map_location=DEVICE)
            self.small.load_state_dict(state["net"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step = state["step"]

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        part = self.checkpoint.with_suffix(".part")
        torch.save({"net": self.small.state_dict(), "optimizer": self.optimizer.state_dict(), "step": self.step}, part)
        part.replace(self.checkpoint)

    def learn(self, rows: Rows) -> float:
        """One step; its loss."""
        pieces = nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True).to(DEVICE)
        sizes = torch.tensor([len(row) for row in rows], device=DEVICE)
        mask = (torch.arange(pieces.shape[1], device=DEVICE) < sizes[:, None]).long()
        for group in self.optimizer.param_groups:
            group["lr"] = self.how.rate * rate_at(self.step, self.how.steps, self.config.warm_up)
        with fast():
            with torch.no_grad():
                aims = _states(self.whole, pieces, mask)
            loss = _apart(_states(self.small, pieces, mask), aims, self.kept, mask)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.weights, self.config.clip)
        self.optimizer.step()
        self.step += 1
        return float(loss.detach())


def heal(how: Heal, config: Config, base: Base, data: Path, out: Path) -> None:
    """Write `out`/healed.pt, the network that the first stage starts from; a run that was cut off goes on."""
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    healing = _Healing(how, config, base, out / "healing.checkpoint")
    texts = [each.text for each in gather(data) if each.part is Part.TRAIN]
    losses: list[float] = []
    for rows in _batches(texts, base.tokenizer(), config, how.steps)[healing.step :]:
        losses.append(healing.learn(rows))
        if healing.step % EVERY == 0 or healing.step == how.steps:
            healing.save()
            line = {"stage": "heal", "step": healing.step, "of": how.steps, "loss": sum(losses) / len(losses)}
            with (out / "log.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps(line) + "\n")
            losses.clear()
    torch.save({name: each.cpu() for name, each in healing.small.state_dict().items()}, out / HEALED)
