"""Each test that `docs/security.md` names exists, and each threat names one."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = re.compile(r"^- `(tests/[\w/]+\.py)::(\w+)`", re.MULTILINE)
THREATS = re.split(r"^### ", PAGE.partition("\n## Threats\n")[2].partition("\n## ")[0], flags=re.MULTILINE)[1:]


@pytest.mark.parametrize(("file", "name"), NAMED.findall(PAGE))
def test_the_test_exists(file: str, name: str) -> None:
    held = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in held.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}


@pytest.mark.parametrize("threat", THREATS, ids=lambda threat: threat.partition("\n")[0])
def test_the_threat_is_held_by_a_test(threat: str) -> None:
    assert NAMED.search(threat)
