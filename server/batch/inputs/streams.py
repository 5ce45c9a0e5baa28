"""The bytes of a source, unpacked where it is gzipped, with how far one has read."""

import gzip
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from server.batch.faults import BadRow
from server.batch.inputs.input_files import STDIN, InputFile
from server.settings import BATCH


@dataclass(frozen=True, slots=True)
class Stream:
    """An open source; `tell` says how many of its bytes (as stored) were read, 0 where that is unknown."""

    file: BinaryIO
    tell: Callable[[], int]

    def lines(self) -> Iterator[bytes]:
        """Line by line, with its end; of one longer than `BATCH.row_bytes` only that much, the rest is passed over."""
        while line := self.file.readline(BATCH.row_bytes + 1):
            rest = line
            while len(rest) > BATCH.row_bytes and not rest.endswith(b"\n"):
                rest = self.file.readline(BATCH.row_bytes + 1)
            yield line


@contextmanager
def opened(source: InputFile, *, unpack: bool = True) -> Iterator[Stream]:
    """Open a source for reading; `unpack` says whether `.gz` is undone. Raises `OSError`."""
    if source.path == STDIN:
        yield Stream(sys.stdin.buffer, lambda: 0)
        return
    with Path(source.path).open("rb") as file:
        tell = file.tell if source.size else lambda: 0
        if unpack and source.path.lower().endswith(".gz"):
            with gzip.open(file) as unpacked:
                yield Stream(cast("BinaryIO", unpacked), tell)
        else:
            yield Stream(file, tell)


def damaged(source: InputFile, what: object) -> BadRow:
    """A source of which nothing more can be read; what was read before stays."""
    return BadRow("bad-source", f"{source.name} cannot be read on from here: {what}.")
