import os
from pathlib import Path

from server.heap import trim


def resident() -> int:
    """Bytes of this process in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_what_was_freed_below_something_that_is_held_goes_back_to_the_system():
    blocks = [bytes(b"x" * 60_000) for _ in range(2_000)]  # too small to be mapped by themselves
    held = blocks[-1]
    full = resident()
    del blocks
    trim()
    assert full - resident() > 60_000_000
    assert len(held) == 60_000
