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
        raise refusal(file, error) or error from error


def refusal(file: Path, error: OSError) -> Refused | None:
    """What to say where opening `file` met a link; `None` for any other error."""
    if error.errno != errno.ELOOP:
        return None
    return Refused(f"{file} is a link to another file; move it away, then give the same command again.")


def _open(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NOFOLLOW", 0), 0o666)  # Windows makes links for administrators alone
