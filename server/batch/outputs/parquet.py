"""Lines of JSON made into a Parquet table, a chunk at a time; the same lines give the same bytes."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from server.batch.faults import load
from server.batch.outputs import flat
from server.settings import BATCH


def convert(lines: Path, table: Path, *, is_flat: bool) -> None:
    """Write the table for a file of flat rows, or of reports: then the flat columns and `report`, the JSON whole.

    Raises `Broken` where pyarrow is missing.
    """
    arrow, parquet = load("pyarrow", "batch"), load("pyarrow.parquet", "batch")
    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    fields = [(name, types[kind]) for name, kind in flat.columns()]
    schema = arrow.schema(fields if is_flat else [*fields, ("report", arrow.string())])
    with lines.open("rb") as stream, parquet.ParquetWriter(table, schema, compression="zstd") as writer:
        while chunk := list(islice(_rows(stream, is_flat=is_flat), BATCH.group_rows)):
            writer.write_table(arrow.Table.from_pylist(chunk, schema=schema))


def _rows(stream: Iterator[bytes], *, is_flat: bool) -> Iterator[dict[str, Any]]:
    for line in stream:
        record = json.loads(line)
        yield record if is_flat else {"id": record["id"], **flat.flatten(record), "report": line.decode().rstrip("\n")}
