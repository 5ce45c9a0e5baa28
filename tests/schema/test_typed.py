"""Whoever calls Undertone from a typed program is told by mypy what stands where."""

import re
import subprocess
import sys
from pathlib import Path

CALLER = Path(__file__).with_name("typed_caller.py")
ROOT = Path(__file__).parents[2]


def check(file: Path, cache: Path) -> str:
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", cache, file]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return told.stdout + told.stderr


def test_a_typed_caller_passes_and_a_mistaken_one_does_not(tmp_path):
    assert check(CALLER, tmp_path).startswith("Success")
    wrong = tmp_path / "wrong.py"
    text = CALLER.read_text(encoding="utf-8").replace(
        "report.scores.headline.value, int | None", "report.scores.loud, int"
    )
    wrong.write_text(text.replace("finding.voice, Voice", "finding.voice, str"), encoding="utf-8")
    faults = re.findall(r"error: .*\[([a-z-]+)\]", check(wrong, tmp_path))
    assert set(faults) == {"assert-type", "attr-defined"}
