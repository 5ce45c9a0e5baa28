"""The reference pages that are written from the code are those of this code."""

import inspect
from pathlib import Path

import pytest

import detector
from detector import rules, schema
from server.cli import COMMANDS
from tools import make_reference as WRITER  # noqa: N812

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", sorted(WRITER.PAGES))
def test_the_page_is_up_to_date(name):
    held = (DOCS / "reference" / name).read_text(encoding="utf-8")
    assert held == WRITER.PAGES[name](), "run: python tools/make_reference.py"


def test_every_command_and_rule_has_its_section():
    assert all(f"\n## undertone {name}\n" in WRITER.cli() for name in COMMANDS)
    assert all(f"\n### `{name}`\n" in WRITER.rule_list() for name in rules.load("en").rules)


def test_the_python_face_tells_every_promised_name_and_its_arguments():
    page = WRITER.python_face()
    classes = [name for name in (*detector.__all__, *schema.__all__) if inspect.isclass(getattr(schema, name, str))]
    assert all(f"\n### `{name}`\n" in page for name in classes if name != "errors")
    assert "**`Analyzer.analyze(request: Input, options: Options=ALL) -> Report`**" in page
    assert "**`Report.to_dict(include: Collection[str]=()) -> dict[str, Any]`**" in page
    assert "A kind of `InputError`." in page and 'code = "empty-input"' in page
    assert "**`html.annotate(request: Input, report: Report, reader: str=languages.DEFAULT) -> Copy`**" in page


def test_words_of_rules_are_no_markup():
    assert WRITER._prose("a *b* [c](d) <e> | `f`") == r"a \*b\* \[c\](d) \<e\> \| \`f\`"
