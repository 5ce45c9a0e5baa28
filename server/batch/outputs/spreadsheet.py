"""Flat rows made into a CSV table that spreadsheets open; the same lines give the same bytes."""

import csv
import json
from pathlib import Path

from server.batch.outputs import flat

BOM = "\ufeff"  # without it Excel takes UTF-8 for the code page of its country
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a cell may not begin with, or a spreadsheet would run it


def convert(lines: Path, table: Path) -> None:
    """Write the table for a file of flat rows, line by line."""
    names = [name for name, _ in flat.columns()]
    with lines.open("rb") as stream, table.open("w", encoding="utf-8", newline="") as out:
        out.write(BOM)
        writer = csv.DictWriter(out, names)
        writer.writeheader()
        for line in stream:
            writer.writerow({name: _cell(value) for name, value in json.loads(line).items()})


def _cell(value: object) -> object:
    """A value as a cell: a page's words stay words (https://owasp.org/www-community/attacks/CSV_Injection)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
