import shutil
import socket
from importlib.metadata import PackageNotFoundError

import pytest
from click.testing import CliRunner

from detector.encoder import HOME, card
from detector.errors import DataError
from server.cli import main
from server.install import doctor
from server.settings import ServerSettings


def states(**settings):
    return {check.name: check for check in doctor.examine(ServerSettings(**settings))}


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as held:
        return held.getsockname()[1]


def test_a_good_installation_has_nothing_wrong(free_port):
    found = states(port=free_port)
    assert {name for name, check in found.items() if check.state == "wrong"} == set()
    assert {"Python", "flask", "waitress", "rules", "reference table", "sample analysis", "port"} <= found.keys()
    assert found["port"].found == f"{free_port} is free"


def test_a_port_in_use_is_noted():
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        assert states(port=port)["port"].state == "note"


def test_a_missing_package_is_wrong_and_the_mend_is_named(monkeypatch, free_port):
    def version(name):
        if name == "waitress":
            raise PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr(doctor, "version", version)
    check = states(port=free_port)["waitress"]
    assert (check.state, check.found) == ("wrong", "missing")
    assert "-m pip install 'waitress" in check.mend


@pytest.mark.parametrize(("place", "name"), [("rules.load", "rules"), ("scoring.reference", "reference table")])
def test_damaged_data_are_wrong(monkeypatch, free_port, place, name):
    def fail(*_):
        raise DataError("The file is damaged.")

    monkeypatch.setattr(f"server.install.doctor.{place}", fail)
    check = states(port=free_port)[name]
    assert (check.state, check.found) == ("wrong", "The file is damaged.")


def test_pairings_that_cannot_be_read_are_wrong(free_port, tmp_path):
    assert states(port=free_port, state=tmp_path)["pairings"].state == "fine"
    (tmp_path / "pairings.json").write_text("{")
    assert states(port=free_port, state=tmp_path)["pairings"].state == "wrong"


def test_no_browser_is_noted_and_no_page_is_wrong(monkeypatch, free_port, tmp_path):
    monkeypatch.setattr("shutil.which", lambda name: None)
    found = states(port=free_port, extension=tmp_path)
    assert (found["browsers"].state, found["page at /"].state) == ("note", "wrong")


@pytest.mark.parametrize(("state", "code"), [("fine", 0), ("note", 0), ("wrong", 3)])
def test_the_exit_code_tells_whether_something_is_wrong(monkeypatch, state, code):
    monkeypatch.setattr("server.install.doctor.examine", lambda: [doctor.Check("thing", state, "found", "mend it")])
    told = CliRunner().invoke(main, ["doctor"])
    assert told.exit_code == code
    assert "mend it" in told.stdout


@pytest.mark.parametrize("figures", [None, b"\xff\x00{"])
def test_a_model_card_that_cannot_be_read_is_named(tmp_path, monkeypatch, free_port, figures):
    shutil.copy(HOME / "manifest.json", tmp_path)
    if figures:
        (tmp_path / "figures.json").write_bytes(figures)
    read = card.read_card
    monkeypatch.setattr(card, "read_card", lambda: read(tmp_path))
    found = states(port=free_port)["model card"]
    assert found.state == "wrong" and "figures.json" in found.found


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("lxml>=6", True),
        ("psutil>=5.9.8; sys_platform != 'linux'", False),
        ('psutil>=5.9.8; sys_platform == "linux"', True),
    ],
)
def test_what_only_another_system_needs_is_not_missing(monkeypatch, line, held):
    monkeypatch.setattr(doctor.sys, "platform", "linux")
    assert doctor._is_of_this_system(line) is held
