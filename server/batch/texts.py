"""The texts seen so far, on disk: a hash and a number each, so that memory stays the same whatever their number."""

import sqlite3
from pathlib import Path


class Texts:
    """Which row had a text first. Call `commit` at each checkpoint; what came later is forgotten when reopened."""

    def __init__(self, file: Path, rows: int) -> None:
        self._base = sqlite3.connect(file)
        self._base.execute(
            "CREATE TABLE IF NOT EXISTS texts (digest BLOB PRIMARY KEY, row INTEGER, id TEXT) WITHOUT ROWID"
        )
        self._base.execute("DELETE FROM texts WHERE row >= ?", (rows,))
        self._base.commit()

    def first(self, digest: str, row: int, name: str) -> str | None:
        """The id of the earlier row with this text (SHA-256 in hex); a first one is remembered, and gives `None`."""
        key = bytes.fromhex(digest)
        found = self._base.execute("SELECT id FROM texts WHERE digest = ?", (key,)).fetchone()
        if found:
            earlier: str = found[0]
            return earlier
        self._base.execute("INSERT INTO texts VALUES (?, ?, ?)", (key, row, name))
        return None

    def commit(self) -> None:
        """Put what was remembered on the disk."""
        self._base.commit()

    def close(self) -> None:
        """Give back the file."""
        self._base.close()
