"""How well and how fast published fact-checks are found: paraphrases of 200 claims among many others, with near misses.
`python -m benchmarks.fact_checks --data FOLDER [--rows N] [--no-model] [--index FILE]`

The claims are sentences of the labelled sets; the checks of them are made up. A paraphrase is made by rule: words are
left out, exchanged for synonyms, and clauses change places. A near miss is a sentence with other figures or names, of
a claim that nobody checked: a match that is shown for it is wrong.
"""

import argparse
import json
import random
import resource
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

import numpy as np

from detector.encoder import load
from server.fact_checks import index
from server.fact_checks.index import Embed, Index
from server.fact_checks.reviews import Check
from server.settings import FACT_CHECKS

ASKED = 200
LONG = (8, 40)  # words of a sentence that serves as a claim
SYNONYMS = {
    "million": "m", "percent": "%", "increased": "rose", "rose": "climbed", "cut": "reduced",
    "people": "individuals", "jobs": "positions", "government": "state", "president": "leader", "country": "nation",
    "spent": "paid", "money": "funds", "said": "stated", "largest": "biggest", "biggest": "largest", "more": "over",
    "children": "kids", "taxes": "levies", "tax": "levy", "voted": "cast", "made": "produced",
    "created": "generated", "lost": "shed", "years": "yrs", "year": "yr", "killed": "murdered", "died": "perished",
    "health": "medical", "care": "treatment", "law": "statute", "bill": "measure", "war": "conflict",
    "got": "received", "went": "moved", "big": "large", "small": "little", "first": "initial", "new": "recent",
    "many": "numerous", "about": "roughly", "nearly": "almost",
}  # fmt: skip
DROPPED = frozenset("the a an that very really just also of to in on at and so well now then".split())


def sentences(data: Path) -> Iterator[str]:
    """Sentences of the labelled sets, each once."""
    seen: set[str] = set()
    for name in ("claimbuster", "checkworthy", "annolexical", "babe", "subjectivity", "newsmtsc"):
        for line in (data / f"{name}.jsonl").open(encoding="utf-8"):
            text = " ".join(str(json.loads(line)["text"]).split())
            if LONG[0] <= len(text.split()) <= LONG[1] and text not in seen:
                seen.add(text)
                yield text


def paraphrase(text: str, draw: random.Random) -> str:
    """The same claim in other words: function words left out, synonyms, the last clause first."""
    words = text.rstrip(".!?").split()
    kept = [word for word in words if word.lower() not in DROPPED or draw.random() < 0.5]
    said = [SYNONYMS.get(word.lower(), word) if draw.random() < 0.8 else word for word in kept]
    lost = [word for word in said if any(letter.isdigit() for letter in word) or draw.random() < 0.88]
    line = " ".join(lost)
    first, comma, last = line.partition(", ")
    return f"{last}, {first}" if comma and draw.random() < 0.7 else line


def near_miss(text: str, draw: random.Random) -> str:
    """The same sentence about something else: other figures, other names."""
    names = ("Harwick", "Northey", "Marrow", "Belling", "Ashdown")
    out = []
    for place, word in enumerate(text.split()):
        if word[0].isdigit():
            out.append(str(draw.randint(11, 989)))
        elif place and word[0].isupper():
            out.append(draw.choice(names))
        else:
            out.append(word)
    return " ".join(out)


def filled(path: Path, texts: Sequence[str], embed: Embed | None) -> float:
    """Make an index of checks of `texts`; returns the seconds that took."""
    start = time.perf_counter()
    with closing(index.create(path)) as connection:
        for first in range(0, len(texts), FACT_CHECKS.batch):
            part = texts[first : first + FACT_CHECKS.batch]
            with connection:
                index.add(connection, [_check(text) for text in part], embed)
    return time.perf_counter() - start


def _check(text: str) -> Check:
    return Check(text, "Tide Check", "Checked", "https://tide.example/1", "2026-01-01")


def others(texts: Sequence[str], count: int, draw: random.Random) -> list[str]:
    """More claims like these, up to `count`: near misses of them."""
    made = list(texts)
    while len(made) < count:
        made.append(f"{near_miss(draw.choice(texts), draw)} ({len(made)})")
    return made[:count]


def measure(
    path: Path, asked: Sequence[tuple[str, str]], missed: Sequence[str], embed: Embed | None
) -> dict[str, float]:
    """Found first, found among five, precision of what is shown, and the time of a query."""
    held = Index(path)
    first = five = shown = wrong = 0
    took: list[float] = []
    by: list[tuple[float, bool]] = []
    for query, claim in [*asked, *((text, "") for text in missed)]:
        start = time.process_time()
        found = held.search(query, embed)
        took.append(time.process_time() - start)
        ranked = [match.check.claim for match in found]
        first += bool(claim) and ranked[:1] == [claim]
        five += bool(claim) and claim in ranked
        by += [(match.similarity, match.check.claim == claim) for match in found]
        good = [match.check.claim == claim for match in found if match.similarity >= FACT_CHECKS.shown]
        shown += len(good)
        wrong += len(good) - sum(good)
    held.close()
    return {
        "first": first / len(asked),
        "in five": five / len(asked),
        "shown": shown,
        "precision of shown": 1 - wrong / max(1, shown),
        "processor ms of a query (median)": 1000 * float(np.median(took)),
        "processor ms of a query (95 of 100)": 1000 * float(np.percentile(took, 95)),
        "peak memory MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        **{f"precision from {least}": _precision(by, least) for least in (0.5, 0.6, 0.65, 0.7, 0.75, 0.8)},
        **{f"recall from {least}": _recall(by, least, len(asked)) for least in (0.5, 0.6, 0.65, 0.7, 0.75, 0.8)},
    }


def _precision(by: Sequence[tuple[float, bool]], least: float) -> float:
    kept = [good for similarity, good in by if similarity >= least]
    return sum(kept) / max(1, len(kept))


def _recall(by: Sequence[tuple[float, bool]], least: float, count: int) -> float:
    return sum(good for similarity, good in by if similarity >= least) / count


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--no-model", action="store_true")
    parser.add_argument("--index", type=Path, help="where the index is made, or lies from before")
    given = parser.parse_args()
    draw = random.Random(7)  # noqa: S311 - a sample, no secret
    texts = list(sentences(given.data))
    draw.shuffle(texts)
    asked, missed, rest = texts[:ASKED], texts[ASKED : 2 * ASKED], texts[2 * ASKED :]
    encoder = None if given.no_model else load()
    embed = None if encoder is None else lambda text: encoder.read(text).vector
    path = given.index or Path(mkdtemp()) / "fact-checks.sqlite"
    if not path.exists():
        claims = [*asked, *others(rest, given.rows - len(asked), draw)]
        print(f"made in {filled(path, claims, embed):.0f} s, {path.stat().st_size / 2**20:.0f} MiB")
    queries = [(paraphrase(text, draw), text) for text in asked]
    print(json.dumps(measure(path, queries, [near_miss(text, draw) for text in missed], embed), indent=1))


if __name__ == "__main__":
    main()
