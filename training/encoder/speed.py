"""Speed and memory: `python -m training.encoder.speed MODEL_FOLDER [--peer]`, one thread, an article of 40 sentences.

With `--peer` a network of RoBERTa-base's size (random weights, torch, 32 bits) reads the same word pieces in turn.
"""

import argparse
import resource
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from detector.encoder import load
from training.encoder.probes import own_texts

ROUNDS = 7


def article() -> list[str]:
    """Forty sentences of news length, joined from our own."""
    texts = [text for kind in own_texts("sentences").values() for text in kind]
    return [" ".join((texts[place], texts[place + 40], texts[place + 80])) for place in range(40)]


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """The best wall time and the best processor time of ROUNDS rounds."""
    walls, processors = [], []
    for _ in range(ROUNDS):
        wall, processor = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        processors.append(time.process_time() - processor)
    return min(walls), min(processors)


def memory() -> float:
    """Highest resident memory so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def peer() -> Callable[[list[list[int]]], None]:
    """A 12-layer encoder of 768 dimensions in 32 bits: batches of eight, sorted by length."""
    import torch  # noqa: PLC0415 - only wanted here
    from transformers import BertConfig, BertModel  # noqa: PLC0415

    torch.set_num_threads(1)
    net = BertModel(BertConfig(), add_pooling_layer=False).eval()

    def read(rows: list[list[int]]) -> None:
        rows = sorted(rows, key=len)
        with torch.no_grad():
            for first in range(0, len(rows), 8):
                chunk = rows[first : first + 8]
                ids = np.zeros((len(chunk), max(map(len, chunk))), np.int64)
                for row, pieces in zip(ids, chunk, strict=True):
                    row[: len(pieces)] = pieces
                net(input_ids=torch.from_numpy(ids), attention_mask=torch.from_numpy((ids > 0).astype(np.int64)))

    return read


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peer", action="store_true")
    arguments = parser.parse_args()
    before, began = memory(), time.perf_counter()
    encoder = load(arguments.folder)
    print(f"load {time.perf_counter() - began:.2f} s, from {before:.0f} to {memory():.0f} MiB")
    sentences = article()
    pieces = [[101, *range(1000, 1000 + len(encoder.read(each).offsets)), 102] for each in sentences]
    mine = seconds(lambda: encoder.encode(sentences))
    print(f"{sum(map(len, pieces))} word pieces: wall {mine[0]:.3f} s, processor {mine[1]:.3f} s, {memory():.0f} MiB")
    if arguments.peer:
        other = peer()
        theirs = seconds(lambda: other(pieces))
        print(f"RoBERTa-base's size: wall {theirs[0]:.3f} s, processor {theirs[1]:.3f} s, {theirs[1] / mine[1]:.1f} x")


if __name__ == "__main__":
    main()
