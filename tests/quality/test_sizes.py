"""Files and functions are short enough to be read at one sitting (`docs/architecture.md`)."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("benchmarks", "detector", "docs", "extension", "server", "tests", "tools", "training")
LINES, FUNCTION = 250, 40
GENERATED = {"extension/page/injected.js"}
OTHERS = "/vendor/"  # what others wrote stays as it is


def _own(*endings: str) -> list[str]:
    paths = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.name.endswith(endings))
    names = [path.relative_to(ROOT).as_posix() for path in paths]
    return sorted(name for name in names if OTHERS not in name and name not in GENERATED)


def _lengths(name: str) -> list[tuple[int, str]]:
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [((node.end_lineno or node.lineno) - node.lineno + 1, f"{name}:{node.name}") for node in functions]


def test_no_file_is_longer_than_it_may_be():
    names = _own(".py", ".js", ".mjs")
    assert len(names) > 500
    lengths = ((len((ROOT / name).read_text(encoding="utf-8").splitlines()), name) for name in names)
    assert [(count, name) for count, name in lengths if count > LINES] == []


def test_no_function_is_longer_than_it_may_be():
    lengths = [length for name in _own(".py") for length in _lengths(name)]
    assert [(count, name) for count, name in lengths if count > FUNCTION] == []
