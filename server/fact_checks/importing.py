"""Fact-checks from files into the index, in batches that are written together with how far each file was read: an
import that was killed goes on where it stopped, and gives the same index."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from server.fact_checks import index
from server.fact_checks.index import Embed
from server.fact_checks.reviews import Check
from server.settings import FACT_CHECKS


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: rows read from a file, and how many of them were new."""

    file: Path
    rows: int
    new: int


def bring_in(
    connection: sqlite3.Connection,
    files: Iterable[Path],
    read: Callable[[Path], Iterator[Check]],
    embed: Embed | None,
) -> Iterator[Progress]:
    """Add the fact-checks of all files, telling of each batch once it is written. A file that was read to its end, and
    has not changed since, adds nothing. Raises what `read` raises, and `sqlite3.Error`."""
    for file in files:
        name, stamp = str(file.resolve()), _stamp(file)
        held = connection.execute("SELECT rows FROM files WHERE name = ? AND stamp = ?", (name, stamp)).fetchone()
        done, new = held[0] if held else 0, 0
        checks = islice(read(file), done, None)
        while batch := list(islice(checks, FACT_CHECKS.batch)):
            with connection:
                new += index.add(connection, batch, embed)
                done += len(batch)
                connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (name, stamp, done))
            yield Progress(file, done, new)


def _stamp(file: Path) -> str:
    about = file.stat()
    return f"{about.st_size} {about.st_mtime_ns}"
