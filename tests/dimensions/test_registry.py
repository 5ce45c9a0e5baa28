"""A dimension is its folder and one line of the registry: nothing else lists dimensions."""

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from detector.dimensions import registry
from detector.dimensions.registry import DIMENSIONS
from detector.errors import DataError
from detector.languages.en import PACK
from detector.rules import load, loading

ROOT = Path(__file__).parents[2]
TOY = Path(__file__).parent / "toy"
OWN = ("headline", "sourcing", "wording")
REGISTRY, LAST = "detector/schema/by_dimension.py", "    wording: T\n"
SENTENCE = "The council of Marrow voted for the bridge on Monday, said mayor Ada Berg. It is {} years old."
STORY = "".join(f"<p>{SENTENCE.format(number)}</p>" for number in range(40, 52))
TITLE = "Bridge to be mended"
PAGE = (
    f'<!doctype html><html lang="en"><head><title>{TITLE}</title></head>'
    f"<body><article><h1>{TITLE}</h1>{STORY}</article></body></html>"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Undertone with a fourth dimension: the toy's folder and its line in the registry."""
    home = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "detector", home / "detector", ignore=shutil.ignore_patterns("weights", "__pycache__"))
    for beside in ("server", "extension", "tools", "pyproject.toml"):
        (home / beside).symlink_to(ROOT / beside)
    numbers = home / "detector" / "dimensions" / "numbers"
    numbers.mkdir()
    shutil.copy(TOY / "__init__.py", numbers)
    registry_file = home / REGISTRY
    source = registry_file.read_text(encoding="utf-8")
    assert source.count(LAST) == 1
    registry_file.write_text(source.replace(LAST, f"{LAST}    numbers: T\n"), encoding="utf-8")
    return home


@pytest.fixture(scope="module")
def shown(home, tmp_path_factory):
    """What every door shows with the fourth dimension."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(home), "PYTHONSAFEPATH": "1", "COLUMNS": "300"}
    command = [sys.executable, str(TOY / "script.py"), str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_typed_caller_is_told_of_a_new_dimension(home, tmp_path):
    shutil.copy(TOY / "typed_caller.py", home)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path, "typed_caller.py"]
    told = subprocess.run(
        command, cwd=home, env=os.environ | {"MYPYPATH": str(home)}, capture_output=True, text=True, check=False
    )
    assert told.stdout.startswith("Success"), told.stdout + told.stderr


def test_the_published_schema_tells_the_levels_of_a_new_dimension(shown):
    assert shown["faults"] == []
    assert [{*levels["anyOf"][0]["enum"]} for levels in shown["levels"].values()] == [
        {"low", "notable", "strong"},
        {"thin", "mixed", "broad"},
        {"low", "notable", "strong"},
        {"worded", "figured", "numeric"},
    ]


def test_a_new_dimension_is_in_the_report_and_its_summary(shown):
    report = shown["json"]
    assert list(report["scores"]) == [*OWN, "numbers"]
    assert report["scores"]["numbers"]["value"] == 60
    assert report["summary"]["levels"]["numbers"] == report["scores"]["numbers"]["level"] == "numeric"
    assert report["summary"]["sentence"].endswith(" 12 numbers.")
    found = [finding["exact"] for finding in report["findings"] if finding["dimension"] == "numbers"]
    assert found == [str(number) for number in range(40, 52)]


def test_a_new_dimension_is_in_the_tables_of_the_command_line(shown):
    (row,) = [line for line in shown["table"].splitlines() if line.startswith("numbers ")]
    assert row.split()[1:3] == ["60", "numeric"]
    assert "numbers.figure" in shown["table"]
    assert '"numbers"' in " ".join(shown["evaluate"].split())


def test_a_new_dimension_has_its_columns_in_a_batch(shown):
    row = shown["row"]
    assert ["id", *row] == shown["columns"]
    assert (row["numbers"], row["numbers_level"], row["numbers_numbers"]) == (60, "numeric", 12)
    assert (row["numbers_low"], row["numbers_high"], row["numbers_percentile"]) == (60, 60, None)


def test_a_new_dimension_is_compared_also_in_a_stored_report(shown):
    assert shown["comparison"].count("numeric (60)") == 2
    assert shown["compared"].count('data-dimension="numbers"') == 2
    assert ">Numbers</th>" in shown["compared"]


@pytest.mark.parametrize("page", ["copy", "report"])
def test_a_new_dimension_is_in_the_copy_and_the_report_page(shown, page):
    assert '<section class="score" data-dimension="numbers"><div class="t"><h2>Numbers</h2>' in shown[page]
    assert shown[page].count("“51” is a number.") >= 1


def test_a_new_dimension_is_in_sarif(shown):
    results = shown["sarif"]["runs"][0]["results"]
    found = [one for one in results if one["ruleId"] == "numbers.figure"]
    assert [one["properties"]["exact"] for one in found] == [str(number) for number in range(40, 52)]
    assert all("region" in one["locations"][0]["physicalLocation"] for one in found)


def strings(tree):
    """The strings of a module that are no docstrings."""
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


@pytest.mark.parametrize("room", ["detector", "server"])
def test_nothing_else_names_the_dimensions(room):
    own = [ROOT / "detector" / "dimensions" / name for name in OWN]
    own += list((ROOT / "detector" / "languages").glob("*"))  # a pack says which rules it brings
    own.append(ROOT / "detector" / "text" / "genre")  # a genre is told by section, address, wording …
    for path in (ROOT / room).rglob("*.py"):
        if any(folder in path.parents for folder in own):
            continue
        # "headline" is also a part of an article and a word of HTML; what lists dimensions names another, too.
        assert not {"sourcing", "wording"} & set(strings(ast.parse(path.read_text(encoding="utf-8")))), path


def test_ids_levels_and_cuts_fit_each_other():
    assert tuple(each.id for each in DIMENSIONS) == OWN
    for each in DIMENSIONS:
        assert all(0 < first < second < 100 for first, second in filter(None, (each.cuts, each.unranked)))
        assert {each.best, each.worst} == {each.levels[0], each.levels[-1]}
    with pytest.raises(KeyError):
        registry.named("framing")


def test_rules_of_no_dimension_and_dimensions_without_rules_are_refused(monkeypatch):
    registry.check(load("en"))
    with pytest.raises(DataError, match=r"missing \(claims, headline, sourcing, wording\)"):
        registry.check(loading.read_rules({}, PACK))
    monkeypatch.setattr(registry, "DIMENSIONS", DIMENSIONS[:2])
    with pytest.raises(DataError, match="no dimension is called wording"):
        registry.check(load("en"))
