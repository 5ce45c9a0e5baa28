"""Schemathesis asks the live service whatever its OpenAPI document allows, and much that it does not: nothing is found.

Real workers behind the real server, on a port of this machine.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.settings import ServerSettings
from tests.server.live import live

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).parent / "schemathesis"
EXAMPLES = "15"  # random requests for each address


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the live service listens."""
    with live(ServerSettings(port=0, workers=1, state=tmp_path_factory.mktemp("state"))) as reached:
        yield reached


def test_schemathesis_finds_nothing(address: str, tmp_path: Path) -> None:
    command = [
        PROGRAM,
        *("--config-file", Path(__file__).with_name("schemathesis.toml")),
        *("run", f"{address}/v1/openapi.json", "--max-examples", EXAMPLES, "--no-color"),
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    told = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout[-6_000:] + told.stderr[-2_000:]
    asked = re.search(r"(\d+) generated", told.stdout)
    assert asked and int(asked[1]) > 300
