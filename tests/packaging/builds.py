"""Builds the sdist and the wheel from a clean copy of what git knows, and installs them as people do."""

import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements.lock"
OLDEST, NEWEST = "pip==23.2.1", "pip"  # what Python 3.11 brings along, and what the index has now


@dataclass(frozen=True)
class Built:
    """The files that a release would consist of."""

    sdist: Path
    wheel: Path


def tracked(*folders: str) -> list[str]:
    """The files that git tracks or would track, below these folders of the checkout or everywhere."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *folders]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    return sorted({name for name in told.stdout.split("\0") if name and (ROOT / name).is_file()})


def copy_tracked(folder: Path) -> Path:
    """A checkout without anything that was made in it."""
    for name in tracked():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    return folder


def build(source: Path, out: Path, *kinds: str) -> list[Path]:
    """The files of these kinds (`sdist`, `wheel`), built from a folder with the sources."""
    wanted = [word for kind in kinds for word in ("--target", kind)]
    made = [sys.executable, "-m", "hatchling", "build", "--directory", str(out), *wanted]
    subprocess.run(made, cwd=source, check=True, capture_output=True)
    endings = {"sdist": ".tar.gz", "wheel": ".whl"}
    return [next(path for path in out.iterdir() if path.name.endswith(endings[kind])) for kind in kinds]


def build_both(folder: Path) -> Built:
    """Both files, built from a clean copy below this folder."""
    return Built(*build(copy_tracked(folder / "source"), folder / "dist", "sdist", "wheel"))


def fetch_locked(folder: Path) -> Path:
    """A folder with the locked packages as wheels, each checked by its hash."""
    _run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--require-hashes", "-r", str(LOCK), "-w", str(folder))
    return folder


def install(made: Path, pip: str, locked: Path, folder: Path) -> Path:
    """A new environment with a built file and what it declares, by this pip; the folder of its programs."""
    venv.create(folder, symlinks=True)
    programs = folder / "bin"
    python = str(programs / "python")
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--no-compile", pip)
    _run(python, "-m", "pip", "install", "--no-compile", "--no-index", "--find-links", str(locked), str(made))
    return programs


def outside() -> dict[str, str]:
    """This environment without what would lead back into the checkout."""
    return {name: held for name, held in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}


def _run(*command: str) -> None:
    told = subprocess.run(command, capture_output=True, text=True, check=False, env=outside())
    assert told.returncode == 0, told.stderr[-4000:]
