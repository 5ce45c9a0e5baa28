import csv
import json

import pytest

from detector import Text
from server.batch.outputs import spreadsheet
from server.batch.outputs.flat import columns, flatten
from server.workers.jobs import build

NAMES = [name for name, _ in columns()]


def row(title):
    report = build(with_model=False).analyze(Text("One. Two.", title)).to_dict()
    return {"id": title, **flatten(report)}


def convert(tmp_path, *titles):
    lines = tmp_path / "lines"
    lines.write_text("".join(json.dumps(row(title)) + "\n" for title in titles), encoding="utf-8")
    spreadsheet.convert(lines, tmp_path / "t.csv")
    return tmp_path / "t.csv"


def read(file):
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_each_row_has_its_columns(tmp_path):
    found = read(convert(tmp_path, "Brücke", 'With "marks", and more'))
    assert [held["title"] for held in found] == ["Brücke", 'With "marks", and more']
    assert list(found[0]) == NAMES
    assert found[0]["words"] == "2"


def test_excel_is_told_that_it_is_utf_8(tmp_path):
    assert convert(tmp_path, "One").read_bytes().startswith(b"\xef\xbb\xbfid,")


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("https://evil.example")'])
def test_no_word_of_a_page_is_a_formula(tmp_path, title):
    assert read(convert(tmp_path, title))[0]["title"] == f"'{title}"


def test_numbers_stay_numbers():
    assert spreadsheet._cell(-4) == -4


def test_no_rows_become_an_empty_table(tmp_path):
    assert read(convert(tmp_path)) == []
