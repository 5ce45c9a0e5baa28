"""How Windows holds a process to its memory: a job object, in which the process puts itself.

https://learn.microsoft.com/windows/win32/procthread/job-objects has the values and the forms.
"""

import ctypes
import sys
from typing import Any

EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
PROCESS_MEMORY, DIE_ON_UNHANDLED_EXCEPTION = 0x100, 0x400  # the second: no dialogue, and no dump with a page in it


class BasicLimits(ctypes.Structure):
    """`JOBOBJECT_BASIC_LIMIT_INFORMATION`."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("most_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """`JOBOBJECT_EXTENDED_LIMIT_INFORMATION`."""

    _fields_ = (
        ("basic", BasicLimits),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def limits(memory_bytes: int) -> ExtendedLimits:
    """No more memory than this for each process of the job; what asks for more gets none, a `MemoryError` in Python."""
    made = ExtendedLimits()
    made.basic.flags = PROCESS_MEMORY | DIE_ON_UNHANDLED_EXCEPTION
    made.process_memory = memory_bytes
    return made


def limit_memory(memory_bytes: int, kernel: Any = None) -> bool:  # noqa: ANN401 - functions of a library in C
    """Hold this process, and those that it starts, to so much memory; whether the system takes that.

    Where it does not, as in a job of an older kind, the parent's watch alone holds.
    """
    if sys.platform == "win32":
        kernel = kernel or ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    information = limits(memory_bytes)
    size = ctypes.sizeof(information)
    if not job or not kernel.SetInformationJobObject(job, EXTENDED_LIMITS, ctypes.byref(information), size):
        return False
    return bool(kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess())))
