"""Reads texts with a network that is still being trained, in batches, as the product reads them: in windows."""

from collections.abc import Iterable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from detector.encoder.network import Pass
from detector.encoder.windows import cut, join_tokens, join_whole
from training.encoder.base import Base
from training.encoder.batches import by_length
from training.encoder.config import Config
from training.encoder.network import DEVICE, Network, fast
from training.encoder.stages import State

BUDGET = 3200  # word pieces of one batch
Floats = NDArray[np.float32]
Window = tuple[Floats, Floats, Floats]


def _probabilities(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


class Reader:
    """A network with the weights `state`; `read` gives what the product's own network gives for one text."""

    def __init__(self, state: State, base: Base, config: Config) -> None:
        self._tokens = base.tokenizer()
        self._first, self._last = self._tokens.encode("").ids
        self._net = Network(base, config.dropout, config.head_seed)
        self._net.load_state_dict(state)
        self._net.to(DEVICE).eval()
        self._known: dict[str, Pass] = {}

    def read(self, text: str) -> Pass:
        """The probabilities of all heads for one text; offsets are code points of `text`."""
        self.prepare([text])
        return self._known[text]

    def prepare(self, texts: Iterable[str]) -> None:
        """Read `texts` in batches, so that `read` has them at hand."""
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        encodings = self._tokens.encode_batch(new, add_special_tokens=False)
        windows = [cut(len(encoding.ids)) for encoding in encodings]
        pieces = [e.ids[first:last] for e, cuts in zip(encodings, windows, strict=True) for first, last in cuts]
        parts = iter(self._windows(pieces))
        for text, encoding, cuts in zip(new, encodings, windows, strict=True):
            mine = [next(parts) for _ in cuts]
            self._known[text] = self._joined(cuts, mine, encoding.offsets)

    def forget(self) -> None:
        """Forget what was read."""
        self._known.clear()

    def _joined(self, cuts: list[tuple[int, int]], parts: list[Window], offsets: list[tuple[int, int]]) -> Pass:
        sentences, tokens, vectors = ([part[place] for part in parts] for place in range(3))
        sentence = join_whole(cuts, sentences) if offsets else sentences[0]
        vector = join_whole(cuts, vectors) if offsets else vectors[0]
        token = join_tokens(cuts, tokens)
        length = max(float(np.linalg.norm(vector)), 1e-9)
        return Pass(_probabilities(sentence), _probabilities(token), tuple(offsets), vector / length)

    def _windows(self, pieces: Sequence[list[int]]) -> list[Window]:
        """What the network says of each window, in order."""
        framed = [[self._first, *each, self._last] for each in pieces]
        out: dict[int, Window] = {}
        with torch.no_grad(), fast():
            for places in by_length([len(each) for each in framed], BUDGET):
                width = max(len(framed[place]) for place in places)
                ids, mask = (torch.zeros(len(places), width, dtype=torch.long) for _ in range(2))
                for row, place in enumerate(places):
                    ids[row, : len(framed[place])] = torch.tensor(framed[place])
                    mask[row, : len(framed[place])] = 1
                found = [each.float().cpu().numpy() for each in self._net(ids.to(DEVICE), mask.to(DEVICE))]
                for row, place in enumerate(places):
                    last = len(framed[place]) - 1
                    out[place] = (found[0][row], found[1][row, 1:last], found[2][row])
        return [out[place] for place in range(len(framed))]
