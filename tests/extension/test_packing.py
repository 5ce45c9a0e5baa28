"""The files for the stores: everything that the folder holds, nothing else, and the same bytes each time."""

import json
import runpy
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "extension"
MAKER = runpy.run_path(str(ROOT / "tools" / "make_extension.py"))


def manifest_of(packed: Path) -> Any:
    with ZipFile(packed) as archive:
        return json.loads(archive.read("manifest.json"))


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_the_file_holds_the_folder(browser: str, tmp_path: Path) -> None:
    with ZipFile(MAKER["pack"](browser, tmp_path)) as archive:
        names = archive.namelist()
        assert names == sorted(names)
        assert set(names) == {path.relative_to(EXTENSION).as_posix() for path in EXTENSION.rglob("*") if path.is_file()}
        for name in set(names) - {"manifest.json"}:
            assert archive.read(name) == (EXTENSION / name).read_bytes()


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_the_same_folder_gives_the_same_bytes(browser: str, tmp_path: Path) -> None:
    first, second = (MAKER["pack"](browser, tmp_path / folder).read_bytes() for folder in ("a", "b"))
    assert first == second


def test_each_browser_gets_its_own_manifest(tmp_path: Path) -> None:
    chromium, firefox = (manifest_of(MAKER["pack"](browser, tmp_path)) for browser in ("chromium", "firefox"))
    assert "browser_specific_settings" not in chromium
    assert list(chromium["background"]) == ["service_worker", "type"]
    assert "minimum_chrome_version" not in firefox
    assert list(firefox["background"]) == ["scripts", "type"]
    assert {*firefox["permissions"], "sidePanel"} == set(chromium["permissions"])
    assert "sidePanel" not in firefox["permissions"]
    assert ("sidebar_action" in firefox, "side_panel" in firefox) == (True, False)
    assert ("sidebar_action" in chromium, "side_panel" in chromium) == (False, True)


def test_the_extension_has_the_version_of_the_server() -> None:
    source = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
    assert f'version = "{source["version"]}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
