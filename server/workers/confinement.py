"""What holds a worker process to its limits: the kernel where it can (Linux, macOS), else the parent, which watches.

The second way is that of Windows, which holds the memory by a job object too.
"""

import os
import signal
import sys
import time
from math import ceil
from multiprocessing import process
from multiprocessing.connection import Connection
from typing import Literal

from server.settings import WORKERS, Limits
from server.workers import malloc
from server.workers.starting import is_portable

if sys.platform == "win32":
    from server.workers import job_object
else:
    import resource

NO_CORE = 1  # a core dump would write the page to disk; Linux takes 1 as "not even to a pipe"
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
Excess = Literal["cpu", "memory"]


def confine(limits: Limits) -> None:
    """Leave this process its memory, no core dump, no output and no part in Ctrl-C."""
    malloc.return_freed_memory()
    if sys.platform == "win32":
        job_object.limit_memory(limits.memory_bytes)
    else:
        if sys.platform != "darwin" and not is_portable():  # macOS reserves far more than it uses, and refuses
            _lower(resource.RLIMIT_AS, limits.memory_bytes)
        _lower(resource.RLIMIT_CORE, NO_CORE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def grant(cpu_seconds: float) -> None:
    """Allow that much more processor time, up to a second more: the kernel counts whole seconds, then sends SIGXCPU."""
    if sys.platform != "win32" and not is_portable():
        _lower(resource.RLIMIT_CPU, ceil(time.process_time() + cpu_seconds))


def peak_bytes() -> int:
    """The most memory this process ever had; 0 where that is not known, and the parent looks."""
    if sys.platform == "win32":
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT


if sys.platform != "win32":

    def _lower(kind: int, value: int) -> None:
        """Set the soft limit; whoever started us may have set a lower hard one."""
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def wait(
    connection: Connection, watched: process.BaseProcess, seconds: float, cpu_seconds: float, memory_bytes: int
) -> bool | Excess:
    """Whether something came within so many seconds, or what the worker had too much of meanwhile.

    Processor time counts from this call on. Only the portable way looks; the kernel needs nobody to.
    """
    if not must_watch():
        return connection.poll(seconds)
    import psutil  # noqa: PLC0415 - not installed where the kernel does it

    end = time.monotonic() + seconds
    try:
        worker = psutil.Process(watched.pid)
        begun = _spent(worker)
        while not connection.poll(max(0.0, min(WORKERS.look_seconds, end - time.monotonic()))):
            if time.monotonic() >= end:
                return False
            if _spent(worker) - begun > cpu_seconds and is_portable():
                return "cpu"
            if worker.memory_info().rss > memory_bytes:
                return "memory"
    except psutil.NoSuchProcess:  # what it said last, or that it said nothing, stands in the connection
        return connection.poll(0)
    return True


def must_watch() -> bool:
    """Whether the parent watches: not on Linux, whose kernel holds every limit; that of macOS holds all but memory."""
    return is_portable() or sys.platform == "darwin"


def _spent(worker: "psutil.Process") -> float:  # type: ignore[name-defined]  # noqa: F821
    times = worker.cpu_times()
    return float(times.user + times.system)
