"""What people are told to type is what works in the folder where Undertone was started."""

import json
import sys
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from server import installation


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An Undertone in `.venv` of the current folder, which the shell does not find."""
    programs = tmp_path / "project" / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("undertone", "python"):
        (programs / name).write_text("#!/bin/sh\n")
        (programs / name).chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(programs / "undertone"), "serve"])
    monkeypatch.setattr(sys, "executable", str(programs / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path / "project")
    return programs / "undertone"


@pytest.mark.usefixtures("program")
def test_below_this_folder_it_is_the_way_from_here() -> None:
    assert installation.command("pairings", "new") == ".venv/bin/undertone pairings new"
    assert installation.pip_install_extra("redis") == ".venv/bin/python -m pip install 'undertone-news[redis]'"


def test_where_the_shell_finds_it_the_name_does(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(program.parent))
    assert installation.command("doctor") == "undertone doctor"
    assert installation.pip_install("waitress>=3") == "python -m pip install 'waitress>=3'"


def test_elsewhere_it_is_the_whole_path_and_can_hold_spaces(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    spaced = tmp_path.with_name(f"{tmp_path.name} of mine")
    tmp_path.rename(spaced)
    monkeypatch.setattr(sys, "argv", [str(spaced / program.relative_to(tmp_path))])
    monkeypatch.chdir(spaced.parent.parent)
    assert installation.command() == f"'{spaced.relative_to(spaced.parent.parent) / program.relative_to(tmp_path)}'"
    monkeypatch.chdir(program.anchor)
    assert installation.command().strip("'").endswith("project/.venv/bin/undertone")


def test_another_undertone_that_the_shell_finds_is_not_named(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "undertone").write_bytes(program.read_bytes())
    (tmp_path / "undertone").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert installation.command() == ".venv/bin/undertone"


@pytest.mark.usefixtures("program")
def test_started_otherwise_it_is_the_program_beside_this_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["-c"])
    assert installation.command() == ".venv/bin/undertone"


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize(
    ("origin", "mend"),
    [
        (
            {"url": "file:///srv/my%20undertone", "dir_info": {"editable": True}},
            "See what changed: git -C '/srv/my undertone' status",
        ),
        (
            {"url": "file:///srv/undertone.whl", "archive_info": {}},
            "Reinstall: .venv/bin/python -m pip install --force-reinstall --no-deps file:///srv/undertone.whl",
        ),
        (None, "Reinstall: .venv/bin/python -m pip install --force-reinstall --no-deps undertone-news"),
    ],
)
def test_damaged_files_come_again_from_where_they_came(
    monkeypatch: pytest.MonkeyPatch, origin: dict[str, object] | None, mend: str
) -> None:
    class Held(Distribution):
        def read_text(self, filename: str) -> str | None:
            return json.dumps(origin) if origin else None

        def locate_file(self, path: object) -> Path:
            raise NotImplementedError

    monkeypatch.setattr("importlib.metadata.distribution", lambda name: Held())
    assert installation.reinstall() == mend


def test_the_program_of_one_file_has_no_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "fresh copy" in installation.reinstall()
