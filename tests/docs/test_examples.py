"""The examples in the documentation run and give what they say; its links and its contents lead somewhere."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.contract import held_to_contract
from tools.live import serving
from tools.stub_jobs import InProcess

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```pycon\n(.*?)```", re.DOTALL)
MODULE = re.compile(r"python -m ([\w.]+)([^`\n]*)")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)")
ELLIPSIS = "…"


def steps(page: Path) -> list[tuple[str, str]]:
    """The commands of a page with what each is to print."""
    blocks = "".join(CONSOLE.findall(page.read_text(encoding="utf-8")))
    parts = (part.partition("\n") for part in re.split(r"^\$ ", blocks, flags=re.MULTILINE)[1:])
    return [(command, expected) for command, _, expected in parts]


def pattern(expected: str) -> str:
    """What matches the expected output: an ellipsis stands for anything, alone on its line for any lines."""
    lines = []
    for line in expected.split("\n"):
        words = re.escape(" ".join(line.split())).replace(re.escape(ELLIPSIS), ".*")
        lines.append("(?:.*\n)*?" if line.strip() == ELLIPSIS else f"{words}\n" if words else "")
    return "".join(lines)


def plain(output: str) -> str:
    lines = (" ".join(line.split()) for line in output.split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with held_to_contract() as make, serving(make(InProcess())) as held:
        yield held


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh copy of the examples, as the current folder."""
    copied = shutil.copytree(DOCS / "examples", tmp_path / "examples")
    monkeypatch.chdir(copied)
    return copied


@pytest.mark.parametrize("page", [page for page in PAGES if steps(page)], ids=lambda page: page.stem)
def test_commands_print_what_the_page_says(page: Path, folder: Path, port: int) -> None:
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command, expected in steps(page):
        asked = command.replace("127.0.0.1:8765", f"127.0.0.1:{port}")
        told = subprocess.run(
            ["bash", "-c", asked],
            cwd=folder,
            env={"PATH": programs, "HOME": str(folder), "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
        )
        output = plain(told.stdout + told.stderr)
        assert re.fullmatch(pattern(expected), output), f"$ {command}\n{output}"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", [page for page in PAGES if ">>> " in page.read_text()], ids=lambda page: page.stem)
def test_python_says_what_the_page_says(page: Path) -> None:
    source = "\n".join(PYTHON.findall(page.read_text(encoding="utf-8")))
    test = doctest.DocTestParser().get_doctest(source, {}, page.stem, str(page), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    told: list[str] = []
    assert runner.run(test, out=told.append).failed == 0, "".join(told)
    assert test.examples


@pytest.mark.parametrize(
    "page", [page for page in PAGES if MODULE.search(page.read_text())], ids=lambda page: page.stem
)
def test_programs_of_the_checkout_exist_with_the_options_that_are_named(page: Path) -> None:
    for module, rest in MODULE.findall(page.read_text(encoding="utf-8")):
        path = ROOT.joinpath(*module.split("."))
        source = (path / "__main__.py" if path.is_dir() else path.with_suffix(".py")).read_text(encoding="utf-8")
        assert "def main()" in source, module
        assert all(f'"{option}"' in source for option in re.findall(r"--[a-z][a-z-]*", rest)), (module, rest)


def test_make_targets_that_are_named_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        assert set(re.findall(r"`make ([a-z]+)[^`]*`", page.read_text(encoding="utf-8"))) <= targets, page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        file = (page.parent / target).resolve() if target else page
        assert file.is_file(), f"{page.name}: {target}"
        if anchor:
            titles = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor[1:] in {re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-") for title in titles}


def test_every_page_stands_in_the_contents() -> None:
    contents = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = set(re.findall(r": (\S+\.md)$", contents, re.MULTILINE))
    apart = tuple(re.findall(r"^  /(\w+/)$", contents, re.MULTILINE))  # folders that are no part of the site
    held = {str(page.relative_to(DOCS)) for page in PAGES}
    assert listed <= held
    assert {name for name in held if "/" in name and not name.startswith(apart)} <= listed


def test_pages_name_no_path_of_a_machine() -> None:
    for page in PAGES:
        assert not re.search(r"(?<![\w.])/(?:home|work|tmp|Users)/", page.read_text(encoding="utf-8")), page
