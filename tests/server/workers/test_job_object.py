"""Windows' job objects, as far as they can be tried without Windows: the forms have their sizes, the calls their order.

On Windows itself `test_portable.py` tries what they hold.
"""

import ctypes
from types import SimpleNamespace

import pytest

from server.workers import job_object


def test_the_forms_are_as_long_as_windows_says():
    assert ctypes.sizeof(job_object.BasicLimits) == 64
    assert ctypes.sizeof(job_object.ExtendedLimits) == 144
    assert job_object.ExtendedLimits.process_memory.offset == 112


class Kernel(SimpleNamespace):
    """The functions that are called, each on record; `refuses` names one that fails."""

    def __init__(self, refuses: str | None) -> None:
        self.seen: list[str] = []
        for name, value in {
            "CreateJobObjectW": 17,
            "SetInformationJobObject": 1,
            "GetCurrentProcess": 2**64 - 1,
            "AssignProcessToJobObject": 1,
        }.items():
            setattr(self, name, self.function(name, 0 if name == refuses else value))

    def function(self, name: str, value: int):
        def call(*given: object) -> int:
            self.seen.append(name)
            if name == "SetInformationJobObject":
                held = ctypes.cast(given[2], ctypes.POINTER(job_object.ExtendedLimits)).contents
                assert (held.basic.flags, held.process_memory, given[3]) == (0x500, 2**29, 144)
            return value

        return call


@pytest.mark.parametrize(
    ("refuses", "calls"),
    [(None, 4), ("CreateJobObjectW", 1), ("SetInformationJobObject", 2), ("AssignProcessToJobObject", 4)],
)
def test_the_process_puts_itself_into_a_job_with_the_limit(refuses, calls):
    kernel = Kernel(refuses)
    assert job_object.limit_memory(2**29, kernel) is (refuses is None)
    assert len(kernel.seen) == calls
