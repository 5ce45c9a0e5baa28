"""How fast, how steady and how sure `undertone batch` is on many articles, and how it grows with workers.

Usage: `python -m benchmarks.scale ARTICLES FOLDER [--rows N] [--engine ray] [--workers N …] [--no-model] [--kill]`

ARTICLES is a file of JSON lines with `title` and `text`; N rows are made from it, repeated with variations, so that
no two texts are the same; `--words N` cuts each at the paragraph that reaches so many words. Each number of workers
is one run; `--kill` adds one that is killed with SIGKILL in the middle and resumed. All outputs must be the same,
byte for byte; the program fails where they are not.
"""

import argparse
import filecmp
import json
import os
import statistics
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from benchmarks.watching import Sample, watch


def vary(articles: list[dict[str, str]], rows: int, words: int) -> Iterator[dict[str, str]]:
    """So many rows: in each round through the articles the paragraphs begin one later, and a last one is numbered."""
    for number in range(rows):
        turn, at = divmod(number, len(articles))
        parts = articles[at]["text"].split("\n\n")
        shift = turn % len(parts)
        body = cut([*parts[shift:], *parts[:shift]], words)
        text = "\n\n".join([*body, *([f"Part {turn} of the series."] if turn else [])])
        yield {"id": f"a{number}", "title": articles[at]["title"], "text": text}


def cut(parts: list[str], words: int) -> list[str]:
    """The first paragraphs, up to the one that reaches so many words; all where `words` is 0."""
    counts = accumulate(len(part.split()) for part in parts)
    return [part for part, count in zip(parts, counts, strict=True) if not words or count - len(part.split()) < words]


def make(source: Path, rows: int, words: int, folder: Path) -> Path:
    """The input file; made once."""
    made = folder / f"articles-{rows}-{words or 'all'}.jsonl"
    if not made.exists():
        with source.open(encoding="utf-8") as stream:
            articles = [json.loads(line) for line in stream]
        with made.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in vary(articles, rows, words))
    return made


def tell(name: str, samples: list[Sample], rows: int) -> None:
    """Print a run's figures; the rate is that from the first checkpoint to the last, without start and end."""
    working = [sample for sample in samples if sample.rows]
    first, last = working[0], next(sample for sample in working if sample.rows == working[-1].rows)
    done, wall, cpu = last.rows - first.rows, last.wall - first.wall, last.cpu - first.cpu
    thirds = [working[at * len(working) // 3 : (at + 1) * len(working) // 3] for at in range(3)]
    memory = " ".join(
        f"{statistics.median(sample.memory for sample in third) / 2**20:.0f}" for third in thirds if third
    )
    busy = statistics.mean(sample.busy for sample in working)
    peak = max(sample.memory for sample in samples) / 2**20
    print(
        f"{name:22} {rows:6} rows in {samples[-1].wall:6.1f} s | {done / wall:6.1f} rows/s by the clock, "
        f"{done / cpu:5.1f} rows per CPU second | {cpu / wall:4.2f} cores used, machine {busy:.0%} busy, "
        f"load {os.getloadavg()[0]:.1f} | memory by thirds {memory} MB, peak {peak:.0f}",
        flush=True,
    )


def main() -> None:
    """Run what is asked, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=0)
    parser.add_argument("--engine", choices=("local", "ray"), default="local")
    parser.add_argument("--workers", type=int, nargs="+", default=[2])
    parser.add_argument("--no-model", action="store_true")
    parser.add_argument("--kill", action="store_true")
    given = parser.parse_args()
    source = make(given.articles, given.rows, given.words, given.folder)
    outputs = []
    name = f"{given.engine}{'-rules' if given.no_model else ''}"
    asked = [source, "--engine", given.engine, *(["--no-model"] if given.no_model else [])]
    for workers in given.workers:
        out = given.folder / f"{name}-{workers}.jsonl"
        samples = watch([*asked, "-o", out, "--workers", workers, "--restart"], out)
        tell(f"{name}, {workers} workers", samples, given.rows)
        outputs.append(out)
    if given.kill:
        out = given.folder / f"{name}-killed.jsonl"
        options = [*asked, "-o", out, "--workers", given.workers[-1]]
        killed = watch([*options, "--restart"], out, kill_at=given.rows // 2)
        print(f"killed with {killed[-1].rows} rows safe, output there: {out.exists()}; resumed", flush=True)
        watch(options, out)
        outputs.append(out)
    for out in outputs:
        with out.open("rb") as stream:
            lines = sum(1 for _ in stream)
        same = filecmp.cmp(outputs[0], out, shallow=False)
        print(f"{out.name}: {lines} lines, {'the same bytes' if same else 'DIFFERENT'} as {outputs[0].name}")
        assert same, "the outputs differ"


if __name__ == "__main__":
    main()
