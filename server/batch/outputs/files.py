"""Opening the files that belong to an output, without following a link that somebody put in their place."""

import errno
import os
from pathlib import Path
from typing import IO, cast

from server.batch.faults import Refused


def open_own(file: Path, mode: str) -> IO[bytes]:
    """Open a file for writing in a binary `mode` of `open`. Raises `Refused` for a link, whose target is not ours."""
    try:
        return cast("IO[bytes]", open(file, mode, opener=_open))
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        raise Refused(f"{file} is a link to another file; move it away, then give the same command again.") from error


def _open(name: str, flags: int) -> int:
    return os.open(name, flags | os.O_NOFOLLOW, 0o666)
