"""An import of many fact-checks, killed half way and resumed; whether the index is the same as if it had not been; and
what a query costs then, by words alone. `python -m benchmarks.fact_check_import --data FOLDER [--rows N]`

The claims are sentences of the labelled sets and near misses of them, as `benchmarks.fact_checks` makes them.
"""

import argparse
import json
import random
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.fact_checks import ASKED, measure, near_miss, paraphrase, sentences

COMMAND = (sys.executable, "-c", "from server.cli import main; main()", "claims", "import", "--no-model")
READ = re.compile(r": ([\d,.]+) ")  # rows, as progress tells them
TOLD = ("first", "in five", "shown", "precision of shown", "processor ms of a query (median)",
        "processor ms of a query (95 of 100)")  # fmt: skip


def claims(texts: Sequence[str], count: int, draw: random.Random) -> Iterator[str]:
    """The texts, and then near misses of them, `count` in all."""
    yield from texts[:count]
    for number in range(len(texts), count):
        yield f"{near_miss(draw.choice(texts), draw)} ({number})"


def write(file: Path, lines: Iterator[str]) -> str:
    """Write claims as JSON lines; returns the hash of them all, in order."""
    digest = sha256()
    with file.open("w", encoding="utf-8") as stream:
        for number, claim in enumerate(lines):
            digest.update(claim.encode() + b"\n")
            row = {"claim": claim, "publisher": "Tide Check", "rating": "Checked", "url": f"https://t.example/{number}"}
            stream.write(json.dumps(row) + "\n")
    return digest.hexdigest()


def bring_in(file: Path, index: Path, until: int | None) -> float:
    """Import the file by the command, and kill it once it has told of `until` rows; returns the seconds that took."""
    start = time.perf_counter()
    with subprocess.Popen([*COMMAND, str(file), "--index", str(index)], stderr=subprocess.PIPE, text=True) as run:
        for line in run.stderr or ():
            told = READ.search(line)
            if until and told and int(re.sub(r"\D", "", told[1])) >= until:
                run.kill()
    if not until and run.returncode:
        raise RuntimeError(f"The import ended with {run.returncode}.")
    return time.perf_counter() - start


def digest_of(index: Path) -> str:
    """The hash of all claims of an index, in order."""
    digest = sha256()
    with closing(sqlite3.connect(index)) as connection:
        for (claim,) in connection.execute("SELECT claim FROM checks ORDER BY id"):
            digest.update(claim.encode() + b"\n")
    return digest.hexdigest()


def told(data: Path, rows: int, folder: Path) -> dict[str, Any]:
    """The figures of an import of so many rows."""
    draw = random.Random(7)  # noqa: S311 - a sample, no secret
    texts = list(sentences(data))
    draw.shuffle(texts)
    asked, missed = texts[:ASKED], texts[ASKED : 2 * ASKED]
    file, index = folder / "checks.jsonl", folder / "checks.sqlite"
    expected = write(file, claims([*asked, *texts[2 * ASKED :]], rows, draw))
    before, after = (bring_in(file, index, until) for until in (rows // 2, None))
    worked = resource.getrusage(resource.RUSAGE_CHILDREN)
    queries = [(paraphrase(text, draw), text) for text in asked]
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = measure(index, queries, [near_miss(text, draw) for text in missed], None)
    return {
        "rows": rows,
        "seconds until killed, and from then on": (round(before, 1), round(after, 1)),
        "processor seconds of both": round(worked.ru_utime + worked.ru_stime, 1),
        "same index as told by the file": digest_of(index) == expected,
        "peak memory of an import MB": round(worked.ru_maxrss / 1024),
        "index MB": round(index.stat().st_size / 2**20),
        "memory that queries add MB": round((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held) / 1024),
        **{name: found[name] for name in TOLD},
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rows", type=int, default=1_000_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(told(given.data, given.rows, Path(folder)), indent=1))


if __name__ == "__main__":
    main()
