"""What is in the wheel and the sdist, and what they say of themselves."""

import re
import tarfile
from collections.abc import Mapping
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from zipfile import ZipFile

import pytest

from detector.distribution import NAME
from tests.packaging.builds import ROOT, Built, build, build_both, tracked

PACKAGES = ("detector", "server")
EXTENSION = ("extension",)
DOCS = ("docs/*.md", ":!docs/store", ":!docs/deploy")
STRANGER = re.compile(r"undertone\[\w+\]|pip install [^`\n]*(?<![\w/.-])undertone(?![\w/.-])")
LICENCES = ("LICENSE", "detector/encoder/multilingual_weights/LICENSE", "detector/encoder/weights/LICENSE")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sdist and the wheel."""
    return build_both(tmp_path_factory.mktemp("built"))


def held(wheel: Path) -> dict[str, bytes]:
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def metadata(files: Mapping[str, bytes]) -> Message:
    return message_from_bytes(next(content for name, content in files.items() if name.endswith("/METADATA")))


def test_the_wheel_holds_both_packages_and_the_extension_and_nothing_else(built: Built) -> None:
    names = {name for name in held(built.wheel) if ".dist-info/" not in name}
    assert names == {*tracked(*PACKAGES), *(f"server/{name}" for name in (*tracked(*EXTENSION), *tracked(*DOCS)))}
    assert {"detector/py.typed", "server/py.typed", "server/extension/panel/controller.js"} <= names
    assert {"server/extension/manifest.json"} <= names


def test_it_says_its_name_its_licences_and_its_python(built: Built) -> None:
    files = held(built.wheel)
    told = metadata(files)
    assert told["Name"] == NAME
    assert told["License-Expression"] == "Apache-2.0 AND CC-BY-NC-SA-4.0"
    assert told.get_all("License-File") == list(LICENCES)
    assert told["Requires-Python"] == ">=3.11"
    for licence in LICENCES:
        assert any(name.endswith(f".dist-info/licenses/{licence}") for name in files), licence


def test_the_wheel_made_from_the_sdist_is_the_same(built: Built, tmp_path: Path) -> None:
    with tarfile.open(built.sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    (again,) = build(source, tmp_path / "dist", "wheel")
    assert held(again) == held(built.wheel)


def test_no_page_and_no_message_tells_to_install_by_the_name_of_another_project() -> None:
    for name in tracked("*.md", "*.py", "*.toml", "*.js", "*.json", "*.html", "Makefile", "docs/deploy"):
        told = (ROOT / name).read_text(encoding="utf-8")
        assert not STRANGER.search(told), f"{name}: {STRANGER.findall(told)}"
