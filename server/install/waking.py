"""Starting the server where it does not run, apart from whoever starts it; it ends by itself when nobody asks."""

import socket
import subprocess
import sys
import time

from filelock import FileLock

from server.installation import is_frozen
from server.settings import LOOPBACK, WAKING, ServerSettings

LOCK = "start.lock"


def command(settings: ServerSettings, *options: str) -> list[str]:
    """The command line of a server for a browser."""
    code = "from server.cli import main; main(prog_name='undertone')"
    program = [sys.executable] if is_frozen() else [sys.executable, "-P", "-c", code]
    return [*program, "serve", "--port", str(settings.port), "--state", str(settings.state), "--quiet", *options]


def is_running(settings: ServerSettings) -> bool:
    """Whether somebody listens; whether it is ours, the extension asks by a proof."""
    with socket.socket() as probe:
        probe.settimeout(WAKING.connect_seconds)
        return probe.connect_ex((LOOPBACK[0], settings.port)) == 0


def wake(settings: ServerSettings) -> bool:
    """Start the server unless it runs; whether it listens now. Two who wake it at once start one."""
    settings.state.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FileLock(settings.state / LOCK):
        if is_running(settings):
            return True
        begun = _start(command(settings, "--end-after", str(WAKING.end_minutes)))
        end = time.monotonic() + WAKING.start_seconds
        while time.monotonic() < end and begun.poll() is None:
            if is_running(settings):
                return True
            time.sleep(WAKING.look_seconds)
    return False


def _start(line: list[str]) -> subprocess.Popen[bytes]:
    """A process that outlives us and says nothing to the browser."""
    nowhere = subprocess.DEVNULL
    if sys.platform == "win32":
        apart = subprocess.DETACHED_PROCESS | subprocess.CREATE_BREAKAWAY_FROM_JOB  # browsers end what is in their job
        return subprocess.Popen(line, stdin=nowhere, stdout=nowhere, stderr=nowhere, creationflags=apart)  # noqa: S603
    return subprocess.Popen(  # noqa: S603 - our own program
        line, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
    )
