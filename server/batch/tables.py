"""Rows of CSV, TSV and Parquet tables."""

import csv
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from server.batch.faults import load
from server.batch.rows import MAX_ROW, Item, make
from server.batch.sources import Source
from server.batch.streams import Stream, damaged, opened

CHUNK = 16  # rows of a Parquet table held at once


def read_csv(source: Source, columns: Mapping[str, str]) -> Iterator[tuple[Item, int]]:
    """The rows of a CSV table in UTF-8; its first row names the columns. Raises `Problem` where it ends early."""
    return _read(source, columns, ",")


def read_tsv(source: Source, columns: Mapping[str, str]) -> Iterator[tuple[Item, int]]:
    """The same for cells parted by tabs."""
    return _read(source, columns, "\t")


def _read(source: Source, columns: Mapping[str, str], delimiter: str) -> Iterator[tuple[Item, int]]:
    csv.field_size_limit(MAX_ROW)  # of the whole process, and nobody else reads CSV; the default cuts pages off
    with opened(source) as stream:
        table = csv.reader(_lines(source, stream), delimiter=delimiter, strict=True)
        try:
            names = next(table, [])
            _check_names(source, names, columns)
            for number, cells in enumerate(table, 1):
                if cells:
                    yield make(dict(zip(names, cells, strict=False)), f"{source.name}:{number}", columns), stream.tell()
        except csv.Error as error:
            raise damaged(source, f"line {table.line_num}, {error}") from error


def _lines(source: Source, stream: Stream) -> Iterator[str]:
    lines = stream.lines()
    for line in islice(lines, 1):
        yield line.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    for line in lines:
        if len(line) > MAX_ROW:
            raise damaged(source, f"a line has more than {MAX_ROW} bytes")
        yield line.decode("utf-8", "surrogateescape")


def read_parquet(source: Source, columns: Mapping[str, str]) -> Iterator[tuple[Item, int]]:
    """The rows of a Parquet table; of its columns only the named ones are read. Raises `Problem`."""
    arrow, parquet = load("pyarrow", "batch"), load("pyarrow.parquet", "batch")
    try:
        with Path(source.path).open("rb") as file, parquet.ParquetFile(file, pre_buffer=False) as table:
            names = table.schema_arrow.names
            _check_names(source, names, columns)
            wanted, number = [name for name in names if name in columns.values()], 0
            for batch in table.iter_batches(CHUNK, columns=wanted, use_threads=False):
                for fields in batch.to_pylist():
                    number += 1
                    done = source.size * number // max(table.metadata.num_rows, 1)
                    yield make(fields, f"{source.name}:{number}", columns), done
    except arrow.ArrowException as error:
        raise damaged(source, "it is no valid Parquet file") from error


def _check_names(source: Source, names: list[str], columns: Mapping[str, str]) -> None:
    needed = [columns[name] for name in ("html", "text", "title")]
    if names and not set(needed) & set(names):
        wanted = ", ".join(map(repr, needed))
        raise damaged(source, f"it has none of the columns {wanted}; name yours with --column text=NAME")
