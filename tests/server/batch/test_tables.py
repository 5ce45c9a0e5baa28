import csv
import io

import pyarrow
import pyarrow.parquet
import pytest

from server.batch.inputs.rows import Flaw
from server.settings import BATCH
from tests.server.batch.makers import BODY, items

ROWS = [
    {"id": "a", "title": "Bridge, old", "text": 'He said "no".\nThen left.', "url": "https://news.example/a"},
    {"id": "b", "title": "Brücke", "text": BODY, "url": ""},
]


def write_csv(file, rows, delimiter=","):
    held = io.StringIO()
    writer = csv.DictWriter(held, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    file.write_bytes(b"\xef\xbb\xbf" + held.getvalue().encode())
    return file


def write_parquet(file, rows):
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), file)
    return file


def seen(rows):
    return [
        {"id": row.id, "title": row.input.title, "text": row.input.text, "url": row.input.url or ""} for row in rows
    ]


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.tsv", "\t")])
def test_a_table_of_text_gives_its_rows(tmp_path, name, delimiter):
    assert seen(items(write_csv(tmp_path / name, ROWS, delimiter))) == ROWS


def test_a_parquet_table_gives_its_rows(tmp_path):
    assert seen(items(write_parquet(tmp_path / "a.parquet", ROWS * 20))) == ROWS * 20


def test_parquet_may_hold_html_as_bytes(tmp_path):
    (row,) = items(write_parquet(tmp_path / "a.parquet", [{"html": b"<p>caf\xe9", "n": 1}]))
    assert row.input.html == b"<p>caf\xe9"
    assert row.id == "a.parquet:1"


@pytest.mark.parametrize("write", [write_csv, write_parquet])
def test_columns_may_have_other_names(tmp_path, write):
    file = write(tmp_path / ("a.csv" if write is write_csv else "a.parquet"), [{"key": "a", "body": "One."}])
    (row,) = items(file, id="key", text="body")
    assert (row.id, row.input.text) == ("a", "One.")


@pytest.mark.parametrize("write", [write_csv, write_parquet])
def test_headline_and_body_need_no_option(tmp_path, write):
    rows = [{"headline": "Bridge", "body": "One."}, {"headline": "Road", "body": "Two."}]
    found = items(write(tmp_path / ("a.csv" if write is write_csv else "a.parquet"), rows))
    assert [(row.input.title, row.input.text) for row in found] == [("Bridge", "One."), ("Road", "Two.")]


@pytest.mark.parametrize("write", [write_csv, write_parquet])
def test_a_table_without_a_known_column_is_a_flaw_that_says_which(tmp_path, write):
    file = write(tmp_path / ("a.csv" if write is write_csv else "a.parquet"), [{"story": "One."}])
    (flaw,) = items(file)
    assert flaw.code == "bad-source"
    assert "--column text=NAME" in flaw.reason


def test_bytes_that_are_no_utf_8_cost_one_row(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(b"id,text\na,caf\xe9\nb,coffee\n")
    flaw, row = items(file)
    assert (flaw.id, flaw.code) == ("a", "bad-encoding")
    assert row.id == "b"


def test_a_quote_that_never_ends_is_a_flaw_after_the_rows_before_it(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text('text\nOne.\n"Two.\nThree.\n')
    row, flaw = items(file)
    assert row.input.text == "One."
    assert isinstance(flaw, Flaw) and flaw.code == "bad-source"


def test_a_short_row_lacks_what_it_lacks(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("id,title,text\na,T\nb\n")
    row, flaw = items(file)
    assert (row.id, row.input.text) == ("a", "")
    assert flaw.code == "missing-input"


def test_pages_longer_than_the_csv_module_s_own_limit_are_read(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("text\n" + "x" * 200_000 + "\n")
    (row,) = items(file)
    assert len(row.input.text) == 200_000
    assert csv.field_size_limit() == BATCH.row_bytes


@pytest.mark.parametrize("held", [b"", b"no parquet", b"PAR1" + bytes(40) + b"PAR1"])
def test_what_is_no_parquet_is_a_flaw(tmp_path, held):
    file = tmp_path / "a.parquet"
    file.write_bytes(held)
    assert [flaw.code for flaw in items(file)] == ["bad-source"]


def test_an_empty_table_is_a_flaw(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("text\n")
    assert [flaw.code for flaw in items(file)] == ["no-rows"]


def test_parquet_text_that_is_no_utf_8_costs_one_row(tmp_path):
    held = [
        None,
        pyarrow.py_buffer(bytes([0, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0, 6, 0, 0, 0])),
        pyarrow.py_buffer(b"ab\xff\xfecd"),
    ]
    texts = pyarrow.Array.from_buffers(pyarrow.string(), 3, held)
    file = tmp_path / "a.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"text": texts}), file)
    assert [getattr(item, "code", "read") for item in items(file)] == ["read", "bad-encoding", "read"]


@pytest.mark.parametrize(
    "ids",
    [
        pyarrow.array([1, 2], pyarrow.timestamp("ns")),
        pyarrow.array([2**62, 1], pyarrow.timestamp("us")),
        pyarrow.array([1, 2], pyarrow.timestamp("us", "Nowhere/Zone")),
        pyarrow.array([2**30, 1], pyarrow.int32()).view(pyarrow.date32()),
        pyarrow.array([2**62, 2], pyarrow.duration("s")),
        pyarrow.array([1.5, 2.5]),
        pyarrow.array([["a"], ["b"]]),
    ],
    ids=lambda ids: str(ids.type),
)
def test_parquet_ids_of_a_type_that_no_id_has_cost_their_rows(tmp_path, ids):
    file = tmp_path / "a.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"id": ids, "text": [BODY, BODY]}), file)
    assert [(item.id, item.code) for item in items(file)] == [
        ("a.parquet:1", "bad-field"),
        ("a.parquet:2", "bad-field"),
    ]


def test_parquet_may_pack_its_words_as_a_dictionary_or_leave_cells_empty(tmp_path):
    file = tmp_path / "a.parquet"
    table = {"id": pyarrow.array(["a", "b"]).dictionary_encode(), "text": [BODY, None], "title": pyarrow.nulls(2)}
    pyarrow.parquet.write_table(pyarrow.table(table), file)
    assert [(item.id, getattr(item, "code", "read")) for item in items(file)] == [("a", "read"), ("b", "missing-input")]
