"""Gives memory that was freed back to the system; the C library of Linux keeps what a large page left for itself."""

import ctypes
import sys
from collections.abc import Callable


def _find() -> Callable[[int], int] | None:
    """`malloc_trim` of glibc, where it is what this process runs on."""
    if not sys.platform.startswith("linux"):
        return None
    found: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return found


_TRIM = _find()


def trim() -> None:
    """Give back what can be given back: some milliseconds where there is much, next to nothing where there is none."""
    if _TRIM is not None:
        _TRIM(0)
