"""What the packages import is what `pyproject.toml` declares: nothing by way of another package, nothing unused."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions

import pytest

from tests.packaging.builds import ROOT, tracked

OWN = ("detector", "server")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOADED = {"load", "_load", "import_module"}  # what imports a package only where it is asked for


def normal(name: str) -> str:
    """The name of a distribution as PEP 503 writes it, without extras and versions."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", name, maxsplit=1)[0]).lower()


def declared(lines: list[str]) -> set[str]:
    return {normal(line) for line in lines}


def modules(tree: ast.AST) -> Iterator[str]:
    """The modules that are imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def loaded(tree: ast.AST) -> Iterator[str]:
    """The modules that are imported by their names, where somebody asks for what needs them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LOADED:
            yield from (held.value for held in node.args[:1] if isinstance(held, ast.Constant))


def distributions(names: set[str]) -> set[str]:
    """The distributions that these modules of others come from."""
    held = packages_distributions()
    tops = {name.partition(".")[0] for name in names} - set(OWN) - sys.stdlib_module_names
    return {normal(held[top][0]) if top in held else normal(top) for top in tops}


@pytest.fixture(scope="module")
def trees() -> list[ast.AST]:
    paths = [ROOT / name for name in tracked(*OWN) if name.endswith(".py")]
    return [ast.parse(path.read_text(encoding="utf-8"), str(path)) for path in paths]


def test_what_is_imported_is_declared_and_what_is_declared_is_imported(trees: list[ast.AST]) -> None:
    imported = distributions({name for tree in trees for name in modules(tree)})
    assert imported == declared(PROJECT["dependencies"])


def test_what_is_loaded_when_asked_for_stands_in_an_extra(trees: list[ast.AST]) -> None:
    extras = PROJECT["optional-dependencies"]
    asked = distributions({name for tree in trees for name in loaded(tree)})
    assert asked == declared([*extras["batch"], *extras["redis"], *extras["ray"]])
    assert asked - {"ray"} <= declared(extras["dev"])  # ray is too large for every developer; a test says what it lacks


def test_a_message_that_names_an_extra_names_one_that_holds_the_package(trees: list[ast.AST]) -> None:
    for tree in trees:
        for node in ast.walk(tree):
            match node:
                case ast.Call(ast.Name("load"), [ast.Constant(module), ast.Constant(extra)]):
                    assert distributions({module}) <= declared(PROJECT["optional-dependencies"][extra])


def test_the_demo_needs_nothing_but_its_lock() -> None:
    asked = "import sys, tools.browser.demo; print(*{name.partition('.')[0] for name in sys.modules})"
    told = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    held = packages_distributions()
    used = {normal(name) for top in set(told.stdout.split()) - {*OWN, "tools"} for name in held.get(top, ())[:1]}
    lock = (ROOT / "requirements-demo.lock").read_text(encoding="utf-8")
    pinned = {normal(line) for line in re.findall(r"^[\w.-]+==", lock, re.MULTILINE)}
    assert used <= pinned | {normal(PROJECT["name"]), "setuptools"}


def test_the_locks_are_those_of_the_declaration_and_name_no_index() -> None:
    for name in (
        "requirements.lock",
        "requirements-dev.lock",
        "requirements-demo.lock",
        "docs/deploy/requirements.lock",
    ):
        told = (ROOT / name).read_text(encoding="utf-8")
        pinned = {normal(line) for line in re.findall(r"^[\w.-]+==", told, re.MULTILINE)}
        assert declared(PROJECT["dependencies"]) <= pinned, name
        assert "://" not in told and "--index" not in told, name
