"""Goes through every door once, as a reader would: the library, the command line, the service with a worker, a batch.

`python -m tests.doors SECONDS` in a folder that it may write to; library and service live for so many seconds at least.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from detector import Analyzer
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


def ask(port: int, page: str) -> None:
    """Have the service read a page."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    asked = json.dumps({"html": page, "url": "http://169.254.169.254/latest/meta-data/"})
    connection.request("POST", "/v1/analyze", asked, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    assert answer.status == 200, answer.read()
    connection.close()


def main() -> None:
    """One day in the life of a reader."""
    rows = [json.dumps({"id": str(number), "html": page}) for number, page in enumerate(lured()[:2])]
    Path("rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    Analyzer().analyze(SAMPLE.read_text(encoding="utf-8"))
    with service() as port:
        until = time.monotonic() + float(sys.argv[1])
        for page in lured():
            ask(port, page)
        subprocess.run(["undertone", "score", SAMPLE], check=True)
        subprocess.run(["undertone", "batch", "rows.jsonl", "-o", "reports.jsonl", "--workers", "1"], check=True)
        time.sleep(max(0.0, until - time.monotonic()))


if __name__ == "__main__":
    main()
