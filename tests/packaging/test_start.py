"""`make serve` on a machine as it is, and the commands of the README after it, typed as they stand there."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.packaging.builds import ROOT, copy_tracked, outside

BLOCK = re.compile(r"^```(sh|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
OLD = """#!/bin/sh
exec {python} -c 'import sys; sys.version_info = {version}; exec(sys.argv[-1])' "$@"
"""
NAMED = {"pairings": r"For another code, in another terminal: (.+)", "doctor": r"If something is wrong: (.+)"}


def commands() -> list[str]:
    """What the README tells to type, in order."""
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    found: list[str] = []
    for kind, text in BLOCK.findall(told):
        found += re.findall(r"^\$ (.+)$", text, re.MULTILINE) if kind == "console" else [text]
    return found


def environment(home: Path, port: int) -> dict[str, str]:
    """A terminal's: the shell finds no `undertone`, and nothing is kept but below `home`."""
    found = [path for path in os.environ["PATH"].split(os.pathsep) if not (Path(path) / "undertone").exists()]
    return outside() | {"PATH": os.pathsep.join(found), "HOME": str(home), "XDG_STATE_HOME": "", "PORT": str(port)}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh checkout whose `.venv` is made already: the one that these tests run in."""
    folder = copy_tracked(tmp_path_factory.mktemp("checkout"))
    for name in ("requirements.lock", "pyproject.toml"):
        os.utime(folder / name, (0, 0))  # older than the environment, so that nothing is installed into it
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


@contextmanager
def started(checkout: Path, env: dict[str, str], command: str) -> Iterator[list[str]]:
    """What the server says when it is started by this command."""
    with subprocess.Popen(
        ["make", *command.split()[1:]], cwd=checkout, env=env, stdout=subprocess.PIPE, text=True
    ) as make:
        try:
            assert make.stdout
            told: list[str] = []
            while not told or "wrong:" not in told[-1]:
                told.append(make.stdout.readline())
                assert told[-1], told
            yield told
        finally:
            make.terminate()


@pytest.mark.parametrize(("version", "shown"), [((3, 9, 18), "3.9"), ((3, 10, 2), "3.10"), ((2, 7, 18), "2.7")])
def test_an_old_python_is_told_before_anything_is_made(tmp_path: Path, version: tuple[int, ...], shown: str) -> None:
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / "old").write_text(OLD.format(python=sys.executable, version=version), encoding="utf-8")
    (tmp_path / "old").chmod(0o755)
    asked = ["make", "serve", "PYTHON=./old"]
    # what `make test` tells its own children would make this one tell folders too
    alone = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    told = subprocess.run(asked, cwd=tmp_path, env=alone, capture_output=True, text=True, check=False)
    first, *rest = told.stderr.splitlines()
    assert first == f"Undertone needs Python 3.11 or newer; this is {shown}. Try: make serve PYTHON=python3.11"
    assert (told.returncode, told.stdout, len(rest)) == (2, "", 1)
    assert not (tmp_path / ".venv").exists()


def test_what_the_readme_and_the_server_tell_to_type_works_after_make_serve(checkout: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        port = bound.getsockname()[1]
    env = environment(tmp_path, port)
    start, *others = commands()
    assert start.startswith("make serve ")
    with started(checkout, env, start.partition("#")[0]) as told:
        for words, pattern in NAMED.items():
            named = re.search(pattern, "".join(told))
            assert named and named[1].startswith(f".venv/bin/undertone {words}")
            subprocess.run(["sh", "-euc", named[1]], cwd=checkout, env=env, check=True, capture_output=True)
        script = "\n".join(others).replace("127.0.0.1:8765", f"127.0.0.1:{port}")
        assert script.startswith(". .venv/bin/activate\n") and "undertone score" in script
        subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script], cwd=checkout, env=env, check=True, capture_output=True
        )
