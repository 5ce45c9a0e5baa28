"""The service as it runs: real workers behind the real server, on a free port of this machine."""

import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from flask import Flask
from waitress import wasyncore
from waitress.server import create_server

from server.service.app import create_app, open_pool
from server.service.http.listener import bind, listen
from server.settings import ServerSettings

THREADS = 16  # a browser asks for six things at once, and some answers are held back


@contextmanager
def serving(app: Flask) -> Iterator[int]:
    """Serves an app on loopback, without the bounds of the product's own server, for as long as the block lasts; gives
    its port."""
    connections: dict[int, Any] = {}
    server = create_server(app, map=connections, host="127.0.0.1", port=0, threads=THREADS)
    over = threading.Event()

    def run() -> None:
        while not over.is_set():
            wasyncore.loop(timeout=1.0, map=connections, count=1)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield server.effective_port
    finally:
        over.set()
        server.pull_trigger()
        thread.join()
        server.task_dispatcher.shutdown()
        for channel in list(server.active_channels.values()):  # browsers keep theirs open
            channel.handle_close()
        server.close()


@contextmanager
def live(settings: ServerSettings, make: Callable[..., Flask] = create_app) -> Iterator[str]:
    """The address of a service that is warm, made by `make`; `settings.port` should be 0."""
    with (
        bind(settings) as bound,
        closing(open_pool(settings)) as pool,
        listen(make(pool, settings), bound, settings) as server,
    ):
        thread = threading.Thread(target=server.run)
        thread.start()
        address = f"http://127.0.0.1:{bound.getsockname()[1]}"
        try:
            wait_until_ready(address)
            yield address
        finally:
            server.stop()
            thread.join()


@contextmanager
def started(state: Path, *options: str) -> Iterator[str]:
    """The address of `undertone serve`, run as a user does with these options on a free port; it is warm."""
    start = (sys.executable, "-c", "from server.cli import main; main()")
    command = [*start, "serve", "--port", "0", "--state", str(state), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            address = process.stdout.readline().split()[3].rstrip("/")
            wait_until_ready(address)
            yield address
        finally:
            process.terminate()


def wait_until_ready(address: str, seconds: float = 120) -> None:
    """Wait until a worker is warm; fails where none is in that time."""
    late = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(f"{address}/readyz", timeout=10).close()
            return
        except urllib.error.HTTPError as error:
            error.close()
        assert time.monotonic() < late, "no worker became ready"
        time.sleep(0.1)
