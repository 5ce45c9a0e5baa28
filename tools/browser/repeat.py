"""The browser tests again and again, to find what fails only now and then: `make repeat RUNS=50`.

Usage: `python -m tools.browser.repeat RUNS [--at-once N] [--log FILE]`. Every run is a line of LOG. A later call
of the same code goes on from there: counted are the runs since what the tests look at last changed. Exit code 1 where
one failed.
"""

import argparse
import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

KEPT = 200  # last lines of a run that failed
LOOKED_AT = ("detector", "extension", "server", "tests", "tools")
TESTS = (sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "tests/browser")


def code() -> str:
    """What the tests look at, as git names it; what is not committed does not count."""
    named = [f"HEAD:{folder}" for folder in LOOKED_AT]
    return " ".join(name[:8] for name in subprocess.check_output(["git", "rev-parse", *named], text=True).split())


def run(name: str) -> dict[str, Any]:
    """One run: which code, whether all passed, seconds, and the last lines where not."""
    began = time.monotonic()
    done = subprocess.run(TESTS, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    lines = done.stdout.splitlines()
    told = {"code": name, "passed": done.returncode == 0, "seconds": round(time.monotonic() - began), "last": lines[-1]}
    return told if told["passed"] else told | {"output": lines[-KEPT:]}


def main() -> None:
    """Run what is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", type=int)
    parser.add_argument("--at-once", type=int, default=1)
    parser.add_argument("--log", type=Path, default=Path("out") / "repeat.jsonl")
    given = parser.parse_args()
    given.log.parent.mkdir(parents=True, exist_ok=True)
    given.log.touch()
    name = code()
    held = [json.loads(line) for line in given.log.read_text(encoding="utf-8").splitlines()]
    told = [line for line in held if line["code"] == name]
    print(f"{len(told)} runs of this code so far", flush=True)
    with ThreadPoolExecutor(given.at_once) as threads, given.log.open("a", encoding="utf-8") as log:
        for line in threads.map(run, [name] * (given.runs - len(told))):
            told.append(line)
            log.write(json.dumps(line) + "\n")
            log.flush()
            print(f"{len(told)}: {line['last']}", flush=True)
    failed = sum(not line["passed"] for line in told)
    print(f"{len(told)} runs, {failed} of them with a failure")
    raise SystemExit(bool(failed))


if __name__ == "__main__":
    main()
