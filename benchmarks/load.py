"""Load on the service from a separate process on loopback: throughput, latency, memory, how near to its bound it is.

Usage: `python -m benchmarks.load FOLDER [--workers N] [--seconds S] [--soak S]`; FOLDER holds `pages.jsonl` and the
pages it names. Clients ask in a closed loop, each for the next page once it has an answer; 429 and 503 are counted,
and asked again after as long as they say (`Retry-After`). The bound is cores × (1 / CPU per page), where the cores are
those that the machine leaves to the service (on a shared machine others take some), and CPU per page is that of the
row. Every row begins at the first page: rows are alike where each lasts for all pages once. Linux only.
"""

import argparse
import json
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import cycle
from os import cpu_count
from pathlib import Path

from benchmarks.pages import articles
from benchmarks.watching import TICKS, family, look, machine

SERVE = (sys.executable, "-c", "from server.cli import main; main()", "serve", "--port", "0", "--no-cache")
CLIENTS = (1, 2, 4, 8, 16, 32, 64)
SAMPLE_SECONDS = 5.0
HEADERS = {"Content-Type": "application/json"}


@dataclass(slots=True)
class Round:
    """What one round of so many clients saw: seconds of each good answer, a count of each status, faults."""

    clients: int
    wall: float = 0.0
    times: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    cpu: float = 0.0
    left: float = 0.0
    memory: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        """The time that `share` of the good answers took at most, in ms."""
        ordered = sorted(self.times)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")

    @property
    def rate(self) -> float:
        """Good answers a second."""
        return len(self.times) / self.wall

    @property
    def cost(self) -> float:
        """Processor seconds of the service for a page."""
        return self.cpu / max(1, len(self.times))


def requests(folder: Path, limit: int) -> list[bytes]:
    """A body for each page; not every page of a collection is told with a whole address."""
    asked = [(html, (url or "").strip()) for html, url in articles(folder, limit)]
    return [json.dumps({"html": html, "url": url if url.startswith("http") else None}).encode() for html, url in asked]


class Asked:
    """Where to ask, and the bodies in turn, for any number of threads."""

    def __init__(self, port: int, bodies: Sequence[bytes]) -> None:
        self.port = port
        self.bodies = cycle(bodies)  # one step of it is one step of the interpreter, so threads may share it


@contextmanager
def serving(workers: int, *options: str) -> Iterator[tuple[int, int]]:
    """`undertone serve` in its own process: its id and its port, once it is warm."""
    with subprocess.Popen([*SERVE, "--workers", str(workers), *options], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        port = int(process.stdout.readline().split("/ ")[0].rsplit(":", 1)[1])
        try:
            while ask(HTTPConnection("127.0.0.1", port, timeout=60), "GET", "/readyz")[0] != 200:
                time.sleep(0.2)
            time.sleep(2)  # the other workers
            yield process.pid, port
        finally:
            process.terminate()
            process.wait(60)


def ask(connection: HTTPConnection, method: str, path: str, body: bytes | None = None) -> tuple[int, float]:
    """Status of an answer, and after how many seconds to ask again."""
    connection.request(method, path, body, HEADERS)
    answer = connection.getresponse()
    answer.read()
    return answer.status, float(answer.getheader("Retry-After", "0"))


def run(pid: int, asked: Asked, clients: int, seconds: float) -> Round:
    """One round."""
    rounds = [Round(1) for _ in range(clients)]
    told = Round(clients)
    began, spent, before = time.monotonic(), Spent(pid), machine()
    cpu = spent.look()
    end = began + seconds
    threads = [threading.Thread(target=_loop, args=(asked, end, each)) for each in rounds]
    for thread in threads:
        thread.start()
    while time.monotonic() < end:
        spent.look()
        told.memory.append(sum(look(each)[1] for each in family(pid)))
        told.own.append(sum(look(each, "Pss_Anon")[1] for each in family(pid)))
        time.sleep(min(SAMPLE_SECONDS, max(0.0, end - time.monotonic())))
    for thread, each in zip(threads, rounds, strict=True):
        thread.join()
        told.times += each.times
        told.statuses += each.statuses
        told.faults += each.faults
    told.wall, told.cpu = time.monotonic() - began, spent.look() - cpu
    after = machine()
    idle = ((after[1] - after[0]) - (before[1] - before[0])) / TICKS
    told.left = (told.cpu + idle) / told.wall
    return told


class Spent:
    """Processor seconds of a service and its workers; of one that was replaced, as far as it was looked at."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.seconds: dict[int, float] = {}

    def look(self) -> float:
        """All so far."""
        self.seconds |= {each: look(each)[0] for each in family(self.pid)}
        return sum(self.seconds.values())


def _loop(asked: "Asked", end: float, told: Round) -> None:
    connection = HTTPConnection("127.0.0.1", asked.port, timeout=90)
    body = next(asked.bodies)
    while time.monotonic() < end:
        begun = time.perf_counter()
        try:
            status, later = ask(connection, "POST", "/v1/analyze", body)
        except OSError as error:
            connection.close()
            told.faults[type(error).__name__] += 1
            continue
        told.statuses[status] += 1
        if status in (429, 503):
            time.sleep(min(later, max(0.0, end - time.monotonic())))
            continue
        if status == 200:
            told.times.append(time.perf_counter() - begun)
        body = next(asked.bodies)
    connection.close()


def show(told: Round) -> None:
    """One line of the table."""
    others = {status: number for status, number in told.statuses.items() if status != 200} | dict(told.faults)
    share = told.rate * told.cost / min(told.left, cpu_count() or 1)
    print(
        f"{told.clients:7} {told.rate:8.2f} {told.percentile(0.5):7.0f} {told.percentile(0.95):7.0f} "
        f"{told.percentile(0.99):7.0f} {1000 * told.cost:8.0f} {told.left:6.2f} {share:7.2f} "
        f"{max(told.memory) / 2**20:7.0f}  {others or ''}",
        flush=True,
    )


def soak(pid: int, asked: Asked, clients: int, seconds: float) -> None:
    """A long round: how memory grows from its second tenth to its last, all of it and what no file backs."""
    told = run(pid, asked, clients, seconds)
    print(f"{clients} clients for {told.wall:.0f} s: {told.rate:.2f} pages/s, statuses {dict(told.statuses)}")
    tenth = max(1, len(told.memory) // 10)
    for name, sizes in (("all memory", told.memory), ("without the pages of files", told.own)):
        first, last = statistics.median(sizes[tenth : 2 * tenth]), statistics.median(sizes[-tenth:])
        print(f"{name}: {first / 2**20:.0f} MB, at the end {last / 2**20:.0f} MB: {100 * (last / first - 1):+.1f} %")
    print(f"faults {dict(told.faults)}")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, default=cpu_count() or 2)
    parser.add_argument("--seconds", type=float, default=40)
    parser.add_argument("--soak", type=float, default=0)
    parser.add_argument("--clients", type=int, nargs="*", default=CLIENTS)
    given = parser.parse_args()
    bodies = requests(given.folder, 1000)
    print(f"{len(bodies)} pages, {given.workers} workers, {cpu_count()} cores")
    with serving(given.workers) as (pid, port):
        if given.clients:
            print("clients  pages/s  p50 ms  p95 ms  p99 ms  CPU ms   left  of it  MB      other answers", flush=True)
        for clients in given.clients:
            show(run(pid, Asked(port, bodies), clients, given.seconds))
        if given.soak:
            soak(pid, Asked(port, bodies), 2 * given.workers, given.soak)


if __name__ == "__main__":
    main()
