"""The panel's menu offers the formats of `detector.export`, each by a name in every language."""

import json

import pytest

from detector.export import FORMATS
from tools import make_formats

LOCALES = sorted((make_formats.SCRIPT.parents[1] / "_locales").iterdir())


def test_the_menu_is_up_to_date() -> None:
    assert make_formats.SCRIPT.read_text(encoding="utf-8") == make_formats.script(), "run: python tools/make_formats.py"


@pytest.mark.parametrize("folder", LOCALES, ids=lambda folder: folder.name)
def test_every_format_has_a_name_in_the_menu(folder) -> None:
    texts = json.loads((folder / "messages.json").read_text(encoding="utf-8"))
    assert all(texts[f"page_export_{name}"]["message"] for name in FORMATS)
