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

from server.service.auth.pairing_store import PairingStore
from server.settings import ServerSettings
from tools.live import live

ROOT = Path(__file__).parents[3]
PROGRAM = Path(sys.executable).parent / "schemathesis"
EXAMPLES = "15"  # random requests for each address


ASKED = re.compile(r"(\d+) generated")


@pytest.fixture
def store(tmp_path: Path) -> PairingStore:
    return PairingStore(tmp_path / "state")


@pytest.fixture
def address(request: pytest.FixtureRequest, store: PairingStore) -> Iterator[str]:
    """Where the live service listens; whether it asks everybody for a token is the parameter."""
    with live(ServerSettings(port=0, workers=1, state=store.folder, require_token=request.param)) as reached:
        yield reached


def run(address: str, folder: Path, *options: str) -> str:
    """What schemathesis prints; fails where it finds anything."""
    command = [
        PROGRAM,
        *("--config-file", Path(__file__).with_name("schemathesis.toml")),
        *("run", f"{address}/v1/openapi.json", "--no-color", *options),
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    told = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout[-6_000:] + told.stderr[-2_000:]
    return told.stdout


@pytest.mark.parametrize("address", [False], indirect=True)
def test_schemathesis_finds_nothing(address: str, tmp_path: Path) -> None:
    asked = ASKED.search(run(address, tmp_path, "--max-examples", EXAMPLES))
    assert asked and int(asked[1]) > 300


@pytest.mark.parametrize("address", [True], indirect=True)
def test_schemathesis_finds_no_way_around_a_token(address: str, store: PairingStore, tmp_path: Path) -> None:
    token = store.pair(store.new_code(), "schemathesis", None).token
    told = run(address, tmp_path, "--phases", "examples,coverage", "-H", f"Authorization: Bearer {token}")
    asked = ASKED.search(told)
    assert asked and int(asked[1]) > 150
