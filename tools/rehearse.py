"""Does outside Docker what docs/deploy/Dockerfile does inside, and asks the service that comes out: `make rehearse`.

Every COPY, RUN, ENV, HEALTHCHECK, ENTRYPOINT and CMD is taken from the file itself; the container's folders lie under a
temporary one. Left out, since they would change this machine: the making of the user, and the base image.
"""

import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from server.service.auth.pairing_store import PairingStore

ROOT = Path(__file__).parents[1]
DOCKERFILE = ROOT / "docs" / "deploy" / "Dockerfile"
FOLDERS = ("/opt/undertone", "/var/lib/undertone")
PAGE = {"title": "Bridge to be mended", "text": "The council voted on Monday."}


def steps() -> Iterator[tuple[str, str]]:
    """Instructions and their arguments, continued lines joined."""
    told = re.sub(r"\\\n\s*", "", DOCKERFILE.read_text(encoding="utf-8"))
    for line in told.splitlines():
        if line and not line.startswith("#"):
            name, _, rest = line.partition(" ")
            yield name, rest


class Stage:
    """The file system of the container under a folder, and its environment."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.work = top
        self.env = dict(os.environ)
        self.env["PATH"] = f"{Path(sys.base_prefix) / 'bin'}{os.pathsep}{os.environ['PATH']}"

    def inside(self, words: str) -> str:
        """The same words with the container's folders where they lie here."""
        for folder in FOLDERS:
            words = words.replace(folder, f"{self.top}{folder}")
        return words

    def do(self, name: str, rest: str) -> None:
        """One instruction."""
        if name == "WORKDIR":
            self.work = self.top / rest.lstrip("/")
            self.work.mkdir(parents=True, exist_ok=True)
        elif name == "COPY" and not rest.startswith("--from"):
            *sources, target = rest.split()
            self.copy(sources, target)
        elif name == "RUN" and not rest.startswith("useradd"):
            subprocess.run(["sh", "-euc", self.inside(rest)], cwd=self.work, env=self.env, check=True)
        elif name == "ENV":
            pairs = dict(word.split("=", 1) for word in shlex.split(rest))
            self.env |= {key: self.inside(value.replace("$PATH", self.env["PATH"])) for key, value in pairs.items()}

    def copy(self, sources: list[str], target: str) -> None:
        """COPY from the repository."""
        place = Path(self.inside(target)) if target.startswith("/") else self.work / target
        for source in sources:
            found = ROOT / source
            if found.is_dir():
                shutil.copytree(found, place, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(found, place)


def main() -> None:
    """Build, start, look at its health, ask it."""
    with tempfile.TemporaryDirectory() as folder:
        stage, held = Stage(Path(folder)), {}
        for name, rest in steps():
            print(f"{name} {rest}"[:110], flush=True)
            stage.do(name, rest)
            held[name] = rest
        with socket.create_server(("127.0.0.1", 0)) as bound:
            port = bound.getsockname()[1]
        command = [*json.loads(held["ENTRYPOINT"]), *json.loads(held["CMD"]), "--port", str(port)]
        health = json.loads(held["HEALTHCHECK"].partition("CMD ")[2])
        start(
            stage, [stage.inside(word) for word in command], [word.replace("8765", str(port)) for word in health], port
        )


def start(stage: Stage, command: list[str], health: list[str], port: int) -> None:
    """The container's process, until it has answered."""
    state = Path(stage.inside("/var/lib/undertone"))
    with subprocess.Popen(
        command, cwd=stage.top, env=stage.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout and "listens" in process.stdout.readline()
            for _ in range(60):
                healthy = subprocess.run(health, env=stage.env, cwd=stage.top, capture_output=True, check=False)
                if healthy.returncode == 0:
                    break
            assert healthy.returncode == 0, healthy.stderr
            token = PairingStore(state).pair(PairingStore(state).new_code(), "Rehearsal", None).token
            headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}", "Host": "undertone"}
            asked = urllib.request.Request(f"http://127.0.0.1:{port}/v1/analyze", json.dumps(PAGE).encode(), headers)
            with urllib.request.urlopen(asked, timeout=60) as answer:
                print("answered:", json.loads(answer.read())["summary"]["sentence"])
            for path in ("", "extension/page/panel.js", "extension/messages/en.json"):
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=60) as answer:
                    assert b"ndertone" in answer.read()
        finally:
            process.terminate()
            assert process.wait(60) == 0
    print("It ended in order.")


if __name__ == "__main__":
    main()
