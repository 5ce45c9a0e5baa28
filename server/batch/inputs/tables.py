"""Rows of CSV, TSV and Parquet tables."""

import csv
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

from server.batch.faults import load
from server.batch.inputs.input_files import InputFile
from server.batch.inputs.rows import Item, make, place_fields
from server.batch.inputs.streams import Stream, damaged, opened
from server.settings import BATCH

BYTES = ("is_binary", "is_large_binary", "is_binary_view", "is_fixed_size_binary")
UNFIT = object()  # a value of a type that no field can have


def read_csv(source: InputFile, columns: Mapping[str, str]) -> Iterator[tuple[Item, int]]:
    """The rows of a CSV table in UTF-8; its first row names the columns. Raises `BadRow` where it ends early."""
    return _read(source, columns, ",")


def read_tsv(source: InputFile, columns: Mapping[str, str]) -> Iterator[tuple[Item, int]]:
    """The same for cells parted by tabs."""
    return _read(source, columns, "\t")


def _read(source: InputFile, columns: Mapping[str, str], delimiter: str) -> Iterator[tuple[Item, int]]:
    csv.field_size_limit(BATCH.row_bytes)  # of the whole process, and nobody else reads CSV; the default cuts pages off
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


def _lines(source: InputFile, stream: Stream) -> Iterator[str]:
    lines = stream.lines()
    for line in islice(lines, 1):
        yield line.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    for line in lines:
        if len(line) > BATCH.row_bytes:
            raise damaged(source, f"a line has more than {BATCH.row_bytes} bytes")
        yield line.decode("utf-8", "surrogateescape")


def read_parquet(source: InputFile, columns: Mapping[str, str]) -> Iterator[tuple[Item, int]]:
    """The rows of a Parquet table; of its columns only the named ones are read. Raises `BadRow`."""
    arrow, parquet = load("pyarrow", "batch"), load("pyarrow.parquet", "batch")
    try:
        with Path(source.path).open("rb") as file, parquet.ParquetFile(file, pre_buffer=False) as table:
            names = table.schema_arrow.names
            _check_names(source, names, columns)
            placed, number = place_fields(columns, names).values(), 0
            wanted = [name for name in names if name in placed]
            for batch in table.iter_batches(BATCH.table_rows, columns=wanted, use_threads=False):
                for fields in _rows(arrow, batch):
                    number += 1
                    done = source.size * number // max(table.metadata.num_rows, 1)
                    yield make(fields, f"{source.name}:{number}", columns), done
    except arrow.ArrowException as error:
        raise damaged(source, "it is no valid Parquet file") from error


def _rows(arrow: ModuleType, batch: Any) -> Iterator[dict[str, object]]:  # noqa: ANN401 - pyarrow has no types
    """The rows of a record batch. Whatever a cell holds, it makes no other row fail."""
    columns = [_values(arrow, column) for column in batch.columns]
    for cells in zip(*columns, strict=True):
        yield dict(zip(batch.schema.names, cells, strict=True))


def _values(arrow: ModuleType, column: Any) -> list[object]:  # noqa: ANN401
    """A column's cells: texts with what is no UTF-8 in them as lone surrogates (PEP 383), as in CSV.

    Of a type that no field can have (times, numbers with a point, lists) nothing is converted: some of their values
    Python cannot hold.
    """
    types = arrow.types
    if types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if any(ask(column.type) for ask in (types.is_string, types.is_large_string, types.is_string_view)):
        cells = column.cast(arrow.large_binary()).to_pylist()
        return [None if value is None else value.decode("utf-8", "surrogateescape") for value in cells]
    if any(ask(column.type) for ask in (types.is_integer, types.is_null, *(getattr(types, name) for name in BYTES))):
        values: list[object] = column.to_pylist()
        return values
    return [None if not cell.is_valid else UNFIT for cell in column]


def _check_names(source: InputFile, names: list[str], columns: Mapping[str, str]) -> None:
    placed = place_fields(columns, names)
    if names and not {placed[name] for name in ("html", "text", "title")} & set(names):
        wanted = ", ".join(repr(columns[name]) for name in ("html", "text", "title"))
        raise damaged(source, f"it has none of the columns {wanted}; name yours with --column text=NAME")
