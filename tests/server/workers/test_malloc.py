import subprocess
import sys

PROGRAM = """
import gc, sys, threading
from pathlib import Path
from server.workers.malloc import return_freed_memory

def resident():
    told = Path("/proc/self/smaps_rollup").read_text().split()
    return int(told[told.index("Anonymous:") + 1]) // 1024

def work(size):
    held = [bytes(size) for _ in range(10)]
    held += [bytearray(b"x" * (size // 2)) for _ in range(10)]

if "settled" in sys.argv:
    return_freed_memory()
before = resident()
for size in (2_000_000, 9_000_000, 20_000_000, 5_000_000):
    threads = [threading.Thread(target=work, args=(size,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
gc.collect()
print(resident() - before)
"""


def test_what_large_pages_took_in_many_threads_goes_back_to_the_system():
    told = subprocess.run([sys.executable, "-c", PROGRAM, "settled"], capture_output=True, text=True, check=True)
    assert int(told.stdout) < 10  # MB
