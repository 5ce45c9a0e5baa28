"""A process and all it started, watched from outside: memory, processor time, how far its batch is (Linux only)."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SECONDS = 2.0  # between looks: adding up the memory of a dozen processes takes processor time itself
TICKS = os.sysconf("SC_CLK_TCK")
ENTRY = (sys.executable, "-c", "from server.cli import main; main()", "batch")


@dataclass(frozen=True, slots=True)
class Sample:
    """One look: `wall` and `cpu` seconds since the start, `memory` in bytes, `rows` done, `busy` share of all cores."""

    wall: float
    cpu: float
    memory: int
    rows: int
    busy: float


def watch(arguments: Sequence[object], out: Path, kill_at: int | None = None) -> list[Sample]:
    """Run `undertone batch` with `arguments`; with `kill_at` send SIGKILL once so many rows are safe."""
    samples: list[Sample] = []
    spent: dict[int, float] = {}
    with subprocess.Popen([*ENTRY, *map(str, arguments)], stderr=subprocess.DEVNULL) as process:
        began, before = time.monotonic(), machine()
        while process.poll() is None:
            memory = 0
            for pid in family(process.pid):
                seconds, resident = look(pid)
                spent[pid] = max(seconds, spent.get(pid, 0))
                memory += resident
            now = machine()
            busy = (now[0] - before[0]) / max(now[1] - before[1], 1)
            before = now
            rows = _rows(out, samples[-1].rows if samples else 0)
            samples.append(Sample(time.monotonic() - began, sum(spent.values()), memory, rows, busy))
            if kill_at is not None and rows >= kill_at:
                process.send_signal(signal.SIGKILL)
            time.sleep(SECONDS)
    return samples


def family(top: int) -> Iterator[int]:
    children: dict[int, list[int]] = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except OSError:  # gone since
            continue
        children.setdefault(int(fields[1]), []).append(int(file.parent.name))
    waiting = [top]
    while waiting:
        pid = waiting.pop()
        yield pid
        waiting += children.get(pid, [])


def look(pid: int, kind: str = "Pss") -> tuple[float, int]:
    """Processor seconds, and bytes of memory; what several processes share is divided among them.

    `Pss_Anon` leaves out the pages of files (programs, the model), which whatever else runs from them shares too.
    """
    here = Path(f"/proc/{pid}")
    try:
        fields = (here / "stat").read_text().rpartition(")")[2].split()
        rolled = (here / "smaps_rollup").read_text()
    except OSError:  # gone since
        return 0.0, 0
    shares = [int(line.split()[1]) for line in rolled.splitlines() if line.startswith(f"{kind}:")]
    return (int(fields[11]) + int(fields[12])) / TICKS, 1024 * sum(shares)


def machine() -> tuple[int, int]:
    """Busy and all ticks of the machine so far."""
    with Path("/proc/stat").open() as stream:
        ticks = [int(held) for held in stream.readline().split()[1:9]]
    return sum(ticks) - ticks[3] - ticks[4], sum(ticks)


def _rows(out: Path, before: int) -> int:
    try:
        rows: int = json.loads(out.with_name(f"{out.name}.state").read_bytes())["settled"][1]
    except (OSError, ValueError):  # not there yet, or no more
        return before
    return rows
