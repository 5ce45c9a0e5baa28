"""What `undertone serve` says of pairing when it starts."""

import re
from pathlib import Path

import pytest

from server.cli.serving import _invite
from server.service.auth.pairing_store import PairingStore
from server.settings import ServerSettings


def test_the_code_that_is_shown_pairs(tmp_path, capsys):
    _invite(ServerSettings(state=tmp_path))
    told = capsys.readouterr()
    code = re.search(r": (\w{4}-\w{4})$", told.out, re.MULTILINE)
    assert code and PairingStore(tmp_path).pair(code[1], "x", None).token
    assert told.err == ""


def test_it_names_the_commands_that_work_where_it_was_started(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", [str(tmp_path / ".venv" / "bin" / "undertone"), "serve"])
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "undertone").touch()
    monkeypatch.chdir(tmp_path)
    _invite(ServerSettings(state=Path("my state")))
    told = capsys.readouterr().out
    assert "another terminal: .venv/bin/undertone pairings --state 'my state' new\n" in told
    assert "wrong: .venv/bin/undertone doctor\n" in told


@pytest.mark.parametrize("settings", [{"require_token": True}, {"names": ("a.example",)}])
def test_a_guarded_service_says_that_everybody_needs_a_token(tmp_path, capsys, settings):
    _invite(ServerSettings(state=tmp_path, **settings))
    assert "Every caller needs a token" in capsys.readouterr().out


def test_a_folder_that_cannot_be_used_stops_nothing_but_pairing(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    _invite(ServerSettings(state=tmp_path / "file" / "state"))
    told = capsys.readouterr()
    assert "No browser can be paired" in told.err and "--state" in told.err
    assert told.out == ""
