import gzip
import io
import sys
import tracemalloc
from dataclasses import replace

import pytest

from server.batch.inputs import readers, streams
from server.batch.inputs.input_files import InputFile, find_inputs
from server.batch.inputs.readers import read_all
from server.batch.inputs.rows import Flaw, Place
from server.settings import BATCH
from tests.server.batch.makers import html, items, write_jsonl


def test_json_lines_are_rows_and_blank_lines_are_none(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'\xef\xbb\xbf{"id":"a","text":"One."}\n\n{"text":"Two."}')
    assert [item.id for item in items(file)] == ["a", "a.jsonl:3"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"id":"a"', "bad-json"),
        (b'["text"]', "bad-json"),
        (b'{"text":"\xff"}', "bad-encoding"),
        (b'{"n":' + b"9" * 5000 + b"}", "bad-json"),
        (b"[" * 200_000, "bad-json"),
        (b'{"x":[' + b"[]," * (BATCH.structure_bytes // 2) + b"[]]}", "bad-json"),
    ],
)
def test_a_line_that_is_no_row_is_a_flaw_and_the_next_one_is_read(tmp_path, line, code):
    file = tmp_path / "a.jsonl"
    file.write_bytes(line + b'\n{"id":"b","text":"Two."}\n')
    flaw, row = items(file)
    assert (flaw.id, flaw.code) == ("a.jsonl:1", code)
    assert row.id == "b"


def test_a_line_without_end_is_never_held_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(streams, "BATCH", replace(streams.BATCH, row_bytes=1000))
    monkeypatch.setattr(readers, "BATCH", replace(readers.BATCH, row_bytes=1000))
    file = tmp_path / "a.jsonl.gz"
    with gzip.open(file, "wb") as stream:
        for _ in range(64):
            stream.write(b"x" * 2**20)
        stream.write(b'\n{"id":"b","text":"Two."}\n')
    tracemalloc.start()
    flaw, row = items(file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (flaw.code, row.id) == ("row-too-large", "b")
    assert peak < 4 * 2**20


def test_a_packed_file_that_ends_early_gives_its_rows_and_then_a_flaw(tmp_path):
    file = tmp_path / "a.jsonl.gz"
    whole = gzip.compress(b'{"id":"a","text":"One."}\n' * 2000, mtime=0)
    file.write_bytes(whole[:-20])
    *rows, flaw = items(file)
    assert rows and all(row.id == "a" for row in rows)
    assert (flaw.id, flaw.code) == ("a.jsonl.gz", "bad-source")


def test_a_source_without_rows_is_a_flaw(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_bytes(b"\n")
    assert [flaw.code for flaw in items(file)] == ["no-rows"]
    assert items(file, start=1) == []


def test_a_folder_gives_its_pages_by_name(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.html").write_bytes(html("B"))
    (tmp_path / "a.html").write_bytes(html("A"))
    (tmp_path / "sub" / "c.html.gz").write_bytes(gzip.compress(html("C")))
    found = [placed.item for placed in read_all(find_inputs([str(tmp_path)]), Place(0, 0))]
    assert [row.id for row in found] == ["a.html", "b.html", "sub/c.html.gz"]
    assert found[2].input.html == html("C")


def test_a_page_of_a_folder_that_cannot_be_read_is_a_flaw_and_the_next_one_is_read(tmp_path):
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(html("A"))[:-9])
    (tmp_path / "b.html").write_bytes(html("B"))
    flaw, row = [placed.item for placed in read_all(find_inputs([str(tmp_path)]), Place(0, 0))]
    assert (flaw.id, flaw.code) == ("a.html.gz", "unreadable")
    assert row.id == "b.html"


def test_a_file_that_went_away_is_a_flaw(tmp_path):
    gone = InputFile(str(tmp_path / "gone.jsonl"), "gone.jsonl", "jsonl")
    (placed,) = read_all([gone], Place(0, 0))
    assert isinstance(placed.item, Flaw)
    assert placed.item.code == "bad-source"


def test_standard_input_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"id":"a","text":"One."}\n')))
    assert [row.id for row in items("-")] == ["a"]


def test_reading_can_begin_at_any_place(tmp_path):
    files = [write_jsonl(tmp_path / name, [{"text": name}] * rows) for name, rows in (("a.jsonl", 3), ("b.jsonl", 2))]
    (tmp_path / "c.jsonl").write_text("")
    inputs = find_inputs([*map(str, files), str(tmp_path / "c.jsonl")])
    everything = list(read_all(inputs, Place(0, 0)))
    assert [placed.place for placed in everything] == [
        Place(0, 0), Place(0, 1), Place(0, 2), Place(1, 0), Place(1, 1), Place(2, 0),
    ]  # fmt: skip
    for number, placed in enumerate(everything):
        assert list(read_all(inputs, placed.place)) == everything[number:]
        assert list(read_all(inputs, placed.place.following)) == everything[number + 1 :]


def test_a_text_file_is_a_row_with_its_first_line_as_the_headline(tmp_path):
    file = tmp_path / "story.txt"
    file.write_text("Bridge shut\n\nIt rained.")
    (row,) = items(file)
    assert (row.id, row.input.title, row.input.text) == ("story.txt", "Bridge shut", "It rained.")
    file.write_bytes(b"Bridge shut\n\ncaf\xe9")
    (flaw,) = items(file)
    assert flaw.code == "bad-encoding"
