"""How worker processes come to be: forked from a clean process that holds one copy of the model, or spawned.

`UNDERTONE_PORTABLE=1` spawns them on every system, as Windows must. Imports nothing heavy: the command line starts the
clean process before it loads anything itself, so that both load at the same time.
"""

import gc
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from gettext import gettext as _
from multiprocessing import get_context

from detector.errors import UndertoneError

PORTABLE = "UNDERTONE_PORTABLE"
WITH_MODEL = "UNDERTONE_WORKERS_WITH_MODEL"  # 1 (as where it is not set) or 0; read by `server.workers.warm`


def is_portable() -> bool:
    """Whether processes are spawned, and their parent watches them."""
    return sys.platform == "win32" or os.environ.get(PORTABLE) == "1"


CONTEXT = get_context("spawn") if is_portable() else get_context("forkserver")


def preload(*, with_model: bool) -> tuple[str, ...]:
    """What the process that workers are forked from imports, so that each worker has its `Analysis` at once.

    Modules take no arguments: which analysis it is stands in the environment that the process inherits.
    """
    os.environ[WITH_MODEL] = str(int(with_model))
    return ("server.workers.warm",)


def begin(modules: Sequence[str]) -> None:
    """Start the process that workers are forked from, unless it runs; it imports these modules. Raises `UndertoneError`
    where the folder for temporary files takes no socket."""
    if is_portable():
        return
    from multiprocessing import forkserver  # noqa: PLC0415 - Windows has none

    CONTEXT.set_forkserver_preload(list(modules))
    try:
        with deaf():
            forkserver.ensure_running()
    except OSError as error:  # an address of a socket has at most 108 bytes
        text = _("The folder for temporary files takes no socket: {reason}. Set TMPDIR to another, such as /tmp.")
        raise UndertoneError(text.format(reason=error)) from error


def release() -> None:
    """End the process that workers are forked from, and all it holds; the next worker starts another."""
    if is_portable():
        return
    from multiprocessing import forkserver  # noqa: PLC0415 - Windows has none

    forkserver._forkserver._stop()  # type: ignore[attr-defined]  # nothing public ends it


def abandon() -> None:
    """Kill that process though it may still be loading; whoever waits for a worker from it gets `EOFError`."""
    if is_portable():
        return
    from multiprocessing import forkserver  # noqa: PLC0415 - Windows has none

    number = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
    if number is not None:
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)


@contextmanager
def deaf() -> Iterator[None]:
    """What is started meanwhile never hears Ctrl-C, which is meant for the server: it inherits what its thread blocks.

    A console of Windows tells every process; there a worker hears it until it has loaded.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415 - Windows has none

    resource_tracker.ensure_running()  # which unblocks the signal when it has started
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no garbage while much is loaded that stays: looking for some takes a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
