"""The map of the code names places that exist, every room, and ten changes."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAP = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROOMS = ("detector", "server", "training")


def test_every_path_exists():
    paths = re.findall(r"`((?:detector|server|extension|tools|training|tests|benchmarks|docs)/[\w./-]*)`", MAP)
    assert len(paths) > 40
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_room_stands_on_it():
    folders = [path for room in ROOMS for path in sorted((ROOT / room).iterdir()) if (path / "__init__.py").exists()]
    missing = [f"{path.parent.name}/{path.name}/" for path in folders if f"{path.name}/`" not in MAP]
    assert missing == []


def test_the_newcomer_finds_ten_changes():
    table = MAP.partition("## Ten changes")[2].partition("\n\nA change is")[0]
    assert len(re.findall(r"^\| (?!you want).+ \|$", table, re.MULTILINE)) == 10
