import json
from dataclasses import replace

import pyarrow.parquet

from detector import Text
from server.batch.outputs import parquet
from server.batch.outputs.flat import columns, flatten
from server.workers.jobs import analysis

NAMES = [name for name, _ in columns()]


def report(title):
    return {"id": title, **analysis(with_model=True).analyzer.analyze(Text("One. Two.", title)).to_dict()}


def write(file, rows):
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_flat_rows_become_a_typed_table(tmp_path):
    rows = [{"id": title, **flatten(report(title))} for title in ("One", "Two", "Three")]
    parquet.convert(write(tmp_path / "lines", rows), tmp_path / "t.parquet", is_flat=True)
    table = pyarrow.parquet.read_table(tmp_path / "t.parquet")
    assert table.column_names == NAMES
    assert table.to_pylist() == rows


def test_reports_become_flat_columns_and_the_report_whole(tmp_path):
    rows = [report("One"), report("Two")]
    parquet.convert(write(tmp_path / "lines", rows), tmp_path / "t.parquet", is_flat=False)
    found = pyarrow.parquet.read_table(tmp_path / "t.parquet").to_pylist()
    assert [json.loads(row["report"]) for row in found] == rows
    assert [row["title"] for row in found] == ["One", "Two"]


def test_a_table_is_written_a_chunk_at_a_time_and_the_same_each_time(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "BATCH", replace(parquet.BATCH, group_rows=2))
    lines = write(tmp_path / "lines", [{"id": str(at), **flatten(report("One"))} for at in range(5)])
    for name in ("a", "b"):
        parquet.convert(lines, tmp_path / name, is_flat=True)
    assert pyarrow.parquet.ParquetFile(tmp_path / "a").num_row_groups == 3
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_no_rows_become_an_empty_table(tmp_path):
    parquet.convert(write(tmp_path / "lines", []), tmp_path / "t.parquet", is_flat=True)
    assert pyarrow.parquet.read_table(tmp_path / "t.parquet").num_rows == 0
