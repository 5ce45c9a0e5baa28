"""The sum of all heads' losses for one batch; a head without a target in an example adds nothing for it."""

import torch
from torch import Tensor
from torch.nn import functional

from training.encoder.batches import TECHNIQUE_PLACES, Batch
from training.encoder.config import Config
from training.encoder.heads import ATTRIBUTION, FRAMES, SENTENCE, TECHNIQUES, TOKEN


def cross_entropy(logits: Tensor, targets: Tensor, weight: Tensor | float = 1.0) -> Tensor:
    """Binary cross-entropy, 0 where the target is NaN."""
    known = ~targets.isnan()
    filled = torch.where(known, targets, torch.zeros_like(targets))
    loss = functional.binary_cross_entropy_with_logits(logits, filled, reduction="none")
    return loss * known * weight


def sentence_loss(logits: Tensor, batch: Batch, config: Config) -> Tensor:
    """One number per example."""
    frames = dict.fromkeys(FRAMES, config.losses["frames"] / len(FRAMES))
    scale = [{**config.losses, **frames}[head] for head in SENTENCE]
    return (cross_entropy(logits, batch.sentence) * logits.new_tensor(scale)).sum(1)


def token_loss(logits: Tensor, batch: Batch, config: Config) -> Tensor:
    """One number per example: the mean over its word pieces of each head's loss, marked pieces weighing more."""
    kinds = {**dict.fromkeys(TECHNIQUES, "technique"), **dict.fromkeys(ATTRIBUTION, "attribution")}
    shares = {"technique": 1 / 5, "attribution": 1 / len(ATTRIBUTION)}  # of a kind's heads in its weight
    named = [kinds.get(head, head) for head in TOKEN]
    positive = [config.positive[kind] for kind in named]
    scale = [config.losses[kind] * shares.get(kind, 1.0) for kind in named]
    more = 1 + (logits.new_tensor(positive) - 1) * torch.nan_to_num(batch.token)
    loss = cross_entropy(logits, batch.token, more) * logits.new_tensor(scale)
    return loss.sum((1, 2)) / batch.mask.sum(1)


def choice_loss(logits: Tensor, batch: Batch) -> Tensor:
    """Which technique, for each given span: cross-entropy over the mean logits of its word pieces."""
    if not batch.spans:
        return logits.new_zeros(())
    means = [logits[row, first:last, TECHNIQUE_PLACES].mean(0) for row, first, last, _ in batch.spans]
    gold = torch.tensor([technique for *_, technique in batch.spans], device=logits.device)
    return functional.cross_entropy(torch.stack(means), gold, reduction="sum")


def total(sentence: Tensor, token: Tensor, batch: Batch, config: Config) -> Tensor:
    """The batch's loss: the mean over its examples."""
    each = sentence_loss(sentence, batch, config) + token_loss(token, batch, config)
    choice = config.losses["choice"] * choice_loss(token, batch)
    return ((each * batch.weight).sum() + choice) / len(batch.weight)
