"""Files of the package that are missing or damaged: one sentence that names the file, never a traceback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEIGHTS = Path("detector", "encoder", "weights")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A copy of the package, with the model's weights, the server and the page's scripts as they are."""
    folder = tmp_path_factory.mktemp("copy")
    ignored = shutil.ignore_patterns("weights", "__pycache__")
    shutil.copytree(ROOT / "detector", folder / "detector", ignore=ignored)
    (folder / WEIGHTS).symlink_to(ROOT / WEIGHTS)
    for beside in ("server", "extension"):
        (folder / beside).symlink_to(ROOT / beside)
    return folder


@pytest.fixture
def package(whole, request):
    """The copy, and the file in it that the test may spoil."""
    file = whole / "detector" / request.param
    kept = file.read_bytes()
    yield whole, file
    file.write_bytes(kept)


def run(folder, *arguments):
    command = [sys.executable, "-c", "from server.cli import main; main()", *arguments]
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1", "COLUMNS": "300"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, input="Words.")


def spoil(file):
    """Put a byte that is no text into the middle of a file."""
    held = bytearray(file.read_bytes())
    held[len(held) // 2] ^= 0xFF
    file.write_bytes(held)


ENGLISH = "languages/en"
FILES = [
    "settings.toml",
    *(
        f"{ENGLISH}/{name}"
        for name in ("reference.json", "models/attribution/tagger.bin", "rules/wording.toml", "lexicon/prose.toml")
    ),
    *(f"{ENGLISH}/lexicon/{name}.toml" for name in ("people", "cues", "clauses", "noun_phrases", "places")),
]
MISSING = ["settings.toml", f"{ENGLISH}/rules/wording.toml", f"{ENGLISH}/reference.json"]


@pytest.mark.parametrize("package", FILES, indirect=True)
def test_a_damaged_file_is_named_by_doctor(package):
    folder, file = package
    spoil(file)
    told = run(folder, "doctor")
    assert told.returncode == 3
    assert file.name in told.stdout + told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("package", MISSING, indirect=True)
def test_a_missing_file_is_named_by_score_in_one_sentence(package):
    folder, file = package
    file.unlink()
    told = run(folder, "score", "--no-model", "--text", "-")
    assert (told.returncode, told.stdout) == (3, "")
    assert told.stderr.count("\n") == 1 and file.name.removesuffix(".toml") in told.stderr
    assert told.stderr.rstrip().endswith("reinstall Undertone.")


@pytest.mark.parametrize(
    ("package", "old", "new"),
    [
        ("settings.toml", b"article_threshold", b"article_treshold"),
        (f"{ENGLISH}/reference.json", b'"headline"', b'"headlines"'),
        (f"{ENGLISH}/lexicon/people.toml", b"\norganisation", b"\norganization"),
        (f"{ENGLISH}/lexicon/cues.toml", b"\ndoubting", b"\ndoubtful"),
    ],
    indirect=["package"],
)
def test_a_key_that_is_missing_is_damage_too(package, old, new):
    folder, file = package
    assert old in file.read_bytes()
    file.write_bytes(file.read_bytes().replace(old, new))
    told = run(folder, "doctor")
    assert told.returncode == 3
    assert file.name in told.stdout + told.stderr
    assert "Traceback" not in told.stderr


def test_what_is_whole_has_nothing_wrong(whole):
    told = run(whole, "doctor")
    assert (told.returncode, told.stderr) == (0, "")
