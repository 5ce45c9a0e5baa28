"""Teaches the packaged network how an editor marks: `python -m training.encoder.editor --data FOLDER --out FOLDER`.

It goes on from the weights in the package. Heads of their own learn which words of a sentence and of a headline an
editor marks (`training.data.annotated`), whether any of them, and whether a headline is loud; all that the network gave
before, its vectors too, is held to what it gave (distillation, Hinton et al. 2015), so that tables fitted on it stay
fit. `OUT/model` is the folder that Undertone loads; `OUT/editor.pt` has the weights in 32-bit numbers.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn

from detector.encoder import HOME
from detector.encoder.files import ARTICLES, MANIFEST, NETWORK
from training.data.examples import Example
from training.data.lessons import lessons
from training.data.swaps import swapped
from training.encoder import export
from training.encoder.base import Base, minilm
from training.encoder.batches import Batch, Encoded, by_length, collate, encode
from training.encoder.heads import EDITED_SENTENCE, EDITED_TOKEN
from training.encoder.losses import cross_entropy
from training.encoder.network import DEVICE, Network, fast
from training.encoder.packaged import state
from training.encoder.stages import State, rate_at

MOST, SHORTEST, BUDGET = 160, 4, 1600  # word pieces of an example, at most and at least, and of a batch
RATE, HEAD_RATE, WARM_UP, CLIP, DECAY = 6e-5, 5e-4, 0.08, 1.0, 0.01
WORD, SENTENCE, HELD = 3.0, 1.0, 0.15  # what the losses of words, of sentences and of what is held weigh
MARKED = 3.0  # how much more a marked word piece weighs than an unmarked one
SWAPPED = 0.5  # chance that the parties of a text change places
EVERY = 20  # of the texts one shows how wide the network's channels are


class Lesson:
    """The network that learns, beside the one that it goes on from."""

    def __init__(self, base: Base, weights: Path, outputs: dict[str, list[str]], seed: int) -> None:
        self.base, self.places = base, {kind: len(names) for kind, names in outputs.items()}
        self.sentence = (*outputs["sentence"], *EDITED_SENTENCE)
        self.token = (*outputs["token"], *EDITED_TOKEN)
        self.net, self.before = self.network(seed), self.network(seed)
        start = state(weights, self.net.state_dict())
        for net in (self.net, self.before):
            net.load_state_dict(start)
            net.to(DEVICE)
        self.before.eval()
        bodies = [weights for name, weights in self.net.named_parameters() if name.startswith("bert.encoder")]
        heads = [weights for head in (self.net.sentence, self.net.token) for weights in head.parameters()]
        groups = [{"params": bodies, "lr": RATE, "peak": RATE}, {"params": heads, "lr": HEAD_RATE, "peak": HEAD_RATE}]
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, weight_decay=DECAY)

    def network(self, seed: int) -> Network:
        """A network with the heads of the packaged one and the editor's."""
        return Network(self.base, head_seed=seed, sentence=self.sentence, token=self.token)

    def learn(self, batch: Batch, scale: float) -> float:
        """One step with the rates times `scale`; its loss."""
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * scale
        with fast():
            given = self.net(batch.pieces, batch.mask)
            with torch.no_grad():
                held = self.before(batch.pieces, batch.mask)
        loss = self.loss(batch, [each.float() for each in given], [each.float() for each in held])
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), CLIP)
        self.optimizer.step()
        return float(loss.detach())

    def loss(self, batch: Batch, given: Sequence[Tensor], held: Sequence[Tensor]) -> Tensor:
        """What the editor's heads miss, and how far all others have gone from what they gave."""
        first, piece = self.places["sentence"], self.places["token"]
        seen = batch.mask.unsqueeze(-1)
        more = 1 + (MARKED - 1) * torch.nan_to_num(batch.token)
        words = _mean(cross_entropy(given[1][..., piece:], batch.token, more), batch.token)
        lines = _mean(cross_entropy(given[0][:, first:], batch.sentence), batch.sentence)
        moved = (given[0] - held[0])[:, :first].square().mean() + (given[2] - held[2]).square().mean(0).sum()
        moved = moved + ((given[1] - held[1])[..., :piece].square().mean(-1, keepdim=True) * seen).sum() / seen.sum()
        return WORD * words + SENTENCE * lines + HELD * moved


def _mean(losses: Tensor, targets: Tensor) -> Tensor:
    """The mean over the targets that are known."""
    return losses.sum() / (~targets.isnan()).sum().clamp_min(1)


def _epoch(examples: Sequence[Example], base: Base, rng: Random) -> list[list[Encoded]]:
    tokens = base.tokenizer()
    drawn = [swapped(each, rng) if rng.random() < SWAPPED else each for each in examples]
    rows = [encode(each, tokens, MOST, EDITED_SENTENCE, EDITED_TOKEN) for each in drawn]
    rows = [row for row in rows if len(row.pieces) >= SHORTEST]
    rng.shuffle(rows)
    batches = [[rows[place] for place in places] for places in by_length([len(row.pieces) for row in rows], BUDGET)]
    rng.shuffle(batches)
    return batches


def teach(lesson: Lesson, examples: Sequence[Example], epochs: int, seed: int) -> State:
    """The weights after `epochs` over `examples`."""
    torch.manual_seed(seed)
    rng = Random(seed)  # noqa: S311 - draws that can be repeated, no secrets
    steps = [rows for _ in range(epochs) for rows in _epoch(examples, lesson.base, rng)]
    lesson.net.train()
    losses: list[float] = []
    for place, rows in enumerate(steps):
        losses.append(lesson.learn(collate(rows).to(DEVICE), rate_at(place, len(steps), WARM_UP)))
        if not (place + 1) % 50:
            print(f"step {place + 1} of {len(steps)}: {sum(losses[-50:]) / 50:.4f}", flush=True)
    return {name: weights.cpu() for name, weights in lesson.net.state_dict().items()}


def write(lesson: Lesson, weights: State, texts: Sequence[str], out: Path) -> None:
    """`out`/model with the tables and thresholds of the package, evened out over `texts`."""
    net = lesson.network(0)
    net.load_state_dict(weights)
    folder, manifest = out / "model", json.loads((HOME / MANIFEST).read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    export.smooth(net, lesson.base.tokenizer(), texts, MOST)
    export.write_float(net.eval(), out / "float.onnx")
    export.write_small(out / "float.onnx", folder / NETWORK)
    tables = json.loads((HOME / ARTICLES).read_text(encoding="utf-8"))
    outputs = {"sentence": lesson.sentence, "token": lesson.token}
    licence = (HOME / "LICENSE").read_text(encoding="utf-8")
    export.write_folder(lesson.base, licence, folder, manifest["thresholds"], tables, outputs=outputs)


def main() -> None:
    """Learn, write, and say where."""
    parser = argparse.ArgumentParser(prog="training.encoder.editor", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--known", type=int, default=0, help="stories from the first whose bodies it has learnt before")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    named = json.loads((HOME / MANIFEST).read_text(encoding="utf-8"))["outputs"]
    own = {"sentence": EDITED_SENTENCE, "token": EDITED_TOKEN}  # of a network that an editor taught before
    outputs = {kind: [name for name in names if name not in own[kind]] for kind, names in named.items()}
    lesson = Lesson(minilm(), HOME / NETWORK, outputs, given.seed)
    examples = list(lessons(given.data, given.known))
    weights = teach(lesson, examples, given.epochs, given.seed)
    torch.save(weights, given.out / "editor.pt")
    write(lesson, weights, [each.text for each in examples[::EVERY]], given.out)
    print(given.out / "model")


if __name__ == "__main__":
    main()
