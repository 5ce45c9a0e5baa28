"""Tries the program of one file in `out/`, as its user would: `python tools/installer/try_it.py [PROGRAM]`.

Its version, a story's score, the server with its page and an analysis, the browser's program, and its end; prints how
large it is and how long each took. Needs nothing but Python's own library.
"""

import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "out" / ("undertone.exe" if os.name == "nt" else "undertone")
STORY = (
    "SHAMEFUL DEAL: Council caves in\n\nThe council voted on Tuesday to sell the old park to a builder, the mayor said "
    "at a meeting. “We were never asked,” said Ada Berg, who lives beside it. The sale is a brazen gift, and it will "
    "bring in four million crowns, according to the city's own report.\n"
)
SECONDS = 180


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long something took."""
    begun = time.monotonic()
    yield
    print(f"{what}: {time.monotonic() - begun:.1f} s", flush=True)


def main() -> int:
    """Try everything; an `AssertionError` or a time-out says what does not work."""
    program = Path(sys.argv[1]).resolve() if sys.argv[1:] else PROGRAM
    print(f"{program.name}: {program.stat().st_size / 1e6:.0f} MB")
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        score(program, folder)
        port = serve(program, folder)
        wake(program, folder, port)
    return 0


def score(program: Path, folder: Path) -> None:
    """The command line."""
    with timed("--version"):
        told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True, timeout=SECONDS)
    assert told.stdout.startswith("undertone "), told.stdout
    story = folder / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    with timed("score"):
        told = subprocess.run([program, "score", "--json", story], capture_output=True, check=True, timeout=SECONDS)
    report = json.loads(told.stdout)
    assert report["findings"] and report["engine"]["model"]["name"] != "none", report["engine"]


def serve(program: Path, folder: Path) -> int:
    """The server, with its page; the port it had."""
    begun = time.monotonic()
    command = [program, "serve", "--port", "0", "--workers", "1", "--quiet", "--state", folder / "state"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder) as process:
        try:
            assert process.stdout
            told = re.search(r"listens on (http://127\.0\.0\.1:(\d+))/ ", process.stdout.readline())
            assert told
            body = json.dumps({"text": STORY.partition("\n\n")[2], "title": STORY.partition("\n")[0]}).encode()
            asked = urllib.request.Request(f"{told[1]}/v1/analyze", body, {"Content-Type": "application/json"})
            report = answer(asked)
            assert report["findings"] and report["schema"] == "undertone/analysis/1"
            print(f"from start to first answer: {time.monotonic() - begun:.1f} s", flush=True)
            with timed("second answer"):
                answer(asked)
            for path in ("/", "/extension/panel/controller.js", "/static/sample.html"):
                urllib.request.urlopen(f"{told[1]}{path}", timeout=60).close()
        finally:
            process.terminate()
    return int(told[2])


def answer(asked: urllib.request.Request) -> dict[str, object]:
    """The answer, once a worker is there."""
    end = time.monotonic() + SECONDS
    while True:
        try:
            with urllib.request.urlopen(asked, timeout=60) as told:
                return dict(json.load(told))
        except urllib.error.HTTPError as error:
            if error.code != 503 or time.monotonic() > end:
                raise
            time.sleep(0.1)


def wake(program: Path, folder: Path, port: int) -> None:
    """The browser's program: it starts the server, and speaks the protocol alone; `uninstall` ends the server."""
    manifest = json.loads((ROOT / "extension" / "manifest.json").read_text(encoding="utf-8"))
    given = ["--port", str(port), "--state", str(folder / "state")]
    caller = [str(folder / "host.json"), manifest["browser_specific_settings"]["gecko"]["id"]]
    message = {"type": "wake", "pair": True, "origin": "moz-extension://12345678-90ab-cdef-1234-567890abcdef"}
    packed = json.dumps(message).encode()
    with timed("woken by a browser"):
        told = subprocess.run(
            [program, "native-host", *given, *caller],
            input=struct.pack("=I", len(packed)) + packed, capture_output=True, check=True, timeout=SECONDS,
        )  # fmt: skip
    said = json.loads(told.stdout[4:])
    assert struct.unpack("=I", told.stdout[:4])[0] == len(told.stdout) - 4 and "token" in said, said
    urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=60).close()
    subprocess.run([program, "uninstall", *given], check=True, timeout=SECONDS)
    assert not (folder / "state").exists() or not list((folder / "state").iterdir())


if __name__ == "__main__":
    sys.exit(main())
