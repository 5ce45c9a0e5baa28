"""Goes through every door once, as a reader would: the library, the command line, the service with a worker, a batch,
the program that browsers start, pairing with a token and with a code, installing and taking away.

`python -m tests.doors SECONDS` in a folder that it may write to; library and service live for so many seconds at least.
"""

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from types import MappingProxyType

from detector import Analyzer
from server.install.browsers import ORIGINS
from server.install.native_host import LENGTH
from tools.golden import SAMPLE, pages
from tools.live import wait_until_ready

LURES = """<link rel="stylesheet" href="http://169.254.169.254/latest"><img src="http://127.0.0.1:1/x"><iframe
src="http://localhost/"></iframe><base href="http://10.0.0.1/"><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<link rel="canonical" href="http://192.168.0.1/"><meta http-equiv="refresh" content="0;url=http://lure.example/">&e;"""


def lured() -> list[str]:
    """The golden pages, each made to name addresses of this machine, its network and elsewhere."""
    return [page.read_text(encoding="utf-8").replace("<body", f"{LURES}<body", 1) for page in pages().values()]


@contextmanager
def service() -> Iterator[int]:
    """`undertone serve` with a worker, on a free port; in the end told to stop."""
    command = ["undertone", "serve", "--port", "0", "--workers", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            port = int(process.stdout.readline().split("/ ")[0].rsplit(":", 1)[1])
            wait_until_ready(f"http://127.0.0.1:{port}")
            yield port
        finally:
            process.terminate()
            process.communicate()
    assert process.returncode == 0


def post(port: int, path: str, asked: object, headers: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """What the service answers."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("POST", path, json.dumps(asked), {"Content-Type": "application/json", **headers})
    answer = connection.getresponse()
    told = answer.read()
    assert answer.status == 200, told
    connection.close()
    return told


def ask(port: int, page: str, headers: Mapping[str, str] = MappingProxyType({})) -> None:
    """Have the service read a page."""
    post(port, "/v1/analyze", {"html": page, "url": "http://169.254.169.254/latest/meta-data/"}, headers)


def pair(port: int) -> None:
    """Exchange a code for a token."""
    told = subprocess.run(["undertone", "pairings", "new"], check=True, capture_output=True, text=True).stdout
    code = re.search(r"\b\w{4}-\w{4}\b", told)
    assert code, told
    assert "token" in json.loads(post(port, "/pair", {"code": code[0], "name": "doors"}))


def wake() -> None:
    """Install for a browser, call as it would, have a page read with the token that comes, and take all away."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    (Path.home() / ".config" / "chromium").mkdir(parents=True)
    subprocess.run(["undertone", "install", "--port", port], check=True)
    host, message = Path.home() / ".local/state/undertone/host", json.dumps({"type": "wake", "pair": True}).encode()
    called = [host, f"{ORIGINS[0]}/"]
    told = subprocess.run(called, input=LENGTH.pack(len(message)) + message, capture_output=True, check=True)
    token = json.loads(told.stdout[LENGTH.size :])["token"]
    shown = {"Origin": ORIGINS[0], "Authorization": f"Bearer {token}", "X-Undertone": "1"}
    ask(int(port), lured()[0], shown)
    subprocess.run(["undertone", "uninstall", "--port", port], check=True)


def main() -> None:
    """One day in the life of a reader."""
    rows = [json.dumps({"id": str(number), "html": page}) for number, page in enumerate(lured()[:2])]
    Path("rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    Analyzer().analyze(SAMPLE.read_text(encoding="utf-8"))
    with service() as port:
        until = time.monotonic() + float(sys.argv[1])
        for page in lured():
            ask(port, page)
        pair(port)
        subprocess.run(["undertone", "score", SAMPLE], check=True)
        subprocess.run(["undertone", "batch", "rows.jsonl", "-o", "reports.jsonl", "--workers", "1"], check=True)
        time.sleep(max(0.0, until - time.monotonic()))
    wake()


if __name__ == "__main__":
    main()
