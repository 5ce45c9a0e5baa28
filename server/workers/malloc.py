"""Keeps the memory of large pages from staying: the C library of Linux would hold what was freed, in every thread."""

import ctypes
import sys

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8  # malloc.h of glibc
LARGE = 2**20  # bytes from which a block is mapped by itself, so that it goes back to the system when it is freed


def return_freed_memory() -> None:
    """Hold no more freed memory than a little; once for a process, before its threads start. Does nothing elsewhere."""
    if sys.platform.startswith("linux"):
        choose = getattr(ctypes.CDLL(None), "mallopt", None)
        if choose is not None:  # glibc; musl gives back by itself
            choose(M_MMAP_THRESHOLD, LARGE)
            choose(M_TRIM_THRESHOLD, 2 * LARGE)
            choose(M_ARENA_MAX, 2)
