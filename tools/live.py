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
from werkzeug.serving import make_server

from server.service.app import create_app, open_pool
from server.service.http.listener import bind, listen
from server.settings import ServerSettings


def _whole(app: Flask) -> Callable[..., list[bytes]]:
    """The app, each answer in one piece: a browser that goes away while it is sent leaves no file open."""

    def answer(environ: Any, start_response: Any) -> list[bytes]:
        parts: Any = app(environ, start_response)
        with closing(parts):
            return [b"".join(parts)]

    return answer


@contextmanager
def serving(app: Flask) -> Iterator[int]:
    """Serves an app on loopback, without the product's own server, for as long as the block lasts; gives its port."""
    server = make_server("127.0.0.1", 0, _whole(app), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


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
