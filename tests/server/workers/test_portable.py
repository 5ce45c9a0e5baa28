"""The way of Windows, forced here: processes are spawned, and their parent watches what they take."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import json, sys
from contextlib import closing
from dataclasses import replace
from server.problems import Problem
from server.settings import Limits
from server.workers.pool import WorkerPool
from tools.stub_jobs import Stub, ask

LIMITS = Limits(cpu_seconds=0.5, wall_seconds=60.0, memory_bytes=2**29, patience_seconds=60, queue=8)


def outcome(pool, act):
    try:
        return json.loads(pool.submit(ask(act)))["title"]
    except Problem as problem:
        return problem.code


if __name__ == "__main__":
    with closing(WorkerPool(1, Stub, LIMITS)) as pool:
        told = {act: outcome(pool, act) for act in sys.argv[1:] if act != "devour"}
        pool.rest()
        told["after"] = outcome(pool, "plain")
    with closing(WorkerPool(1, Stub, replace(LIMITS, cpu_seconds=30.0))) as pool:  # to devour takes time too
        told["devour"] = outcome(pool, "devour")
    with closing(WorkerPool(1, Stub, replace(LIMITS, wall_seconds=1.0))) as pool:
        told["wait"] = outcome(pool, "wait")
    print(json.dumps(told))
"""
EXPECTED = {
    "plain": None,
    "burn": "page-too-costly",
    "devour": "page-too-much-memory",
    "fall": "internal-error",
    "fail": "internal-error",
    "refuse": "page-too-complex",
    "die": "internal-error",
    "after": None,
    "wait": "overloaded",
}


def portable(*arguments: str) -> str:
    environment = os.environ | {"UNDERTONE_PORTABLE": "1"}
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, check=True, timeout=300
    ).stdout


def test_limits_hold_where_the_kernel_cannot_be_told(tmp_path):
    script = tmp_path / "portable.py"
    script.write_text(SCRIPT)
    acts = [act for act in EXPECTED if act not in ("after", "wait")]
    assert json.loads(portable(str(script), *acts)) == EXPECTED


def test_nothing_that_windows_lacks_is_imported_without_asking():
    """Such an import stands in a block that asks for the system, never at the top of a module."""
    for file in (*Path("server").rglob("*.py"), *Path("detector").rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
            assert not {"fcntl", "resource", "pwd", "grp", "termios"} & set(names), file
