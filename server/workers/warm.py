"""Imported by the process that workers are forked from: builds the analyzer there once, so a new worker has it at once.

A damaged package is not reported here but by the first worker, which meets the same error and can tell its parent.
"""

import os
from contextlib import suppress

from server.workers.starting import WITH_MODEL, uncollected

with uncollected():
    from detector.errors import DataError
    from server import cli
    from server.workers import jobs

    with suppress(DataError):
        jobs.analysis(with_model=os.environ.get(WITH_MODEL, "1") == "1")
jobs.share()

__all__ = ["cli"]  # imported too, since each worker imports the main program again
