"""What we hold of other projects is what they published, and needs nothing that is not installed with us."""

import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from tests.packaging.builds import ROOT, tracked
from tools.make_vendor import FOLDER, PARTS, adapt, vendored

HEAVY = {"babel", "courlan", "nltk", "textblob", "trafilatura"}
BUILDERS = {"hatchling", "pathspec", "pluggy", "tomlkit", "trove-classifiers"}  # needed in a checkout alone
READ = """
import sys
from server.workers.jobs import Analysis
Analysis(with_model=False)
print(*{name.partition(".")[0] for name in sys.modules})
"""


def test_the_parts_are_those_of_the_packages_that_developers_install():
    kept = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*") if path.is_file()}
    kept = {name: path.read_bytes() for name, path in kept.items() if "__pycache__" not in name and name != "NOTICE"}
    assert kept == vendored(), "run `python -m tools.make_vendor`"


def test_each_has_its_licence_beside_it():
    for package in PARTS:
        told = (FOLDER / package / "LICENSE").read_text(encoding="utf-8")
        assert "Apache License" in told or "Permission is hereby granted, free of charge" in told


def test_a_module_imports_our_copies_and_loses_what_is_dropped():
    source = "from babel import Locale\nfrom courlan import a\n@cache\ndef lang_filter():\n    return Locale\nb = 1\n"
    assert adapt("courlan/filters.py", source, "1") == "from detector.vendor.courlan import a\nb = 1\n"


def test_an_article_is_read_without_the_packages_that_they_came_from():
    told = subprocess.run([sys.executable, "-c", READ], capture_output=True, text=True, check=True)
    assert not HEAVY & set(told.stdout.split())


def test_what_is_installed_with_us_stays_below_250_megabytes():
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    files = [file for name in {*locked} - BUILDERS for file in installed(name)]
    own = [ROOT / name for name in tracked("detector", "server", "extension", "docs/*.md")]
    assert sum(on_disk(path) for path in [*files, *own] if path.suffix != ".pyc") < 250_000_000


def installed(name: str) -> list[Path]:
    """The files of a package; none where it is not for this system."""
    try:
        told = distribution(name)
    except PackageNotFoundError:
        return []
    return [Path(str(told.locate_file(file))) for file in told.files or ()]


def on_disk(path: Path) -> int:
    """What a file takes in blocks of 4096 bytes."""
    return -(-path.stat().st_size // 4096) * 4096 if path.is_file() else 0
