"""Ctrl-C reaches every process of a terminal; the server says nothing of it and leaves nothing, whenever it comes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

# Ctrl-C is heard also where whatever runs the tests does not hear it, as what a shell runs in the background.
HEARING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
SERVE = HEARING + "from server.cli import main; main(prog_name='undertone')"


def wait_for(what: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not what():
        assert time.monotonic() < end
        time.sleep(0.02)


def loading(parent: psutil.Process) -> bool:
    """Whether the process that workers are forked from is there and has begun to import."""
    children = [child for child in parent.children() if "forkserver" in " ".join(child.cmdline())]
    return any(child.cpu_times().user > 0.1 for child in children)


@pytest.mark.parametrize("loaded", [False, True], ids=["while it starts", "while its first worker starts"])
def test_ctrl_c_while_workers_are_loaded_says_nothing_and_leaves_nothing(tmp_path: Path, loaded: bool) -> None:
    asked = [sys.executable, "-c", SERVE, "serve", "--port", "0", "--quiet", "--state", str(tmp_path)]
    with subprocess.Popen(
        asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as served:
        assert served.stdout
        if loaded:
            assert "listens" in served.stdout.readline()
        else:
            wait_for(lambda: loading(psutil.Process(served.pid)))
        family = psutil.Process(served.pid).children(recursive=True)
        os.killpg(served.pid, signal.SIGINT)
        told = served.communicate(timeout=60)[1]
    assert told.strip() in ("", "Aborted!")
    assert served.returncode == (0 if loaded else 1)
    assert not psutil.wait_procs(family, timeout=20)[1]
