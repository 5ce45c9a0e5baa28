"""What the Makefile does, where there is no make: `python dev.py serve`, then `setup`, `test`, `check` or `installer`.

Needs Python 3.11 or newer, and for `test` and `check` Node too. Makes `.venv` from the locked packages, once.
"""

import sys

OLD = "Undertone needs Python 3.11 or newer; this is %d.%d."
sys.version_info < (3, 11) and sys.exit(OLD % sys.version_info[:2])  # before anything that an older one cannot read

import os  # noqa: E402
import shutil  # noqa: E402
import subprocess  # noqa: E402
import venv  # noqa: E402
from pathlib import Path  # noqa: E402

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")


def run(*words: object) -> None:
    """Run a program in the project's folder; what fails ends this with its exit code."""
    told = subprocess.run(list(map(str, words)), cwd=ROOT, check=False).returncode  # noqa: S603 - our own programs
    if told:
        sys.exit(told)


def python(*words: object) -> None:
    """Run the Python of `.venv`."""
    run(BIN / "python", *words)


def is_done(stamp: Path, *sources: str) -> bool:
    """Whether that was done since its sources changed; the Makefile keeps the same stamps."""
    return stamp.exists() and all(stamp.stat().st_mtime >= (ROOT / name).stat().st_mtime for name in sources)


def environment() -> None:
    """What `serve` needs."""
    if is_done(VENV / ".runtime", "requirements.lock", "pyproject.toml"):
        return
    print("Setting up in .venv, once: this takes a minute or two.", flush=True)
    venv.create(VENV, with_pip=True)
    python(*PIP, "--no-compile", "--require-hashes", "-r", ROOT / "requirements.lock")
    python(*PIP, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    (VENV / ".runtime").touch()


def setup() -> None:
    """What `test` and `check` need."""
    environment()
    if not is_done(VENV / ".dev", "requirements-dev.lock"):
        python(*PIP, "--require-hashes", "-r", ROOT / "requirements-dev.lock")
        (VENV / ".dev").touch()
    modules = ROOT / "node_modules" / ".installed"
    if not is_done(modules, "package.json", "package-lock.json"):
        npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
        modules.touch()


def npm(*words: str) -> None:
    """Run npm, which is a batch file on Windows."""
    found = shutil.which("npm")
    if found is None:
        sys.exit("Node and its npm are needed: install Node 20 or newer, then run this again.")
    run(found, *words)


def serve(*options: str) -> None:
    """The server, with a sample to try."""
    environment()
    run(BIN / "undertone", "serve", *options)


def test(*options: str) -> None:
    """The tests, or those named; browser tests run on Linux, and `make test` installs the browsers that they need."""
    setup()
    npm("test", "--silent")
    python("-m", "pytest", *options)


def check() -> None:
    """Lint, types, import layers, extension lint."""
    setup()
    for words in (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)):
        python("-m", *words)
    run(BIN / "lint-imports")
    npm("run", "--silent", "check")


def installer() -> None:
    """The program of one file, for the system that this runs on, into `out/`."""
    environment()
    work, folder = ROOT / "build" / "installer", ROOT / "tools" / "installer"
    shutil.rmtree(work, ignore_errors=True)
    python("-m", "hatchling", "build", "--target", "wheel", "--directory", work)
    (wheel,) = work.glob("*.whl")
    venv.create(work / "env", with_pip=True)
    made_by = work / "env" / BIN.name / "python"
    run(made_by, *PIP, "--require-hashes", "-r", ROOT / "requirements.lock")  # what is released is what was tested
    run(made_by, *PIP, "--no-deps", wheel)
    run(made_by, *PIP, "-r", folder / "requirements.txt")
    places = ("--distpath", ROOT / "out", "--workpath", work / "work")
    # without this folder on the path, whose packages lack what the wheel's hold
    run(made_by, "-P", "-m", "PyInstaller", "--noconfirm", *places, folder / "undertone.spec")


COMMANDS = {"serve": serve, "setup": setup, "test": test, "check": check, "installer": installer}

if __name__ == "__main__":
    name, *rest = sys.argv[1:] or ["help"]
    if name not in COMMANDS:
        told = (f"python dev.py {word:10}{act.__doc__}" for word, act in COMMANDS.items())
        sys.exit("\n".join([__doc__ or "", *told]))
    COMMANDS[name](*rest)
