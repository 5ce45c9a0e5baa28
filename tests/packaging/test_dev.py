"""`dev.py`, where there is no make; and the workflow for the three systems, as far as it can be tried here."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import dev
from tests.packaging.builds import ROOT, copy_tracked, outside

WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "build.yml").read_text(encoding="utf-8"))
OLD = "import sys; sys.version_info = {version}; sys.argv = ['dev.py', 'serve']; exec(open('dev.py').read())"


@pytest.mark.parametrize(("version", "shown"), [((3, 9, 18), "3.9"), ((3, 10, 2), "3.10")])
def test_an_old_python_gets_one_sentence(version: tuple[int, ...], shown: str) -> None:
    asked = [sys.executable, "-c", OLD.format(version=version)]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == f"Undertone needs Python 3.11 or newer; this is {shown}.\n"


def test_without_a_command_it_says_which_there_are() -> None:
    told = subprocess.run([sys.executable, "dev.py"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert all(f"python dev.py {name}" in told.stderr for name in dev.COMMANDS)


def test_it_serves_where_everything_was_installed_before(tmp_path: Path) -> None:
    folder = copy_tracked(tmp_path / "checkout")
    for name in ("requirements.lock", "pyproject.toml"):
        os.utime(folder / name, (0, 0))  # older than the environment, so that nothing is installed into it
    (folder / ".venv").symlink_to(sys.prefix)
    asked = [sys.executable, "dev.py", "serve", "--port", "0", "--quiet", "--state", str(tmp_path / "state")]
    with subprocess.Popen(
        asked, cwd=folder, env=outside(), stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as served:
        assert served.stdout
        try:
            assert "Undertone listens on http://127.0.0.1:" in served.stdout.readline()
        finally:
            os.killpg(served.pid, signal.SIGINT)  # as Ctrl-C does


def commands() -> list[str]:
    """What the workflow runs."""
    return [step["run"] for job in WORKFLOW["jobs"].values() for step in job["steps"] if "run" in step]


def test_the_workflow_tries_three_systems_and_four_pythons() -> None:
    matrix = WORKFLOW["jobs"]["systems"]["strategy"]["matrix"]
    for asked in (matrix["os"], WORKFLOW["jobs"]["installers"]["strategy"]["matrix"]["os"]):
        assert [name.partition("-")[0] for name in asked] == ["ubuntu", "macos", "windows"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]


def test_what_the_workflow_runs_is_there() -> None:
    told = " ".join(commands())
    assert set(re.findall(r"dev\.py (\w+)", told)) <= dev.COMMANDS.keys()
    for name in re.findall(r"\b(?:tests|tools)/[\w./]+", told):
        assert (ROOT / name).exists(), name
