"""Like `server.workers.warm`, for workers that go without the model."""

from contextlib import suppress

from detector.errors import DataError
from server import cli
from server.workers import jobs

with suppress(DataError):
    jobs.analysis_by_rules()
jobs.share()

__all__ = ["cli"]  # imported too, since each worker imports the main program again
