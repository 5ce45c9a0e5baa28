"""Undertone beside what others would run on the same articles: CPU time and memory, article by article, in turn.

Usage: `python -m benchmarks.peers ARTICLES [--limit N]` (JSON lines with `title` and `text`). Contenders, each in a
process of its own with one thread: Undertone on the page, trafilatura alone on the page (the text out of the HTML, no
more), TextBlob alone on the text (its polarity and subjectivity), and a transformer of the size of
RoBERTa-base in float32 with random weights over all tokens in windows of 512: what detectors of loaded language
publish. The transformer is left out, and this is said, where torch is not installed.
"""

import argparse
import html
import json
import resource
import statistics
import time
from collections.abc import Callable
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

VOCABULARY, WIDTH, LAYERS, HEADS, WINDOW = 50_265, 768, 12, 12, 512
TOKENS_PER_WORD = 1.3
ROUNDS = 2
Work = Callable[[str, str], object]


def page(title: str, text: str) -> str:
    """A plain page around an article."""
    body = "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n\n"))
    head = f"<head><meta charset=utf-8><title>{html.escape(title)}</title></head>"
    return (
        f"<!doctype html><html lang=en>{head}<body><article><h1>{html.escape(title)}</h1>{body}</article></body></html>"
    )


def undertone() -> Work:
    """The whole analysis, to the JSON's values."""
    from detector import Analyzer  # noqa: PLC0415 - each contender's process holds only what it needs

    analyzer = Analyzer()
    return lambda title, text: analyzer.analyze(page(title, text)).to_dict()


def trafilatura() -> Work:
    """The text of the page."""
    import trafilatura as library  # noqa: PLC0415

    return lambda title, text: library.extract(page(title, text))


def textblob() -> Work:
    """Polarity and subjectivity of the text by word lists; needs no corpora."""
    from textblob import TextBlob  # noqa: PLC0415

    return lambda title, text: TextBlob(text).sentiment


def transformer() -> Work:
    """One pass of an encoder of RoBERTa-base's size over the article."""
    import torch  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415

    torch.set_num_threads(1)
    torch.manual_seed(0)
    embedding = torch.nn.Embedding(VOCABULARY, WIDTH)
    layer = torch.nn.TransformerEncoderLayer(WIDTH, HEADS, 4 * WIDTH, activation="gelu", batch_first=True)
    encoder = torch.nn.TransformerEncoder(layer, LAYERS).eval()

    def work(title: str, text: str) -> object:
        tokens = torch.randint(VOCABULARY, (max(1, round(TOKENS_PER_WORD * len(text.split()))),))
        with torch.inference_mode():
            return [encoder(embedding(window)[None]) for window in tokens.split(WINDOW)]

    return work


CONTENDERS = (undertone, trafilatura, textblob, transformer)


def serve(name: str, connection: Connection) -> None:
    """Time one contender's work on each article it is sent; the last answer is its peak memory in bytes."""
    work = globals()[name]()
    work("Warm", "One sentence to load what loads late. And another one, said Ada Berg.")
    while (article := connection.recv()) is not None:
        times = []
        for _ in range(ROUNDS):
            start = time.process_time()
            work(*article)
            times.append(time.process_time() - start)
        connection.send(min(times))
    connection.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


def compete(articles: list[tuple[str, str]], names: list[str]) -> tuple[dict[str, list[float]], dict[str, int]]:
    """Each contender's CPU seconds for each article, and its peak memory."""
    context, ends, started = get_context("spawn"), {}, []
    for name in names:
        ends[name], theirs = context.Pipe()
        started.append(context.Process(target=serve, args=(name, theirs)))
        started[-1].start()
    times: dict[str, list[float]] = {name: [] for name in names}
    for article in articles:
        for name, end in ends.items():
            end.send(article)
            times[name].append(end.recv())
    memory: dict[str, int] = {}
    for name, end in ends.items():
        end.send(None)
        memory[name] = end.recv()
    for process in started:
        process.join()
    return times, memory


def main() -> None:
    """Run all and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=100)
    given = parser.parse_args()
    with given.articles.open(encoding="utf-8") as stream:
        rows: list[dict[str, Any]] = [json.loads(line) for line in stream]
    step = max(1, len(rows) // given.limit)
    articles = [(row["title"], row["text"]) for row in rows[::step]][: given.limit]
    names = [contender.__name__ for contender in CONTENDERS]
    if find_spec("torch") is None:
        names.remove("transformer")
        print("torch is not installed: the transformer is left out")
    times, memory = compete(articles, names)
    words = statistics.median(len(text.split()) for _, text in articles)
    print(f"{len(articles)} articles, median {words:.0f} words; CPU milliseconds, least of {ROUNDS} rounds, one thread")
    print(f"{'':14}{'median':>9}{'p95':>9}{'peak MB':>9}{'ratio to undertone (median of pairs)':>40}")
    for name in names:
        own, p95 = times[name], statistics.quantiles(times[name], n=20)[-1]
        ratio = statistics.median(other / base for other, base in zip(own, times["undertone"], strict=True))
        mega = memory[name] / 2**20
        print(f"{name:14}{1000 * statistics.median(own):9.1f}{1000 * p95:9.1f}{mega:9.0f}{ratio:40.2f}")


if __name__ == "__main__":
    main()
