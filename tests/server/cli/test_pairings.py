"""`undertone pairings`: the pairings as the command line shows and forgets them."""

import json

import pytest
from click.testing import CliRunner

from server.cli import main
from server.service.auth.pairing_store import PairingStore
from tests.server.conftest import CHROME


@pytest.fixture
def store(tmp_path):
    return PairingStore(tmp_path, clock=lambda: 1_700_000_000.0)


def run(store, *arguments):
    return CliRunner().invoke(main, ["pairings", "--state", str(store.folder), *arguments], catch_exceptions=False)


def test_the_command_shows_a_code_that_works(tmp_path):
    store = PairingStore(tmp_path)
    told = run(store, "new")
    assert told.exit_code == 0
    assert store.pair(told.stdout.split()[-1], "x", None).token


def test_the_command_lists_and_revokes(store):
    assert "Nobody is paired" in run(store).stdout
    ids = [store.pair(store.new_code(), name, CHROME).id for name in ("Laptop", "Desk")]
    listed = run(store).stdout
    assert all(word in listed for word in (*ids, "Laptop", "Desk", CHROME, "2023-11-14"))
    told = json.loads(run(store, "--json").stdout)["pairings"]
    assert [set(row) for row in told] == [{"id", "name", "origin", "made", "used"}] * 2
    assert run(store, "revoke", ids[0]).stdout == "1 pairing ended.\n"
    assert [pairing.name for pairing in store.read().entries] == ["Desk"]
    assert run(store, "revoke", "--all").exit_code == 0
    assert store.read().entries == ()


@pytest.mark.parametrize("arguments", [(), ("no-such-id",), ("no-such-id", "--all")])
def test_the_command_says_what_to_name(store, arguments):
    told = run(store, "revoke", *arguments)
    assert told.exit_code == 2
    assert "undertone pairings" in told.stderr


def test_the_command_says_why_it_cannot(store):
    store.new_code()
    store.file.write_text("{")
    told = run(store)
    assert (told.exit_code, "is damaged" in told.stderr) == (3, True)
