"""The texts seen so far, on disk: a hash and a number each, so that memory stays the same whatever their number."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from server.batch.faults import Refused
from server.batch.outputs.state import Tally

TABLE = "CREATE TABLE IF NOT EXISTS texts (digest BLOB PRIMARY KEY, row INTEGER, id TEXT) WITHOUT ROWID"


class Texts:
    """Which row had a text first. Call `commit` at each checkpoint; what came later is forgotten when reopened.

    Every method raises `OSError` where the file cannot be read or written, `Refused` where it is damaged.
    """

    def __init__(self, file: Path, tally: Tally) -> None:
        """Open `file` as it stood when so many rows were done."""
        self._file = file
        with self._translating_errors(), ExitStack() as opened:
            self._base = opened.enter_context(closing(sqlite3.connect(file)))
            self._base.execute(TABLE)
            self._base.execute("DELETE FROM texts WHERE row >= ?", (tally.rows,))
            self._base.commit()
            (count,) = self._base.execute("SELECT count(*) FROM texts").fetchone()
            if count != tally.written:  # each row that was written had a text that was new
                raise self._damaged()
            opened.pop_all()

    def first(self, digest: str, row: int, name: str) -> str | None:
        """The id of the earlier row with this text (SHA-256 in hex); a first one is remembered, and gives `None`."""
        key = bytes.fromhex(digest)
        with self._translating_errors():
            found = self._base.execute("SELECT id FROM texts WHERE digest = ?", (key,)).fetchone()
            if found:
                earlier: str = found[0]
                return earlier
            self._base.execute("INSERT INTO texts VALUES (?, ?, ?)", (key, row, name))
        return None

    def commit(self) -> None:
        """Put what was remembered on the disk."""
        with self._translating_errors():
            self._base.commit()

    def close(self) -> None:
        """Give back the file."""
        self._base.close()

    @contextmanager
    def _translating_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:  # a full disk, a folder in its place, no right to write
            raise OSError(errno.EIO, str(error), str(self._file)) from error
        except sqlite3.DatabaseError as error:
            raise self._damaged() from error

    def _damaged(self) -> Refused:
        return Refused(f"{self._file} is damaged; --restart begins anew.")
