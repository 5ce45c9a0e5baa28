"""Installs wheel and sdist in every way that is at hand, and tries each: `python -m tools.try_packages [WAY …]`.

A way is `pip==23.2.1`, `pip`, `uv` or `pipx`, each with every Python from 3.11 to 3.14 that is here, or with one as
in `uv@3.13`; by default all of them. Asks the package index for what Undertone needs, as a user would: so it is no part
of the tests, which use the locked packages. Prints a table of sizes and times; what cannot be tried here is a row too.
"""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from os import environ
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import expect, sync_playwright

from tools.browser.chromium_driver import find
from tools.live import wait_until_ready

ROOT = Path(__file__).parents[1]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
STORY = (
    "SHAMEFUL DEAL: Council caves in\n\nThe council voted on Tuesday to sell the park, a brazen gift to a builder.\n"
)
OTHERS = re.compile(r"(^|/)((pip|setuptools)(-[\d.]+\.dist-info)?|pkg_resources|_distutils_hack|__pycache__)(/|$)")
QUIET = ("--quiet", "--disable-pip-version-check", "--no-compile")
DOING = Callable[[str, Path, Path], Path]  # a Python, a built file and an empty folder in; the program out


@dataclass(frozen=True, slots=True)
class Row:
    """What was seen: megabytes on disk, seconds to the first answer, and `why` it failed, if it did."""

    way: str
    python: str
    form: str
    size: int = 0
    seconds: float = 0.0
    why: str = ""


def run(*words: object, **more: object) -> str:
    """What a program says; raises `CalledProcessError` where it fails."""
    outside = {name: value for name, value in environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    told = subprocess.run(
        list(map(str, words)),
        capture_output=True,
        text=True,
        check=True,
        timeout=900,
        env=outside | more,
        cwd="/tmp",  # noqa: S108
    )
    return told.stdout


def by_pip(pip: str) -> DOING:
    """In an environment of its own, by this pip."""

    def install(python: str, made: Path, folder: Path) -> Path:
        run(python, "-m", "venv", folder)
        inside = folder / "bin" / "python"
        run(inside, "-m", "pip", "install", *QUIET, "--upgrade", pip)
        run(inside, "-m", "pip", "install", *QUIET, made)
        return folder / "bin" / "undertone"

    return install


def by_uv(python: str, made: Path, folder: Path) -> Path:
    """By `uv tool install`."""
    places = {"UV_TOOL_DIR": str(folder / "tools"), "UV_TOOL_BIN_DIR": str(folder / "bin"), "UV_LINK_MODE": "copy"}
    run(shutil.which("uv") or ROOT / ".venv/bin/uv", "tool", "install", "--quiet", "--python", python, made, **places)
    return folder / "bin" / "undertone"


def by_pipx(python: str, made: Path, folder: Path) -> Path:
    """By `pipx install`; pipx itself is installed first, beside it."""
    run(python, "-m", "venv", folder.with_name("pipx"))
    inside = folder.with_name("pipx") / "bin"
    run(inside / "python", "-m", "pip", "install", *QUIET, "pipx")
    places = {"PIPX_HOME": str(folder), "PIPX_BIN_DIR": str(folder / "bin"), "PIPX_MAN_DIR": str(folder / "man")}
    run(inside / "pipx", "install", "--quiet", "--python", python, made, **places)
    return folder / "bin" / "undertone"


WAYS: dict[str, DOING] = {"pip==23.2.1": by_pip("pip==23.2.1"), "pip": by_pip("pip"), "uv": by_uv, "pipx": by_pipx}


def pythons() -> Iterator[tuple[str, str | None]]:
    """Each version, and where it is; `None` where it is not at hand."""
    for version in VERSIONS:
        held = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
        yield version, str(held[-1]) if held else shutil.which(f"python{version}")


def disk_use(environment: Path) -> int:
    """Bytes that an environment takes on disk, in whole blocks as `du` counts them: all of Undertone and what it needs,
    without pip and setuptools themselves and without the bytecode that Python writes as it runs."""
    held = [path for path in environment.rglob("*") if not OTHERS.search(str(path.relative_to(environment)))]
    return sum(path.lstat().st_blocks * 512 for path in held)


def build(folder: Path) -> dict[str, Path]:
    """The wheel and the sdist."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "--directory", folder], cwd=ROOT, check=True)
    return {"wheel": next(folder.glob("*.whl")), "sdist": next(folder.glob("*.tar.gz"))}


def attempt(way: str, python: str, form: str, made: Path) -> Row:
    """Install, score, serve, and press the sample in a browser."""
    version = run(python, "-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])").strip()
    with TemporaryDirectory() as held:
        folder = Path(held) / "it"
        try:
            program = WAYS[way](python, made, folder)
            size = disk_use(folder) // 10**6
            story = Path(held) / "story.txt"
            story.write_text(STORY, encoding="utf-8")
            assert '"findings"' in run(program, "score", "--json", story)
            seconds = press(program, Path(held))
        except subprocess.CalledProcessError as error:
            return Row(way, version, form, why=(error.stderr or "").strip().splitlines()[-1])
    return Row(way, version, form, size, seconds)


def press(program: Path, folder: Path) -> float:
    """Press the sample on the server's own page; seconds from the start of the server to its first answer."""
    begun = time.monotonic()
    command = [program, "serve", "--port", "0", "--workers", "1", "--quiet", "--state", folder / "state"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True, env={"PATH": ""}) as server:
        try:
            assert server.stdout
            told = re.search(r"listens on (\S+)/ ", server.stdout.readline())
            assert told
            wait_until_ready(told[1])
            seconds = time.monotonic() - begun
            with sync_playwright() as driver:
                browser = driver.chromium.launch(executable_path=find("chromium", "google-chrome"))
                page = browser.new_page()
                page.goto(told[1])
                page.get_by_role("button", name="Try the sample").click()
                expect(page.locator("#panel .score")).to_have_count(3, timeout=30_000)
                browser.close()
            return seconds
        finally:
            server.terminate()


def main() -> int:
    """Try everything that was asked for; the exit code is 1 where something at hand failed."""
    asked = sys.argv[1:] or list(WAYS)
    ways = list(dict.fromkeys(it.partition("@")[0] for it in asked))
    rows = []
    with TemporaryDirectory() as held:
        built = build(Path(held))
        for version, python in pythons():
            for way in ways:
                for form, made in built.items() if {way, f"{way}@{version}"} & set(asked) else ():
                    row = attempt(way, python, form, made) if python else Row(way, version, form, why="not at hand")
                    rows.append(row)
                    told = row.why or f"{row.size:>4} MB  first answer {row.seconds:.1f} s"
                    print(f"{row.way:12} Python {row.python:8} {row.form:6} {told}", flush=True)
    return int(any(row.why and row.why != "not at hand" for row in rows))


if __name__ == "__main__":
    sys.exit(main())
