"""Speed and memory, one thread, an article of 40 sentences: `python -m training.encoder.speed`, which prints JSON.

Beside the model runs a network of RoBERTa-base's size (random weights, 32 bits): in torch where that is installed, else
its matrix products alone, by numpy on one thread, which is less than such a network has to do.
"""

import json
import os
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # before numpy is loaded

import numpy as np

from detector import Analyzer, Text
from training.encoder.probes import own_texts

ROUNDS = 7
LAYERS, WIDTH, INNER = 12, 768, 3072
Rows = list[list[int]]


def article() -> list[str]:
    """Forty sentences, each joined from two of our own: 23 words or 31 word pieces on average. In 150 articles of the
    shared data, split by this program, a sentence has 20 words or 28 word pieces."""
    texts = [text for kind in own_texts("sentences").values() for text in kind]
    return [f"{texts[place]} {texts[place + 40]}" for place in range(40)]


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """The best wall time and the best processor time of ROUNDS rounds."""
    walls, spent = [], []
    for _ in range(ROUNDS):
        wall, processor_time = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        spent.append(time.process_time() - processor_time)
    return min(walls), min(spent)


def processor() -> str:
    """The kind of processor (Linux): with instructions for products of 8-bit numbers (VNNI) they take a third."""
    told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    return "with VNNI" if "vnni" in told else "without VNNI"


def memory() -> float:
    """Highest resident memory of this process so far, in MiB (Linux); `getrusage` may tell its parent's instead."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()[1]) / 1024


def chunks(rows: Rows) -> list[Rows]:
    """Batches of eight, sorted by length."""
    ordered = sorted(rows, key=len)
    return [ordered[first : first + 8] for first in range(0, len(ordered), 8)]


def in_torch() -> Callable[[Rows], None]:
    """A 12-layer encoder of 768 dimensions in 32 bits."""
    import torch  # noqa: PLC0415 - only wanted here
    from transformers import BertConfig, BertModel  # noqa: PLC0415

    torch.set_num_threads(1)
    net = BertModel(BertConfig(), add_pooling_layer=False).eval()

    def read(rows: Rows) -> None:
        with torch.no_grad():
            for chunk in chunks(rows):
                ids = np.zeros((len(chunk), max(map(len, chunk))), np.int64)
                for row, pieces in zip(ids, chunk, strict=True):
                    row[: len(pieces)] = pieces
                net(input_ids=torch.from_numpy(ids), attention_mask=torch.from_numpy((ids > 0).astype(np.int64)))

    return read


def in_products() -> Callable[[Rows], None]:
    """The matrix products of such an encoder with its weights, and nothing else of it."""
    square = np.ones((WIDTH, WIDTH), np.float32)
    up, down = np.ones((WIDTH, INNER), np.float32), np.ones((INNER, WIDTH), np.float32)

    def read(rows: Rows) -> None:
        for chunk in chunks(rows):
            state = np.ones((len(chunk) * max(map(len, chunk)), WIDTH), np.float32)
            for _ in range(LAYERS):
                for _ in range(4):
                    state @ square
                (state @ up) @ down

    return read


def measure() -> dict[str, float | str]:
    """Seconds for the encoder and the peer, and the memory of a process that has analysed the article."""
    began = time.perf_counter()
    analyzer = Analyzer()
    loaded = time.perf_counter() - began
    assert analyzer.encoder
    encoder, sentences = analyzer.encoder, article()
    analyzer.analyze(Text(" ".join(sentences), "An article of forty sentences"))
    held = memory()
    wall, spent = seconds(lambda: encoder.encode(sentences))
    pieces = [[101, *range(1000, 1000 + len(encoder.read(each).offsets)), 102] for each in sentences]
    kind = "torch" if find_spec("torch") else "its matrix products alone, numpy"
    other = in_torch() if kind == "torch" else in_products()
    peer = seconds(lambda: other(pieces))
    return {
        "processor": processor(),
        "load_s": loaded,
        "word_pieces": float(sum(map(len, pieces))),
        "wall_s": wall,
        "processor_s": spent,
        "memory_mib": held,
        "peer": kind,
        "peer_wall_s": peer[0],
        "peer_processor_s": peer[1],
        "times_faster": peer[1] / spent,
    }


def main() -> None:
    """Print the figures."""
    print(json.dumps(measure(), indent=1))


if __name__ == "__main__":
    main()
